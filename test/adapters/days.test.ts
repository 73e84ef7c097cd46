/** What was said of days, and single reads, on the fakes and on DynamoDB. */
import { expect, it } from 'vitest';
import { aLedger, anOpportunity, opportunityId, schoolId, slotId } from '#test/support/builders.ts';
import { onBoth } from './both.ts';

const [FRIDAY, SATURDAY] = ['2027-03-05', '2027-03-06'];

onBoth('marked days', (make) => {
  it('are found with what was said last, each school by itself', async () => {
    const { markedDays } = await make();
    expect([...(await markedDays.of(schoolId(), [FRIDAY]))]).toEqual([]);
    await markedDays.save(schoolId(), FRIDAY, { a: '1' });
    await markedDays.save(schoolId(), FRIDAY, { a: '2', b: '3' });
    await markedDays.save(schoolId(2), SATURDAY, { c: '4' });
    expect([...(await markedDays.of(schoolId(), [FRIDAY, SATURDAY]))]).toEqual([[FRIDAY, { a: '2', b: '3' }]]);
    expect([...(await markedDays.of(schoolId(2), [FRIDAY, SATURDAY]))]).toEqual([[SATURDAY, { c: '4' }]]);
  });
});

onBoth('single reads', (make) => {
  it('find a definition and a ledger, or nothing', async () => {
    const { slotReads, opportunities, slots } = await make();
    await opportunities.save(anOpportunity({ reminderDays: [2] }));
    await slots.open(aLedger());
    expect((await slotReads.definition(opportunityId()))?.reminderDays).toEqual([2]);
    expect(await slotReads.ledger(opportunityId(), slotId())).toEqual(aLedger());
    expect(await slotReads.definition(opportunityId(9))).toBeUndefined();
    expect(await slotReads.ledger(opportunityId(), slotId(9))).toBeUndefined();
  });
});

onBoth('a slot', (make) => {
  it('knows since when it starts at this time, once it was given another one', async () => {
    const { slots, slotReads } = await make();
    const { capacity, state, closesAt = '', startsAt = '', endsAt = '' } = aLedger();
    const terms = { capacity, state, closesAt, startsAt, endsAt } as const;
    await slots.open(aLedger());
    const since = async () => (await slotReads.ledger(opportunityId(), slotId()))?.startSetAt;
    await slots.revise(
      opportunityId(),
      slotId(),
      { ...terms, capacity: 9, endsAt: '2027-03-06T02:00:00.000Z' },
      '2027-03-02T12:00:00.000Z',
    );
    expect(await since()).toBeUndefined();
    await slots.revise(opportunityId(), slotId(), { ...terms, startsAt: '2027-03-05T22:00:00.000Z' }, '2027-03-02T13:00:00.000Z');
    await slots.revise(
      opportunityId(),
      slotId(),
      { ...terms, startsAt: '2027-03-05T22:00:00.000Z', capacity: 4 },
      '2027-03-02T14:00:00.000Z',
    );
    expect(await since()).toBe('2027-03-02T13:00:00.000Z');
  });
});
