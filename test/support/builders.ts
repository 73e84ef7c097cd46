/** Builders with defaults: a test names only what it is about. Every value parses against its contract. */
import type { Opportunity, Question, Slot } from '#contracts/resources/opportunity.ts';
import type { School } from '#contracts/resources/school.ts';
import type { Series } from '#contracts/resources/series.ts';
import type { SignUpRequest } from '#contracts/resources/sign-up.ts';
import {
  CampaignId,
  Day,
  LevelId,
  OpportunityId,
  PersonId,
  QuestionId,
  SchoolId,
  SeriesId,
  SignUpId,
  SlotId,
  SubmissionId,
} from '#contracts/values.ts';
import type { SignUp, SlotLedger } from '#domain/volunteering/ports.ts';
import { slotsOf } from '#domain/volunteering/series.ts';

const ulid = (n: number): string => n.toString().padStart(26, '0');
export const schoolId = (n = 1): SchoolId => SchoolId.parse(`sch_${ulid(n)}`);
export const opportunityId = (n = 1): OpportunityId => OpportunityId.parse(`opp_${ulid(n)}`);
export const slotId = (n = 1): SlotId => SlotId.parse(`slot_${ulid(n)}`);
export const questionId = (n = 1): QuestionId => QuestionId.parse(`qst_${ulid(n)}`);
export const campaignId = (n = 1): CampaignId => CampaignId.parse(`cmp_${ulid(n)}`);
export const levelId = (n = 1): LevelId => LevelId.parse(`lvl_${ulid(n)}`);
export const personId = (n = 1): PersonId => PersonId.parse(n.toString().padStart(16, 'p'));
export const seriesId = (n = 1): SeriesId => SeriesId.parse(`ser_${n.toString().padStart(16, 'r')}`);
export const signUpId = (n = 1): SignUpId => SignUpId.parse(`sgn_${n.toString().padStart(16, 's')}`);
export const submissionId = (n = 1): SubmissionId => SubmissionId.parse(n.toString().padStart(22, 'm'));

export const aSchool = (with_: Partial<School> = {}): School => ({
  schoolId: schoolId(),
  slug: 'lincoln-elementary',
  name: 'Lincoln Elementary',
  address: '12 Oak Street, Springfield, IL 62701',
  zone: 'America/Chicago',
  contact: { name: 'Ms. Rivera', email: 'rivera@lincoln.example' },
  version: 1,
  ...with_,
});

/** A shift on Friday 2027-03-05, 17:00 to 19:00 in Chicago; the fake clock stands at Monday noon UTC before it. */
export const aShift = (n = 1, with_: Partial<Extract<Slot, { kind: 'shift' }>> = {}): Slot => ({
  kind: 'shift',
  slotId: slotId(n),
  label: { en: `Ring toss ${n}` },
  capacity: 5,
  startsAt: '2027-03-05T23:00:00.000Z',
  endsAt: '2027-03-06T01:00:00.000Z',
  ...with_,
});
export const anItem = (n = 1, with_: Partial<Extract<Slot, { kind: 'item' }>> = {}): Slot => ({
  kind: 'item',
  slotId: slotId(n),
  label: { en: `Juice boxes ${n}` },
  capacity: 5,
  ...with_,
});
/** Tuesdays, 8:00 to 9:00, from January 12 to June 8, 2027: over the start of daylight saving. */
export const aSeries = (with_: Partial<Series> = {}): Series => ({
  seriesId: seriesId(),
  rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270608',
  startsOn: '2027-01-12',
  kind: 'shift',
  from: '08:00',
  minutes: 60,
  label: { en: 'Reading helper' },
  capacity: 3,
  leftOut: [],
  ...with_,
});
/** A series of `count` dates from March 9, 2027 on, over the start of daylight saving; its slots are numbered from 1. */
export function tuesdays(count: number, with_: Partial<Series> = {}): { readonly series: Series[]; readonly slots: Slot[] } {
  const series = aSeries({ rule: `FREQ=WEEKLY;BYDAY=TU;COUNT=${count}`, startsOn: Day.parse('2027-03-09'), ...with_ });
  let n = 0;
  return { series: [series], slots: [...slotsOf(series, 'America/Chicago', () => slotId(++n))] };
}
export const aChoice = (n = 1, required = true): Question => ({
  kind: 'choice',
  questionId: questionId(n),
  text: { en: 'T-shirt size?' },
  required,
  choices: [
    { value: 's', text: { en: 'Small' } },
    { value: 'l', text: { en: 'Large' } },
  ],
});

/** Published, one slot, no questions, open at once. */
export const anOpportunity = (with_: Partial<Opportunity> = {}): Opportunity => ({
  opportunityId: opportunityId(),
  schoolId: schoolId(),
  kind: 'event',
  status: 'published',
  title: { en: 'Spring Carnival' },
  summary: { en: 'Games and food for the whole school' },
  place: { name: 'Gym', address: '12 Oak Street, Springfield, IL 62701' },
  languages: ['en', 'es'],
  contact: { name: 'Mr. Osei', email: 'osei@lincoln.example', phone: '217-555-0134' },
  slots: [aShift()],
  questions: [],
  dropOutHours: 24,
  showFirstNames: false,
  version: 1,
  ...with_,
});

export const aSignUpRequest = (with_: Partial<SignUpRequest> = {}): SignUpRequest => ({
  opportunityId: opportunityId(),
  slots: [{ slotId: slotId(), places: 1 }],
  person: { name: 'Ana Gómez', email: 'ana@example.org' },
  language: 'es',
  answers: [],
  consent: true,
  ...with_,
});

export const aLedger = (with_: Partial<SlotLedger> = {}): SlotLedger => ({
  slotId: slotId(),
  opportunityId: opportunityId(),
  schoolId: schoolId(),
  capacity: 5,
  taken: 0,
  held: 0,
  waiting: 0,
  state: 'open',
  closesAt: '2027-03-05T23:00:00.000Z',
  startsAt: '2027-03-05T23:00:00.000Z',
  endsAt: '2027-03-06T01:00:00.000Z',
  claims: {},
  version: 1,
  change: { kind: 'opened', at: '2027-03-01T12:00:00.000Z' },
  ...with_,
});

/** A pending intent of one slot. */
export const aSignUp = (with_: Partial<SignUp> = {}): SignUp => ({
  signUpId: signUpId(),
  personId: personId(),
  slotId: slotId(),
  opportunityId: opportunityId(),
  schoolId: schoolId(),
  places: 1,
  state: 'pending',
  person: { name: 'Ana Gómez', email: 'ana@example.org' },
  language: 'es',
  answers: [],
  submission: { submissionId: submissionId(), fingerprint: 'fingerprint', slotIds: [slotId()], refused: [] },
  signedUpAt: '2027-03-01T12:00:00.000Z',
  ledgerVersion: 0,
  expiresAt: '2027-03-01T13:00:00.000Z',
  ...with_,
});
