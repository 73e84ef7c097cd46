/**
 * Random people take places, wait for them, change their minds, answer offers or let them run out, while staff change capacities, close sign-up, call slots off and have them after all, add and serve
 * people by hand, and time goes by: at once, with lost answers and repeats. Of series, people take and give back all dates, and staff change one, some or all of them. The order of the line holds, whatever happens; and with a guard taken away the same check fails.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import type { SeriesChange, SeriesScope } from '#contracts/resources/series.ts';
import type { SlotId } from '#contracts/values.ts';
import { HOUR } from '#domain/time.ts';
import { addPerson } from '#domain/volunteering/add-person.ts';
import { answerOffer } from '#domain/volunteering/answer-offer.ts';
import { cancelSignUp } from '#domain/volunteering/cancel-sign-up.ts';
import { changePlaces } from '#domain/volunteering/change-places.ts';
import { changeSeries } from '#domain/volunteering/change-series.ts';
import { promotePerson } from '#domain/volunteering/promote-person.ts';
import { publishOpportunity } from '#domain/volunteering/publish-opportunity.ts';
import { serveWaitlist, sweepWaitlists } from '#domain/volunteering/serve-waitlist.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { anOpportunity, aShift, aSignUpRequest, slotId, tuesdays } from '#test/support/builders.ts';
import type { VolunteeringSabotage } from '#test/support/fakes.ts';
import { type Asking, askedAgain, seeded, withLatency } from '#test/support/faults.ts';
import { checkLedgerHistory, checkNobodyLeftStanding } from '#test/support/ledger-invariants.ts';
import { type World, world } from '#test/support/world.ts';

const SLOTS = [1, 2];
/** Of a series. */
const DATES = [1, 2, 3];
const PEOPLE = [1, 2, 3, 4, 5, 6, 7];
const LUIS = 'luis@riverbend.example';
const person = (n: number) => ({ name: `Person ${n}`, email: `person-${n}@example.org` });

type Action =
  | {
      readonly kind: 'sign-up';
      readonly person: number;
      readonly slot: number;
      readonly places: number;
      readonly waits: boolean;
      readonly key: number;
    }
  | { readonly kind: 'add'; readonly person: number; readonly slot: number; readonly places: number; readonly key: number }
  | { readonly kind: 'cancel' | 'accept' | 'pass' | 'promote'; readonly person: number; readonly slot: number }
  | { readonly kind: 'places'; readonly person: number; readonly slot: number; readonly places: number }
  | {
      readonly kind: 'terms';
      readonly slot: number;
      readonly capacity: number;
      readonly status: 'published' | 'closed';
      readonly off: boolean;
    }
  | { readonly kind: 'serve'; readonly slot: number };
/** Of series alone. `date` counts the dates by their order. */
type SeriesAction =
  | { readonly kind: 'whole'; readonly person: number; readonly places: number; readonly waits: boolean; readonly key: number }
  | { readonly kind: 'give-back'; readonly person: number }
  | { readonly kind: 'series'; readonly scope: SeriesScope; readonly date: number; readonly change: SeriesChange };
interface Step extends Asking {
  readonly action: Action | SeriesAction;
}

const who = { person: fc.constantFrom(...PEOPLE), slot: fc.constantFrom(...SLOTS) };
const places = fc.integer({ min: 1, max: 3 });
const key = fc.integer({ min: 1, max: 60 });
const capacity = fc.integer({ min: 1, max: 5 });
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({ kind: fc.constant('sign-up' as const), ...who, places, key, waits: fc.constantFrom(true, true, true, false) }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('cancel' as const), ...who }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('accept' as const, 'pass' as const), ...who }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('places' as const), ...who, places }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('promote' as const), ...who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('add' as const), ...who, places, key }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('serve' as const), slot: who.slot }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('terms' as const),
      slot: who.slot,
      capacity,
      status: fc.constantFrom('published' as const, 'published' as const, 'published' as const, 'closed' as const),
      off: fc.constantFrom(...Array<boolean>(9).fill(false), true),
    }),
  },
);
const ofSeries: fc.Arbitrary<Action | SeriesAction> = fc.oneof(
  { weight: 6, arbitrary: action },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('whole' as const),
      person: who.person,
      places,
      key,
      waits: fc.constantFrom(true, true, false),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('give-back' as const), person: who.person }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('series' as const),
      scope: fc.constantFrom('this' as const, 'following' as const, 'all' as const),
      date: fc.nat({ max: DATES.length - 1 }),
      change: fc.record({ capacity, calledOff: fc.constantFrom(false, false, true) }, { requiredKeys: [] }),
    }),
  },
);
const stepOf = (action: fc.Arbitrary<Step['action']>): fc.Arbitrary<Step> =>
  fc.record({
    action,
    fault: fc.option(fc.record({ call: fc.integer({ min: 1, max: 8 }), when: fc.constantFrom('before' as const, 'after' as const) }), {
      nil: undefined,
      freq: 3,
    }),
    repeat: fc.boolean(),
  });
/** Steps at once, after so many hours. */
const batchesOf = (action: fc.Arbitrary<Step['action']>) =>
  fc.array(fc.record({ hours: fc.constantFrom(0, 0, 0, 1, 3, 14), steps: fc.array(stepOf(action), { minLength: 3, maxLength: 6 }) }), {
    minLength: 8,
    maxLength: 12,
  });

async function act(ports: World['ports'], { action }: Step): Promise<unknown> {
  if (action.kind === 'sign-up') {
    const slots = [{ slotId: slotId(action.slot), places: action.places, ...(action.waits && { waitlist: true as const }) }];
    const request = aSignUpRequest({ person: person(action.person), slots });
    return signUp(ports)({ request, key: { kind: 'form', value: `key-${action.key}` } });
  }
  if (action.kind === 'whole') {
    const { places, waits } = action;
    const slots = DATES.map((n) => ({ slotId: slotId(n), places, ...(waits && { waitlist: true as const }) }));
    return signUp(ports)({
      request: aSignUpRequest({ person: person(action.person), slots }),
      key: { kind: 'form', value: `key-${action.key}` },
    });
  }
  const state = await ports.opportunities.load(anOpportunity().opportunityId);
  if (!state) throw new Error('the opportunity is there');
  const { opportunityId } = state.opportunity;
  if (action.kind === 'serve') return serveWaitlist(ports)({ opportunityId, slotId: slotId(action.slot) });
  if (action.kind === 'terms') {
    const { version: _version, ...definition } = state.opportunity;
    const slots = definition.slots.map(({ calledOff, ...slot }) => {
      const isIt = slot.slotId === slotId(action.slot);
      const isOff = isIt ? action.off : calledOff === true;
      return { ...slot, ...(isIt && { capacity: action.capacity }), ...(isOff && { calledOff: true as const }) };
    });
    return publishOpportunity(ports)({ ...definition, status: action.status, slots });
  }
  if (action.kind === 'series') return changeDates(ports, state.opportunity, action);
  if (action.kind === 'add') {
    const asked = { slotId: slotId(action.slot), places: action.places, person: person(action.person), language: 'en', answers: [] };
    return addPerson(ports)(state, { request: asked, key: { kind: 'form', value: `key-${action.key}` }, by: LUIS });
  }
  const personId = await ports.people.identify(person(action.person).email);
  if (action.kind === 'give-back') {
    for (const { signUpId } of await ports.signUps.ofPerson(personId)) await cancelSignUp(ports)({ personId, signUpId });
    return undefined;
  }
  const item = await ports.signUps.find(personId, slotId(action.slot));
  if (!item) return undefined;
  const own = { personId, signUpId: item.signUpId };
  if (action.kind === 'cancel') return cancelSignUp(ports)(own);
  if (action.kind === 'places') return changePlaces(ports)({ ...own, places: action.places });
  if (action.kind === 'promote') return promotePerson(ports)({ ...own, opportunityId, by: LUIS });
  return answerOffer(ports)({ ...own, answer: action.kind });
}

/** As the desk does: the later part of a series that is split before has another id, which its dates say. */
async function changeDates(
  ports: World['ports'],
  { version: _version, ...definition }: Opportunity,
  { scope, date, change }: SeriesAction & { readonly kind: 'series' },
): Promise<unknown> {
  const named = definition.slots[date]?.series;
  if (!named) throw new Error(`date ${date} is one of a series`);
  const changed = changeSeries(
    definition,
    { ...named, scope, change },
    {
      zone: 'America/Chicago',
      now: ports.clock.now(),
      splitId: (from, day) => ports.ids.seriesId(from, day),
    },
  );
  if (!changed.ok) return undefined;
  const saved = await publishOpportunity(ports)(changed.definition);
  if (saved.ok) seen.set(scope, (seen.get(scope) ?? 0) + 1);
  return saved;
}

let commands = 0;
const seen = new Map<string, number>();
type Script = readonly { readonly hours: number; readonly steps: readonly Step[] }[];

interface Kind {
  readonly limitPerPerson?: number;
  /** The slots are dates of one series, a week from each other, with a change of the clocks between them. */
  readonly recurs?: boolean;
}

async function run(script: Script, seed: number, sabotage: VolunteeringSabotage, { limitPerPerson, recurs }: Kind): Promise<void> {
  const slots = recurs ? tuesdays(DATES.length, { capacity: 2 }) : { slots: SLOTS.map((n) => aShift(n, { capacity: 2 })) };
  const { ports, volunteering, deliver, clock, mails } = await world(
    { ...slots, dropOutHours: 0, ...(limitPerPerson && { limitPerPerson }) },
    sabotage,
  );
  // two days and a bit before the start: what is far becomes near, and in the longest runs the slot starts
  clock.set(recurs ? '2027-03-07T07:00:00Z' : '2027-03-03T16:00:00Z');
  const random = seeded(seed);
  const slow = withLatency(ports, () => Math.floor(random() * 6));
  for (const { hours, steps } of script) {
    clock.advance(hours * HOUR);
    await Promise.all(steps.map((one) => askedAgain(slow, one, (ports) => act(ports, one))));
    commands += steps.length;
    await deliver();
    await sweepWaitlists(ports)();
    await deliver();
    checkLedgerHistory(volunteering.stream);
    checkNobodyLeftStanding(volunteering.ledgers.values(), clock.now());
    if (limitPerPerson) checkLimit(volunteering, limitPerPerson);
  }
  await checkRecords({ ports, volunteering });
  checkMails(volunteering, mails());
  for (const { change } of volunteering.stream) seen.set(change.kind, (seen.get(change.kind) ?? 0) + 1);
}

/** What is held and what is waited for together, of those whom staff gave nothing. */
function checkLimit({ ledgers, stream }: World['volunteering'], limit: number): void {
  const byStaff = new Set(stream.flatMap(({ change }) => ('by' in change && change.by !== undefined ? [change.personId] : [])));
  const sums = new Map<string, number>();
  for (const { claims, queue } of ledgers.values())
    for (const [id, { places: count }] of [...Object.entries(claims), ...Object.entries(queue ?? {})])
      sums.set(id, (sums.get(id) ?? 0) + count);
  for (const [id, count] of sums)
    if (count > limit && !byStaff.has(id as never)) throw new Error(`${id} has and waits for ${count} places, allowed are ${limit}`);
}

/** Records say what the ledgers say: who holds, who waits, who is offered something. */
async function checkRecords({ ports, volunteering }: Pick<World, 'ports' | 'volunteering'>): Promise<void> {
  for (const n of PEOPLE) {
    const personId = await ports.people.identify(person(n).email);
    for (const { slotId: id, claims, queue } of volunteering.ledgers.values()) {
      const record = await ports.signUps.find(personId, id as SlotId);
      const entry = queue?.[personId];
      const claim = claims[personId];
      const wanted = claim
        ? ['confirmed']
        : entry
          ? [entry.offer ? 'offered' : 'waitlisted']
          : ['cancelled', 'refused', 'pending', undefined];
      const there = claim ?? entry;
      const agrees = wanted.includes(record?.state) && (!there || (record?.signUpId === there.signUpId && record.places === there.places));
      if (!agrees) throw new Error(`record and ledger differ: ${JSON.stringify({ record, claim, entry })}`);
    }
  }
}

/** Each promotion and each end that its person did not make themselves is told, once. */
function checkMails({ stream }: World['volunteering'], mails: readonly string[]): void {
  const told = mails.filter((mail) => mail.startsWith('waitlist/'));
  if (new Set(told).size !== told.length) throw new Error(`a mail went twice: ${told.join()}`);
  for (const { change, version } of stream) {
    const isTold =
      change.kind === 'promoted' ||
      (change.kind === 'unqueued' && (change.why === 'expired' || change.why === 'ended' || change.by !== undefined));
    if (isTold && !told.includes(`waitlist/${change.signUpId}/${version}`)) throw new Error(`nobody was told of ${JSON.stringify(change)}`);
  }
}

const property = (sabotage: VolunteeringSabotage, kind: Kind = {}) =>
  fc.asyncProperty(batchesOf(kind.recurs ? ofSeries : action), fc.nat(), (script, seed) => run(script, seed, sabotage, kind));
const fails = (sabotage: VolunteeringSabotage, kind?: Kind) =>
  expect(fc.assert(property(sabotage, kind), { numRuns: 1_000, endOnFailure: true })).rejects.toThrow();

describe('the waitlist under 10,000 random commands', { timeout: 180_000 }, () => {
  it('serves in order and nobody else, offers what there is, tells everyone, and leaves nobody standing', async () => {
    commands = 0;
    await fc.assert(property({}), { numRuns: 350 });
    expect(commands).toBeGreaterThanOrEqual(10_000);
    for (const kind of ['queued', 'requeued', 'offered', 'passed', 'unqueued', 'promoted'])
      expect(seen.get(kind), kind).toBeGreaterThan(100);
  });

  it('never lets a person have and wait for more places than allowed', async () => {
    await fc.assert(property({}, { limitPerPerson: 3 }), { numRuns: 100 });
  });

  it('does the same where the slots are dates of a series, taken, given back and changed together', async () => {
    commands = 0;
    seen.clear();
    await fc.assert(property({}, { recurs: true }), { numRuns: 350 });
    expect(commands).toBeGreaterThanOrEqual(10_000);
    for (const kind of ['queued', 'offered', 'promoted', 'this', 'following', 'all']) expect(seen.get(kind), kind).toBeGreaterThan(100);
    await fc.assert(property({}, { recurs: true, limitPerPerson: 4 }), { numRuns: 50 });
  });

  it('is seen to be overtaken on a date of a series, too, when newcomers need not heed the line', () =>
    fails({ line: true }, { recurs: true }));
  it('is seen to be overtaken when newcomers need not heed the line', () => fails({ line: true }));
  it('is seen to put people in line who could have a place when that is not asked', () => fails({ joinOnlyFull: true }));
  it('is seen to lose its order when a step is written on another ledger than it was decided on', () => fails({ stepVersion: true }));
});
