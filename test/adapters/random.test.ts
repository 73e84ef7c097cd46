/** The same random commands to the fake and to DynamoDB: equal outcomes, equal ledgers. Two slots, four people, many ways to be wrong. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SlotLedger, Slots } from '#domain/volunteering/ports.ts';
import { aLedger, anOpportunity, opportunityId, personId, signUpId, slotId, submissionId } from '#test/support/builders.ts';
import { rewriteConditions, type TestEngine, testEngine, volunteeringOn } from '#test/support/dynoxide.ts';
import { fakeClock, fakeVolunteering } from '#test/support/fakes.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.stop());

const NOON = Date.parse('2027-03-01T12:00:00.000Z');
const hours = (n: number): string => new Date(NOON + n * 3_600_000).toISOString();
const small = fc.integer({ min: 1, max: 3 });
const hour = fc.integer({ min: -2, max: 2 }).map(hours);
const common = fc.record({
  slot: fc.integer({ min: 1, max: 3 }),
  person: small,
  second: fc.nat(5).map((n) => n === 0),
  places: small,
  at: hour,
});
const terms = fc.record(
  {
    capacity: fc.integer({ min: 1, max: 8 }),
    state: fc.constantFrom('open' as const, 'open' as const, 'closed' as const),
    opensAt: hour,
    closesAt: hour,
    startsAt: hour,
  },
  { requiredKeys: ['capacity', 'state'] },
);
const command = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('claim' as const), common }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('resize' as const), common, placesBefore: small }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('release' as const), common }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('revise' as const), common, terms }) },
);
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never;

function apply(slots: Slots, asked: Command): Promise<unknown> {
  const { slot, person, second, places, at } = asked.common;
  const id = second ? person + 10 : person;
  if (asked.kind === 'revise') return slots.revise(opportunityId(), slotId(slot), asked.terms, at);
  const named = {
    opportunityId: opportunityId(),
    slotId: slotId(slot),
    personId: personId(person),
    signUpId: signUpId(id),
    submissionId: submissionId(id),
    places,
    at,
  };
  if (asked.kind === 'claim') return slots.claim(named);
  return asked.kind === 'resize' ? slots.resize({ ...named, placesBefore: asked.placesBefore }) : slots.release(named);
}

const bySlot = (ledgers: readonly SlotLedger[] = []): readonly SlotLedger[] => [...ledgers].sort((a, b) => (a.slotId < b.slotId ? -1 : 1));

let kinds: string[] = [];
const sameOutcomes = (rewrite?: (condition: string) => string) =>
  fc.asyncProperty(fc.array(command, { minLength: 20, maxLength: 40 }), async (commands) => {
    const client = engine.connect();
    if (rewrite) rewriteConditions(client, rewrite);
    const { volunteering } = await engine.createTables();
    const fake = fakeVolunteering();
    const real = volunteeringOn(client, volunteering, fakeClock());
    for (const { opportunities, slots } of [fake, real]) {
      await opportunities.save(anOpportunity());
      for (const n of [1, 2]) {
        const { closesAt: _c, startsAt: _s, ...open } = aLedger({ slotId: slotId(n), held: n - 1 });
        await slots.open(open);
      }
    }
    for (const one of commands) {
      const [inMemory, onDynamo] = await Promise.all([apply(fake.slots, one), apply(real.slots, one)]);
      expect(onDynamo, JSON.stringify(one)).toEqual(inMemory);
      kinds.push(`${one.kind} ${(onDynamo as { kind: string }).kind}`);
    }
    const [inMemory, onDynamo] = await Promise.all([fake.opportunities.load(opportunityId()), real.opportunities.load(opportunityId())]);
    expect(bySlot(onDynamo?.ledgers)).toEqual(bySlot(inMemory?.ledgers));
    await engine.drop(volunteering);
  });

it('come to the same in memory and on DynamoDB, and every outcome occurs', async () => {
  kinds = [];
  await fc.assert(sameOutcomes(), { numRuns: 60 });
  const all = ['claim', 'resize', 'release'].flatMap((kind) =>
    ['done', 'replayed', 'refused', 'missing'].map((outcome) => `${kind} ${outcome}`),
  );
  expect([...new Set(kinds)].sort()).toEqual([...all, 'revise done', 'revise missing'].sort());
});

it.each([
  ['the places', '#left >= :more'],
  ['the state', '#state = :open'],
  ['the opening', 'opensAt <= :at'],
  ['the closing', 'closesAt > :at'],
  ['the start', 'startsAt > :at'],
  ['one claim per person', 'attribute_not_exists(#claims.#person)'],
  ['whose claim it is', '#claims.#person = :held'],
])('is seen to differ without the condition on %s', async (_name, part) => {
  const broken = (condition: string): string => condition.replace(part, `(${part} OR attribute_exists(pk))`);
  // it ends with the first difference; how soon that comes is a matter of luck
  await expect(fc.assert(sameOutcomes(broken), { numRuns: 600, endOnFailure: true, includeErrorInReport: true })).rejects.toThrow(
    /to deeply equal/,
  );
});
