/** The slot ledger asked directly, in any order, by anyone: what its one conditional write must guarantee without anything around it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerOutcome, Marks, Slots } from '#domain/volunteering/ports.ts';
import { aLedger, opportunityId, personId, signUpId, slotId, submissionId } from '#test/support/builders.ts';
import { fakeSlots, type SlotSabotage } from '#test/support/fake-slots.ts';
import { checkLedgerHistory } from '#test/support/ledger-invariants.ts';

const at = '2027-03-01T12:00:00.000Z';
const small = fc.integer({ min: 1, max: 4 });
const who = fc.record({ person: small, id: fc.integer({ min: 1, max: 3 }) });
/** A member of staff, or the person themselves. */
const by = fc.option(fc.constant('luis@riverbend.example'), { nil: undefined });
const command = fc.oneof(
  fc.record({ kind: fc.constant('claim' as const), who, places: small, by }),
  fc.record({ kind: fc.constant('resize' as const), who, placesBefore: small, places: small, by }),
  fc.record({ kind: fc.constant('release' as const), who, places: small, by }),
  fc.record({
    kind: fc.constant('mark' as const),
    who,
    places: small,
    state: fc.constantFrom('attended' as const, 'missed' as const, 'open' as const),
    minute: fc.integer({ min: 10, max: 14 }),
  }),
  fc.record({ kind: fc.constant('revise' as const), capacity: fc.integer({ min: 1, max: 9 }) }),
);
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never;

function apply(slots: Slots, marks: Marks, asked: Command): Promise<LedgerOutcome> {
  if (asked.kind === 'revise') return slots.revise(opportunityId(), slotId(), { capacity: asked.capacity, state: 'open' }, at);
  const common = {
    opportunityId: opportunityId(),
    slotId: slotId(),
    personId: personId(asked.who.person),
    signUpId: signUpId(asked.who.id),
    submissionId: submissionId(asked.who.id),
    places: asked.places,
    at,
  };
  if (asked.kind === 'mark') {
    const { submissionId: _submission, ...of } = common;
    return marks.mark({
      ...of,
      attendance: { state: asked.state, at: `2027-03-05T23:${asked.minute}:00.000Z` },
      by: 'luis@riverbend.example',
    });
  }
  const staff = asked.by === undefined ? {} : { by: asked.by };
  if (asked.kind === 'claim') return slots.claim({ ...common, ...staff });
  return asked.kind === 'resize'
    ? slots.resize({ ...common, ...staff, placesBefore: asked.placesBefore })
    : slots.release({ ...common, ...staff });
}

let applied = 0;
const property = (sabotage: SlotSabotage) =>
  fc.asyncProperty(fc.array(command, { minLength: 30, maxLength: 60 }), async (commands) => {
    const { slots, marks, stream } = fakeSlots(sabotage);
    await slots.open(aLedger());
    for (const one of commands) {
      const outcome = await apply(slots, marks, one);
      const writes = stream.length;
      const again = await apply(slots, marks, one);
      applied += 2;
      if (one.kind === 'revise' || outcome.kind !== 'done') continue;
      if (again.kind !== 'replayed' || stream.length !== writes)
        throw new Error(`a repeat did something: ${JSON.stringify({ one, again })}`);
    }
    checkLedgerHistory(stream);
  });

describe('the ledger by itself', () => {
  it('keeps its promises under 10,000 commands, each sent twice', async () => {
    applied = 0;
    await fc.assert(property({}), { numRuns: 300 });
    expect(applied).toBeGreaterThanOrEqual(10_000);
  });

  it.each([
    { capacity: true },
    { staffCapacity: true },
    { onePerPerson: true },
    { replay: true },
    { markedClaim: true },
    { markOrder: true },
    { markGoes: true },
  ])('is seen to break them without the guard %o', async (sabotage) => {
    await expect(fc.assert(property(sabotage), { numRuns: 1_000, endOnFailure: true })).rejects.toThrow();
  });
});
