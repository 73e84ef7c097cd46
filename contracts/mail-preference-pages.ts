/** Where a person chooses which mails they get, behind their manage link. By itself, because few functions know it. */
import type { ManageToken } from './values.ts';

export const MAIL_PREFERENCES_PAGE = { method: 'GET', path: '/manage/{token}/mails' } as const;
export const MAIL_PREFERENCES_FORM = { method: 'POST', path: '/manage/{token}/mails' } as const;
/** How the path ends at which mail programs post; no other does. */
export const UNSUBSCRIBE_ENDING = '/mails/unsubscribe';
/** What a mail's `List-Unsubscribe` names: people whose mail program only opens it come to the page. */
export const UNSUBSCRIBE_PAGE = { method: 'GET', path: `/manage/{token}${UNSUBSCRIBE_ENDING}` } as const;
/** Posted to by mail programs, RFC 8058: with nothing of a browser's. */
export const UNSUBSCRIBE_FORM = { method: 'POST', path: `/manage/{token}${UNSUBSCRIBE_ENDING}` } as const;

/** Of the page, with any value: it was saved. */
export const SAVED_PARAMETER = 'saved';

/** Where on the page all that can be stopped is. */
export const STOP_ANCHOR = 'stop';

export const mailPreferencePaths = {
  page: (token: ManageToken | string) => `/manage/${token}/mails`,
  saved: (token: ManageToken | string) => `/manage/${token}/mails?${SAVED_PARAMETER}=yes`,
  stop: (token: ManageToken | string) => `/manage/${token}/mails#${STOP_ANCHOR}`,
  /** Below the address of a manage page. */
  below: (manageUrl: string) => `${manageUrl}/mails`,
  unsubscribeBelow: (manageUrl: string) => `${manageUrl}${UNSUBSCRIBE_ENDING}`,
} as const;
