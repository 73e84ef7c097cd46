/** Counting on the fakes and on DynamoDB: the same work gives the same sums, once, whoever else counts at the moment. */
import { expect, it } from 'vitest';
import { askForFigures, makeFigures } from '#domain/volunteering/rebuild-figures.ts';
import { aLedger, opportunityId, personId, schoolId, signUpId, slotId } from '#test/support/builders.ts';
import { count, doWork, openSlots, schools, sumsCounted, sumsKept, type Work } from '#test/support/figures-work.ts';
import { onBoth } from './both.ts';

const WORK: readonly Work[] = [1, 2, 3, 4].flatMap((slot) =>
  [1, 2, 3, 5, 8].flatMap((person): readonly Work[] => [
    { kind: 'claim', slot, person, places: 1 + (person % 2) },
    ...(person === 3 ? [{ kind: 'release', slot, person: 2, places: 1 } as const] : []),
    ...(person === 5 ? [{ kind: 'move-day', slot, person, places: slot } as const] : []),
    ...(person === 8 ? [{ kind: 'resize', slot, person, places: 3 } as const] : []),
    { kind: 'mark', slot, person, places: person },
  ]),
);

onBoth('figures', (make) => {
  it('are what the ledgers say, change by change and several times over', async () => {
    const { slots, marks, figures } = await make();
    await openSlots(slots);
    for (const one of WORK) {
      await doWork({ slots, marks }, figures, one);
      await Promise.all([count(figures, 1, one.slot), count(figures, 1, one.slot)]);
    }
    const kept = await sumsKept(figures, { generation: 1 });
    expect(kept.length).toBeGreaterThan(6);
    expect(kept).toEqual(await sumsCounted(figures));
  });

  it('made anew stand beside the old ones, and take over', async () => {
    const { slots, marks, figures, clock } = await make();
    const ports = { figures, schools, clock };
    await openSlots(slots);
    for (const one of WORK.slice(0, 6)) await doWork({ slots, marks }, figures, one);
    await askForFigures(ports)();
    expect((await figures.state()).making).toEqual({ generation: 2, askedAt: '2027-03-01T12:00:00.000Z' });
    expect(await makeFigures(ports)(2)).toEqual({ kind: 'made', slots: 4 });
    expect(await figures.state()).toMatchObject({ generation: 2, madeAt: '2027-03-01T12:00:00.000Z' });
    expect(await sumsKept(figures, { generation: 1 })).toEqual([]);
    expect(await sumsKept(figures, { generation: 2 })).toEqual(await sumsCounted(figures));
  });

  it('a state that changed meanwhile is not saved', async () => {
    const { figures } = await make();
    expect(await figures.state()).toEqual({ generation: 1, version: 0 });
    expect(await figures.saveState({ generation: 2 }, 0)).toBe('saved');
    expect(await figures.saveState({ generation: 3 }, 0)).toBe('version-conflict');
    expect(await figures.state()).toEqual({ generation: 2, version: 1 });
  });

  it('days and months come in order and within their bounds', async () => {
    const { slots, figures } = await make();
    await openSlots(slots);
    for (const slot of [4, 3, 2, 1]) await count(figures, 1, slot);
    const days = async (from: string, to: string) => (await figures.days(1, schoolId(1), from, to)).map(({ day }) => day);
    expect(await days('2027-03-01', '2027-03-12')).toEqual(['2027-03-05']);
    expect(await days('2027-03-05', '2027-03-13')).toEqual(['2027-03-05', '2027-03-13']);
    expect((await figures.days(1, schoolId(9), '0', '9')).length).toBe(0);
  });

  it('a whole slot of people is counted, in as many steps as it takes', async () => {
    const { slots, figures } = await make();
    const claims = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [personId(n), { signUpId: signUpId(n), places: 1 }]));
    await slots.open(aLedger({ capacity: 60, taken: 40, claims }));
    await count(figures, 1, 1);
    expect(await figures.months(1, 'district', '2027-03', '2027-03')).toEqual([
      { month: '2027-03', signUps: 40, cancelled: 0, newPeople: 40, returningPeople: 0 },
    ]);
    expect((await figures.ledger(opportunityId(), slotId()))?.taken).toBe(40);
  });
});
