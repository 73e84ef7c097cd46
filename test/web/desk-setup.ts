/** The desk's pages of schools and opportunities in every state they can be in. */
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import { Day } from '#contracts/values.ts';
import { heldDays, slotOn } from '#domain/volunteering/series.ts';
import { aChoice, anItem, anOpportunity, aSchool, aSeries, aShift, slotId } from '#test/support/builders.ts';
import * as desk from '#web/desk/index.ts';
import type { PageContext } from '#web/pages/index.ts';
import { FORM_KEY } from './district.ts';

const reader = { name: "Dana O'Whitfield", csrf: 'token-of-the-session', sections: ['overview', 'opportunities', 'schools'] } as const;
const school = aSchool({ name: 'Lincoln <Elementary> & more' });
const both = (en: string, es: string) => ({ en, es });
const opportunity = anOpportunity({
  title: both('Carnival <b>', 'Feria <b>'),
  slots: [aShift(1), anItem(2)],
  questions: [aChoice()],
  opensAt: '2027-03-02T14:00:00.000Z',
  limitPerPerson: 2,
});
const { place: _p, ...elsewhere } = opportunity;
const entry = (version: number, changes: StaffHistoryEntry['changes']): StaffHistoryEntry => ({
  at: '2027-03-01T12:00:00.000Z',
  by: 'luis@riverbend.example',
  what: version === 1 ? 'opportunity.added' : 'opportunity.changed',
  about: opportunity.opportunityId,
  ref: String(version),
  changes,
});
const history = [
  entry(1, []),
  entry(2, [
    { field: 'slots', before: [aShift(1)], after: opportunity.slots },
    { field: 'title', before: { en: 'Old <i>' }, after: opportunity.title },
    { field: 'showFirstNames', before: false, after: true },
    { field: 'place', before: opportunity.place },
    { field: 'questions', before: [], after: [aChoice()] },
    { field: 'languages', before: ['en'], after: ['en', 'es'] },
    { field: 'opensAt', after: '2027-03-02T14:00:00.000Z' },
  ]),
];
const model = {
  reader,
  opportunity,
  school,
  slots: opportunity.slots.map((slot) => ({ slot, taken: 6 })),
  history,
  next: ['published', 'closed'] as const,
  holidays: [
    { name: both('Winter <break>', 'Vacaciones <de invierno>'), from: Day.parse('2026-12-21'), to: Day.parse('2027-01-01') },
    { name: both('Spring <break>', 'Vacaciones <de primavera>'), from: Day.parse('2027-03-22'), to: Day.parse('2027-03-26') },
    { name: { en: 'Election <day>' }, from: Day.parse('2027-03-16') },
  ],
  may: { edit: true, people: true },
  formKey: FORM_KEY,
};
const series = aSeries({ leftOut: [{ day: '2027-03-16', name: both('Break <b>', 'Vacaciones <b>') }, { day: '2027-04-06' }] });
const dates = heldDays(series).map((day, index) => slotOn(series, day, school.zone, slotId(10 + index)));
const recurring = {
  opportunity: { ...opportunity, slots: [...dates, anItem(2)], series: [series] },
  slots: dates.map((slot) => ({ slot, taken: 1 })),
};
const form = {
  reader,
  school,
  values: desk.opportunityFormOf(opportunity, school.zone, ['en', 'es']),
  errors: [],
  locked: [slotId(1)],
  saved: opportunity.title,
};
const draft = desk.opportunityFormOf({ ...elsewhere, status: 'draft', version: 0, title: {}, slots: [aShift(1)] }, school.zone, [
  'en',
  'es',
]);
const wrong = (pointer: string, code = 'field.missing') => ({ pointer, code, detail: '' });
const rows = [
  {
    opportunityId: opportunity.opportunityId,
    title: opportunity.title,
    status: 'published',
    over: false,
    nextAt: '2027-03-05T23:00:00.000Z',
    taken: 3,
    capacity: 10,
  },
  { opportunityId: 'opp_x' as never, title: { en: 'Only <English>' }, status: 'draft', over: false, taken: 0, capacity: 5 },
  {
    opportunityId: 'opp_y' as never,
    title: { en: 'Fall' },
    status: 'closed',
    over: true,
    lastAt: '2026-10-05T23:00:00.000Z',
    taken: 5,
    capacity: 5,
  },
] as const;
const schoolForm = { reader, values: desk.schoolFormOf(school), errors: [], saved: school, history: [] };

const holidays = {
  reader,
  today: '2027-03-01',
  values: desk.holidaysFormOf({ holidays: model.holidays, version: 2 }),
  errors: [],
  mayEdit: true,
  history: [
    {
      ...entry(2, [{ field: 'holidays', before: [model.holidays[0]], after: [model.holidays[1], model.holidays[2]] }]),
      what: 'holidays.changed' as const,
      about: 'holidays',
    },
  ],
};

const never = (): never => {
  throw new Error('there is no such holiday');
};

type Render = (context: PageContext) => string;

export const DESK_SETUP: Readonly<Record<string, Render>> = {
  'desk, holidays': (c) => desk.deskHolidaysPage(c, { ...holidays, done: true, dates: [] }),
  'desk, no holidays': (c) =>
    desk.deskHolidaysPage(c, { ...holidays, history: [], values: desk.withEmptyHolidays({ version: '0', holidays: [] }) }),
  'desk, holidays to look at': (c) => desk.deskHolidaysPage(c, { ...holidays, mayEdit: false, history: [] }),
  'desk, no holidays to look at': (c) =>
    desk.deskHolidaysPage(c, { ...holidays, mayEdit: false, history: [], values: { version: '0', holidays: [] } }),
  'desk, dates on holidays': (c) =>
    desk.deskHolidaysPage(c, {
      ...holidays,
      dates: [
        {
          opportunity,
          school,
          dates: Array.from({ length: 7 }, (_, n) => ({
            startsAt: `2027-03-${16 + n}T13:30:00.000Z`,
            holiday: model.holidays[n % 3] ?? never(),
          })),
        },
      ],
    }),
  'desk, holidays that can’t be kept so': (c) =>
    desk.deskHolidaysPage(c, {
      ...holidays,
      values: { version: '2', holidays: [{ name: {}, from: '<soon>', to: '2026-12-01' }, ...holidays.values.holidays] },
      errors: [
        wrong('/holidays/0/name'),
        wrong('/holidays/0/from', 'day.malformed'),
        wrong('/holidays/0/to', 'holiday.ends-before'),
        wrong('/holidays/2/name/es', 'text.too-long'),
      ],
      problem: 'request.invalid',
    }),
  'desk, holidays that others saved': (c) =>
    desk.deskHolidaysPage(c, { ...holidays, problem: 'holidays.changed-meanwhile', meanwhile: holidays.history }),
  'desk, opportunities': (c) =>
    desk.deskOpportunitiesPage(c, { reader, schools: [school, aSchool({ name: 'Other' })], school, rows, past: false, mayEdit: true }),
  'desk, no opportunities': (c) =>
    desk.deskOpportunitiesPage(c, { reader, schools: [school], school, rows: [], past: true, mayEdit: false }),
  'desk, opportunities of no school': (c) => desk.deskOpportunitiesPage(c, { reader, schools: [], rows: [], past: false, mayEdit: false }),
  'desk, opportunity': (c) => desk.deskOpportunityPage(c, { ...model, done: 'saveOpportunity' }),
  'desk, opportunity to look at': (c) => desk.deskOpportunityPage(c, { ...model, history: [], may: { edit: false, people: false } }),
  'desk, opportunity as a draft': (c) =>
    desk.deskOpportunityPage(c, { ...model, opportunity: { ...opportunity, status: 'draft' }, next: ['draft', 'published', 'archived'] }),
  'desk, opportunity refused': (c) =>
    desk.deskOpportunityPage(c, {
      ...model,
      problem: 'request.invalid',
      posted: { operationId: 'shiftOpportunity', values: { days: '<soon>', minutes: '0' } },
    }),
  'desk, opportunity with a series': (c) => desk.deskOpportunityPage(c, { ...model, ...recurring, done: 'repeatSlot' }),
  'desk, series that can’t be changed so': (c) =>
    desk.deskOpportunityPage(c, {
      ...model,
      ...recurring,
      problem: 'request.invalid',
      posted: {
        operationId: 'changeSeries',
        values: { 'series-from': '<soon>', 'series-scope': 'all' },
        errors: [wrong('/change/from', 'time.malformed'), wrong('/day', 'series.past')],
      },
    }),
  'desk, slot that can’t be repeated': (c) =>
    desk.deskOpportunityPage(c, {
      ...model,
      problem: 'request.invalid',
      posted: {
        operationId: 'repeatSlot',
        values: { 'repeat-every': 'month 1', 'repeat-without': '<soon>' },
        errors: [wrong('/without/0/from', 'day.malformed'), wrong('/until', 'series.no-end')],
      },
    }),
  'desk, new opportunity': (c) => {
    const { saved: _s, ...fresh } = form;
    return desk.deskOpportunityFormPage(c, { ...fresh, values: draft, locked: [] });
  },
  'desk, edit an opportunity': (c) => desk.deskOpportunityFormPage(c, form),
  'desk, opportunity wrong': (c) =>
    desk.deskOpportunityFormPage(c, {
      ...form,
      errors: [
        wrong('/title', 'text.empty'),
        wrong('/slots/0/startsAt'),
        wrong('/slots/1/capacity'),
        wrong('/questions/0/text/en'),
        wrong('/languages'),
        wrong('/contact/email', 'email.malformed'),
        wrong('/slots', 'slot.left-out'),
      ],
    }),
  'desk, opportunity changed meanwhile': (c) =>
    desk.deskOpportunityFormPage(c, { ...form, problem: 'opportunity.changed-meanwhile', meanwhile: history.slice(1) }),
  'desk, schools': (c) => desk.deskSchoolsPage(c, { reader, schools: [school] }),
  'desk, no schools': (c) => desk.deskSchoolsPage(c, { reader, schools: [] }),
  'desk, school': (c) => desk.deskSchoolFormPage(c, { ...schoolForm, done: 'saveSchool' }),
  'desk, school wrong': (c) =>
    desk.deskSchoolFormPage(c, {
      ...schoolForm,
      errors: [wrong('/slug', 'slug.taken'), wrong('/contact/name')],
      problem: 'request.invalid',
    }),
  'desk, school changed meanwhile': (c) =>
    desk.deskSchoolFormPage(c, {
      ...schoolForm,
      problem: 'school.changed-meanwhile',
      meanwhile: [{ ...entry(2, [{ field: 'name', before: 'A', after: '<B>' }]), what: 'school.changed' }],
    }),
};
