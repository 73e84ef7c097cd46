/**
 * Random people do random things to one opportunity at once, with lost answers, repeats, and staff who change capacities and add, move, resize and cancel
 * by hand. What must always hold, holds; and with a guard taken out of the ledger the same check fails.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SlotId } from '#contracts/values.ts';
import { addPerson } from '#domain/volunteering/add-person.ts';
import { cancelSignUp } from '#domain/volunteering/cancel-sign-up.ts';
import { changePlaces } from '#domain/volunteering/change-places.ts';
import { ledgerEntry } from '#domain/volunteering/ledger-history.ts';
import { moveSignUp } from '#domain/volunteering/move-sign-up.ts';
import { cancelPerson, movePerson, resizePerson } from '#domain/volunteering/people-by-hand.ts';
import { publishOpportunity } from '#domain/volunteering/publish-opportunity.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { anOpportunity, aShift, aSignUpRequest, slotId } from '#test/support/builders.ts';
import type { VolunteeringSabotage } from '#test/support/fakes.ts';
import { type Asking, askedAgain, seeded, withLatency } from '#test/support/faults.ts';
import { checkLedgerHistory } from '#test/support/ledger-invariants.ts';
import { type World, world } from '#test/support/world.ts';

const SLOTS = [1, 2, 3];
const person = (n: number) => ({ name: `Person ${n}`, email: `person-${n}@example.org` });

type Action =
  | { readonly kind: 'sign-up'; readonly person: number; readonly slots: readonly number[]; readonly places: number; readonly key: number }
  | { readonly kind: 'add'; readonly person: number; readonly slot: number; readonly places: number; readonly key: number }
  | { readonly kind: 'cancel'; readonly person: number; readonly slot: number; readonly by?: string }
  | { readonly kind: 'places'; readonly person: number; readonly slot: number; readonly places: number; readonly by?: string }
  | { readonly kind: 'move'; readonly person: number; readonly slot: number; readonly to: number; readonly by?: string }
  | { readonly kind: 'capacity'; readonly slot: number; readonly capacity: number };
interface Step extends Asking {
  readonly action: Action;
}

const people = fc.integer({ min: 1, max: 6 });
const slotNumbers = fc.constantFrom(...SLOTS);
const places = fc.integer({ min: 1, max: 4 });
const LUIS = 'luis@riverbend.example';
const byStaff = fc.record({ by: fc.constant(LUIS) });
const ownAction = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('sign-up' as const),
      person: people,
      slots: fc.subarray(SLOTS, { minLength: 1 }),
      places,
      key: fc.integer({ min: 1, max: 40 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cancel' as const), person: people, slot: slotNumbers }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('places' as const), person: people, slot: slotNumbers, places }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), person: people, slot: slotNumbers, to: slotNumbers }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('capacity' as const), slot: slotNumbers, capacity: fc.integer({ min: 1, max: 8 }) }),
  },
);
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 12, arbitrary: ownAction },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      person: people,
      slot: slotNumbers,
      places,
      key: fc.integer({ min: 1, max: 40 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.oneof(
          fc.record({ kind: fc.constant('cancel' as const), person: people, slot: slotNumbers }),
          fc.record({ kind: fc.constant('places' as const), person: people, slot: slotNumbers, places }),
          fc.record({ kind: fc.constant('move' as const), person: people, slot: slotNumbers, to: slotNumbers }),
        ),
        byStaff,
      )
      .map(([own, staff]) => ({ ...own, ...staff })),
  },
);
const step: fc.Arbitrary<Step> = fc.record({
  action,
  fault: fc.option(fc.record({ call: fc.integer({ min: 1, max: 8 }), when: fc.constantFrom('before' as const, 'after' as const) }), {
    nil: undefined,
    freq: 3,
  }),
  repeat: fc.boolean(),
});
const batches = fc.array(fc.array(step, { minLength: 3, maxLength: 6 }), { minLength: 8, maxLength: 12 });

async function act(ports: World['ports'], { action }: Step): Promise<{ readonly ok: boolean; readonly error?: unknown } | undefined> {
  if (action.kind === 'sign-up') {
    const request = aSignUpRequest({
      person: person(action.person),
      slots: action.slots.map((n) => ({ slotId: slotId(n), places: action.places })),
    });
    return signUp(ports)({ request, key: { kind: 'form', value: `key-${action.key}` } });
  }
  if (action.kind === 'capacity') {
    const state = await ports.opportunities.load(anOpportunity().opportunityId);
    if (!state) throw new Error('the opportunity is there');
    const slots = state.opportunity.slots.map((slot) =>
      slot.slotId === slotId(action.slot) ? { ...slot, capacity: action.capacity } : slot,
    );
    return publishOpportunity(ports)({ ...withoutVersion(state.opportunity), slots });
  }
  if (action.kind === 'add') {
    const state = await ports.opportunities.load(anOpportunity().opportunityId);
    if (!state) throw new Error('the opportunity is there');
    const asked = { slotId: slotId(action.slot), places: action.places, person: person(action.person), language: 'en', answers: [] };
    return addPerson(ports)(state, { request: asked, key: { kind: 'form', value: `key-${action.key}` }, by: LUIS });
  }
  const personId = await ports.people.identify(person(action.person).email);
  const item = await ports.signUps.find(personId, slotId(action.slot));
  if (!item) return undefined;
  const own = { personId, signUpId: item.signUpId };
  if (action.by !== undefined) {
    const of = { ...own, opportunityId: item.opportunityId, by: action.by };
    if (action.kind === 'cancel') return cancelPerson(ports)(of);
    if (action.kind === 'places') return resizePerson(ports)({ ...of, places: action.places });
    return movePerson(ports)({ ...of, slotId: slotId(action.to) });
  }
  if (action.kind === 'cancel') return cancelSignUp(ports)(own);
  if (action.kind === 'places') return changePlaces(ports)({ ...own, places: action.places });
  return moveSignUp(ports)({ ...own, slotId: slotId(action.to) });
}

const withoutVersion = ({ version: _version, ...opportunity }: ReturnType<typeof anOpportunity>) => opportunity;

let commands = 0;
async function run(
  script: readonly (readonly Step[])[],
  seed: number,
  sabotage: VolunteeringSabotage,
  limitPerPerson?: number,
): Promise<void> {
  const slots = SLOTS.map((n) => aShift(n, { capacity: 4 }));
  const { ports, volunteering, deliver } = await world({ slots, ...(limitPerPerson && { limitPerPerson }) }, sabotage);
  const random = seeded(seed);
  const slow = withLatency(ports, () => Math.floor(random() * 6));
  for (const batch of script) {
    const here = seed % 2 === 0 ? slow : { ...slow, opportunities: { ...slow.opportunities, glance: rememberedGlance(slow) } };
    await Promise.all(batch.map((step) => askedAgain(here, step, (ports) => act(ports, step))));
    commands += batch.length;
    await deliver();
    checkLedgerHistory(volunteering.stream);
    if (limitPerPerson) checkLimit(volunteering, limitPerPerson);
  }
  await checkRecords({ ports, volunteering });
  await checkStaffHistory({ ports, volunteering });
}

/** Every other run, the gate sees only how things stood when it first looked. */
function rememberedGlance({ opportunities }: World['ports']): World['ports']['opportunities']['glance'] {
  let first: ReturnType<typeof opportunities.glance> | undefined;
  return async (id) => {
    first ??= opportunities.load(id);
    return first;
  };
}

/** Of those to whom staff gave nothing. */
function checkLimit({ ledgers, stream }: World['volunteering'], limit: number): void {
  const byStaff = new Set(stream.flatMap(({ change }) => ('by' in change && change.by !== undefined ? [change.personId] : [])));
  const held = new Map<string, number>();
  for (const ledger of ledgers.values()) {
    for (const [id, claim] of Object.entries(ledger.claims)) held.set(id, (held.get(id) ?? 0) + claim.places);
  }
  for (const [id, count] of held)
    if (count > limit && !byStaff.has(id as never)) throw new Error(`${id} holds ${count} places, allowed are ${limit}`);
}

/** Whoever holds places has a record that says so, and nobody else has one. */
async function checkRecords({ ports, volunteering }: Pick<World, 'ports' | 'volunteering'>): Promise<void> {
  for (const n of [1, 2, 3, 4, 5, 6]) {
    const personId = await ports.people.identify(person(n).email);
    for (const ledger of volunteering.ledgers.values()) {
      const record = await ports.signUps.find(personId, ledger.slotId as SlotId);
      const claim = ledger.claims[personId];
      const agrees = claim
        ? record?.state === 'confirmed' && record.signUpId === claim.signUpId && record.places === claim.places
        : record?.state !== 'confirmed';
      if (!agrees) throw new Error(`record and ledger differ: ${JSON.stringify({ record, claim })}`);
    }
  }
}

/** Each change of places by staff has its one entry, and nothing else has. */
async function checkStaffHistory({ ports, volunteering }: Pick<World, 'ports' | 'volunteering'>): Promise<void> {
  const wanted = volunteering.stream.flatMap((image) => ledgerEntry(image) ?? []);
  const kept = (await ports.history.inMonth('2027-03', 10_000)).filter(({ what }) => what.startsWith('sign-up.'));
  staffChanges += wanted.length;
  if (kept.length !== wanted.length) throw new Error(`${wanted.length} changes of staff have ${kept.length} entries`);
}
let staffChanges = 0;

const property = (sabotage: VolunteeringSabotage, limit?: number) =>
  fc.asyncProperty(batches, fc.nat(), (script, seed) => run(script, seed, sabotage, limit));
const fails = (sabotage: VolunteeringSabotage, limit?: number) =>
  expect(fc.assert(property(sabotage, limit), { numRuns: 1_000, endOnFailure: true })).rejects.toThrow();

describe('the ledger under 10,000 random commands', { timeout: 120_000 }, () => {
  it('never gives more places than there are, nor two claims to a person, and its records agree', async () => {
    commands = 0;
    await fc.assert(property({}), { numRuns: 300 });
    expect(commands).toBeGreaterThanOrEqual(10_000);
    expect(staffChanges).toBeGreaterThan(500);
  });

  it('never lets a person hold more places than allowed', async () => {
    await fc.assert(property({}, 3), { numRuns: 150 });
  });

  it('is seen to oversell when the condition on places is taken away', () => fails({ capacity: true }));
  it('is seen to oversell by staff when the condition on places is taken from them alone', () => fails({ staffCapacity: true }));
  it('is seen to break the limit when the version guard is taken away', () => fails({ allowanceVersion: true }, 3));
});

describe('one after the other', () => {
  it('nobody is refused while places they would fit in are free', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
        const { ports, volunteering, deliver } = await world({ slots: SLOTS.map((n) => aShift(n, { capacity: 6 })) });
        for (const one of steps) {
          const before = new Map(volunteering.ledgers);
          const outcome = await act(ports, one);
          await deliver();
          if (one.action.kind !== 'sign-up' || !outcome) continue;
          const personId = await ports.people.identify(person(one.action.person).email);
          const { places } = one.action;
          const refusedAll = 'error' in outcome;
          const fitting = one.action.slots.filter((n) => {
            const ledger = before.get(slotId(n));
            return ledger && !ledger.claims[personId] && ledger.taken + places <= ledger.capacity;
          });
          if (refusedAll && fitting.length > 0)
            throw new Error(`refused with places free in ${fitting.join()}: ${JSON.stringify(outcome)}`);
        }
      }),
      { numRuns: 100 },
    );
  });
});
