/** Every address of the contracts is routed, and to the function of its name. */
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { expect, it } from 'vitest';
import { checkFigures, rebuildFigures } from '#contracts/api/figures.ts';
import { API_OPERATIONS } from '#contracts/api/index.ts';
import { getMailPreferences } from '#contracts/api/mail-preferences.ts';
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
import { FORMS, PAGES, PHOTO_PAGE, STATIC_PREFIX } from '#contracts/pages.ts';
import { DOOR_PAGES, SHARE_PAGES } from '#contracts/share-pages.ts';
import { DESK_SUGGESTIONS_PAGE, SUGGESTION_FORM, SUGGESTION_PAGE } from '#contracts/suggestion-pages.ts';
import { functionFiles } from '#lib/bundling/bundles.ts';
import { stageNamed } from '#lib/stages.ts';
import { type Synthesised, stageSynthesised, synthesised } from './synthesised.ts';

/** `POST /api/sign-ups` → `Volunteering/SignUp`. */
function routesOf(templates: Synthesised): ReadonlyMap<string, string> {
  return new Map(
    templates.ofType('AWS::ApiGatewayV2::Route').map((route) => {
      const integration = templates.led(route.properties.Target, route);
      const target = integration && templates.told(integration.properties.IntegrationUri, integration);
      return [String(route.properties.RouteKey), String(target).replace(/\/Function$/, '')];
    }),
  );
}

/** Operations that need the same share a function. */
const SHARED: Readonly<Record<string, string>> = {
  movePerson: 'changePerson',
  resizePerson: 'changePerson',
  cancelPerson: 'changePerson',
  promotePerson: 'changePerson',
  confirmPerson: 'changePerson',
  notePerson: 'changePerson',
  markPerson: 'checkIn',
  markRest: 'checkIn',
  addWalkIn: 'checkIn',
  replaceCalendarAddress: 'makeCalendarAddress',
  endCalendarAddress: 'makeCalendarAddress',
  setCampaignStatus: 'saveCampaign',
  copyCampaign: 'saveCampaign',
  writeImpact: 'saveCampaign',
};
const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const pascal = (name: string): string => `${name[0]?.toUpperCase()}${name.slice(1)}`;
const key = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`;
const routes = routesOf(stageSynthesised('local'));

it.each(
  API_OPERATIONS.filter(({ method }) => method === 'POST').map((operation) => [
    key(operation),
    operation.operationId,
    operation.capability,
  ]),
)('%s leads to the function of %s', (route, operationId, capability) =>
  expect(routes.get(route)).toBe(`${pascal(capability)}/${pascal(SHARED[operationId] ?? operationId)}`),
);

it.each(
  API_OPERATIONS.filter((one) => one.method === 'GET' && one !== checkFigures && one !== getMailPreferences).map(
    (operation) => [key(operation), operation.capability, operation.audience] as const,
  ),
)('%s leads to the function for all reads of %s by %s', (route, capability, audience) =>
  expect(routes.get(route)).toBe(`${pascal(capability)}/${audience === 'staff' ? 'DeskBrowse' : 'Browse'}`),
);

const SHOWN = [
  ...Object.values({ ...PAGES, ...SHARE_PAGES, ...CALENDAR_PAGES, ...HOURS_PAGES }).map(({ path }) => path),
  PHOTO_PAGE.path,
  `${STATIC_PREFIX}{file}`,
  '/{proxy+}',
];
const pages = SHOWN.flatMap((path) => [`GET ${path}`, `HEAD ${path}`]);

/** Pages with a function of their own: what they need is more than all others together, or other rights. */
const OWN_FUNCTION: Readonly<Record<string, string>> = {
  [PAGES.paper.path]: 'Pages/Papers',
  [PAGES.campaignCard.path]: 'Pages/Cards',
  [PAGES.opportunityCard.path]: 'Pages/Cards',
  [PAGES.myLogo.path]: 'Pages/Logos',
  [PAGES.logo.path]: 'Pages/Logos',
  [PHOTO_PAGE.path]: 'Pages/Logos',
  [CALENDAR_PAGES.schoolCalendar.path]: 'Pages/Calendars',
  [CALENDAR_PAGES.ownCalendar.path]: 'Pages/Calendars',
  [HOURS_PAGES.hours.path]: 'Pages/Hours',
  [HOURS_PAGES.hoursOfYear.path]: 'Pages/Hours',
  [PAGES.logoForm.path]: 'Fundraising/InviteLogo',
};

it.each(pages)('%s leads to its function', (route) =>
  expect(routes.get(route)).toBe(OWN_FUNCTION[route.split(' ')[1] ?? ''] ?? 'Pages/Public'),
);

it.each(Object.entries({ ...FORMS, ...CALENDAR_FORMS }).map(([operation, form]) => [key(form), operation]))(
  'the form %s leads to the function of %s',
  (route, operation) => {
    const capability = API_OPERATIONS.find(({ operationId }) => operationId === operation)?.capability ?? '';
    expect(routes.get(route)).toBe(`${pascal(capability)}/${pascal(SHARED[operation] ?? operation)}`);
  },
);

it('the page of a person’s calendar address leads to the function of its forms', () =>
  expect(routes.get(key(CALENDAR_ADDRESS_PAGE))).toBe('Volunteering/MakeCalendarAddress'));

it('a school’s suggestion box is of the functions of those who write and of those who read', () => {
  for (const one of [SUGGESTION_PAGE, SUGGESTION_FORM]) expect(routes.get(key(one))).toBe('Volunteering/SendSuggestion');
  expect(routes.get(key(DESK_SUGGESTIONS_PAGE))).toBe('Volunteering/SettleSuggestion');
});

it('the page of feedback leads to the function of its form', () => {
  for (const one of [FEEDBACK_PAGE, FEEDBACK_FORM]) expect(routes.get(key(one))).toBe('Volunteering/AnswerFeedback');
});

it('all that people choose about their mails is of one function, whoever asks', () => {
  for (const one of [getMailPreferences, MAIL_PREFERENCES_PAGE, MAIL_PREFERENCES_FORM, UNSUBSCRIBE_PAGE, UNSUBSCRIBE_FORM])
    expect(routes.get(key(one))).toBe('Messaging/SaveMailPreferences');
});

it('recounting figures leads to the function that has them made anew', () =>
  expect(routes.get(key(checkFigures))).toBe('Volunteering/RebuildFigures'));

/** Forms and pages of the desk are of the function that has what they need. */
const desk = [...Object.values(DESK_PAGES), ...Object.values(DESK_FORMS)].map(key);
it.each(desk)('%s leads to its function', (route) => expect(routes.get(route)).toBe('Desk/SignIn'));
const deskPages = Object.values({ ...DESK_FUNDRAISING_PAGES, ...DESK_PHOTO_PAGES }).map(key);
it.each(deskPages)('%s leads to the pages of the desk', (route) => expect(routes.get(route)).toBe('Desk/Pages'));
const overview = Object.values(DESK_OVERVIEW_PAGES).map(key);
it.each(overview)('%s leads to the function that shows how things stand', (route) => expect(routes.get(route)).toBe('Desk/Overview'));
const setupPages = Object.values(DESK_SETUP_PAGES).map(key);
it.each(setupPages)('%s leads to the pages of what is set up', (route) => expect(routes.get(route)).toBe('Desk/Setup'));
/** With forms on the pages of campaigns; recounting one has none. */
const isOfCampaign = ({ capability, operationId }: (typeof API_OPERATIONS)[number]): boolean =>
  capability === 'fundraising' && operationId !== 'rebuildCampaign';
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
const PHOTOS = ['invitePhoto', 'savePhotos'];
it('the page from which a photo is sent leads to the function that invites to it', () =>
  expect(routes.get(key(DESK_PHOTO_FILE))).toBe('Fundraising/InvitePhoto'));
const officePages = Object.values(DESK_OFFICE_PAGES).map(key);
it.each(officePages)('%s leads to the pages of the office', (route) => expect(routes.get(route)).toBe('Desk/OfficePages'));
const mailPages = Object.values(DESK_MAIL_PAGES).map(key);
it.each(mailPages)('%s leads to the function for all of mails that staff look at', (route) =>
  expect(routes.get(route)).toBe('Messaging/DeskBrowse'),
);
const peoplePages = Object.values({ ...DESK_PEOPLE_PAGES, ...DESK_FEEDBACK_PAGES }).map(key);
it.each(peoplePages)('%s leads to the pages of who comes', (route) => expect(routes.get(route)).toBe('Volunteering/PeoplePages'));
const atDoor = Object.values({ ...DESK_CHECK_IN_PAGES, ...DOOR_PAGES }).map(key);
it.each(atDoor)('%s leads to the function that checks people in', (route) => expect(routes.get(route)).toBe('Volunteering/CheckIn'));
const deskForms = API_OPERATIONS.filter((one) => {
  const { method, audience, capability, path, operationId } = one;
  return (
    method === 'POST' &&
    audience === 'staff' &&
    (isOfCampaign(one) ||
      path.includes('{opportunityId}') ||
      capability === 'desk' ||
      capability === 'messaging' ||
      [...SET_UP, ...PHOTOS].includes(operationId))
  );
});
it.each(deskForms.map(({ operationId, path, capability }) => [`POST ${deskFormPath(path)}`, operationId, capability]))(
  'the form %s leads to the function of %s, like its API operation',
  (route, operationId, capability) =>
    expect(routes.get(route)).toBe(`${pascal(String(capability))}/${pascal(SHARED[String(operationId)] ?? String(operationId))}`),
);

it('there is no route besides those, static files, and the page for addresses that lead nowhere', () => {
  const known = [
    ...[...API_OPERATIONS, ...Object.values({ ...FORMS, ...CALENDAR_FORMS }), CALENDAR_ADDRESS_PAGE].map(key),
    ...desk,
    ...deskPages,
    ...overview,
    ...setupPages,
    `POST ${deskFormPath(rebuildFigures.path)}`,
    ...officePages,
    ...mailPages,
    ...peoplePages,
    ...atDoor,
    ...[DESK_PHOTO_FILE, SUGGESTION_PAGE, SUGGESTION_FORM, DESK_SUGGESTIONS_PAGE, FEEDBACK_PAGE, FEEDBACK_FORM].map(key),
    ...[MAIL_PREFERENCES_PAGE, MAIL_PREFERENCES_FORM, UNSUBSCRIBE_PAGE, UNSUBSCRIBE_FORM].map(key),
    ...deskForms.map(({ path }) => `POST ${deskFormPath(path)}`),
  ];
  expect([...routes.keys()].toSorted()).toEqual([...known, ...pages].toSorted());
});

it('each operation of its own has its file in kebab case', () => {
  const descriptions = new Map<string, string>();
  const seen = synthesised(stageNamed('local'), (app) => {
    for (const node of app.node.findAll()) {
      const parent = node.node.scope;
      if (node instanceof LambdaFunction && parent && 'file' in parent)
        descriptions.set(parent.node.path.split('/').slice(1).join('/'), String(parent.file));
    }
  });
  expect(seen.ofType('AWS::Lambda::Function')).toHaveLength(new Set(descriptions.values()).size);
  // and no file is left over that no stack names
  expect([...descriptions.values()].sort()).toEqual(functionFiles());
  for (const { operationId, capability } of API_OPERATIONS.filter(({ method }) => method === 'POST')) {
    const name = SHARED[operationId] ?? operationId;
    expect(descriptions.get(`${pascal(capability)}/${pascal(name)}`)).toBe(`${capability}/${kebab(name)}`);
  }
});

it('sees a route that leads to another function', () => {
  const spoiled = synthesised(stageNamed('local'), (app) => {
    const routesFound = app.node.findAll().filter((node) => node.node.id === 'POST--api--sign-ups');
    expect(routesFound).toHaveLength(1);
    const route = routesFound[0]?.node.defaultChild;
    const other = app.node.findAll().find((node) => node.node.id === 'SendLinkIntegration');
    if (!route || !('target' in route) || !other) throw new Error('the API has no such route');
    const integration = other.node.defaultChild;
    if (integration && 'ref' in integration) route.target = `integrations/${String(integration.ref)}`;
  });
  expect(routesOf(spoiled).get('POST /api/sign-ups')).not.toBe('Volunteering/SignUp');
});
