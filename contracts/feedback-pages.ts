/** Pages of feedback. By themselves, because few functions know them. */
import type { ManageToken, OpportunityId } from './values.ts';

export const FEEDBACK_PAGE = { method: 'GET', path: '/manage/{token}/feedback/{opportunityId}' } as const;
export const FEEDBACK_FORM = { method: 'POST', path: '/manage/{token}/feedback/{opportunityId}' } as const;

/** Of the page, with any value: it was sent. */
export const GIVEN_PARAMETER = 'given';

export const feedbackPaths = {
  page: (token: ManageToken | string, opportunityId: OpportunityId) => `/manage/${token}/feedback/${opportunityId}`,
  given: (token: ManageToken | string, opportunityId: OpportunityId) => `/manage/${token}/feedback/${opportunityId}?${GIVEN_PARAMETER}=yes`,
  /** Below the address of a manage page. */
  below: (manageUrl: string, opportunityId: OpportunityId) => `${manageUrl}/feedback/${opportunityId}`,
} as const;
