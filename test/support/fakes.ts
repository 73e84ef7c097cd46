/**
 * All ports in memory, with the guarantees of the real ones: each call is atomic, reads after writes are consistent, conditional
 * writes refuse as the table would. The port suites in `test/adapters` hold them against the real adapters.
 */
import { createHash, createHmac } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { School } from '#contracts/resources/school.ts';
import {
  CampaignId,
  GiftId,
  LevelId,
  ManageToken,
  OpportunityId,
  PaymentId,
  PersonId as PersonIdSchema,
  PhotoId,
  PledgeId,
  QuestionId,
  SchoolId,
  SeriesId,
  SignUpId,
  SlotId,
  SubmissionId,
  UploadId,
} from '#contracts/values.ts';
import type { Clock, Ids, People, StaffHistory } from '#domain/ports.ts';
import { millis } from '#domain/time.ts';
import type { Feedback } from '#domain/volunteering/feedback.ts';
import type { ReadFeedback } from '#domain/volunteering/feedback-results.ts';
import type { Figures } from '#domain/volunteering/figures-ports.ts';
import type { DistrictHolidays } from '#domain/volunteering/holidays.ts';
import type {
  Allowances,
  Definitions,
  LinkRequest,
  LinkRequests,
  Links,
  Marks,
  Opportunities,
  OpportunityState,
  Schools,
  SignUpNotes,
  SignUps,
  SignUpTimes,
  SlotLedger,
  Slots,
} from '#domain/volunteering/ports.ts';
import type { Suggestions } from '#domain/volunteering/suggestions.ts';
import type { VolunteerTraces } from '#domain/volunteering/traces.ts';
import { type FakeCalendars, fakeCalendars } from './fake-calendars.ts';
import { fakeDefinitions, figuresFrom, type StoredDefinitions } from './fake-definitions.ts';
import { fakeFeedback } from './fake-feedback.ts';
import { fakeFigures } from './fake-figures.ts';
import { fakeHolidays } from './fake-holidays.ts';
import type { FakeMessages } from './fake-messages.ts';
import { type FakeSlots, fakeSlots, type SlotSabotage } from './fake-slots.ts';
import { fakeSuggestions } from './fake-suggestions.ts';
import { fakeTraces, type Kept } from './fake-traces.ts';

export { fakeMailer, fakeMailLedger } from './fake-mail.ts';

export interface FakeClock extends Clock {
  set(at: number | string): void;
  advance(ms: number): void;
}
/** Stands still until told otherwise. Default: 2027-03-01, a Monday, noon UTC. */
export function fakeClock(start: string = '2027-03-01T12:00:00.000Z'): FakeClock {
  let at = millis(start);
  return {
    now: () => at,
    set: (to) => {
      at = typeof to === 'string' ? millis(to) : to;
    },
    advance: (ms) => {
      at += ms;
    },
  };
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

const ulidOf = (parts: readonly string[]): string =>
  `0${createHash('sha256').update(JSON.stringify(parts)).digest('hex').toUpperCase().slice(0, 25)}`;

/** The derived ids as the system makes them. */
export const fakeIds = (): Ids => ({
  submissionId: (...parts) => SubmissionId.parse(digest(JSON.stringify(parts)).slice(0, 22)),
  signUpId: (submissionId, slotId) => SignUpId.parse(`sgn_${digest(`${submissionId}|${slotId}`).slice(0, 16)}`),
  pledgeId: (submissionId) => PledgeId.parse(`plg_${digest(`pledge|${submissionId}`).slice(0, 16)}`),
  paymentId: (submissionId) => PaymentId.parse(`pay_${digest(`payment|${submissionId}`).slice(0, 16)}`),
  giftId: (submissionId) => GiftId.parse(`gft_${digest(`gift|${submissionId}`).slice(0, 16)}`),
  uploadId: (submissionId) => UploadId.parse(`upl_${digest(`upload|${submissionId}`).slice(0, 16)}`),
  photoId: (uploadId, drawing) => PhotoId.parse(`pho_${digest(`photo|${uploadId}|${drawing}`).slice(0, 16)}`),
  schoolId: (...parts) => SchoolId.parse(`sch_${ulidOf(parts)}`),
  opportunityId: (...parts) => OpportunityId.parse(`opp_${ulidOf(parts)}`),
  slotId: (...parts) => SlotId.parse(`slot_${ulidOf(parts)}`),
  questionId: (...parts) => QuestionId.parse(`qst_${ulidOf(parts)}`),
  seriesId: (...parts) => SeriesId.parse(`ser_${digest(`series|${JSON.stringify(parts)}`).slice(0, 16)}`),
  campaignId: (...parts) => CampaignId.parse(`cmp_${ulidOf(parts)}`),
  levelId: (...parts) => LevelId.parse(`lvl_${ulidOf(parts)}`),
  fingerprint: (body) => digest(canonicalJson(body)).slice(0, 22),
});

/** JSON whose text does not depend on the order of keys. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

export const fakePeople = (key = 'test district key'): People => ({
  identify: async (email) => PersonIdSchema.parse(createHmac('sha256', key).update(email).digest('base64url').slice(0, 16)),
});

export interface VolunteeringSabotage extends SlotSabotage {
  readonly allowanceVersion?: boolean;
  readonly messageId?: boolean;
}

export interface FakeVolunteering extends FakeCalendars {
  readonly opportunities: Opportunities;
  readonly slots: Slots;
  readonly marks: Marks;
  readonly signUps: SignUps;
  readonly notes: SignUpNotes;
  readonly times: SignUpTimes;
  readonly allowances: Allowances;
  readonly schools: Schools;
  readonly definitions: Definitions;
  readonly history: StaffHistory;
  readonly messages: FakeMessages;
  readonly suggestions: Suggestions;
  readonly holidays: DistrictHolidays;
  readonly feedback: Feedback;
  readonly readFeedback: ReadFeedback;
  readonly links: Links;
  readonly linkRequests: LinkRequests;
  /** Every image of a slot ever written, in order. */
  readonly stream: readonly SlotLedger[];
  /** Link requests as first put, in order: the other half of the table's stream. */
  readonly linkStream: readonly LinkRequest[];
  readonly figures: Figures;
  readonly traces: VolunteerTraces;
  readonly ledgers: ReadonlyMap<string, SlotLedger>;
}

/** All volunteering ports over one shared state. */
export function fakeVolunteering(sabotage: VolunteeringSabotage = {}): FakeVolunteering {
  const { slots, marks, ledgers, stream } = fakeSlots(sabotage);
  const linkStream: LinkRequest[] = [];
  const stored: StoredDefinitions = new Map();
  const schools = fakeSchools();
  const defined = fakeDefinitions(ledgers, stored, schools, sabotage);
  const kept: Kept = {
    signUps: new Map(),
    allowances: new Map(),
    links: new Map(),
    linkRequests: new Map(),
    feedback: new Map(),
    calendars: new Map(),
    counted: new Map(),
    held: new Map(),
  };
  return {
    opportunities: fakeOpportunities(ledgers, stored),
    ...defined,
    suggestions: fakeSuggestions(defined.history),
    holidays: fakeHolidays(defined.history),
    ...fakeFeedback(kept.feedback),
    slots,
    marks,
    signUps: fakeSignUps(kept.signUps),
    notes: fakeNotes(kept.signUps, defined.history),
    times: fakeTimes(kept.signUps, defined.history),
    allowances: fakeAllowances(sabotage, kept.allowances),
    schools,
    links: fakeLinks(kept.links),
    linkRequests: fakeLinkRequests(linkStream, kept.linkRequests),
    stream,
    linkStream,
    figures: fakeFigures(ledgers, {}, kept),
    traces: fakeTraces(kept, ledgers, stream),
    ...fakeCalendars(kept, ledgers, stored),
    ledgers,
  };
}

function fakeOpportunities(ledgers: FakeSlots['ledgers'], definitions: StoredDefinitions): Opportunities {
  const load = async (opportunityId: OpportunityId): Promise<OpportunityState | undefined> => {
    const opportunity = definitions.get(opportunityId);
    if (!opportunity) return undefined;
    return structuredClone({ opportunity, ledgers: [...ledgers.values()].filter((ledger) => ledger.opportunityId === opportunityId) });
  };
  return {
    glance: load,
    load,
    async ofSchool(schoolId, from) {
      const listed = [...definitions.values()].filter(
        (one) => one.schoolId === schoolId && (one.status === 'published' || one.status === 'closed'),
      );
      return structuredClone(
        listed.map((opportunity) => ({ opportunity, figures: figuresFrom(ledgers, opportunity.opportunityId, from) })),
      );
    },
    async save(opportunity) {
      const stored = definitions.get(opportunity.opportunityId);
      if (isDeepStrictEqual(stored, opportunity)) return 'saved';
      if ((stored?.version ?? 0) !== opportunity.version - 1) return 'version-conflict';
      definitions.set(opportunity.opportunityId, structuredClone(opportunity));
      return 'saved';
    },
  };
}

const key = (personId: string, slotId: string): string => `${personId}/${slotId}`;

function fakeNotes(items: Kept['signUps'], history: StaffHistory): SignUpNotes {
  return {
    async set({ personId, slotId, signUpId }, { before, after }, entry) {
      const there = items.get(key(personId, slotId));
      if (there?.signUpId !== signUpId || there.note !== before) return 'stale';
      const { note: _before, ...rest } = there;
      items.set(key(personId, slotId), { ...rest, ...(after !== undefined && { note: after }) });
      await history.add(entry);
      return 'done';
    },
  };
}

function fakeTimes(items: Kept['signUps'], history: StaffHistory): SignUpTimes {
  return {
    async confirm({ personId, slotId, signUpId }, { before, after }, entry) {
      const there = items.get(key(personId, slotId));
      if (there?.signUpId !== signUpId || !isDeepStrictEqual(there.timeKnown, before)) return 'stale';
      items.set(key(personId, slotId), { ...there, timeKnown: after });
      if (entry) await history.add(entry);
      return 'done';
    },
  };
}

function fakeSignUps(items: Kept['signUps']): SignUps {
  return {
    async intend(signUp, replaces) {
      const there = items.get(key(signUp.personId, signUp.slotId));
      if (there && (replaces === undefined || there.signUpId !== replaces)) return { kind: 'exists', signUp: structuredClone(there) };
      items.set(key(signUp.personId, signUp.slotId), structuredClone(signUp));
      return { kind: 'stored' };
    },
    find: async (personId, slotId) => structuredClone(items.get(key(personId, slotId))),
    findMany: async (personId, slotIds) => structuredClone(slotIds.flatMap((slotId) => items.get(key(personId, slotId)) ?? [])),
    ofHolders: async (holders) => structuredClone(holders.flatMap(({ personId, slotId }) => items.get(key(personId, slotId)) ?? [])),
    ofPerson: async (personId) => structuredClone([...items.values()].filter((one) => one.personId === personId)),
    async refuse(personId, slotId, signUpId, code) {
      const there = items.get(key(personId, slotId));
      if (there?.signUpId === signUpId && there.state === 'refused' && there.refusal === code) return 'done';
      if (there?.signUpId !== signUpId || there.state !== 'pending') return 'stale';
      items.set(key(personId, slotId), { ...there, state: 'refused', refusal: code });
      return 'done';
    },
    async record({ personId, slotId, ...change }) {
      const there = items.get(key(personId, slotId));
      if (there?.signUpId !== change.signUpId || there.ledgerVersion > change.ledgerVersion) return 'stale';
      if (there.ledgerVersion === change.ledgerVersion)
        return there.state === change.state && there.places === change.places ? 'done' : 'stale';
      const { refusal: _refusal, ...rest } = there;
      items.set(key(personId, slotId), { ...rest, ...change });
      return 'done';
    },
  };
}

function fakeAllowances(sabotage: VolunteeringSabotage, items: Kept['allowances']): Allowances {
  return {
    find: async (personId, opportunityId) => structuredClone(items.get(`${personId}/${opportunityId}`)),
    async save(personId, opportunityId, allowance) {
      const stored = items.get(`${personId}/${opportunityId}`);
      if (isDeepStrictEqual(stored, allowance)) return 'saved';
      if (!sabotage.allowanceVersion && (stored?.version ?? 0) !== allowance.version - 1) return 'version-conflict';
      items.set(`${personId}/${opportunityId}`, structuredClone(allowance));
      return 'saved';
    },
  };
}

function fakeSchools(): Schools {
  const items = new Map<string, School>();
  return {
    all: async () => structuredClone([...items.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))),
    async save(school) {
      if ([...items.values()].some((other) => other.slug === school.slug && other.schoolId !== school.schoolId)) return 'slug-taken';
      const stored = items.get(school.schoolId);
      if (isDeepStrictEqual(stored, school)) return 'saved';
      if ((stored?.version ?? 0) !== school.version - 1) return 'version-conflict';
      items.set(school.schoolId, structuredClone(school));
      return 'saved';
    },
    find: async (schoolId) => structuredClone(items.get(schoolId)),
    bySlug: async (slug) => structuredClone([...items.values()].find((school) => school.slug === slug)),
  };
}

function fakeLinks(items: Kept['links']): Links {
  let issued = 0;
  return {
    async issue(personId, expiresAt) {
      issued += 1;
      const token = ManageToken.parse(digest(`link ${issued} of ${personId}`).slice(0, 32));
      items.set(token, { personId, expiresAt });
      return token;
    },
    async resolve(token, now) {
      const link = items.get(token);
      return link && now < millis(link.expiresAt) ? { personId: link.personId } : undefined;
    },
  };
}

function fakeLinkRequests(linkStream: LinkRequest[], items: Kept['linkRequests']): LinkRequests {
  return {
    async put(request) {
      const key = `${request.personId}/${request.requestId}`;
      if (items.has(key)) return;
      items.set(key, structuredClone(request));
      linkStream.push(structuredClone(request));
    },
    find: async (personId, requestId) => structuredClone(items.get(`${personId}/${requestId}`)),
  };
}
