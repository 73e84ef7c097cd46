/** Definitions and ledgers as rows, and back. A row that does not parse throws: it is never skipped. */
import * as z from 'zod/mini';
import { type Opportunity, Opportunity as OpportunitySchema } from '#contracts/resources/opportunity.ts';
import { Email, Instant, OpportunityId, PersonId, SchoolId, SignUpId, SlotId, SubmissionId } from '#contracts/values.ts';
import { canonical } from '#domain/time.ts';
import type { CalendarSource } from '#domain/volunteering/calendar-ports.ts';
import type { Attendance, Claim, QueueEntry, SlotChange, SlotFigures, SlotLedger, WaitlistView } from '#domain/volunteering/ports.ts';
import { type Item, type Key, SAVED_AT } from './table.ts';

/** Sorts after every instant: a slot without an end is listed for good. */
export const NO_END = '9999';

export const opportunityKey = (opportunityId: OpportunityId): Key => ({ pk: opportunityId, sk: 'OPPORTUNITY' });
export const slotKey = (opportunityId: OpportunityId, slotId: SlotId): Key => ({ pk: opportunityId, sk: `SLOT#${slotId}` });

/** Whether the public can see it. */
const isListed = ({ status }: Opportunity): boolean => status === 'published' || status === 'closed';

/** `savedAt` is what calendars tell of it: since when it says what it says. */
export const opportunityItem = (opportunity: Opportunity, savedAt: string): Key & Item & { readonly version: number } => ({
  ...opportunityKey(opportunity.opportunityId),
  definition: opportunity,
  [SAVED_AT]: savedAt,
  version: opportunity.version,
  ...(isListed(opportunity)
    ? { listedSchool: opportunity.schoolId, listedId: opportunity.opportunityId }
    : { unlistedSchool: opportunity.schoolId, unlistedId: opportunity.opportunityId }),
});

const DefinitionRow = z.object({ definition: OpportunitySchema, [SAVED_AT]: z.optional(Instant) });
export const opportunityOf = (item: Item): Opportunity => DefinitionRow.parse(item).definition;
/** With when it was saved, where that was noted. */
export function savedOpportunityOf(item: Item): CalendarSource {
  const { definition, savedAt } = DefinitionRow.parse(item);
  return { opportunity: definition, ...(savedAt !== undefined && { savedAt }) };
}

const moved = z.object({ slotId: SlotId, signUpId: SignUpId });
const changed = { personId: PersonId, signUpId: SignUpId, submissionId: SubmissionId, places: z.int(), at: Instant, by: z.optional(Email) };
const ChangeRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claimed'), ...changed, movedFrom: z.optional(moved) }),
  z.object({ kind: z.literal('resized'), ...changed, placesBefore: z.int() }),
  z.object({ kind: z.literal('released'), ...changed, movedTo: z.optional(moved), together: z.optional(z.array(SignUpId)) }),
  z.object({
    kind: z.literal('marked'),
    personId: PersonId,
    signUpId: SignUpId,
    places: z.int(),
    attendance: z.object({
      state: z.enum(['attended', 'missed', 'open']),
      at: Instant,
      minutes: z.optional(z.int()),
      isRest: z.optional(z.literal(true)),
    }),
    at: Instant,
    by: Email,
  }),
  z.object({ kind: z.literal('queued'), ...changed }),
  z.object({ kind: z.literal('requeued'), ...changed, placesBefore: z.int() }),
  z.object({ kind: z.literal('offered'), ...changed, wanted: z.int(), until: Instant }),
  z.object({ kind: z.literal('passed'), ...changed, why: z.enum(['passed', 'expired']) }),
  z.object({ kind: z.literal('unqueued'), ...changed, why: z.enum(['left', 'passed', 'expired', 'ended']) }),
  z.object({ kind: z.literal('promoted'), ...changed, accepted: z.optional(z.literal(true)) }),
  z.object({ kind: z.enum(['opened', 'revised', 'forgotten']), at: Instant }),
]);

/**
 * `placesLeft` is stored and `taken` follows from it (`capacity - held - placesLeft`): a DynamoDB condition compares but cannot add, so what
 * the one conditional write asks about has to stand there as one number. It is negative when staff lowered the capacity below what is taken.
 */
const figures = {
  capacity: z.int(),
  placesLeft: z.int(),
  held: z.int(),
  waiting: z.int(),
  state: z.enum(['open', 'closed']),
  opensAt: z.optional(Instant),
  closesAt: z.optional(Instant),
  startsAt: z.optional(Instant),
  endsAt: z.optional(Instant),
};
const rows = z.custom<Readonly<Record<string, unknown>>>((value) => typeof value === 'object' && value !== null);
const LedgerRow = z.object({
  pk: OpportunityId,
  sk: z.string().check(z.regex(/^SLOT#/)),
  schoolId: SchoolId,
  ...figures,
  leastWaiting: z.optional(z.int()),
  cancelled: z.optional(z.int()),
  startSetAt: z.optional(Instant),
  claims: rows,
  queue: z.optional(rows),
  queuedSince: z.optional(rows),
  version: z.int(),
  change: ChangeRow,
});

/**
 * Places and the sign-up without its prefix in one text: `2 Zk3…`. The item's size is the price of every write and read; as a map of two
 * attributes each claim would be a third larger, and 60 of them more than 3 KB.
 */
export const claimRow = (claim: Claim): string => `${claim.places} ${claim.signUpId.slice(SIGN_UP.length)}`;

const SIGN_UP = 'sgn_';
const CLAIM = /^([1-9]\d*) ([\w-]{16})$/;
const PERSON = /^[\w-]{16}$/;

/** By hand: a schema for each of a thousand claims takes eight times as long, and every look at an opportunity parses them. */
function claimsOf(rows: Readonly<Record<string, unknown>>): SlotLedger['claims'] {
  const claims: Record<string, Claim> = {};
  for (const personId in rows) {
    const found = CLAIM.exec(String(rows[personId]));
    if (!found || !PERSON.test(personId)) throw new Error(`the claim of ${personId} can't be read`);
    claims[personId] = { places: Number(found[1]), signUpId: `${SIGN_UP}${found[2]}` as SignUpId };
  }
  return claims;
}

/**
 * Each mark at the door is an attribute of the item by itself: it can be set where there was none, and removed where there is none, with no map that
 * would have to be made before. Its text is `2027-03-05T23:02:11.000Z +0090`, so that the order of texts, which a condition compares, is the order in
 * which marks outweigh each other (`domain/volunteering/attendance.ts`).
 */
export const seenName = (personId: PersonId): string => `${SEEN}${personId}`;
const SEEN = 'seen#';
/** In the order of their weight, which is that of their characters. */
const MARKS = {
  '!': { state: 'open' },
  '(': { state: 'attended', isRest: true },
  ')': { state: 'missed', isRest: true },
  '+': { state: 'attended' },
  '-': { state: 'missed' },
} as const satisfies Record<string, Pick<Attendance, 'state' | 'isRest'>>;
const SEEN_ROW = /^(\S{24}) ([!()+-])(\d{4})?$/;

export function seenRow({ at, state, isRest, minutes }: Attendance): string {
  const [mark] = Object.entries(MARKS).find(([, one]) => one.state === state && 'isRest' in one === (isRest === true)) ?? [];
  if (mark === undefined) throw new Error(`there is no mark for ${state}`);
  return `${at} ${mark}${minutes === undefined ? '' : String(minutes).padStart(4, '0')}`;
}

function attendanceOf(item: Item): Pick<SlotLedger, 'attendance'> {
  const attendance: Record<string, Attendance> = {};
  for (const name in item) {
    if (!name.startsWith(SEEN)) continue;
    const [, at, mark, minutes] = SEEN_ROW.exec(String(item[name])) ?? [];
    if (at === undefined || mark === undefined) throw new Error(`the mark ${name} can't be read`);
    const { state, ...rest } = MARKS[mark as keyof typeof MARKS];
    attendance[name.slice(SEEN.length)] = { state, at, ...(minutes !== undefined && { minutes: Number(minutes) }), ...rest };
  }
  return Object.keys(attendance).length === 0 ? {} : { attendance };
}

/**
 * Places wanted, the sign-up and its submission, and what came of it: `2 Zk3… u8d…`, with ` l3` where gaps below 3 are for others and ` o1 2027-…` for an
 * offer of one place. Since when somebody waits stands beside it, as a number: one write can't put the version it makes into a text.
 */
export const queueRow = ({ places, signUpId, submissionId, least, offer }: Omit<QueueEntry, 'since'>): string =>
  `${places} ${signUpId.slice(SIGN_UP.length)} ${submissionId}${least === undefined ? '' : ` l${least}`}${offer ? ` o${offer.places} ${offer.until}` : ''}`;

const QUEUED = /^([1-9]\d*) ([\w-]{16}) ([\w-]{22})(?: l([1-9]\d*))?(?: o([1-9]\d*) (\S{24}))?$/;

function queueOf(rows: Readonly<Record<string, unknown>>, since: Readonly<Record<string, unknown>>): SlotLedger['queue'] {
  const queue: Record<string, QueueEntry> = {};
  for (const personId in rows) {
    const found = QUEUED.exec(String(rows[personId]));
    const joinedAt = since[personId];
    if (!found || !PERSON.test(personId) || typeof joinedAt !== 'number') throw new Error(`the waiting of ${personId} can't be read`);
    const [, places, signUp, submissionId, least, offered, until] = found;
    queue[personId] = {
      signUpId: `${SIGN_UP}${signUp}` as SignUpId,
      submissionId: submissionId as SubmissionId,
      places: Number(places),
      since: joinedAt,
      ...(least !== undefined && { least: Number(least) }),
      ...(offered !== undefined && until !== undefined && { offer: { places: Number(offered), until } }),
    };
  }
  return Object.keys(queue).length === 0 ? undefined : queue;
}

/** What a ledger says of those who wait. `waits` is there while somebody does: it puts the slot into the index of waitlists. */
export const queueRows = (queue: NonNullable<SlotLedger['queue']>) => ({
  queue: Object.fromEntries(Object.entries(queue).map(([personId, entry]) => [personId, queueRow(entry)])),
  queuedSince: Object.fromEntries(Object.entries(queue).map(([personId, { since }]) => [personId, since])),
  waits: WAITS,
});
export const WAITS = 'yes';

export const ledgerItem = (ledger: SlotLedger): Key & Item => ({
  ...slotKey(ledger.opportunityId, ledger.slotId),
  schoolId: ledger.schoolId,
  capacity: ledger.capacity,
  placesLeft: ledger.capacity - ledger.held - ledger.taken,
  held: ledger.held,
  waiting: ledger.waiting,
  ...(ledger.cancelled !== undefined && { cancelled: ledger.cancelled }),
  state: ledger.state,
  ...timesRow(ledger),
  ...(ledger.startSetAt !== undefined && { startSetAt: ledger.startSetAt }),
  claims: Object.fromEntries(Object.entries(ledger.claims).map(([personId, claim]) => [personId, claimRow(claim)])),
  ...Object.fromEntries(Object.entries(ledger.attendance ?? {}).map(([id, mark]) => [seenName(id as PersonId), seenRow(mark)])),
  ...(ledger.queue && queueRows(ledger.queue)),
  ...(ledger.leastWaiting !== undefined && { leastWaiting: ledger.leastWaiting }),
  version: ledger.version,
  change: ledger.change,
});

/** Times in the one form that compares as text, and the sort key of the listing. */
export const timesRow = ({ opensAt, closesAt, startsAt, endsAt }: Pick<SlotLedger, 'opensAt' | 'closesAt' | 'startsAt' | 'endsAt'>) => ({
  ...(opensAt !== undefined && { opensAt: canonical(opensAt) }),
  ...(closesAt !== undefined && { closesAt: canonical(closesAt) }),
  ...(startsAt !== undefined && { startsAt: canonical(startsAt) }),
  ...(endsAt !== undefined && { endsAt: canonical(endsAt) }),
  listedUntil: endsAt === undefined ? NO_END : canonical(endsAt),
});

export const isLedger = (item: Item): boolean => String(item.sk).startsWith('SLOT#');

export function ledgerOf(item: Item): SlotLedger {
  const {
    pk,
    sk,
    placesLeft,
    claims,
    queue: waiting,
    queuedSince,
    leastWaiting,
    change,
    cancelled,
    startSetAt,
    opensAt,
    closesAt,
    startsAt,
    endsAt,
    ...rest
  } = LedgerRow.parse(item);
  const queue = waiting && queueOf(waiting, queuedSince ?? {});
  return {
    ...rest,
    ...(queue && { queue }),
    ...(leastWaiting !== undefined && { leastWaiting }),
    ...(cancelled !== undefined && { cancelled }),
    ...(startSetAt !== undefined && { startSetAt }),
    taken: rest.capacity - rest.held - placesLeft,
    ...times({ opensAt, closesAt, startsAt, endsAt }),
    opportunityId: pk,
    slotId: slotIdOf(sk),
    claims: claimsOf(claims),
    ...attendanceOf(item),
    change: changeOf(change),
  };
}

const FiguresRow = z.object({ pk: OpportunityId, sk: z.string().check(z.regex(/^SLOT#/)), ...figures });

export function figuresOf(item: Item): SlotFigures & { readonly opportunityId: OpportunityId } {
  const { pk, sk, placesLeft, opensAt, closesAt, startsAt, endsAt, ...rest } = FiguresRow.parse(item);
  return {
    ...rest,
    // the index does not carry for which gaps they wait: a list rather says full for a moment than promise what the ledger would refuse
    ...(rest.waiting > 0 && { leastWaiting: 1 }),
    taken: rest.capacity - rest.held - placesLeft,
    ...times({ opensAt, closesAt, startsAt, endsAt }),
    opportunityId: pk,
    slotId: slotIdOf(sk),
  };
}

const WaitlistRow = z.object({
  pk: OpportunityId,
  sk: z.string().check(z.regex(/^SLOT#/)),
  ...z.pick(z.object(figures), { capacity: true, placesLeft: true, held: true, state: true, closesAt: true, startsAt: true }).shape,
  queue: rows,
  queuedSince: rows,
});

export function waitlistOf(item: Item): WaitlistView {
  const { pk, sk, placesLeft, queue: waiting, queuedSince, closesAt, startsAt, ...rest } = WaitlistRow.parse(item);
  const queue = queueOf(waiting, queuedSince);
  return {
    ...rest,
    taken: rest.capacity - rest.held - placesLeft,
    ...(closesAt !== undefined && { closesAt }),
    ...(startsAt !== undefined && { startsAt }),
    opportunityId: pk,
    slotId: slotIdOf(sk),
    ...(queue && { queue }),
  };
}

const slotIdOf = (sk: string): SlotId => SlotId.parse(sk.slice('SLOT#'.length));

type Times = Pick<SlotLedger, 'opensAt' | 'closesAt' | 'startsAt' | 'endsAt'>;
function times(row: { [T in keyof Times]: string | undefined }): Times {
  return {
    ...(row.opensAt !== undefined && { opensAt: row.opensAt }),
    ...(row.closesAt !== undefined && { closesAt: row.closesAt }),
    ...(row.startsAt !== undefined && { startsAt: row.startsAt }),
    ...(row.endsAt !== undefined && { endsAt: row.endsAt }),
  };
}

function changeOf(row: z.infer<typeof ChangeRow>): SlotChange {
  if (!('personId' in row)) return row;
  if (row.kind === 'marked') {
    const { minutes, isRest, ...mark } = row.attendance;
    return { ...row, attendance: { ...mark, ...(minutes !== undefined && { minutes }), ...(isRest && { isRest }) } };
  }
  const { by: who, ...change } = row;
  const by = who === undefined ? {} : { by: who };
  if (change.kind === 'claimed') {
    const { movedFrom, ...rest } = change;
    return { ...rest, ...(movedFrom && { movedFrom }), ...by };
  }
  if (change.kind === 'released') {
    const { movedTo, together, ...rest } = change;
    return { ...rest, ...(movedTo && { movedTo }), ...(together && { together }), ...by };
  }
  if (change.kind === 'promoted') {
    const { accepted, ...rest } = change;
    return { ...rest, ...(accepted && { accepted }), ...by };
  }
  return { ...change, ...by };
}
