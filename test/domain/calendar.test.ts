/** A time on a school's clock as an instant, whatever the clocks do that night. */
import { describe, expect, it } from 'vitest';
import { instantAt } from '#domain/calendar.ts';

const CHICAGO = 'America/Chicago';

describe('a time on the school’s clock', () => {
  it.each([
    ['2027-03-05', '17:00', '2027-03-05T23:00:00.000Z'],
    ['2027-07-05', '17:00', '2027-07-05T22:00:00.000Z'],
    ['2027-03-14', '02:30', '2027-03-14T08:30:00.000Z'],
    // twice that night: the first
    ['2027-11-07', '01:30', '2027-11-07T06:30:00.000Z'],
    ['2028-02-29', '09:00', '2028-02-29T15:00:00.000Z'],
  ])('%s %s is %s', (day, time, instant) => expect(instantAt(day, time, CHICAGO)).toBe(instant));

  it.each([
    ['2027-02-29', '09:00'],
    ['2027-13-01', '09:00'],
    ['2027-03-05', '25:00'],
    ['', '09:00'],
    ['2027-03-05', ''],
    ['tomorrow', 'noon'],
  ])('%s %s is none', (day, time) => expect(instantAt(day, time, CHICAGO)).toBeUndefined());
});
