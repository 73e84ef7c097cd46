/** Attendance in the ledger of places, on the fake and on DynamoDB. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outweighs } from '#domain/volunteering/attendance.ts';
import type { Attendance, MarkCommand, SlotLedger } from '#domain/volunteering/ports.ts';
import { aLedger, anOpportunity, opportunityId, personId, signUpId, slotId, submissionId } from '#test/support/builders.ts';
import { fakeSlots, type SlotSabotage } from '#test/support/fake-slots.ts';
import { onBoth, type Ports } from './both.ts';

const NOON = '2027-03-01T12:00:00.000Z';
const by = 'luis@riverbend.example';
const at = (minute: number): string => `2027-03-05T23:${String(minute).padStart(2, '0')}:00.000Z`;
const claim = (n: number, places = 1) => ({
  opportunityId: opportunityId(),
  slotId: slotId(),
  personId: personId(n),
  signUpId: signUpId(n),
  submissionId: submissionId(n),
  places,
  at: NOON,
});
const mark = (n: number, attendance: Attendance, with_: Partial<MarkCommand> = {}): MarkCommand => {
  const { submissionId: _submission, ...of } = claim(n);
  return { ...of, attendance, at: at(59), by, ...with_ };
};
const seen: Attendance = { state: 'attended', at: at(5) };

onBoth('attendance in the ledger', (make) => {
  const withTwo = async (): Promise<Ports> => {
    const ports = await make();
    await ports.opportunities.save(anOpportunity());
    await ports.slots.open(aLedger());
    for (const n of [1, 2]) await ports.slots.claim(claim(n));
    return ports;
  };
  const now = async ({ opportunities }: Ports): Promise<SlotLedger> => {
    const ledger = (await opportunities.load(opportunityId()))?.ledgers[0];
    if (!ledger) throw new Error('no ledger');
    return ledger;
  };

  it('is kept beside the places, and the change says who did it and when it was seen', async () => {
    const ports = await withTwo();
    const before = await now(ports);
    expect(before).not.toHaveProperty('attendance');
    const attendance: Attendance = { state: 'attended', at: at(5), minutes: 90 };
    expect(await ports.marks.mark(mark(1, attendance))).toEqual({ kind: 'done' });
    expect(await now(ports)).toEqual({
      ...before,
      version: before.version + 1,
      attendance: { [personId(1)]: attendance },
      change: { kind: 'marked', personId: personId(1), signUpId: signUpId(1), places: 1, attendance, at: at(59), by },
    });
  });

  it.each([
    ['attended', { state: 'attended', at: at(5) }],
    ['with minutes', { state: 'attended', at: at(5), minutes: 0 }],
    ['with the most minutes', { state: 'attended', at: at(5), minutes: 1440 }],
    ['missed', { state: 'missed', at: at(5) }],
    ['taken back', { state: 'open', at: at(5) }],
    ['missed with all others', { state: 'missed', at: at(5), isRest: true }],
    ['there with all others', { state: 'attended', at: at(5), isRest: true }],
  ] satisfies [string, Attendance][])('is read as it was written: %s', async (_name, attendance) => {
    const ports = await withTwo();
    await ports.marks.mark(mark(1, attendance));
    expect((await now(ports)).attendance).toEqual({ [personId(1)]: attendance });
  });

  it('is of the very sign-up and the places it holds', async () => {
    const ports = await withTwo();
    const before = await now(ports);
    expect(await ports.marks.mark(mark(1, seen, { signUpId: signUpId(9) }))).toEqual({ kind: 'refused', ledger: before });
    expect(await ports.marks.mark(mark(1, seen, { places: 2 }))).toEqual({ kind: 'refused', ledger: before });
    expect(await ports.marks.mark(mark(3, seen))).toEqual({ kind: 'refused', ledger: before });
    expect(await ports.marks.mark(mark(1, seen, { slotId: slotId(9) }))).toEqual({ kind: 'missing' });
    expect(await now(ports)).toEqual(before);
  });

  it('knows a repeat, and what was seen later stands whenever it comes', async () => {
    const ports = await withTwo();
    const kinds = [];
    for (const one of [seen, seen, { state: 'open', at: at(7) }, { state: 'missed', at: at(6) }, seen] as const)
      kinds.push((await ports.marks.mark(mark(1, one))).kind);
    expect(kinds).toEqual(['done', 'replayed', 'done', 'replayed', 'replayed']);
    expect((await now(ports)).attendance).toEqual({ [personId(1)]: { state: 'open', at: at(7) } });
  });

  it('goes with its places, and is not of a sign-up that comes later', async () => {
    const ports = await withTwo();
    for (const n of [1, 2]) await ports.marks.mark(mark(n, seen));
    await ports.slots.release(claim(1));
    expect((await now(ports)).attendance).toEqual({ [personId(2)]: seen });
    await ports.slots.release(claim(2));
    expect(await now(ports)).not.toHaveProperty('attendance');
    await ports.slots.claim({ ...claim(1), signUpId: signUpId(9) });
    expect((await ports.marks.mark(mark(1, { ...seen, at: at(30) }))).kind).toBe('refused');
  });

  it('stays while places are changed and terms are revised', async () => {
    const ports = await withTwo();
    await ports.marks.mark(mark(1, seen));
    await ports.slots.resize({ ...claim(1, 2), placesBefore: 1, by });
    await ports.slots.revise(opportunityId(), slotId(), { capacity: 9, state: 'open' }, NOON);
    expect((await now(ports)).attendance).toEqual({ [personId(1)]: seen });
    expect(await ports.marks.mark(mark(1, { state: 'missed', at: at(6) }, { places: 2 }))).toEqual({ kind: 'done' });
  });

  it('does not stand in the way of anybody who signs up, cancels or is checked in at the same moment', async () => {
    const ports = await withTwo();
    const outcomes = await Promise.all([
      ports.marks.mark(mark(1, seen)),
      ports.marks.mark(mark(2, seen)),
      ports.slots.claim({ ...claim(3), by }),
      ports.slots.resize({ ...claim(2, 2), placesBefore: 1, by }).then(async (one) => ({ kind: one.kind })),
    ]);
    expect(outcomes.slice(0, 1)).toEqual([{ kind: 'done' }]);
    expect(outcomes[2]).toEqual({ kind: 'done' });
    expect(outcomes[3]).toEqual({ kind: 'done' });
    expect((await now(ports)).attendance?.[personId(1)]).toEqual(seen);
  });

  it('weighs marks as the rule does, whatever they are', async () => {
    const ports = await withTwo();
    await fc.assert(
      fc.asyncProperty(someMark, someMark, async (first, second) => {
        await ports.slots.release({ ...claim(1), by });
        await ports.slots.claim({ ...claim(1), by });
        await ports.marks.mark(mark(1, first));
        await ports.marks.mark(mark(1, second));
        expect((await now(ports)).attendance?.[personId(1)]).toEqual(outweighs(second, first) ? second : first);
      }),
      { numRuns: 60 },
    );
  });
});

const someMark: fc.Arbitrary<Attendance> = fc
  .record({
    state: fc.constantFrom('attended' as const, 'missed' as const, 'open' as const),
    at: fc.integer({ min: 0, max: 3 }).map(at),
    minutes: fc.option(fc.integer({ min: 0, max: 1440 }), { nil: undefined }),
    isRest: fc.boolean(),
  })
  .map(({ state, at: when, minutes, isRest }) => ({
    state,
    at: when,
    ...(state === 'attended' && minutes !== undefined && { minutes }),
    ...(state !== 'open' && isRest && { isRest: true as const }),
  }));

describe('marks that come in any order and number', () => {
  /** The same marks, each at least once, shuffled and repeated, give what they give in order. */
  const property = (sabotage: SlotSabotage) =>
    fc.asyncProperty(fc.array(someMark, { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.nat()), async (marks, random) => {
      const standing = async (order: readonly Attendance[]) => {
        const { slots, marks: port, ledgers } = fakeSlots(sabotage);
        await slots.open(aLedger());
        await slots.claim(claim(1));
        for (const one of order) await port.mark(mark(1, one));
        return ledgers.get(slotId())?.attendance?.[personId(1)];
      };
      const next = (below: number): number => (random.next().value ?? 0) % below;
      const twice = [...marks, ...marks.filter(() => next(2) === 0)];
      const shuffled = twice.map((one) => [next(1_000_003), one] as const).toSorted(([a], [b]) => a - b);
      expect(await standing(shuffled.map(([, one]) => one))).toEqual(await standing(marks));
    });

  it('leave the same', () => fc.assert(property({}), { numRuns: 500 }));

  it('are seen not to without the order', async () => {
    await expect(fc.assert(property({ markOrder: true }), { numRuns: 500, endOnFailure: true })).rejects.toThrow();
  });
});
