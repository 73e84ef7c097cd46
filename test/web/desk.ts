/** Every page of the desk in every state it can be in. */
import { DESK_SECTIONS, type DeskSection } from '#contracts/desk-pages.ts';
import type { CampaignDashboard } from '#contracts/resources/dashboards.ts';
import type { HistoryRow } from '#contracts/resources/history.ts';
import type { StaffPledge } from '#contracts/resources/pledge.ts';
import type { Roster } from '#contracts/resources/roster.ts';
import type { StaffEntry } from '#contracts/resources/staff.ts';
import { type Suggestion, SuggestionId } from '#contracts/resources/suggestion.ts';
import type { VolunteeringDashboard } from '#contracts/resources/volunteering-dashboard.ts';
import { aChoice, anOpportunity, aSchool, opportunityId, personId, questionId, signUpId, slotId } from '#test/support/builders.ts';
import * as desk from '#web/desk/index.ts';
import { deskSuggestionsPage } from '#web/desk/suggestions.tsx';
import type { PageContext } from '#web/pages/index.ts';
import { campaign, MY_PLEDGES, notOpenCampaign, overCampaign } from './campaigns.ts';
import { DESK_CAMPAIGN } from './desk-campaign.ts';
import { DESK_CHECK_IN } from './desk-check-in.ts';
import { deskFeedback } from './desk-feedback.ts';
import { deskMail } from './desk-mail.ts';
import { DESK_PEOPLE } from './desk-people.ts';
import { DESK_PHOTOS } from './desk-photos.ts';
import { deletionPlan, everythingKept, NOTHING_GOES, nobodyKnown, retentionDue } from './desk-privacy.ts';
import { DESK_SETUP } from './desk-setup.ts';
import { FORM_KEY, schools } from './district.ts';

const reader = { name: "Dana O'Whitfield", csrf: 'token-of-the-session', sections: Object.keys(DESK_SECTIONS) as DeskSection[] };
const { campaignId, slug, title, goalCents, opensAt, closesAt, totals, raisedCents, levels } = campaign;
const listed = {
  campaignId,
  pledgeId: MY_PLEDGES.offered.pledgeId,
  sponsorName: 'Kowalczyk & Sons <Plumbing>',
  commitment: MY_PLEDGES.offered.commitment,
};

const dashboard: CampaignDashboard = {
  campaign: { campaignId, slug, title, status: 'open', goalCents, opensAt, closesAt },
  phase: 'open',
  totals,
  raisedCents,
  pace: {
    points: [
      { day: '2027-02-03', raisedCents: 1_000_000, receivedCents: 0 },
      { day: '2027-02-20', raisedCents: raisedCents, receivedCents: 757_550 },
    ],
    opensOn: '2027-01-31',
    closesOn: '2027-05-31',
    today: '2027-03-01',
    evenCents: 1_190_000,
    projection: { closesCents: 6_100_000, overDays: 28, reachesOn: '2027-04-20' },
  },
  levels: levels.map(({ levelId, name, amountCents, limit }) => ({
    levelId,
    name,
    amountCents,
    held: 2,
    ...(limit !== undefined && { limit }),
    pledgedCents: 500_000,
  })),
  otherCents: 805_050,
  weeks: Array.from({ length: 12 }, (_, index) => ({
    startsOn: new Date(Date.UTC(2026, 11, 14 + index * 7)).toISOString().slice(0, 10),
    raisedCents: index * 10_000,
    receivedCents: index === 5 ? -2_500 : index * 4_000,
  })),
  matchLeftCents: 52_450,
  largest: [
    { ...listed, state: 'part-paid', owedCents: 250_000, paidCents: 125_000 },
    {
      ...listed,
      pledgeId: `${listed.pledgeId.slice(0, -1)}2` as never,
      state: 'accepted',
      commitment: MY_PLEDGES.goods.commitment,
      owedCents: 0,
      paidCents: 0,
    },
  ],
  inNeed: [{ ...listed, state: 'offered', needs: ['decide', 'logo'], since: '2027-02-27T12:00:00Z' }],
  overdue: [{ ...listed, state: 'invoiced', dueOn: '2027-02-20', dueCents: 125_050 }],
  version: 12,
  asOf: '2027-03-01T12:00:00Z',
};
const quiet: CampaignDashboard = {
  ...dashboard,
  phase: 'not-open-yet',
  totals: notOpenCampaign.totals,
  raisedCents: 0,
  pace: { points: [], opensOn: '2027-04-01', closesOn: '2027-05-31', today: '2027-03-01', evenCents: 0 },
  largest: [],
  inNeed: [],
  overdue: [],
};
const over: CampaignDashboard = {
  ...dashboard,
  phase: 'over',
  goalReachedAt: '2027-02-20T12:00:00Z',
  pace: { ...dashboard.pace, closesOn: '2027-02-25', today: '2027-03-01', evenCents: goalCents },
};

const { campaign: _c, canCancel: _a, canCorrect: _b, due: _d, ...partPaid } = MY_PLEDGES['part-paid'];
const pledge: StaffPledge = {
  ...partPaid,
  campaignId,
  language: 'en',
  payments: [...partPaid.payments],
  invoices: [...partPaid.invoices],
  reminders: [],
  benefits: [{ benefit: 'Banner & "more"', givenOn: '2027-02-20' }, { benefit: 'Name on the <bench>' }],
  version: 7,
};
const history = [
  { at: '2027-02-01T12:00:00Z', by: 'sponsor', what: 'made' },
  { at: '2027-02-02T12:00:00Z', by: 'dana@riverbend.example', what: 'declined', reason: 'Not <a> "fit" & all' },
  { at: '2027-02-03T12:00:00Z', by: 'schedule', what: 'reminded', ref: 'before-1:2027-02-20' },
];
const may = { decide: true, record: true };
const model = { reader, pledge, campaign: { campaignId, title, levels, slug }, history, may, formKey: FORM_KEY };
const inState = (state: StaffPledge['state'], more: Partial<StaffPledge> = {}) => ({ ...model, pledge: { ...pledge, state, ...more } });

const [lincoln] = schools;
const school = { schoolId: lincoln?.schoolId ?? ('' as never), name: 'Lincoln & more <Elementary>' };
const someHours = {
  minutesGiven: 12_345,
  placesGiven: 230,
  placesSeen: 180,
  placesMissed: 9,
  minutesAhead: 600,
  placesAhead: 8,
  valueCents: 715_800,
};
const volunteering: VolunteeringDashboard = {
  schools: [school, { ...school, schoolId: `${school.schoolId.slice(0, -1)}Z` as never, name: 'Washington Middle' }],
  today: '2027-03-01',
  days: Array.from({ length: 28 }, (_, index) => new Date(Date.UTC(2027, 2, 1 + index)).toISOString().slice(0, 10)),
  fill: [
    {
      ...school,
      gaps: 2,
      days: [0, 3, 6, 9, 12].map((taken, index) => ({
        day: `2027-03-0${index + 2}`,
        slots: 2,
        capacity: 12,
        taken,
        open: 12 - taken,
        minutes: taken * 90,
        seen: 0,
        missed: 0,
      })),
    },
  ],
  gaps: [
    {
      schoolId: school.schoolId,
      schoolName: school.name,
      zone: 'America/Chicago',
      opportunityId: 'opp_00000000000000000000000001' as never,
      title: { en: 'Carnival <b>' },
      slotId: 'slot_00000000000000000000000001' as never,
      label: { en: 'Ring & toss' },
      startsAt: '2027-03-05T23:00:00Z',
      capacity: 12,
      taken: 3,
      placesLeft: 9,
    },
  ],
  gapsInAll: 31,
  waitlists: [
    {
      schoolId: school.schoolId,
      schoolName: school.name,
      zone: 'America/Chicago',
      opportunityId: 'opp_00000000000000000000000001' as never,
      title: { en: 'Carnival <b>' },
      slotId: 'slot_00000000000000000000000001' as never,
      label: { en: 'Ring & toss' },
      startsAt: '2027-03-05T23:00:00Z',
      capacity: 12,
      taken: 11,
      waiting: 3,
      offered: 1,
    },
    {
      schoolId: school.schoolId,
      schoolName: school.name,
      zone: 'America/Chicago',
      opportunityId: 'opp_00000000000000000000000001' as never,
      title: { en: 'Carnival <b>' },
      slotId: 'slot_00000000000000000000000002' as never,
      label: { en: 'Cakes & "pies"' },
      capacity: 2,
      taken: 2,
      waiting: 1,
      offered: 0,
    },
  ],
  waitlistsInAll: 33,
  peopleWaiting: 40,
  months: Array.from({ length: 12 }, (_, index) => ({
    month: new Date(Date.UTC(2026, 3 + index, 1)).toISOString().slice(0, 7),
    signUps: index * 3,
    cancelled: index,
    newPeople: index,
    returningPeople: 12 - index,
  })),
  countedBySchool: true,
  year: { from: '2026-08-01', to: '2027-07-31', ...someHours },
  hours: [
    { ...school, ...someHours },
    { schoolId: `${school.schoolId.slice(0, -1)}Z` as never, name: 'Washington Middle', ...someHours },
  ],
  asOf: '2027-03-01T12:00:00Z',
};
const noVolunteering: VolunteeringDashboard = {
  ...volunteering,
  schools: [school],
  fill: [{ ...school, days: [], gaps: 0 }],
  gaps: [],
  gapsInAll: 0,
  waitlists: [],
  waitlistsInAll: 0,
  peopleWaiting: 0,
};
const schoolsOfDistrict = schools.map(({ schoolId, name }) => ({ schoolId, name }));
const luis: StaffEntry = {
  email: 'luis.o@riverbend.example',
  name: "Luis O'Ortega & <Sons>",
  role: 'coordinator',
  schools: schoolsOfDistrict.slice(0, 1).map(({ schoolId }) => schoolId as never),
  active: true,
  since: '2027-02-01T12:00:00Z',
  version: 2,
};
const staff: readonly StaffEntry[] = [
  { ...luis, email: 'dana@riverbend.example', name: 'Dana', role: 'admin', schools: [], version: 1 },
  luis,
  { ...luis, email: 'pat@riverbend.example', name: 'Pat', role: 'viewer', schools: [], active: false },
];
const wrongMember = (operationId: string, email: string) => ({
  operationId,
  values: new URLSearchParams({ email, name: '<>', role: 'owner', language: 'es' }),
  errors: ['/email', '/name', '/role', '/schools/0'].map((pointer) => ({ pointer, code: 'field.invalid-value', detail: '' })),
});

const histories: HistoryRow[] = [
  {
    at: '2027-02-28T12:00:00Z',
    by: 'dana@riverbend.example',
    what: 'opportunity.changed',
    about: 'opp_01JC0N7Q9V8Z3M4K5P6R7S8T9W',
    ref: '3',
    changes: [
      { field: 'title', before: { en: 'A <b>', es: 'B' }, after: { en: 'C & D' } },
      { field: 'slots', before: [{}], after: [{}, {}] },
      { field: 'contact', before: { name: 'Ana', active: true } },
      { field: 'opensAt', after: '2027-03-01T12:00:00Z' },
      { field: 'schools', before: [], after: ['x', 'y'] },
    ],
  },
  { at: '2027-02-27T12:00:00Z', by: 'nobody@riverbend.example', what: 'staff.changed', about: luis.email, ref: '2', changes: [] },
  {
    at: '2027-02-26T12:00:00Z',
    by: 'dana@riverbend.example',
    what: 'pledge.declined',
    about: MY_PLEDGES.offered.pledgeId,
    ref: '2',
    campaignId,
    changes: [],
    reason: 'Not <a> "fit" & all',
  },
];
const historyModel: desk.DeskHistoryModel = {
  reader,
  month: '2027-02',
  earlier: '2027-01',
  later: '2027-03',
  rows: histories.map((row) => ({ ...row, thingKey: 'k' })),
  complete: true,
  chosen: { who: '', kind: '', thing: '' },
  who: [{ key: 'w', name: 'Dana' }],
  kinds: ['opportunity', 'pledge', 'staff', 'other'],
  nameOf: (email) => (email.startsWith('dana') ? 'Dana' : email),
};
const slots = [
  {
    kind: 'shift',
    slotId: slotId(1),
    label: { en: 'Ring <toss> & more' },
    capacity: 4,
    startsAt: '2027-03-05T23:00:00Z',
    endsAt: '2027-03-06T01:00:00Z',
  },
  { kind: 'item', slotId: slotId(2), label: { en: 'Juice boxes', es: 'Cajas de jugo' }, capacity: 150 },
] as const;
const comes: Roster = {
  opportunityId: opportunityId(),
  title: { en: 'Spring <Carnival>' },
  questions: [aChoice()],
  slots: [
    {
      slot: slots[0],
      taken: 4,
      placesLeft: 0,
      people: [
        {
          personId: personId(1),
          signUpId: signUpId(1),
          places: 3,
          person: { name: 'Ana "<i>" Gómez', email: "ana+o'b@example.org", phone: '217-555-0134' },
          answers: [{ questionId: questionId(1), answer: 's' }],
          note: 'Brings <her> own table\nand chairs',
          signedUpAt: '2027-02-20T12:00:00Z',
          attendance: 'attended',
          seenAt: '2027-03-05T23:02:00.000Z',
          minutes: 90,
        },
        { personId: personId(2), signUpId: signUpId(2), places: 1, answers: [], attendance: 'open' },
        {
          personId: personId(5),
          signUpId: signUpId(5),
          places: 1,
          person: { name: 'Cleo <c>', email: 'cleo@example.org' },
          answers: [],
          timeBefore: { startsAt: '2027-03-05T20:00:00Z', endsAt: '2027-03-05T22:00:00Z' },
          attendance: 'open',
        },
      ],
      waiting: [
        {
          personId: personId(3),
          signUpId: signUpId(3),
          places: 2,
          position: 1,
          offer: { places: 1, until: '2027-03-04T18:00:00Z' },
          person: { name: 'Ben <b>', email: 'ben@example.org' },
          answers: [],
          signedUpAt: '2027-02-21T12:00:00Z',
        },
        { personId: personId(4), signUpId: signUpId(4), places: 1, position: 2, answers: [] },
      ],
    },
    { slot: slots[1], taken: 0, placesLeft: 150, people: [], waiting: [] },
  ],
};
const { place, contact } = anOpportunity();
const rosterModel = {
  reader,
  roster: comes,
  opportunity: { opportunityId: opportunityId(), place, contact },
  zone: 'America/Chicago',
  withoutMail: new Set(comes.slots.flatMap(({ people }) => people.slice(0, 1).map(({ personId }) => personId))),
  mayManage: true,
} as const;

const inBox = { ...aSchool(), name: 'Lincoln & more <Elementary>' };
const suggestions: readonly Suggestion[] = [1, 2].map((n) => ({
  suggestionId: SuggestionId.parse(`sug_${String(n).padStart(22, 's')}`),
  schoolId: inBox.schoolId,
  text: 'Help on <Saturdays>,\nplease & "thanks"',
  language: 'en',
  sentAt: '2027-02-20T12:00:00Z',
  ...(n === 2 && { settled: { by: 'luis@riverbend.example', at: '2027-02-21T12:00:00Z' } }),
}));

/** Of seven days. */
const MAIL = { sent: 1_204, delivered: 1_190, bounced: 9, bouncedForNow: 3, complained: 1, failed: 0, suppressed: 2 };

type Render = (context: PageContext) => string;

export const DESK: Readonly<Record<string, Render>> = {
  ...DESK_SETUP,
  ...DESK_PEOPLE,
  ...DESK_CHECK_IN,
  ...deskFeedback(reader),
  ...deskMail(reader),
  ...DESK_CAMPAIGN,
  ...DESK_PHOTOS,
  'desk, sign in': (c) => desk.deskSignInPage(c, { next: '/desk' }),
  'desk, session over': (c) => desk.deskSignInPage(c, { next: '/desk?a=<b>', notice: 'session-over' }),
  'desk, unknown': (c) => desk.deskUnknownPage(c, { email: 'eve@example.org' }),
  'desk, me': (c) => desk.deskMePage(c, { reader, email: 'dana@riverbend.example', role: 'coordinator', schools: ['Lincoln & more'] }),
  'desk, start': (c) =>
    desk.deskStartPage(c, {
      reader,
      volunteering,
      campaigns: [campaign, overCampaign],
      schools,
      inNeed: 3,
      overdue: 1,
      suggestions: new Map([[school.schoolId, 2]]),
      mail: MAIL,
      onWall: false,
    }),
  'desk, start on a wall': (c) =>
    desk.deskStartPage(c, { reader, volunteering, campaigns: [campaign], schools, inNeed: 0, overdue: 0, onWall: true }),
  'desk, start of who has no school': (c) =>
    desk.deskStartPage(c, {
      reader: { ...reader, sections: ['overview'] },
      volunteering: { ...noVolunteering, schools: [], fill: [], hours: [] },
      campaigns: [],
      schools: [],
      inNeed: 0,
      overdue: 0,
      onWall: false,
    }),
  'desk, problem': (c) => desk.deskProblemPage(c, { code: 'campaign.not-found' }),
  'desk, broken': (c) => desk.deskProblemPage(c, { code: 'service.broken', correlationId: 'req-1' }),
  'desk, volunteering': (c) =>
    desk.deskVolunteeringPage(c, {
      reader,
      dashboard: volunteering,
      onWall: false,
      figures: { generation: 1 },
      mayReadFeedback: true,
      done: 'rebuild',
    }),
  'desk, volunteering on a wall': (c) =>
    desk.deskVolunteeringPage(c, { reader, dashboard: volunteering, onWall: true, mayReadFeedback: true }),
  'desk, nothing planned': (c) =>
    desk.deskVolunteeringPage(c, {
      reader,
      dashboard: noVolunteering,
      onWall: false,
      mayReadFeedback: false,
      figures: { generation: 1, making: { generation: 2, askedAt: '2027-03-01T11:00:00Z' } },
    }),
  'desk, volunteering of no school': (c) =>
    desk.deskVolunteeringPage(c, { reader, dashboard: { ...volunteering, schools: [] }, onWall: false, mayReadFeedback: false }),
  'desk, history': (c) => desk.deskHistoryPage(c, historyModel),
  'desk, no history': (c) =>
    desk.deskHistoryPage(c, { ...historyModel, rows: [], complete: false, chosen: { who: 'w', kind: 'staff', thing: 'k' } }),
  'desk, privacy': (c) => desk.deskPrivacyPage(c, { reader, retention: retentionDue }),
  'desk, privacy with nothing due': (c) =>
    desk.deskPrivacyPage(c, { reader, retention: { ...retentionDue, contacts: [], complete: true, deletions: 0 } }),
  'desk, privacy wrong': (c) => desk.deskPrivacyPage(c, { reader, email: '<nobody>', wrong: true }),
  'desk, privacy of nobody': (c) =>
    desk.deskPrivacyPage(c, {
      reader,
      email: 'a@x.example',
      found: { record: nobodyKnown, isNobody: true, canDelete: false },
    }),
  'desk, privacy found': (c) =>
    desk.deskPrivacyPage(c, { reader, email: "o'brien@x.example", found: { record: everythingKept, isNobody: false, canDelete: true } }),
  'desk, privacy deleted': (c) => desk.deskPrivacyPage(c, { reader, done: 'done' }),
  'desk, deletion': (c) => desk.deskDeletionPage(c, { reader, email: "o'brien@x.example", plan: deletionPlan }),
  'desk, deletion of nothing': (c) =>
    desk.deskDeletionPage(c, {
      reader,
      email: 'a@x.example',
      plan: { ...deletionPlan, goes: NOTHING_GOES, stays: [{ what: 'staff', isActive: false }] },
    }),
  'desk, staff': (c) => desk.deskStaffPage(c, { reader, staff, schools: schoolsOfDistrict, done: 'saveStaff' }),
  'desk, no staff': (c) => desk.deskStaffPage(c, { reader, staff: [], schools: [] }),
  'desk, staff refused': (c) => desk.deskStaffPage(c, { reader, staff, schools: schoolsOfDistrict, problem: 'staff.last-admin' }),
  'desk, staff wrong': (c) =>
    desk.deskStaffPage(c, { reader, staff, schools: schoolsOfDistrict, posted: wrongMember('saveStaff', luis.email) }),
  'desk, invitation wrong': (c) =>
    desk.deskStaffPage(c, { reader, staff, schools: schoolsOfDistrict, posted: wrongMember('inviteStaff', 'not an address') }),
  'desk, campaigns': (c) =>
    desk.deskCampaignsPage(c, {
      reader,
      campaigns: [campaign, overCampaign],
      schools,
      drafts: [{ campaignId, title: { en: 'Only <English>' }, opensAt }],
      may: { add: true },
    }),
  'desk, no campaigns': (c) => desk.deskCampaignsPage(c, { reader, campaigns: [], schools, drafts: [], may: { add: false } }),
  'desk, queue': (c) => desk.deskQueuePage(c, { reader, inNeed: dashboard.inNeed, overdue: dashboard.overdue, campaigns: [campaign] }),
  'desk, queue done': (c) => desk.deskQueuePage(c, { reader, inNeed: [], overdue: [], campaigns: [campaign] }),
  'desk, campaign': (c) => desk.campaignDashboardPage(c, { reader, dashboard, onWall: false }),
  'desk, campaign on a wall': (c) => desk.campaignDashboardPage(c, { reader, dashboard, onWall: true }),
  'desk, campaign not open yet': (c) => desk.campaignDashboardPage(c, { reader, dashboard: quiet, onWall: false }),
  'desk, campaign over': (c) => desk.campaignDashboardPage(c, { reader, dashboard: over, onWall: false }),
  'desk, pledge offered': (c) => desk.deskPledgePage(c, inState('offered', { invoices: [], payments: [], owedCents: 0, paidCents: 0 })),
  'desk, pledge part-paid': (c) => desk.deskPledgePage(c, { ...inState('part-paid'), done: 'recordPayment' }),
  'desk, pledge fulfilled': (c) => desk.deskPledgePage(c, inState('fulfilled', { paidCents: 280_000 })),
  'desk, pledge of nobody': (c) => desk.deskPledgePage(c, inState('fulfilled', { forgottenAt: '2027-02-28T12:00:00Z' })),
  'desk, pledge to forget': (c) => desk.deskPledgePage(c, inState('invoiced', { toForgetSince: '2027-02-28T12:00:00Z' })),
  'desk, pledge of goods': (c) =>
    desk.deskPledgePage(
      c,
      inState('accepted', { commitment: MY_PLEDGES.goods.commitment, owedCents: 0, paidCents: 0, payments: [], invoices: [] }),
    ),
  'desk, pledge to look at': (c) => desk.deskPledgePage(c, { ...model, may: { decide: false, record: false } }),
  'desk, pledge with a broken logo': (c) =>
    desk.deskPledgePage(c, inState('offered', { logo: MY_PLEDGES['with a logo that can’t be used'].logo })),
  'desk, pledge revised wrong': (c) =>
    desk.deskPledgePage(c, {
      ...inState('accepted', { invoices: [], payments: [] }),
      posted: {
        operationId: 'revisePledge',
        values: { 'revise-amount': '<1>', 'revise-reason': '' },
        errors: [
          { pointer: '/commitment/amountCents', code: 'amount.below-level', detail: '' },
          { pointer: '/reason', code: 'text.empty', detail: '' },
        ],
      },
    }),
  'desk, pledge refused': (c) => desk.deskPledgePage(c, { ...model, problem: 'payment.too-much' }),
  'desk, pledge wrong': (c) =>
    desk.deskPledgePage(c, {
      ...model,
      posted: {
        operationId: 'recordPayment',
        values: { amount: '<much>', method: 'cash', receivedOn: 'soon' },
        errors: [
          { pointer: '/amountCents', code: 'amount.not-whole-cents', detail: '' },
          { pointer: '/receivedOn', code: 'day.malformed', detail: '' },
        ],
      },
    }),
  'desk, suggestions': (c) => deskSuggestionsPage(c, { reader, school: inBox, suggestions }),
  'desk, suggestions, none': (c) => deskSuggestionsPage(c, { reader, school: inBox, suggestions: [], problem: 'suggestion.not-found' }),
  'desk, who comes': (c) => desk.deskRosterPage(c, rosterModel),
  'desk, who comes, called off': (c) =>
    desk.deskRosterPage(c, {
      ...rosterModel,
      roster: { ...comes, slots: comes.slots.map((one) => ({ ...one, slot: { ...one.slot, calledOff: true as const } })) },
    }),
  'desk, who comes to one slot': (c) =>
    desk.deskRosterPage(c, { ...rosterModel, roster: { ...comes, slots: comes.slots.slice(1) }, only: slotId(2) }),
};
