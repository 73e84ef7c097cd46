/** Days and times are those of the school's clocks. */
import { describe, expect, it } from 'vitest';
import { mineIn } from '#web/messages/areas.ts';
import { dateWords } from '#web/words/dates.ts';
import { needingHelpThisWeek } from '#web/words/figures.ts';
import { carnival, full, NOW, opportunities } from './district.ts';

const CHICAGO = 'America/Chicago';
const en = dateWords('en-US', NOW);

describe('dates in words', () => {
  it('are of the zone, not of UTC', () => {
    expect(en.day('2027-03-06T01:00:00Z', CHICAGO)).toBe('Friday, March 5');
    expect(en.dayKey('2027-03-06T01:00:00Z', CHICAGO)).toBe('2027-03-05');
  });
  it('have a year only when it is another one', () => {
    expect(en.day('2028-03-03T18:00:00Z', CHICAGO)).toBe('Friday, March 3, 2028');
  });
  it('follow the clocks through the night they change', () => {
    expect(en.times('2027-03-14T07:30:00Z', '2027-03-14T08:30:00Z', CHICAGO)).toBe('1:30 – 3:30 AM');
  });
  it('name both days of a shift over midnight', () => {
    expect(en.times('2027-03-06T05:00:00Z', '2027-03-06T07:00:00Z', CHICAGO)).toMatch(/Fri, Mar 5.*11:00 PM.*Sat, Mar 6.*1:00 AM/);
  });
  it('use plain spaces only', () => {
    expect(en.moment('2027-03-05T18:00:00Z', CHICAGO)).not.toMatch(/[\u202f\u00a0\u2009]/);
  });
});

it('a sentence that ends with a time has one full stop', () => {
  const when = dateWords('es-US', NOW).moment('2027-03-05T21:00:00Z', CHICAGO);
  expect(mineIn('es').manage.until(when)).toMatch(/3:00 p\. ?m\.$/);
  expect(mineIn('en').manage.until(en.moment('2027-03-05T21:00:00Z', CHICAGO))).toMatch(/3:00 PM\.$/);
});

describe('what needs help this week', () => {
  it('starts within seven days and has room, the emptiest first', () => {
    const urgent = needingHelpThisWeek(opportunities, NOW, 3);
    expect(urgent[0]).toBe(carnival);
    expect(urgent).not.toContain(full);
    expect(urgent).toHaveLength(3);
  });
  it('ends at exactly seven days', () => {
    const start = Date.parse(carnival.slots[3]?.slot.startsAt ?? '');
    const only = { ...carnival, slots: carnival.slots.slice(3, 4) };
    const weekBefore = (ms: number) => new Date(start - 7 * 86_400_000 + ms).toISOString();
    expect(needingHelpThisWeek([only], weekBefore(0), 3)).toEqual([]);
    expect(needingHelpThisWeek([only], weekBefore(1), 3)).toEqual([only]);
  });
});
