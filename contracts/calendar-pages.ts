/**
 * Calendars to subscribe to, and where a person gets the address of theirs. By themselves, because few functions know them.
 *
 * A person's address is theirs alone, like a manage link; it shows and can change nothing.
 */
import type { CalendarToken } from './resources/calendar.ts';
import type { ManageToken, Slug } from './values.ts';

export const CALENDAR_PAGES = {
  schoolCalendar: { method: 'GET', path: '/schools/{slug}/calendar.ics' },
  /** `{file}`: a calendar token and `.ics`. */
  ownCalendar: { method: 'GET', path: '/calendars/{file}' },
} as const satisfies Record<string, { method: 'GET'; path: string }>;

export const CALENDAR_ADDRESS_PAGE = { method: 'GET', path: '/manage/{token}/calendar' } as const;

export const CALENDAR_FORMS = {
  makeCalendarAddress: { method: 'POST', path: '/manage/{token}/calendar' },
  replaceCalendarAddress: { method: 'POST', path: '/manage/{token}/calendar/replace' },
  endCalendarAddress: { method: 'POST', path: '/manage/{token}/calendar/end' },
} as const satisfies Record<string, { method: 'POST'; path: string }>;

/** Of the form that replaces an address: the one that was seen. */
export const SEEN_ADDRESS_FIELD = 'seen';

const ENDING = '.ics';

/** Paths with their values filled in. */
export const calendarPaths = {
  ofSchool: (slug: Slug) => `/schools/${slug}/calendar${ENDING}`,
  own: (token: CalendarToken) => `/calendars/${token}${ENDING}`,
  address: (token: ManageToken | string) => `/manage/${token}/calendar`,
  replace: (token: ManageToken | string) => `/manage/${token}/calendar/replace`,
  end: (token: ManageToken | string) => `/manage/${token}/calendar/end`,
} as const;

/** The token in the name of a calendar's file; undefined for any other name. */
export const tokenInFile = (file: string | undefined): string | undefined =>
  file?.endsWith(ENDING) === true ? file.slice(0, -ENDING.length) : undefined;

/** The same address in the form that opens a person's calendar program. */
export const webcal = (url: string): string => url.replace(/^https?:/, 'webcal:');
