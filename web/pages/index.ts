/** All pages: pure functions from a context and a model to a whole HTML document. */
export { apiReferencePage } from './api-reference.tsx';
export { campaignPage } from './campaign.tsx';
export { campaignEmbedPage } from './campaign-embed.tsx';
export { campaignsPage } from './campaigns.tsx';
export { homePage } from './home.tsx';
export { logoFormPage } from './logo-form.tsx';
export { managePage } from './manage.tsx';
export type * from './models.ts';
export { myPledgePage } from './my-pledge.tsx';
export { opportunityPage } from './opportunity.tsx';
export { pledgePage } from './pledge.tsx';
export { pledgeReviewPage } from './pledge-review.tsx';
export { pledgedPage } from './pledged.tsx';
export { privacyPage } from './privacy.tsx';
export { brokenPage, notFoundPage } from './problems.tsx';
export { schoolPage } from './school.tsx';
export { linkInvalidPage, linkSentPage, sendLinkPage } from './send-link.tsx';
export { signedUpPage } from './signed-up.tsx';
