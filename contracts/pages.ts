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
  opportunityCard: { method: 'GET', path: '/opportunities/{opportunityId}/card.png' },
  signedUp: { method: 'GET', path: '/signed-up/{receipt}' },
  sendLink: { method: 'GET', path: '/my-sign-ups' },
  linkSent: { method: 'GET', path: '/my-sign-ups/sent' },
  manage: { method: 'GET', path: '/manage/{token}' },
  calendarFile: { method: 'GET', path: '/manage/{token}/{signUpId}/calendar.ics' },
  campaigns: { method: 'GET', path: '/campaigns' },
  campaign: { method: 'GET', path: '/campaigns/{slug}' },
  campaignCard: { method: 'GET', path: '/campaigns/{slug}/card.png' },
  campaignEmbed: { method: 'GET', path: '/campaigns/{slug}/embed' },
  pledge: { method: 'GET', path: '/campaigns/{slug}/pledge' },
  pledged: { method: 'GET', path: '/campaigns/{slug}/thank-you' },
  managePledge: { method: 'GET', path: '/pledges/{token}' },
  paper: { method: 'GET', path: '/pledges/{token}/papers/{paper}' },
  logoForm: { method: 'GET', path: '/pledges/{token}/logo' },
  myLogo: { method: 'GET', path: '/pledges/{token}/logo/picture' },
  logo: { method: 'GET', path: '/logos/{campaignId}/{pledgeId}/{logoId}' },
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
  answerOffer: { method: 'POST', path: '/manage/{token}/offer' },
  confirmTime: { method: 'POST', path: '/manage/{token}/time' },
  makePledge: { method: 'POST', path: '/campaigns/{slug}/pledge' },
  withdrawPledge: { method: 'POST', path: '/pledges/{token}/withdraw' },
  correctPledge: { method: 'POST', path: '/pledges/{token}/details' },
  removeLogo: { method: 'POST', path: '/pledges/{token}/logo/remove' },
} as const satisfies Record<string, { method: 'POST'; path: string }>;

/** Paths with their values filled in. */
export const paths = {
  home: '/',
  school: (slug: Slug) => `/schools/${slug}`,
  opportunity: (id: OpportunityId) => `/opportunities/${id}`,
  /** The picture that is shown for a link to the opportunity. */
  opportunityCard: (id: OpportunityId) => `/opportunities/${id}/card.png`,
  signedUp: (receipt: string) => `/signed-up/${receipt}`,
  sendLink: '/my-sign-ups',
  linkSent: '/my-sign-ups/sent',
  manage: (token: ManageToken | string) => `/manage/${token}`,
  manageCancel: (token: ManageToken | string) => `/manage/${token}/cancel`,
  managePlaces: (token: ManageToken | string) => `/manage/${token}/places`,
  manageOffer: (token: ManageToken | string) => `/manage/${token}/offer`,
  manageTime: (token: ManageToken | string) => `/manage/${token}/time`,
  manageMove: (token: ManageToken | string) => `/manage/${token}/move`,
  calendarFile: (token: ManageToken | string, signUpId: string) => `/manage/${token}/${signUpId}/calendar.ics`,
  campaigns: '/campaigns',
  campaign: (slug: Slug) => `/campaigns/${slug}`,
  /** The picture that is shown for a link to the campaign. */
  campaignCard: (slug: Slug) => `/campaigns/${slug}/card.png`,
  campaignEmbed: (slug: Slug) => `/campaigns/${slug}/embed`,
  pledge: (slug: Slug) => `/campaigns/${slug}/pledge`,
  pledged: (slug: Slug) => `/campaigns/${slug}/thank-you`,
  managePledge: (token: ManageToken | string) => `/pledges/${token}`,
  /** `letter`, `invoice-2027-0042`, `receipt-pay_…`, `receipt-goods`; with `.pdf` the file. */
  paper: (token: ManageToken | string, paper: string) => `/pledges/${token}/papers/${paper}`,
  withdrawPledge: (token: ManageToken | string) => `/pledges/${token}/withdraw`,
  correctPledge: (token: ManageToken | string) => `/pledges/${token}/details`,
  logoForm: (token: ManageToken | string) => `/pledges/${token}/logo`,
  myLogo: (token: ManageToken | string) => `/pledges/${token}/logo/picture`,
  removeLogo: (token: ManageToken | string) => `/pledges/${token}/logo/remove`,
  /** A logo that everyone may see. */
  logo: (campaignId: string, pledgeId: string, logoId: string) => `/logos/${campaignId}/${pledgeId}/${logoId}`,
  privacy: '/privacy',
  apiReference: '/api',
  openApi: '/api/openapi.json',
} as const;

/** By itself, because few functions know it. `{photo}`: its id and `.webp` or `.jpg`. */
export const PHOTO_PAGE = { method: 'GET', path: '/photos/{campaignId}/{photo}' } as const;
/** A photo that everyone may see: for pages, or for mails. */
export const photoPath = (campaignId: string, photoId: string, kind: 'webp' | 'jpg'): string => `/photos/${campaignId}/${photoId}.${kind}`;

/** Cookie that remembers a chosen language; no personal data. */
export const LANGUAGE_COOKIE = 'lang';
/** Query parameter that switches the language of any page. */
export const LANGUAGE_PARAMETER = 'lang';
/** Pictures that everyone may see live here; answers say for how long they may be kept. */
export const PICTURE_PREFIXES = ['/logos/', '/photos/'] as const;
/** On a sponsor's page: the file that was sent just now. */
export const LOGO_SENT_PARAMETER = 'logo';
/** Static files with a content hash in their names live here. */
export const STATIC_PREFIX = '/static/';
