/** Pages of a school's suggestion box. By themselves, because few functions know them. */
import type { SchoolId, Slug } from './values.ts';

export const SUGGESTION_PAGE = { method: 'GET', path: '/schools/{slug}/suggestions' } as const;
export const SUGGESTION_FORM = { method: 'POST', path: '/schools/{slug}/suggestions' } as const;
export const DESK_SUGGESTIONS_PAGE = { method: 'GET', path: '/desk/schools/{schoolId}/suggestions' } as const;

/** Of the page, with any value: it was sent. */
export const SENT_PARAMETER = 'sent';

export const suggestionPaths = {
  box: (slug: Slug) => `/schools/${slug}/suggestions`,
  sent: (slug: Slug) => `/schools/${slug}/suggestions?${SENT_PARAMETER}=yes`,
  desk: (schoolId: SchoolId) => `/desk/schools/${schoolId}/suggestions`,
  settle: (schoolId: SchoolId, suggestionId: string) => `/desk/schools/${schoolId}/suggestions/${suggestionId}/settle`,
} as const;
