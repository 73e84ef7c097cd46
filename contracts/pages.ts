/**
 * The addresses of all pages and forms: the routes of the HTTP API, the links in pages and mails, and the form actions come from here.
 *
 * A form that changes something posts to a route of the function that also serves the JSON operation.
 */
import type { ManageToken, OpportunityId, Slug } from './values.ts';

export const PAGES = {
  home: { method: 'GET', path: '/' },
  school: { method: 'GET', path: '/schools/{slug}' },
  opportunity: { method: 'GET', path: '/opportunities/{opportunityId}' },
  signedUp: { method: 'GET', path: '/signed-up/{receipt}' },
  sendLink: { method: 'GET', path: '/my-sign-ups' },
  linkSent: { method: 'GET', path: '/my-sign-ups/sent' },
  manage: { method: 'GET', path: '/manage/{token}' },
  calendarFile: { method: 'GET', path: '/manage/{token}/{signUpId}/calendar.ics' },
  campaigns: { method: 'GET', path: '/campaigns' },
  campaign: { method: 'GET', path: '/campaigns/{slug}' },
  campaignEmbed: { method: 'GET', path: '/campaigns/{slug}/embed' },
  pledge: { method: 'GET', path: '/campaigns/{slug}/pledge' },
  pledged: { method: 'GET', path: '/campaigns/{slug}/thank-you' },
  managePledge: { method: 'GET', path: '/pledges/{token}' },
  paper: { method: 'GET', path: '/pledges/{token}/papers/{paper}' },
  privacy: { method: 'GET', path: '/privacy' },
  apiReference: { method: 'GET', path: '/api' },
  openApi: { method: 'GET', path: '/api/openapi.json' },
} as const satisfies Record<string, { method: 'GET'; path: string }>;

export const FORMS = {
  signUp: { method: 'POST', path: '/opportunities/{opportunityId}' },
  sendLink: { method: 'POST', path: '/my-sign-ups' },
  cancelSignUp: { method: 'POST', path: '/manage/{token}/cancel' },
  changePlaces: { method: 'POST', path: '/manage/{token}/places' },
  moveSignUp: { method: 'POST', path: '/manage/{token}/move' },
  makePledge: { method: 'POST', path: '/campaigns/{slug}/pledge' },
  withdrawPledge: { method: 'POST', path: '/pledges/{token}/withdraw' },
} as const satisfies Record<string, { method: 'POST'; path: string }>;

/** Paths with their values filled in. */
export const paths = {
  home: '/',
  school: (slug: Slug) => `/schools/${slug}`,
  opportunity: (id: OpportunityId) => `/opportunities/${id}`,
  signedUp: (receipt: string) => `/signed-up/${receipt}`,
  sendLink: '/my-sign-ups',
  linkSent: '/my-sign-ups/sent',
  manage: (token: ManageToken | string) => `/manage/${token}`,
  manageCancel: (token: ManageToken | string) => `/manage/${token}/cancel`,
  managePlaces: (token: ManageToken | string) => `/manage/${token}/places`,
  manageMove: (token: ManageToken | string) => `/manage/${token}/move`,
  calendarFile: (token: ManageToken | string, signUpId: string) => `/manage/${token}/${signUpId}/calendar.ics`,
  campaigns: '/campaigns',
  campaign: (slug: Slug) => `/campaigns/${slug}`,
  campaignEmbed: (slug: Slug) => `/campaigns/${slug}/embed`,
  pledge: (slug: Slug) => `/campaigns/${slug}/pledge`,
  pledged: (slug: Slug) => `/campaigns/${slug}/thank-you`,
  managePledge: (token: ManageToken | string) => `/pledges/${token}`,
  /** `letter`, `invoice-2027-0042`, `receipt-pay_…`, `receipt-goods`; with `.pdf` the file. */
  paper: (token: ManageToken | string, paper: string) => `/pledges/${token}/papers/${paper}`,
  withdrawPledge: (token: ManageToken | string) => `/pledges/${token}/withdraw`,
  privacy: '/privacy',
  apiReference: '/api',
  openApi: '/api/openapi.json',
} as const;

/** Cookie that remembers a chosen language; no personal data. */
export const LANGUAGE_COOKIE = 'lang';
/** Query parameter that switches the language of any page. */
export const LANGUAGE_PARAMETER = 'lang';
/** Static files with a content hash in their names live here. */
export const STATIC_PREFIX = '/static/';
