/** When a reminder is due: by the school's days and clocks, wherever it is and whatever the clocks do. */
import { describe, expect, it } from 'vitest';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import { millis } from '#domain/time.ts';
import { isQuiet, isReminded, occasionsDue } from '#domain/volunteering/occasions.ts';
import { anItem, anOpportunity, aShift, slotId } from '#test/support/builders.ts';

const slotAt = (startsAt: string, endsAt?: string) =>
  aShift(1, { startsAt, endsAt: endsAt ?? new Date(millis(startsAt) + 3_600_000).toISOString() });

/** What is due of one slot with somebody in it: `3 of 2027-03-05`. */
function due(at: string, zone: string, startsAt: string, with_: Partial<Opportunity> = {}, taken = 1): readonly string[] {
  const opportunity = anOpportunity({ slots: [slotAt(startsAt)], ...with_ });
  const figures = [{ slotId: slotId(), capacity: 5, taken, held: 0, waiting: 0, state: 'open', startsAt } as const];
  return occasionsDue([{ opportunity, figures }], millis(at), zone).map(({ day, days }) => `${days} of ${day}`);
}

describe('a reminder', () => {
  it.each([
    // zone, start, nine in the morning three days before, and one day before
    ['America/Los_Angeles', '2027-03-06T01:00:00Z', '2027-03-02T17:00:00Z', '2027-03-04T17:00:00Z', '2027-03-05'],
    // Friday noon there is Thursday here
    ['Pacific/Auckland', '2027-03-04T23:00:00Z', '2027-03-01T20:00:00Z', '2027-03-03T20:00:00Z', '2027-03-05'],
    ['Asia/Kolkata', '2027-03-05T04:00:00Z', '2027-03-02T03:30:00Z', '2027-03-04T03:30:00Z', '2027-03-05'],
    // the clocks go forward on 2027-03-14, and back on 2027-11-07
    ['America/Chicago', '2027-03-15T14:00:00Z', '2027-03-12T15:00:00Z', '2027-03-14T14:00:00Z', '2027-03-15'],
    ['America/Chicago', '2027-11-08T15:00:00Z', '2027-11-05T14:00:00Z', '2027-11-07T15:00:00Z', '2027-11-08'],
    // a leap day, and the day after
    ['America/Chicago', '2028-02-29T15:00:00Z', '2028-02-26T15:00:00Z', '2028-02-28T15:00:00Z', '2028-02-29'],
    ['America/Chicago', '2028-03-01T15:00:00Z', '2028-02-27T15:00:00Z', '2028-02-29T15:00:00Z', '2028-03-01'],
  ])('is due at nine of the school in %s, three days and one day before %s', (zone, start, three, one, day) => {
    const before = (at: string) => new Date(millis(at) - 1).toISOString();
    expect(due(before(three), zone, start)).toEqual([]);
    expect(due(three, zone, start)).toEqual([`3 of ${day}`]);
    expect(due(one, zone, start)).toEqual([`1 of ${day}`]);
  });

  it('is due until the slot starts, and not when it does', () => {
    const start = '2027-03-05T15:00:00.000Z';
    expect(due('2027-03-05T14:59:59.999Z', 'America/Chicago', start)).toEqual(['1 of 2027-03-05']);
    expect(due(start, 'America/Chicago', start)).toEqual([]);
  });

  it('is never two at once after a time without sweeps', () => {
    const at = '2027-03-04T15:00:00Z';
    expect(due(at, 'America/Chicago', '2027-03-05T15:00:00Z', { reminderDays: [7, 3, 1] })).toEqual(['1 of 2027-03-05']);
  });

  it('that is late is left out on the morning on which the next one comes', () => {
    // half past eight of the day before: the one of three days is overtaken in half an hour
    expect(due('2027-03-04T14:30:00Z', 'America/Chicago', '2027-03-05T15:00:00Z')).toEqual([]);
    expect(due('2027-03-03T14:30:00Z', 'America/Chicago', '2027-03-05T15:00:00Z')).toEqual(['3 of 2027-03-05']);
  });

  it('comes on the days that staff chose, and not at all where they chose none', () => {
    const at = (days: number[]) => due('2027-03-05T15:00:00Z', 'America/Chicago', '2027-03-05T23:00:00Z', { reminderDays: days });
    expect(at([0])).toEqual(['0 of 2027-03-05']);
    expect(at([])).toEqual([]);
    expect(due('2027-02-19T15:00:00Z', 'America/Chicago', '2027-03-05T15:00:00Z', { reminderDays: [14] })).toEqual(['14 of 2027-03-05']);
  });

  it('of a date of a series comes once, the day before, unless staff chose other days', () => {
    const [three, one, zone, start] = ['2027-03-02T15:00:00Z', '2027-03-04T15:00:00Z', 'America/Chicago', '2027-03-05T15:00:00Z'];
    const date = { slots: [{ ...slotAt(start), series: { seriesId: `ser_${'0'.repeat(26)}` as never, day: '2027-03-05' as never } }] };
    expect(due(three, zone, start, date)).toEqual([]);
    expect(due(one, zone, start, date)).toEqual(['1 of 2027-03-05']);
    expect(due(three, zone, start, { ...date, reminderDays: [3] })).toEqual(['3 of 2027-03-05']);
  });

  it('is not for what was called off', () => {
    const [at, zone, start] = ['2027-03-04T15:00:00Z', 'America/Chicago', '2027-03-05T15:00:00Z'];
    expect(due(at, zone, start, { slots: [{ ...slotAt(start), calledOff: true }] })).toEqual([]);
  });

  it('is for what takes place, with somebody in it', () => {
    const [at, zone, start] = ['2027-03-04T15:00:00Z', 'America/Chicago', '2027-03-05T15:00:00Z'];
    expect(due(at, zone, start, { status: 'closed' })).toHaveLength(1);
    for (const status of ['draft', 'archived'] as const) expect(due(at, zone, start, { status })).toEqual([]);
    expect(due(at, zone, start, {}, 0)).toEqual([]);
    expect(due(at, zone, start, { slots: [anItem()] })).toEqual([]);
  });
});

describe('who is reminded', () => {
  const opportunity = anOpportunity();
  const slot = slotAt('2027-03-05T15:00:00Z') as ReturnType<typeof slotAt> & { startsAt: string };
  const reminded = (days: number, since: string, with_: Partial<Opportunity> = {}) =>
    isReminded(
      { opportunity: { ...opportunity, ...with_ }, slot, zone: 'America/Chicago' },
      days,
      millis(since),
      millis(`2027-03-0${5 - days}T15:00:00Z`),
    );

  it('knew of it two days before the first reminder, or by the last one', () => {
    expect(reminded(3, '2027-02-28T15:00:00.000Z')).toBe(true);
    expect(reminded(3, '2027-02-28T15:00:00.001Z')).toBe(false);
    expect(reminded(1, '2027-03-04T15:00:00.000Z')).toBe(true);
    expect(reminded(1, '2027-03-04T15:00:00.001Z')).toBe(false);
  });

  it('is not told on other days', () => {
    expect(reminded(2, '2027-01-01T00:00:00Z')).toBe(false);
    expect(reminded(1, '2027-01-01T00:00:00Z', { reminderDays: [] })).toBe(false);
  });
});

describe('at night', () => {
  it.each([
    ['2027-03-04T13:59:59.999Z', true],
    ['2027-03-04T14:00:00.000Z', false],
    ['2027-03-05T02:59:59.999Z', false],
    ['2027-03-05T03:00:00.000Z', true],
  ])('nobody is written to: at %s in Chicago it is %s', (at, quiet) => expect(isQuiet(millis(at), 'America/Chicago')).toBe(quiet));
});
