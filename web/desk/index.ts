/** All pages of the desk: pure functions from a context and a model to a whole HTML document. */

export {
  type CampaignFormValues,
  campaignBody,
  campaignFormOf,
  emptyCampaignForm,
  readCampaignForm,
  withCampaignRows,
} from '../forms/campaign-form.ts';
export { markBody, readWalkInForm, restBody, type WalkInFormValues, walkInBody } from '../forms/check-in-form.ts';
export {
  filledHolidays,
  holidaysBody,
  holidaysFormOf,
  readHolidaysForm,
  withEmptyHolidays,
  withHolidayRows,
} from '../forms/holidays-form.ts';
export { type MessageFormValues, messageBody, readMessageForm } from '../forms/message-form.ts';
export { withMoneyFaults } from '../forms/money.ts';
export { noticeWordsBody, readNoticeWords } from '../forms/notice-form.ts';
export { opportunityBody, opportunityFormOf, readOpportunityForm } from '../forms/opportunity-form.ts';
export { withRows } from '../forms/opportunity-rows.ts';
export { personActBody, personBody, readPersonForm } from '../forms/person-form.ts';
export { photoRequestBody, photosBody } from '../forms/photo-form.ts';
export { readSchoolForm, schoolBody, schoolFormOf } from '../forms/school-form.ts';
export type { DeskNotice } from '../messages/desk-en.ts';
export { deskAddPersonPage } from './add-person.tsx';
export { giftBody, impactBody, refundBody, tellImpactBody } from './campaign-bodies.ts';
export { campaignDashboardPage } from './campaign-dashboard.tsx';
export { deskCampaignFormPage } from './campaign-form.tsx';
export { deskImpactPage } from './campaign-impact.tsx';
export { deskCampaignSetupPage } from './campaign-setup.tsx';
export { deskCampaignsPage, deskQueuePage } from './campaigns.tsx';
export { deskCheckInPage } from './check-in.tsx';
export { deskDeletionPage } from './deletion.tsx';
export { type DeskFeedbackModel, type DeskFeedbackOfModel, deskFeedbackOfPage, deskFeedbackPage } from './feedback.tsx';
export { deskGiftsPage } from './gifts.tsx';
export { deskHistoryPage } from './history.tsx';
export { HistoryList } from './history-list.tsx';
export { deskHolidaysPage } from './holidays.tsx';
export { deskPage, FormToken } from './layout.tsx';
export { deskMailPage } from './mail.tsx';
export { liftBody } from './mail-forms.ts';
export { deskMePage } from './me.tsx';
export { deskMessageFormPage } from './message-form.tsx';
export { deskMessagePreviewPage } from './message-preview.tsx';
export { writtenFor } from './message-words.ts';
export { deskMessagePage, deskMessagesPage } from './messages.tsx';
export type * from './models.ts';
export type * from './models-campaign.ts';
export type * from './models-check-in.ts';
export type * from './models-figures.ts';
export type * from './models-fundraising.ts';
export type * from './models-holidays.ts';
export type * from './models-mail.ts';
export type * from './models-messages.ts';
export type * from './models-notice.ts';
export type * from './models-office.ts';
export type * from './models-people.ts';
export type * from './models-setup.ts';
export { deskNoticePage } from './notice.tsx';
export { officeBody } from './office-forms.ts';
export { deskOpportunitiesPage } from './opportunities.tsx';
export { deskOpportunityPage } from './opportunity.tsx';
export { copyBody, repeatBody, seriesBody, shiftBody, statusBody } from './opportunity-bodies.ts';
export { deskOpportunityFormPage } from './opportunity-form.tsx';
export { deskPersonPage } from './person.tsx';
export { type DeskPhotoFileModel, type DeskPhotosModel, deskPhotoFilePage, deskPhotosPage } from './photos.tsx';
export { deskPledgePage } from './pledge.tsx';
export { deskBody } from './pledge-forms.ts';
export { deskPledgesPage, deskWeekPage } from './pledges.tsx';
export { deskCampaignPreviewWords, deskGiftWords, deskPreviewWords } from './preview.ts';
export { deskPrivacyPage } from './privacy.tsx';
export { deskProblemPage } from './problem.tsx';
export { type DeskRosterModel, deskRosterPage } from './roster.tsx';
export { rosterRows } from './roster-rows.ts';
export { deskSchoolFormPage, deskSchoolsPage } from './schools.tsx';
export { deskSignInPage, deskUnknownPage, handoverPage } from './sign-in.tsx';
export { deskStaffPage } from './staff.tsx';
export { deskStartPage } from './start.tsx';
export { deskVolunteeringPage } from './volunteering.tsx';
