/** Pages of feedback. By themselves, because few functions know them. */
import type { ManageToken, OpportunityId, SchoolId } from './values.ts';

export const FEEDBACK_PAGE = { method: 'GET', path: '/manage/{token}/feedback/{opportunityId}' } as const;
export const FEEDBACK_FORM = { method: 'POST', path: '/manage/{token}/feedback/{opportunityId}' } as const;

/** What staff read of it: of a school, and of one opportunity. */
export const DESK_FEEDBACK_PAGES = {
  deskFeedback: { method: 'GET', path: '/desk/volunteering/feedback' },
  deskFeedbackOf: { method: 'GET', path: '/desk/opportunities/{opportunityId}/feedback' },
} as const satisfies Record<string, { method: 'GET'; path: string }>;

/** Of the page, with any value: it was sent. */
export const GIVEN_PARAMETER = 'given';

export const feedbackPaths = {
  page: (token: ManageToken | string, opportunityId: OpportunityId) => `/manage/${token}/feedback/${opportunityId}`,
  given: (token: ManageToken | string, opportunityId: OpportunityId) => `/manage/${token}/feedback/${opportunityId}?${GIVEN_PARAMETER}=yes`,
  desk: DESK_FEEDBACK_PAGES.deskFeedback.path,
  deskOf: (schoolId: SchoolId) => `${DESK_FEEDBACK_PAGES.deskFeedback.path}?school=${schoolId}`,
  /** `before`: the page of comments that ends there. */
  deskOne: (opportunityId: OpportunityId, before?: string) =>
    `/desk/opportunities/${opportunityId}/feedback${before === undefined ? '' : `?${new URLSearchParams({ before })}`}`,
  /** Below the address of a manage page. */
  below: (manageUrl: string, opportunityId: OpportunityId) => `${manageUrl}/feedback/${opportunityId}`,
} as const;
