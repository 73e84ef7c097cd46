/** Figures of volunteering: what a slot and a person add, and that counting bit by bit, in any order, comes to the same as counting at once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countChanged } from '#domain/volunteering/count-slot.ts';
import { schoolYearOf } from '#domain/volunteering/dashboard.ts';
import { countOf, MOST_WRITES, nextStep, peopleToCount, sumsOf } from '#domain/volunteering/figures.ts';
import type { Counted, Held } from '#domain/volunteering/figures-ports.ts';
import { askForFigures, checkFigures, makeFigures } from '#domain/volunteering/rebuild-figures.ts';
import { aLedger, opportunityId, personId, schoolId, signUpId, slotId } from '#test/support/builders.ts';
import { fakeFigures } from '#test/support/fake-figures.ts';
import { fakeSlots } from '#test/support/fake-slots.ts';
import { fakeClock } from '#test/support/fakes.ts';
import { count, doWork, openSlots, SCHOOLS, schools, sumsCounted, sumsKept, type Work } from '#test/support/figures-work.ts';

const CHICAGO = 'America/Chicago';
const at = (startsAt: string, endsAt = startsAt) => aLedger({ startsAt, endsAt, taken: 2, claims: claims(2) });
const claims = (n: number) =>
  Object.fromEntries(Array.from({ length: n }, (_, index) => [personId(index), { signUpId: signUpId(index), places: 1 }]));
const scene = (sabotage = {}) => {
  const { slots, marks, ledgers } = fakeSlots();
  return { slots, marks, ledgers, figures: fakeFigures(ledgers, sabotage) };
};

describe('what a slot adds', () => {
  it.each([
    ['2027-03-06T05:59:59.999Z', '2027-03-05'],
    ['2027-03-06T06:00:00.000Z', '2027-03-06'],
    ['2027-04-01T04:59:59.999Z', '2027-03-31'],
    ['2027-04-01T05:00:00.000Z', '2027-04-01'],
  ])('stands on the day it starts in the school’s zone: %s is %s in Chicago', (startsAt, day) => {
    expect(countOf(at(startsAt), CHICAGO)).toMatchObject({ day, month: day.slice(0, 7) });
  });

  it('is as long as it lasts, also in the night in which the clocks go forward', () => {
    // 1:00 to 4:00 by the clock, two hours by the watch
    expect(countOf(at('2027-03-14T07:00:00.000Z', '2027-03-14T09:00:00.000Z'), CHICAGO)).toMatchObject({ day: '2027-03-14', minutes: 240 });
  });

  it('has no open places when it is closed, or has more taken than it has', () => {
    expect(countOf(aLedger({ capacity: 5, taken: 2 }), CHICAGO)?.open).toBe(3);
    expect(countOf(aLedger({ capacity: 5, taken: 2, held: 1 }), CHICAGO)?.open).toBe(2);
    expect(countOf(aLedger({ capacity: 5, taken: 2, state: 'closed' }), CHICAGO)?.open).toBe(0);
    expect(countOf(aLedger({ capacity: 1, taken: 2 }), CHICAGO)?.open).toBe(0);
  });

  it('is nothing without a start', () => {
    const { startsAt: _s, endsAt: _e, closesAt: _c, ...undated } = aLedger();
    expect(countOf(undated, CHICAGO)).toBeUndefined();
  });
});

describe('people', () => {
  const monthsOf = (ledgers: Parameters<typeof sumsOf>[0]) =>
    Object.fromEntries(
      sumsOf(ledgers, () => CHICAGO).months.map(({ where, when, add }) => [`${where} ${when}`, [add.newPeople, add.returningPeople]]),
    );
  const held = (n: number, startsAt: string, school = 1) =>
    aLedger({ slotId: slotId(n), schoolId: schoolId(school), startsAt, taken: 1, claims: claims(1) });

  it('are new in their first month, and returning in later ones, once each', () => {
    const found = monthsOf([held(1, '2027-03-10T20:00:00Z'), held(2, '2027-03-20T20:00:00Z'), held(3, '2027-05-01T20:00:00Z')]);
    expect(found).toMatchObject({ 'district 2027-03': [1, 0], 'district 2027-05': [0, 1], [`${schoolId(1)} 2027-05`]: [0, 1] });
  });

  it('who came to another school before are returning', () => {
    expect(monthsOf([held(1, '2027-03-10T20:00:00Z', 2), held(2, '2027-04-10T20:00:00Z', 1)])).toMatchObject({
      [`${schoolId(2)} 2027-03`]: [1, 0],
      [`${schoolId(1)} 2027-04`]: [0, 1],
    });
  });
});

const work: fc.Arbitrary<Work> = fc.record({
  kind: fc.constantFrom('claim', 'claim', 'claim', 'release', 'resize', 'revise', 'move-day', 'mark', 'mark'),
  slot: fc.integer({ min: 1, max: 4 }),
  person: fc.integer({ min: 1, max: 12 }),
  places: fc.integer({ min: 1, max: 4 }),
});

describe('counting', () => {
  it('told of each change never, once or twice and in any order, comes to what the ledgers say', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(work, fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 4 })), { maxLength: 40 }),
        async (all) => {
          const { slots, marks, figures } = scene();
          await openSlots(slots);
          for (const [one, times, other] of all) {
            await doWork({ slots, marks }, figures, one);
            for (let n = 0; n < times; n += 1) await count(figures, 1, one.slot);
            if (times === 2) await Promise.all([count(figures, 1, other), count(figures, 1, one.slot)]);
          }
          for (const slot of [3, 1, 4, 2]) await count(figures, 1, slot);
          expect(await sumsKept(figures, { generation: 1 })).toEqual(await sumsCounted(figures));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('made anew while people go on gives what was counted all along', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(work, { maxLength: 25 }), fc.array(work, { maxLength: 25 }), async (before, meanwhile) => {
        const { slots, marks, figures } = scene();
        const ports = { figures, schools, clock: fakeClock() };
        const changed = (one: Work) => countChanged(ports)([{ opportunityId: opportunityId(one.slot), slotId: slotId(one.slot) }]);
        await openSlots(slots);
        for (const one of [1, 2, 3, 4]) await count(figures, 1, one);
        for (const one of before) await doWork({ slots, marks }, figures, one).then(() => changed(one));
        await askForFigures(ports)();
        const making = makeFigures(ports)(2);
        for (const one of meanwhile) await doWork({ slots, marks }, figures, one).then(() => changed(one));
        expect(await making).toEqual({ kind: 'made', slots: 4 });
        const state = await figures.state();
        expect(state.generation).toBe(2);
        expect(await sumsKept(figures, state)).toEqual(await sumsCounted(figures));
        expect((await checkFigures(ports)()).differences).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('of one slot at the same time counts nothing twice, and the guard is why', async () => {
    const twice = async (sabotage: object) => {
      const { slots, marks, figures } = scene(sabotage);
      await openSlots(slots);
      for (const person of [1, 2, 3]) await doWork({ slots, marks }, figures, { kind: 'claim', slot: 1, person, places: 1 });
      await Promise.all([1, 1, 1].map((slot) => count(figures, 1, slot)));
      return (await figures.months(1, 'district', '0', '9')).map(({ signUps, newPeople }) => [signUps, newPeople]);
    };
    expect(await twice({})).toEqual([[3, 3]]);
    expect(await twice({ revision: true })).not.toEqual([[3, 3]]);
  });

  it('of a slot with many people takes several steps and comes to the same', async () => {
    const { ledgers, slots, figures } = scene();
    await slots.open(aLedger({ capacity: 60, taken: 50, claims: claims(50) }));
    await count(figures, 1, 1);
    expect(await figures.months(1, 'district', '0', '9')).toMatchObject([{ signUps: 50, newPeople: 50 }]);
    expect(ledgers.size).toBe(1);
  });

  it('of people whose first months all change takes no step that is larger than a transaction, and counts everybody once', () => {
    const ledger = aLedger({ startsAt: '2027-03-10T20:00:00Z', capacity: 150, taken: 150, claims: claims(150) });
    // each began in a month of their own, at a school of their own, so that each changes sums that nobody else does
    const heldBy = (id: Held['personId'], n: number): Held => ({
      personId: id,
      revision: 1,
      slots: {
        [slotId(500 + n)]: { schoolId: schoolId(2 + n), month: `${2028 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}` },
      },
    });
    const all = new Map(Object.keys(ledger.claims).map((id, n) => [id, heldBy(id as Held['personId'], n)]));
    const seen: string[] = [];
    let counted: Counted | undefined;
    for (let step = 0; counted?.ledgerVersion !== ledger.version; step += 1) {
      expect(step).toBeLessThan(30);
      const people = peopleToCount(counted, ledger, '2027-03').flatMap((id) => all.get(id) ?? []);
      const next = nextStep(counted, ledger, CHICAGO, people);
      expect(1 + next.people.length + next.days.length + next.months.length).toBeLessThanOrEqual(MOST_WRITES);
      expect(next.people.length).toBeGreaterThan(10);
      for (const { personId: id } of next.people) seen.push(id);
      counted = next.counted;
    }
    expect(seen.length).toBe(150);
    expect(new Set(seen).size).toBe(150);
  });

  it('a place given up is told as cancelled, one moved elsewhere is not', async () => {
    const { slots, marks, figures } = scene();
    await openSlots(slots);
    for (const person of [1, 2]) await doWork({ slots, marks }, figures, { kind: 'claim', slot: 1, person, places: 1 });
    await doWork({ slots, marks }, figures, { kind: 'release', slot: 1, person: 1, places: 1 });
    const own = (await figures.ledger(opportunityId(1), slotId(1)))?.claims[personId(2)];
    await slots.release({
      opportunityId: opportunityId(1),
      slotId: slotId(1),
      personId: personId(2),
      signUpId: own?.signUpId ?? signUpId(1),
      submissionId: 'm'.padStart(22, 'm') as never,
      places: 1,
      at: '2027-03-01T12:00:00.000Z',
      movedTo: { slotId: slotId(2), signUpId: signUpId(9) },
    });
    await count(figures, 1, 1);
    expect(await figures.months(1, schoolId(1), '0', '9')).toMatchObject([{ signUps: 0, cancelled: 1 }]);
  });
});

describe('making anew', () => {
  it('one that was asked for again is overtaken, and changes nothing', async () => {
    const { slots, figures } = scene();
    const ports = { figures, schools, clock: fakeClock() };
    await openSlots(slots);
    await askForFigures(ports)();
    await askForFigures(ports)();
    expect((await makeFigures(ports)(2)).kind).toBe('overtaken');
    expect((await figures.state()).generation).toBe(1);
    expect((await makeFigures(ports)(3)).kind).toBe('made');
    expect((await makeFigures(ports)(3)).kind).toBe('overtaken');
  });

  it('the check names each sum that differs', async () => {
    const { slots, figures } = scene();
    await openSlots(slots);
    const check = await checkFigures({ figures, schools, clock: fakeClock() })();
    expect(check.slots).toBe(4);
    expect(check.differences).toContainEqual({ schoolId: SCHOOLS[0]?.schoolId, when: '2027-03-05', sum: 'capacity', kept: 0, counted: 20 });
  });
});

it.each([
  ['2027-07-31', '2026-08-01', '2027-07-31'],
  ['2027-08-01', '2027-08-01', '2028-07-31'],
])('%s is in the school year from %s to %s', (today, from, to) => {
  expect(schoolYearOf(today)).toEqual({ from, to });
});
