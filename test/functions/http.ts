/** The whole site over fakes: a request is matched to its route and function as API Gateway does it, payload version 2 goes in, an answer comes out. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { calendars } from '#adapters/ses/calendars.ts';
import { API_OPERATIONS } from '#contracts/api/index.ts';
import { CALENDAR_ADDRESS_PAGE, CALENDAR_FORMS, CALENDAR_PAGES } from '#contracts/calendar-pages.ts';
import {
  DESK_CHECK_IN_PAGES,
  DESK_FORMS,
  DESK_FUNDRAISING_PAGES,
  DESK_MAIL_PAGES,
  DESK_OFFICE_PAGES,
  DESK_OVERVIEW_PAGES,
  DESK_PAGES,
  DESK_PEOPLE_PAGES,
  DESK_PHOTO_FILE,
  DESK_PHOTO_PAGES,
  DESK_SETUP_PAGES,
  deskFormPath,
} from '#contracts/desk-pages.ts';
import { DESK_FEEDBACK_PAGES, FEEDBACK_FORM, FEEDBACK_PAGE } from '#contracts/feedback-pages.ts';
import { HOURS_PAGES } from '#contracts/hours-pages.ts';
import { MAIL_PREFERENCES_FORM, MAIL_PREFERENCES_PAGE, UNSUBSCRIBE_FORM, UNSUBSCRIBE_PAGE } from '#contracts/mail-preference-pages.ts';
import { FORMS, PAGES, PHOTO_PAGE } from '#contracts/pages.ts';
import { Problem } from '#contracts/problems.ts';
import { DOOR_PAGES, SHARE_PAGES } from '#contracts/share-pages.ts';
import { DESK_SUGGESTIONS_PAGE, SUGGESTION_FORM, SUGGESTION_PAGE } from '#contracts/suggestion-pages.ts';
import type { ManageToken, PersonId, PledgeId } from '#contracts/values.ts';
import type { HttpFunction } from '#functions/_http/http-function.ts';
import { historyOfCampaigns } from '#functions/desk/_history.ts';
import { createHandler as deletePerson } from '#functions/desk/delete-person.ts';
import { createHandler as deskOwnBrowse } from '#functions/desk/desk-browse.ts';
import { createHandler as exportPerson } from '#functions/desk/export-person.ts';
import { createHandler as findPerson } from '#functions/desk/find-person.ts';
import { createHandler as inviteStaff } from '#functions/desk/invite-staff.ts';
import { createHandler as saveStaff } from '#functions/desk/save-staff.ts';
import { createHandler as deskSignIn } from '#functions/desk/sign-in.ts';
import { createHandler as acceptPledge } from '#functions/fundraising/accept-pledge.ts';
import { createHandler as browseCampaigns } from '#functions/fundraising/browse.ts';
import { createHandler as cancelPledge } from '#functions/fundraising/cancel-pledge.ts';
import { createHandler as correctPledge } from '#functions/fundraising/correct-pledge.ts';
import { createHandler as decideLogo } from '#functions/fundraising/decide-logo.ts';
import { createHandler as declinePledge } from '#functions/fundraising/decline-pledge.ts';
import { createHandler as deskBrowse } from '#functions/fundraising/desk-browse.ts';
import { createHandler as inviteLogo } from '#functions/fundraising/invite-logo.ts';
import { createHandler as invitePhoto } from '#functions/fundraising/invite-photo.ts';
import { createHandler as invoicePledge } from '#functions/fundraising/invoice-pledge.ts';
import { createHandler as makePledge } from '#functions/fundraising/make-pledge.ts';
import { createHandler as rebuildCampaign } from '#functions/fundraising/rebuild-campaign.ts';
import { createHandler as receiveGoods } from '#functions/fundraising/receive-goods.ts';
import { createHandler as recordGift } from '#functions/fundraising/record-gift.ts';
import { createHandler as recordPayment } from '#functions/fundraising/record-payment.ts';
import { createHandler as refundGift } from '#functions/fundraising/refund-gift.ts';
import { createHandler as refundPayment } from '#functions/fundraising/refund-payment.ts';
import { createHandler as removeLogo } from '#functions/fundraising/remove-logo.ts';
import { createHandler as revisePledge } from '#functions/fundraising/revise-pledge.ts';
import { createHandler as saveCampaign } from '#functions/fundraising/save-campaign.ts';
import { createHandler as savePhotos } from '#functions/fundraising/save-photos.ts';
import { createHandler as tellImpact } from '#functions/fundraising/tell-impact.ts';
import { createHandler as tickBenefit } from '#functions/fundraising/tick-benefit.ts';
import { createHandler as withdrawPledge } from '#functions/fundraising/withdraw-pledge.ts';
import { createHandler as writeOffPledge } from '#functions/fundraising/write-off-pledge.ts';
import { createHandler as deskMail } from '#functions/messaging/desk-browse.ts';
import { createHandler as liftSuppression } from '#functions/messaging/lift-suppression.ts';
import { createHandler as saveMailPreferences } from '#functions/messaging/save-mail-preferences.ts';
import { createHandler as calendarFeeds } from '#functions/pages/calendars.ts';
import { createHandler as cards } from '#functions/pages/cards.ts';
import { createHandler as deskPages } from '#functions/pages/desk.ts';
import { createHandler as deskOffice } from '#functions/pages/desk-office.ts';
import { createHandler as deskOverview } from '#functions/pages/desk-overview.ts';
import { createHandler as peoplePages } from '#functions/pages/desk-people.ts';
import { createHandler as deskSetup } from '#functions/pages/desk-setup.ts';
import { createHandler as hours } from '#functions/pages/hours.ts';
import { createHandler as logos } from '#functions/pages/logos.ts';
import { createHandler as papers } from '#functions/pages/papers.ts';
import { createHandler as pages } from '#functions/pages/public.ts';
import { createHandler as addPerson } from '#functions/volunteering/add-person.ts';
import { createHandler as answerFeedback } from '#functions/volunteering/answer-feedback.ts';
import { createHandler as answerOffer } from '#functions/volunteering/answer-offer.ts';
import { createHandler as browse } from '#functions/volunteering/browse.ts';
import { createHandler as cancelSignUp } from '#functions/volunteering/cancel-sign-up.ts';
import { createHandler as changePerson } from '#functions/volunteering/change-person.ts';
import { createHandler as changePlaces } from '#functions/volunteering/change-places.ts';
import { createHandler as changeSeries } from '#functions/volunteering/change-series.ts';
import { createHandler as checkIn } from '#functions/volunteering/check-in.ts';
import { createHandler as confirmTime } from '#functions/volunteering/confirm-time.ts';
import { createHandler as copyOpportunity } from '#functions/volunteering/copy-opportunity.ts';
import { createHandler as getRoster } from '#functions/volunteering/desk-browse.ts';
import { createHandler as makeCalendarAddress } from '#functions/volunteering/make-calendar-address.ts';
import { createHandler as moveSignUp } from '#functions/volunteering/move-sign-up.ts';
import { createHandler as rebuildFigures } from '#functions/volunteering/rebuild-figures.ts';
import { createHandler as repeatSlot } from '#functions/volunteering/repeat-slot.ts';
import { createHandler as saveHolidays } from '#functions/volunteering/save-holidays.ts';
import { createHandler as saveOpportunity } from '#functions/volunteering/save-opportunity.ts';
import { createHandler as saveSchool } from '#functions/volunteering/save-school.ts';
import { createHandler as sendLink } from '#functions/volunteering/send-link.ts';
import { createHandler as sendMessage } from '#functions/volunteering/send-message.ts';
import { createHandler as sendSuggestion } from '#functions/volunteering/send-suggestion.ts';
import { createHandler as setOpportunityStatus } from '#functions/volunteering/set-opportunity-status.ts';
import { createHandler as settleSuggestion } from '#functions/volunteering/settle-suggestion.ts';
import { createHandler as shiftOpportunity } from '#functions/volunteering/shift-opportunity.ts';
import { createHandler as signUp } from '#functions/volunteering/sign-up.ts';
import { campaignId } from '#test/support/builders.ts';
import { fakeOldContacts } from '#test/support/fake-fundraising.ts';
import type { World } from '#test/support/world.ts';
import { district } from '#test/web/district.ts';

export const SITE = district.siteUrl;
export const CORRELATION_ID = 'request-0001';

export interface Sent {
  readonly method?: 'GET' | 'HEAD' | 'POST';
  /** With its query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly json?: unknown;
  readonly form?: URLSearchParams | Readonly<Record<string, string>>;
  /** As is; `json` and `form` are shorthands for it. */
  readonly body?: string;
  readonly base64?: boolean;
  readonly remainingMs?: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string;
  json(): unknown;
  /** The body as a problem; throws when it is not one. */
  problem(): Problem;
}

export interface Site {
  send(request: Sent): Promise<Answer>;
  get(path: string, more?: Omit<Sent, 'path'>): Promise<Answer>;
  /** A form of our own pages, as a browser posts it. */
  post(path: string, form: Sent['form'], more?: Omit<Sent, 'path' | 'form'>): Promise<Answer>;
  /** A link as a mail carries it, good for 60 days. */
  tokenOf(email: string): Promise<ManageToken>;
  personOf(email: string): Promise<PersonId>;
  /** A link to a pledge as a letter carries it. */
  pledgeTokenOf(pledgeId: PledgeId): Promise<ManageToken>;
}

/** All ports that functions get, from a world on fakes. */
export const portsOf = (world: World) => ({
  ...world.fundraising,
  ...world.desk,
  uploads: world.uploads,
  ...world.ports,
  ...world.mailPorts,
  calendars: calendars(district),
  district,
  zone: district.zone,
  mailFates: world.mailLedger.mailFates,
  mailFigures: world.mailLedger.mailFigures,
  suppressions: world.mailLedger.suppressions,
  lifts: world.mailLedger.history,
  fundraisingOfPerson: {
    async of(personId: PersonId) {
      const { pledges, gifts } = await world.fundraising.ledger.parts(campaignId());
      return { pledges: pledges.filter((one) => one.personId === personId), gifts: gifts.filter(({ giverId }) => giverId === personId) };
    },
  },
  oldContacts: fakeOldContacts(world.fundraising, campaignId()),
  rules: { booksYears: 7, offerDays: 400 },
  histories: [
    world.desk.deskHistory,
    world.volunteering.history,
    world.mailLedger.history,
    world.fundraising.campaignHistory,
    historyOfCampaigns(
      {
        inMonth: async (month, most) => {
          const money = (await world.fundraising.ledger.history(campaignId())).filter(({ by }) => by.includes('@'));
          return [...money, ...world.fundraising.campaignHistory.entries]
            .filter(({ at }) => at.startsWith(month))
            .sort((a, b) => (a.at < b.at ? 1 : -1))
            .slice(0, most);
        },
      },
      world.fundraising.campaigns,
    ),
  ],
});
export type SitePorts = ReturnType<typeof portsOf>;

const COMMANDS = {
  signUp,
  sendLink,
  makeCalendarAddress,
  replaceCalendarAddress: makeCalendarAddress,
  endCalendarAddress: makeCalendarAddress,
  cancelSignUp,
  changePlaces,
  moveSignUp,
  answerOffer,
  confirmTime,
  answerFeedback,
  makePledge,
  withdrawPledge,
  saveCampaign,
  setCampaignStatus: saveCampaign,
  copyCampaign: saveCampaign,
  writeImpact: saveCampaign,
  acceptPledge,
  declinePledge,
  cancelPledge,
  revisePledge,
  invoicePledge,
  recordPayment,
  refundPayment,
  receiveGoods,
  writeOffPledge,
  recordGift,
  refundGift,
  correctPledge,
  inviteLogo,
  removeLogo,
  decideLogo,
  invitePhoto,
  savePhotos,
  tickBenefit,
  tellImpact,
  rebuildCampaign,
  inviteStaff,
  saveStaff,
  findPerson,
  exportPerson,
  deletePerson,
  saveSchool,
  saveHolidays,
  getHolidays: getRoster,
  saveOpportunity,
  setOpportunityStatus,
  shiftOpportunity,
  repeatSlot,
  changeSeries,
  copyOpportunity,
  liftSuppression,
  saveMailPreferences,
  getMailPreferences: saveMailPreferences,
  rebuildFigures,
  checkFigures: rebuildFigures,
  getRoster,
  addPerson,
  movePerson: changePerson,
  resizePerson: changePerson,
  cancelPerson: changePerson,
  promotePerson: changePerson,
  confirmPerson: changePerson,
  notePerson: changePerson,
  markPerson: checkIn,
  markRest: checkIn,
  addWalkIn: checkIn,
  listMessages: getRoster,
  sendMessage,
  sendSuggestion,
  listSuggestions: getRoster,
  getFeedback: getRoster,
  listFeedback: getRoster,
  settleSuggestion,
} as const;

const SET_UP = [
  'saveSchool',
  'saveHolidays',
  'saveOpportunity',
  'setOpportunityStatus',
  'shiftOpportunity',
  'repeatSlot',
  'changeSeries',
  'copyOpportunity',
  'sendMessage',
  'settleSuggestion',
];
/** Operations of staff that set up schools and opportunities, or write to those who signed up, each with its form. */
const SETUP_FORMS = API_OPERATIONS.filter(({ operationId }) => SET_UP.includes(operationId));

/** Operations of staff on the people of an opportunity, each with its form. */
export const PEOPLE_FORMS = API_OPERATIONS.filter(({ path }) => /^\/api\/opportunities\/\{opportunityId\}\/(people|check-in)/.test(path));

/** Operations of staff that have a form on a pledge's page of the desk. */
export const PLEDGE_FORMS = API_OPERATIONS.filter(
  ({ audience, method, path }) => audience === 'staff' && method === 'POST' && path.includes('{pledgeId}'),
);

/** Operations of staff that have a form on one of a campaign's own pages. */
export const CAMPAIGN_FORMS = API_OPERATIONS.filter(({ operationId }) =>
  ['saveCampaign', 'setCampaignStatus', 'copyCampaign', 'writeImpact', 'tellImpact', 'recordGift', 'refundGift'].includes(operationId),
);
/** Operations that have a form on the page of a campaign's photos. */
export const PHOTO_FORMS = API_OPERATIONS.filter(({ operationId }) => ['invitePhoto', 'savePhotos'].includes(operationId));

/** Operations that have a form on a page of the district's office. */
export const OFFICE_FORMS = API_OPERATIONS.filter(({ capability, method }) => capability === 'desk' && method === 'POST');

/** Operations that have a form on the page of mails. */
export const MAIL_FORMS = API_OPERATIONS.filter(
  ({ capability, audience, method }) => capability === 'messaging' && audience === 'staff' && method === 'POST',
);

/** All operations that have a form at the desk. */
export const DESK_FORM_OPERATIONS = [
  ...PLEDGE_FORMS,
  ...CAMPAIGN_FORMS,
  ...OFFICE_FORMS,
  ...SETUP_FORMS,
  ...PEOPLE_FORMS,
  ...MAIL_FORMS,
  ...PHOTO_FORMS,
];

export function site(world: World, change: (ports: SitePorts) => SitePorts = (ports) => ports): Site {
  const ports = change(portsOf(world));
  const reading: Readonly<Record<string, HttpFunction>> = { volunteering: browse(ports), fundraising: browseCampaigns(ports) };
  const staffReading: Readonly<Record<string, HttpFunction>> = {
    fundraising: deskBrowse(ports),
    desk: deskOwnBrowse(ports),
    messaging: deskMail(ports),
  };
  const showing = pages(ports);
  const signingIn = deskSignIn(ports);
  const atDesk = deskPages(ports);
  const overview = deskOverview(ports);
  const office = deskOffice(ports);
  const mails = deskMail(ports);
  const ofPeople = peoplePages(ports);
  const showingCalendars = calendarFeeds(ports);
  const elsewhere: Readonly<Record<string, HttpFunction>> = {
    [PAGES.paper.path]: papers(ports),
    [HOURS_PAGES.hours.path]: hours(ports),
    [HOURS_PAGES.hoursOfYear.path]: hours(ports),
    [PAGES.campaignCard.path]: cards(ports),
    [PAGES.opportunityCard.path]: cards(ports),
    [PAGES.logoForm.path]: inviteLogo(ports),
    [PAGES.myLogo.path]: logos(ports),
    [PAGES.logo.path]: logos(ports),
    [PHOTO_PAGE.path]: logos(ports),
  };
  const settingUp = deskSetup(ports);
  const commands = Object.fromEntries(Object.entries(COMMANDS).map(([name, create]) => [name, create(ports)]));
  const routes = new Map<string, HttpFunction>([
    ...API_OPERATIONS.map(
      (one) =>
        [
          `${one.method} ${one.path}`,
          commands[one.operationId] ?? (one.audience === 'staff' ? staffReading : reading)[one.capability] ?? missing(one.operationId),
        ] as const,
    ),
    ...Object.entries({ ...FORMS, ...CALENDAR_FORMS }).map(
      ([name, one]) => [`${one.method} ${one.path}`, commands[name] ?? missing(name)] as const,
    ),
    ...[...Object.values(DESK_PAGES), ...Object.values(DESK_FORMS)].map((one) => [`${one.method} ${one.path}`, signingIn] as const),
    ...Object.values({ ...DESK_FUNDRAISING_PAGES, ...DESK_PHOTO_PAGES }).map((one) => [`${one.method} ${one.path}`, atDesk] as const),
    ...Object.values(DESK_OVERVIEW_PAGES).map((one) => [`${one.method} ${one.path}`, overview] as const),
    ['POST /desk/figures/rebuild', commands.rebuildFigures ?? missing('rebuildFigures')] as const,
    ...Object.values(DESK_OFFICE_PAGES).map((one) => [`${one.method} ${one.path}`, office] as const),
    ...Object.values(DESK_MAIL_PAGES).map((one) => [`${one.method} ${one.path}`, mails] as const),
    ...Object.values(DESK_SETUP_PAGES).map((one) => [`${one.method} ${one.path}`, settingUp] as const),
    ...DESK_FORM_OPERATIONS.map(
      ({ operationId, path }) => [`POST ${deskFormPath(path)}`, commands[operationId] ?? missing(operationId)] as const,
    ),
    ...Object.values({ ...DESK_CHECK_IN_PAGES, ...DOOR_PAGES }).map(
      (one) => [`${one.method} ${one.path}`, commands.markPerson ?? missing('markPerson')] as const,
    ),
    ...Object.values({ ...DESK_PEOPLE_PAGES, ...DESK_FEEDBACK_PAGES }).map((one) => [`${one.method} ${one.path}`, ofPeople] as const),
    ...Object.values(CALENDAR_PAGES).flatMap(({ path }) =>
      ['GET', 'HEAD'].map((method) => [`${method} ${path}`, showingCalendars] as const),
    ),
    ...[SUGGESTION_PAGE, SUGGESTION_FORM].map(
      ({ method, path }) => [`${method} ${path}`, commands.sendSuggestion ?? missing('sendSuggestion')] as const,
    ),
    ...[FEEDBACK_PAGE, FEEDBACK_FORM].map(
      ({ method, path }) => [`${method} ${path}`, commands.answerFeedback ?? missing('answerFeedback')] as const,
    ),
    ...[MAIL_PREFERENCES_PAGE, MAIL_PREFERENCES_FORM, UNSUBSCRIBE_PAGE, UNSUBSCRIBE_FORM].map(
      ({ method, path }) => [`${method} ${path}`, commands.saveMailPreferences ?? missing('saveMailPreferences')] as const,
    ),
    [`GET ${DESK_SUGGESTIONS_PAGE.path}`, commands.settleSuggestion ?? missing('settleSuggestion')] as const,
    [`GET ${CALENDAR_ADDRESS_PAGE.path}`, commands.makeCalendarAddress ?? missing('makeCalendarAddress')] as const,
    [`GET ${DESK_PHOTO_FILE.path}`, commands.invitePhoto ?? missing('invitePhoto')] as const,
    ...[
      ...Object.values({ ...PAGES, ...SHARE_PAGES, ...HOURS_PAGES }).map(({ path }) => path),
      PHOTO_PAGE.path,
      '/static/{file}',
      '/{proxy+}',
    ].flatMap((path) => ['GET', 'HEAD'].map((method) => [`${method} ${path}`, elsewhere[path] ?? showing] as const)),
  ]);
  const send = async (request: Sent): Promise<Answer> => {
    const { event, routeKey } = eventOf(request, [...routes.keys()]);
    const call = routes.get(routeKey);
    if (!call) throw new Error(`no route for ${request.method ?? 'GET'} ${request.path}`);
    const response = await call(event, { getRemainingTimeInMillis: () => request.remainingMs ?? 10_000 } as Context);
    const body = response.body ?? '';
    return {
      status: response.statusCode,
      headers: response.headers,
      cookies: response.cookies ?? [],
      body,
      json: () => JSON.parse(body),
      problem: () => Problem.parse(JSON.parse(body)),
    };
  };
  const personOf = (email: string) => world.ports.people.identify(email);
  return {
    send,
    personOf,
    get: (path, more = {}) => send({ ...more, path }),
    post: (path, form, more = {}) =>
      send({
        ...more,
        method: 'POST',
        path,
        ...(form && { form }),
        headers: { origin: SITE, 'sec-fetch-site': 'same-origin', ...more.headers },
      }),
    pledgeTokenOf: (pledgeId) =>
      ports.pledgeLinks.issue({ campaignId: campaignId(), pledgeId }, new Date(world.clock.now() + 60 * 86_400_000).toISOString()),
    tokenOf: async (email) =>
      world.mailPorts.links.issue(await personOf(email), new Date(world.clock.now() + 60 * 86_400_000).toISOString()),
  };
}

function missing(name: string): never {
  throw new Error(`no function for the form ${name}`);
}

/** Literal paths win over ones with parameters, greedy ones come last (API Gateway's order of route selection). */
function matchRoute(method: string, path: string, routeKeys: readonly string[]) {
  const weight = (routeKey: string): number => (routeKey.includes('+}') ? 100 : (routeKey.match(/\{/g)?.length ?? 0));
  for (const routeKey of [...routeKeys].sort((a, b) => weight(a) - weight(b))) {
    const [routeMethod, pattern = ''] = routeKey.split(' ');
    const source = pattern
      .replace(/[.]/g, '\\.')
      .replace(/\{(\w+)\+\}/g, '(?<$1>.+)')
      .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
    const match = routeMethod === method ? new RegExp(`^${source}$`).exec(path) : null;
    if (match)
      return { routeKey, params: Object.fromEntries(Object.entries(match.groups ?? {}).map(([k, v]) => [k, decodeURIComponent(v)])) };
  }
  return { routeKey: `${method} ${path}`, params: {} };
}

function eventOf(request: Sent, routeKeys: readonly string[]): { event: APIGatewayProxyEventV2; routeKey: string } {
  const { method = 'GET', path, cookies, base64 = false } = request;
  const [rawPath = '/', rawQueryString = ''] = path.split('?');
  const { routeKey, params } = matchRoute(method, rawPath, routeKeys);
  const { body, type } = bodyOf(request);
  const event: APIGatewayProxyEventV2 = {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString,
    headers: { host: 'example.org', ...(type && { 'content-type': type }), ...request.headers },
    ...(cookies && { cookies: [...cookies] }),
    pathParameters: params,
    requestContext: {
      accountId: '1',
      apiId: 'api',
      domainName: 'example.org',
      domainPrefix: 'example',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: CORRELATION_ID,
      routeKey,
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    ...(body !== undefined && { body: base64 ? Buffer.from(body, 'utf8').toString('base64') : body }),
    isBase64Encoded: base64,
  };
  return { event, routeKey };
}

function bodyOf({ json, form, body }: Sent): { readonly body: string | undefined; readonly type?: string } {
  if (body !== undefined) return { body };
  if (json !== undefined) return { body: JSON.stringify(json), type: 'application/json' };
  if (form !== undefined)
    return { body: new URLSearchParams(form as Record<string, string>).toString(), type: 'application/x-www-form-urlencoded' };
  return { body: undefined };
}
