/** Other dates by the school's calendar: the time of day stays, whatever the clocks do between. */
import { describe, expect, it } from 'vitest';
import { copyOf, onOtherDates } from '#domain/volunteering/other-dates.ts';
import { anItem, anOpportunity, aShift, opportunityId, slotId } from '#test/support/builders.ts';

const CHICAGO = 'America/Chicago';
const shift = (startsAt: string, endsAt: string) => anOpportunity({ slots: [aShift(1, { startsAt, endsAt })] });
const times = (definition: ReturnType<typeof anOpportunity>) => definition.slots.map(({ startsAt, endsAt }) => [startsAt, endsAt]);

describe('moved dates', () => {
  it.each([
    // Chicago: daylight saving begins on 2027-03-14 and ends on 2027-11-07, at two in the morning
    ['over the start of daylight saving', 14, 0, '2027-03-19T22:00:00.000Z', '2027-03-20T00:00:00.000Z'],
    ['to a year later on the same weekday', 364, 0, '2028-03-03T23:00:00.000Z', '2028-03-04T01:00:00.000Z'],
    ['back', -7, 0, '2027-02-26T23:00:00.000Z', '2027-02-27T01:00:00.000Z'],
    ['by minutes alone', 0, 30, '2027-03-05T23:30:00.000Z', '2027-03-06T01:30:00.000Z'],
    ['not at all', 0, 0, '2027-03-05T23:00:00.000Z', '2027-03-06T01:00:00.000Z'],
  ])('%s keep their time of day', (_, days, minutes, startsAt, endsAt) => {
    const moved = onOtherDates(shift('2027-03-05T23:00:00.000Z', '2027-03-06T01:00:00.000Z'), CHICAGO, { days, minutes });
    expect(times(moved)).toEqual([[startsAt, endsAt]]);
  });

  it('by minutes are minutes also in the night the clocks change', () => {
    // 01:30 CST, and half an hour later it is 03:00 CDT
    const moved = onOtherDates(shift('2027-03-14T07:30:00.000Z', '2027-03-14T07:45:00.000Z'), CHICAGO, { days: 0, minutes: 30 });
    expect(times(moved)).toEqual([['2027-03-14T08:00:00.000Z', '2027-03-14T08:15:00.000Z']]);
  });

  it('onto an hour that is skipped are the hour after it', () => {
    const moved = onOtherDates(shift('2027-03-13T08:30:00.000Z', '2027-03-13T09:30:00.000Z'), CHICAGO, { days: 1, minutes: 0 });
    expect(times(moved)).toEqual([['2027-03-14T08:30:00.000Z', '2027-03-14T08:30:00.000Z']]);
  });

  it('take the moments of sign-up along, and leave what has no date', () => {
    const definition = anOpportunity({ slots: [anItem(1)], opensAt: '2027-03-01T14:00:00.000Z', closesAt: '2027-03-05T14:00:00.000Z' });
    const moved = onOtherDates(definition, CHICAGO, { days: 14, minutes: 0 });
    expect(moved).toEqual({ ...definition, opensAt: '2027-03-15T13:00:00.000Z', closesAt: '2027-03-19T13:00:00.000Z' });
    expect(onOtherDates(anOpportunity({ slots: [anItem(1)] }), CHICAGO, { days: 14, minutes: 0 })).not.toHaveProperty('opensAt');
  });
});

describe('a copy', () => {
  const from = anOpportunity({ slots: [aShift(1), anItem(2)], status: 'closed', version: 7 });
  const ids = { opportunityId: opportunityId(5), slotId: (of: string) => slotId(Number(of.slice(-1)) + 50) };
  const copy = copyOf(from, ids, CHICAGO, 364);

  it('is a draft of its own with slots of its own', () => {
    expect(copy).toMatchObject({ opportunityId: opportunityId(5), status: 'draft', version: 1, title: from.title });
    expect(copy.slots.map(({ slotId: id, label }) => [id, label])).toEqual([
      [slotId(51), { en: 'Ring toss 1' }],
      [slotId(52), { en: 'Juice boxes 2' }],
    ]);
  });

  it('leaves what it is of as it was', () => {
    expect(from.slots.map(({ slotId: id }) => id)).toEqual([slotId(1), slotId(2)]);
    expect([from.status, from.version]).toEqual(['closed', 7]);
  });
});
