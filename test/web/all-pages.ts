/** Every page in every state it can be in: what markup, translation and browser checks go through. */
import type { MyFeedback } from '#contracts/resources/feedback.ts';
import { USUAL_PREFERENCES } from '#contracts/resources/mail-preferences.ts';
import { SignUpRequest } from '#contracts/resources/sign-up.ts';
import { UploadId } from '#contracts/values.ts';
import { GOLD } from '#test/support/fundraising.ts';
import { type HoursModel, hoursPage } from '#web/documents/hours-page.tsx';
import { documentPage } from '#web/documents/page.tsx';
import { readSignUpForm, signUpBody } from '#web/forms/index.ts';
import { feedbackPage } from '#web/pages/feedback.tsx';
import * as pages from '#web/pages/index.ts';
import { mailPreferencesPage } from '#web/pages/mail-preferences.tsx';
import { suggestionBoxPage } from '#web/pages/suggestion-box.tsx';
import openApi from '../../generated/openapi.json' with { type: 'json' };
import { campaign, MY_PLEDGES, notOpenCampaign, overCampaign, review, soldOut, wrongPledge } from './campaigns.ts';
import { DESK } from './desk.ts';
import { DESK_MESSAGES } from './desk-messages.ts';
import {
  carnival,
  closed,
  context,
  FORM_KEY,
  full,
  inLine,
  mine,
  notOpenYet,
  oneOpen,
  opportunities,
  over,
  partlyRefused,
  refusedFull,
  school,
  schools,
  signUpId,
  submission,
  TOKEN,
  WAITING,
} from './district.ts';
import { PAPERS, statement } from './papers.ts';
import { datesOf, reading, wholeSeries } from './series.ts';

const WRONG_CORRECTION = {
  values: { name: ' ', contactName: '<Maria> "O\'Brien"', phone: 'call me', address: 'x'.repeat(201), recognition: 'named' },
  errors: [
    { pointer: '/sponsor/name', code: 'text.empty', detail: '' },
    { pointer: '/sponsor/phone', code: 'phone.malformed', detail: '' },
    { pointer: '/sponsor/address', code: 'text.too-long', detail: '' },
  ],
};
export const INVITATION = {
  uploadId: UploadId.parse(`upl_${'u'.repeat(16)}`),
  url: 'https://files.example/uploads',
  fields: { key: 'incoming/a/b/c', success_action_redirect: 'https://volunteer.example.org/pledges/x?logo=y', Policy: 'eyJ"<>' },
  maxBytes: 5 * 1024 * 1024,
};

const recurring = reading(14);
const hundred = reading(100);

const FEEDBACK: MyFeedback = {
  opportunity: { opportunityId: carnival.opportunityId, title: carnival.title, contact: carnival.contact },
  school: school(0),
  state: 'open',
  until: '2027-03-31T20:00:00Z',
};

type Render = (context: pages.PageContext) => string;

/** A posted form of which nearly everything is wrong, with the contract's own complaints. */
export function wrongForm(language: string): NonNullable<pages.OpportunityModel['form']> {
  const first = carnival.slots[0]?.slot.slotId ?? '';
  const values = readSignUpForm(
    new URLSearchParams([
      ['slot', first],
      [`places.${first}`, '0'],
      ['name', ''],
      ['email', 'maria@'],
      ['phone', 'call me'],
      [`answer.${carnival.questions[2]?.questionId}`, 'I bring <two> "friends" & O\'Brien'],
    ]),
  );
  const parsed = SignUpRequest.safeParse(signUpBody(values, { opportunityId: carnival.opportunityId, language }));
  const errors = (parsed.error?.issues ?? []).map((issue) => ({
    pointer: `/${issue.path.join('/')}`,
    code: issue.message,
    detail: issue.message,
  }));
  return { values, errors };
}

const url =
  (path: string, render: Render): Render =>
  (given) =>
    render({ ...given, url: path });

export const ALL_PAGES: Readonly<Record<string, Render>> = {
  home: (c) => pages.homePage(c, { campaigns: [campaign, overCampaign], schools, opportunities, filter: {} }),
  campaigns: url('/campaigns', (c) => pages.campaignsPage(c, { campaigns: [campaign, overCampaign, notOpenCampaign], schools })),
  'campaigns, none': url('/campaigns', (c) => pages.campaignsPage(c, { campaigns: [], schools })),
  campaign: url('/campaigns/playground', (c) => pages.campaignPage(c, { campaign, school: school(1) })),
  'campaign, sold out': url('/campaigns/playground', (c) => pages.campaignPage(c, { campaign: soldOut })),
  'campaign, over': url('/campaigns/playground', (c) => pages.campaignPage(c, { campaign: overCampaign })),
  'campaign, not open yet': url('/campaigns/playground', (c) => pages.campaignPage(c, { campaign: notOpenCampaign })),
  'campaign, embedded': url('/campaigns/playground/embed', (c) => pages.campaignEmbedPage(c, { campaign })),
  pledge: url('/campaigns/playground/pledge', (c) => pages.pledgePage(c, { campaign: soldOut, formKey: FORM_KEY })),
  'pledge, of a level': url('/campaigns/playground/pledge', (c) => pages.pledgePage(c, { campaign, formKey: FORM_KEY, levelId: GOLD })),
  'pledge, wrong': url('/campaigns/playground/pledge', (c) =>
    pages.pledgePage(c, { campaign, formKey: FORM_KEY, form: wrongPledge(c.language) }),
  ),
  'pledge, nothing chosen': url('/campaigns/playground/pledge', (c) =>
    pages.pledgePage(c, { campaign, formKey: FORM_KEY, form: wrongPledge(c.language, '') }),
  ),
  'pledge, refused': url('/campaigns/playground/pledge', (c) =>
    pages.pledgePage(c, { campaign, formKey: FORM_KEY, form: { ...wrongPledge(c.language), errors: [], refusal: 'level.sold-out' } }),
  ),
  'pledge, too late': url('/campaigns/playground/pledge', (c) => pages.pledgePage(c, { campaign: overCampaign, formKey: FORM_KEY })),
  'pledge, review': url('/campaigns/playground/pledge', (c) => pages.pledgeReviewPage(c, review(c.language))),
  pledged: url('/campaigns/playground/thank-you', (c) => pages.pledgedPage(c, { campaign })),
  ...Object.fromEntries(
    Object.entries(MY_PLEDGES).map(([state, pledge]) => [
      `my pledge, ${state}`,
      url(`/pledges/${TOKEN}`, (c) => pages.myPledgePage(c, { token: TOKEN, pledge })),
    ]),
  ),
  'my pledge, withdrawn just now': url(`/pledges/${TOKEN}`, (c) =>
    pages.myPledgePage(c, { token: TOKEN, pledge: MY_PLEDGES.cancelled, notice: 'withdrawn' }),
  ),
  'my pledge, corrected just now': url(`/pledges/${TOKEN}`, (c) =>
    pages.myPledgePage(c, { token: TOKEN, pledge: MY_PLEDGES['part-paid'], notice: 'corrected' }),
  ),
  'my pledge, details wrong': url(`/pledges/${TOKEN}`, (c) =>
    pages.myPledgePage(c, { token: TOKEN, pledge: MY_PLEDGES.offered, correction: WRONG_CORRECTION }),
  ),
  'my pledge, logo removed just now': url(`/pledges/${TOKEN}`, (c) =>
    pages.myPledgePage(c, { token: TOKEN, pledge: MY_PLEDGES.offered, notice: 'logo-removed' }),
  ),
  'my pledge, logo sent just now': url(`/pledges/${TOKEN}`, (c) =>
    pages.myPledgePage(c, { token: TOKEN, pledge: MY_PLEDGES.offered, logoSent: `upl_${'u'.repeat(16)}` }),
  ),
  'logo form': url(`/pledges/${TOKEN}/logo`, (c) => pages.logoFormPage(c, { token: TOKEN, invitation: INVITATION })),
  'my pledge, not now': url(`/pledges/${TOKEN}`, (c) =>
    pages.myPledgePage(c, { token: TOKEN, pledge: MY_PLEDGES['part-paid'], problem: 'pledge.not-allowed-now' }),
  ),
  'home, filtered': url('/?evening=yes', (c) =>
    pages.homePage(c, {
      campaigns: [campaign, overCampaign],
      schools,
      opportunities: opportunities.slice(3, 6),
      filter: { evening: 'yes', language: 'es' },
    }),
  ),
  'home, nothing found': url('/?weekend=yes', (c) =>
    pages.homePage(c, { campaigns: [campaign, overCampaign], schools, opportunities: [], filter: { weekend: 'yes' } }),
  ),
  'home, nothing planned': (c) => pages.homePage(c, { campaigns: [], schools: [], opportunities: [], filter: {} }),
  school: (c) => pages.schoolPage(c, { campaigns: [campaign], school: school(0), opportunities: opportunities.slice(0, 4), filter: {} }),
  feedback: (c) => feedbackPage(c, { token: TOKEN, mine: FEEDBACK, isGiven: false }),
  'feedback, wrong': (c) =>
    feedbackPage(c, {
      token: TOKEN,
      mine: FEEDBACK,
      isGiven: false,
      form: {
        values: { score: '', text: '<b>"More" & \'chairs\'', named: true },
        errors: [
          { pointer: '/score', code: 'invalid_type', detail: '' },
          { pointer: '/text', code: 'text.too-long', detail: '' },
        ],
      },
    }),
  'feedback, given': (c) =>
    feedbackPage(c, {
      token: TOKEN,
      mine: { ...FEEDBACK, answer: { score: 4, text: 'More chairs', named: true, answeredAt: '2027-03-01T12:00:00Z' } },
      isGiven: true,
    }),
  'feedback, too early': (c) =>
    feedbackPage(c, { token: TOKEN, mine: { ...FEEDBACK, state: 'too-early', opensAt: '2027-03-05T23:00:00Z' }, isGiven: false }),
  'feedback, not there': (c) => feedbackPage(c, { token: TOKEN, mine: { ...FEEDBACK, state: 'not-there' }, isGiven: false }),
  'feedback, over': (c) => feedbackPage(c, { token: TOKEN, mine: { ...FEEDBACK, state: 'over' }, isGiven: false }),
  mails: (c) => mailPreferencesPage(c, { token: TOKEN, preferences: USUAL_PREFERENCES, isSaved: false }),
  'mails, saved': (c) =>
    mailPreferencesPage(c, { token: TOKEN, preferences: { reminders: 'last', thanks: true, language: 'es' }, isSaved: true }),
  'mails, only necessary': (c) =>
    mailPreferencesPage(c, { token: TOKEN, preferences: { reminders: 'none', thanks: false }, isSaved: true }),
  'mails, wrong': (c) =>
    mailPreferencesPage(c, {
      token: TOKEN,
      preferences: USUAL_PREFERENCES,
      isSaved: false,
      form: {
        values: { reminders: '<all>', thanks: true, language: 'xx' },
        errors: [
          { pointer: '/reminders', code: 'field.invalid-value', detail: '' },
          { pointer: '/language', code: 'language.not-offered', detail: '' },
        ],
      },
    }),
  'suggestion box': (c) => suggestionBoxPage(c, { school: school(0), formKey: FORM_KEY, isSent: false }),
  'suggestion box, wrong': (c) =>
    suggestionBoxPage(c, {
      school: school(0),
      formKey: FORM_KEY,
      isSent: false,
      form: { text: 'x <y>', errors: [{ pointer: '/text', code: 'text.too-long', detail: '' }] },
    }),
  'suggestion box, sent': (c) => suggestionBoxPage(c, { school: school(0), formKey: FORM_KEY, isSent: true }),
  opportunity: (c) => pages.opportunityPage(c, { opportunity: carnival, formKey: FORM_KEY }),
  'opportunity, recurring': (c) => pages.opportunityPage(c, { opportunity: recurring, formKey: FORM_KEY }),
  'opportunity, 100 dates': (c) => pages.opportunityPage(c, { opportunity: hundred, formKey: FORM_KEY }),
  'opportunity, form with errors': (c) =>
    pages.opportunityPage(c, { opportunity: carnival, formKey: FORM_KEY, form: wrongForm(c.language) }),
  'opportunity, all refused': (c) =>
    pages.opportunityPage(c, {
      opportunity: carnival,
      formKey: FORM_KEY,
      form: {
        values: wrongForm(c.language).values,
        errors: [],
        results: partlyRefused.results.slice(1),
        alternatives: partlyRefused.alternatives,
      },
    }),
  'opportunity, one open slot': (c) => pages.opportunityPage(c, { opportunity: oneOpen, formKey: FORM_KEY }),
  'opportunity, not open yet': (c) => pages.opportunityPage(c, { opportunity: notOpenYet, formKey: FORM_KEY }),
  'opportunity, full': (c) => pages.opportunityPage(c, { opportunity: full, formKey: FORM_KEY }),
  'opportunity, waiting chosen': (c) =>
    pages.opportunityPage(c, {
      opportunity: full,
      formKey: FORM_KEY,
      form: { values: { ...wrongForm(c.language).values, slots: {} }, errors: [], results: [refusedFull], alternatives: [] },
    }),
  'opportunity, closed': (c) => pages.opportunityPage(c, { opportunity: closed, formKey: FORM_KEY }),
  'opportunity, over': (c) => pages.opportunityPage(c, { opportunity: over, formKey: FORM_KEY }),
  'signed up': (c) => pages.signedUpPage(c, { opportunity: carnival, submission }),
  'signed up for some': (c) => pages.signedUpPage(c, { opportunity: carnival, submission: partlyRefused }),
  'signed up for a series': (c) => pages.signedUpPage(c, { opportunity: recurring, submission: wholeSeries(recurring) }),
  'signed up, in line': (c) => pages.signedUpPage(c, { opportunity: carnival, submission: inLine }),
  'send link': (c) => pages.sendLinkPage(c, {}),
  'send link, wrong address': (c) =>
    pages.sendLinkPage(c, { form: { email: 'a@b', errors: [{ pointer: '/email', code: 'email.malformed', detail: '' }] } }),
  'link sent': pages.linkSentPage,
  manage: (c) => pages.managePage(c, { token: TOKEN, mine }),
  'manage, cancelled': (c) => pages.managePage(c, { token: TOKEN, mine, notice: { kind: 'cancelled', signUpId: signUpId(5) } }),
  'manage, moved': (c) => pages.managePage(c, { token: TOKEN, mine, notice: { kind: 'moved', signUpId: signUpId(1) } }),
  'manage, places': (c) => pages.managePage(c, { token: TOKEN, mine, notice: { kind: 'places', signUpId: signUpId(1) } }),
  'manage, refused': (c) =>
    pages.managePage(c, { token: TOKEN, mine, problem: { signUpId: signUpId(1), code: 'slot.not-enough-places', placesLeft: 1 } }),
  "manage, someone else's": (c) =>
    pages.managePage(c, { token: TOKEN, mine, problem: { signUpId: signUpId(99), code: 'sign-up.not-found' } }),
  'manage, called off': (c) =>
    pages.managePage(c, {
      token: TOKEN,
      mine: { ...mine, signUps: mine.signUps.map((one) => ({ ...one, slot: { ...one.slot, calledOff: true as const } })) },
    }),
  'manage, moved times': (c) =>
    pages.managePage(c, {
      token: TOKEN,
      mine: {
        ...mine,
        signUps: mine.signUps.map((one, n) =>
          (n === 0 || n === 2) && one.state === 'confirmed'
            ? { ...one, timeBefore: n === 2 ? {} : { startsAt: '2027-03-05T20:00:00Z', endsAt: '2027-03-05T21:00:00Z' } }
            : one,
        ),
      },
      notice: { kind: 'stays', signUpId: signUpId(1) },
    }),
  'manage, a series': (c) => pages.managePage(c, { token: TOKEN, mine: { ...mine, signUps: [...mine.signUps, ...datesOf(recurring)] } }),
  'manage, dates canceled': (c) =>
    pages.managePage(c, {
      token: TOKEN,
      mine: { ...mine, signUps: [...datesOf(recurring)] },
      notice: { kind: 'cancelledDates', signUpId: signUpId(102) },
    }),
  'manage, no date ticked': (c) =>
    pages.managePage(c, {
      token: TOKEN,
      mine: { ...mine, signUps: [...datesOf(recurring)] },
      problem: { signUpId: signUpId(101), code: 'request.invalid', ofDates: true },
    }),
  'manage, in line': (c) => pages.managePage(c, { token: TOKEN, mine: { ...mine, signUps: [...WAITING] } }),
  'manage, empty': (c) => pages.managePage(c, { token: TOKEN, mine: { ...mine, signUps: [] } }),
  'opportunity, shared': (c) =>
    pages.opportunityPage(c, {
      opportunity: carnival,
      formKey: FORM_KEY,
      share: pages.shareOpportunity(c, carnival),
      ...pages.friendNotice(c),
      meant: carnival.slots.slice(0, 1).map(({ slot }) => slot.slotId),
    }),
  'school for a frame': (c) => pages.schoolEmbedPage(c, { school: school(0), opportunities, limit: 8 }),
  'school for a frame, nothing open': (c) => pages.schoolEmbedPage(c, { school: school(0), opportunities: [full], limit: 8 }),
  poster: (c) => pages.posterPage(c, { opportunity: carnival, languages: ['en', 'es'], paper: 'letter', path: '/poster', back: '/' }),
  'poster in one language': (c) =>
    pages.posterPage(c, { opportunity: carnival, languages: [c.language], paper: 'a4', path: '/poster', back: '/' }),
  'poster, no day': (c) =>
    pages.posterPage(c, {
      opportunity: opportunities.find(({ kind }) => kind === 'items') ?? carnival,
      languages: ['en', 'es'],
      paper: 'letter',
      path: '/poster',
      back: '/',
    }),
  'poster for the door': (c) =>
    pages.posterPage(c, {
      opportunity: carnival,
      languages: ['en', 'es'],
      paper: 'letter',
      path: '/desk/poster?door=yes',
      back: '/desk',
      door: 'https://volunteer.example.org/check-in/o/opp_01JC0N7Q9V8Z3M4K5P6R7S8001',
    }),
  'door codes': (c) => pages.doorCodesPage(c, { token: TOKEN, signUps: mine.signUps.slice(0, 2) }),
  'door codes, none': (c) => pages.doorCodesPage(c, { token: TOKEN, signUps: [] }),
  'door code, scanned': (c) => pages.scannedCodePage(c, { opportunityId: carnival.opportunityId, signIn: '/desk/sign-in?next=%2Fdesk' }),
  hours: (c) => hoursPage(c, HOURS(c.language)),
  'hours, one year, all counted': (c) => hoursPage(c, { ...HOURS(c.language), years: ['2026-2027'], uncounted: [] }),
  'hours, none': (c) => hoursPage(c, { token: TOKEN, years: [], uncounted: [] }),
  'hours, none counted': (c) => hoursPage(c, { token: TOKEN, years: [], uncounted: UNCOUNTED }),
  'calendar address': (c) => pages.calendarAddressPage(c, { token: TOKEN, address: CALENDAR_ADDRESS }),
  'calendar address, none': (c) => pages.calendarAddressPage(c, { token: TOKEN }),
  'calendar address, ended': (c) => pages.calendarAddressPage(c, { token: TOKEN, done: 'ended' }),
  'calendar address, replaced': (c) => pages.calendarAddressPage(c, { token: TOKEN, address: CALENDAR_ADDRESS, done: 'replaced' }),
  'link invalid': pages.linkInvalidPage,
  privacy: pages.privacyPage,
  'not found': (c) => pages.notFoundPage(c, { code: 'route.not-found' }),
  busy: (c) => pages.notFoundPage(c, { code: 'request.conflict' }),
  broken: (c) => pages.brokenPage(c, { correlationId: 'req-1234' }),
  'api reference of the whole API': (c) => pages.apiReferencePage(c, { document: openApi }),
  ...Object.fromEntries(
    Object.entries(PAPERS).map(([name, paper]): [string, Render] => [
      name,
      (c) => documentPage(c, { facts: paper(c.language), pdfUrl: '/papers/1.pdf' }),
    ]),
  ),
  'api reference': (c) => pages.apiReferencePage(c, { document: API_DOCUMENT }),
  ...DESK,
  ...DESK_MESSAGES,
};

const CALENDAR_URL = `https://volunteer.example.org/calendars/${'abcdefghijkl'.repeat(4)}.ics`;
const CALENDAR_ADDRESS = { url: CALENDAR_URL, webcal: CALENDAR_URL.replace('https', 'webcal'), since: '2027-02-01T12:00:00Z' };

const UNCOUNTED = [
  { on: '2027-02-03', title: { en: 'Winter concert' }, schoolName: school(0).name, contact: over.contact },
  { on: '2027-02-20', title: { en: 'Library story hour', es: 'La hora del cuento' }, schoolName: school(1).name, contact: full.contact },
];
const HOURS = (language: string): HoursModel => ({
  token: TOKEN,
  years: ['2027', '2026', '2026-2027'],
  shown: { year: '2026-2027', facts: statement(language) },
  uncounted: UNCOUNTED,
});

/** The parts of an OpenAPI document that the reference page draws. */
export const API_DOCUMENT = {
  openapi: '3.1.0',
  paths: {
    '/api/sign-ups': {
      post: {
        operationId: 'signUp',
        summary: 'Take places',
        description: 'Each slot is decided by itself.',
        security: [{ manageLink: [] }],
        parameters: [{ name: 'Idempotency-Key', in: 'header', required: true, description: 'Same key, same answer' }],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/SignUpRequest' } } } },
        responses: {
          201: {
            description: 'Confirmed',
            content: { 'application/json': { schema: { type: 'object', properties: { receipt: { type: 'string' } } } } },
          },
          409: { description: 'slot.full' },
        },
      },
    },
  },
  components: {
    schemas: {
      SignUpRequest: {
        type: 'object',
        required: ['slots'],
        properties: {
          slots: { type: 'array', items: { type: 'object', properties: { places: { type: 'integer' } } } },
          language: { enum: ['en', 'es'] },
          kind: { oneOf: [{ type: 'object', properties: { a: { const: 'x' } } }, { type: 'null' }] },
        },
      },
    },
  },
};

export const contextIn = (language: string): pages.PageContext => context({ language });
