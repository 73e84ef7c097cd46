/** A person's yearly statement of hours, behind their manage link. By itself, because few functions know it. */
import type { ManageToken } from './values.ts';

export const HOURS_PAGES = {
  hours: { method: 'GET', path: '/manage/{token}/hours' },
  /** Of one year: `2027`, or `2026-2027` for a school year; with `.pdf` the file. */
  hoursOfYear: { method: 'GET', path: '/manage/{token}/hours/{year}' },
} as const satisfies Record<string, { method: 'GET'; path: string }>;

export const hoursPaths = {
  hours: (token: ManageToken | string) => `/manage/${token}/hours`,
  ofYear: (token: ManageToken | string, year: string) => `/manage/${token}/hours/${year}`,
} as const;
