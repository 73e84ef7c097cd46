/** All pages of the desk: pure functions from a context and a model to a whole HTML document. */

export type { DeskNotice } from '../messages/desk-en.ts';
export { campaignDashboardPage } from './campaign-dashboard.tsx';
export { deskCampaignsPage, deskQueuePage } from './campaigns.tsx';
export { deskHistoryPage } from './history.tsx';
export { HistoryList } from './history-list.tsx';
export { deskPage, FormToken } from './layout.tsx';
export { deskMePage } from './me.tsx';
export type * from './models.ts';
export type * from './models-figures.ts';
export type * from './models-fundraising.ts';
export type * from './models-office.ts';
export { officeBody } from './office-forms.ts';
export { deskPledgePage } from './pledge.tsx';
export { deskBody } from './pledge-forms.ts';
export { deskPrivacyPage } from './privacy.tsx';
export { deskProblemPage } from './problem.tsx';
export { deskSignInPage, deskUnknownPage, handoverPage } from './sign-in.tsx';
export { deskStaffPage } from './staff.tsx';
export { deskStartPage } from './start.tsx';
export { deskVolunteeringPage } from './volunteering.tsx';
