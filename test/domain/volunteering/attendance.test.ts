/** Who was there, and the minutes that come of it. */
import { describe, expect, it } from 'vitest';
import { checkInOpensAt, lengthOf, minutesOf, outweighs, placesSeen, presenceOf, stateOfHeld } from '#domain/volunteering/attendance.ts';
import { countOf } from '#domain/volunteering/figures.ts';
import type { Attendance, SlotLedger } from '#domain/volunteering/ports.ts';
import { aLedger, personId, signUpId } from '#test/support/builders.ts';

const AT = '2027-03-05T23:02:00.000Z';
const [ana, ben, cem] = [1, 2, 3].map(personId) as [ReturnType<typeof personId>, ReturnType<typeof personId>, ReturnType<typeof personId>];
/** Two hours; Ana with two places, Ben and Cem with one. */
const slot = (attendance?: SlotLedger['attendance'], more: Partial<SlotLedger> = {}): SlotLedger =>
  aLedger({
    taken: 4,
    claims: {
      [ana]: { signUpId: signUpId(1), places: 2 },
      [ben]: { signUpId: signUpId(2), places: 1 },
      [cem]: { signUpId: signUpId(3), places: 1 },
    },
    ...(attendance && { attendance }),
    ...more,
  });
const there: Attendance = { state: 'attended', at: AT };
const gone: Attendance = { state: 'missed', at: AT };
const open: Attendance = { state: 'open', at: AT };

describe('minutes', () => {
  it.each([
    ['nobody was marked: as planned', undefined, [120, 120, 120], 480, 0, 0],
    ['somebody was there: who was not seen was not', { [ana]: there }, [120, 0, 0], 240, 2, 2],
    ['only who missed was marked: the others as planned', { [ben]: gone }, [120, 0, 120], 360, 0, 1],
    ['set by staff, for each place', { [ana]: { ...there, minutes: 45 }, [ben]: there }, [45, 120, 0], 210, 3, 1],
    ['set to none', { [ana]: { ...there, minutes: 0 } }, [0, 0, 0], 0, 2, 2],
    ['all taken back: as planned', { [ana]: open, [ben]: open }, [120, 120, 120], 480, 0, 0],
    ['one taken back, one there', { [ana]: open, [ben]: there }, [0, 120, 0], 120, 1, 3],
    ['all missed', { [ana]: gone, [ben]: gone, [cem]: gone }, [0, 0, 0], 0, 0, 4],
  ] satisfies [string, SlotLedger['attendance'], number[], number, number, number][])(
    'where %s',
    (_name, attendance, each, minutes, seen, missed) => {
      const ledger = slot(attendance);
      expect([ana, ben, cem].map((id) => minutesOf(ledger, id))).toEqual(each);
      expect(placesSeen(ledger)).toEqual({ minutes, seen, missed });
      expect(countOf(ledger, 'America/Chicago')).toMatchObject({ taken: 4, minutes, seen, missed });
    },
  );

  it('are none where a slot has no end, but what staff set', () => {
    const { endsAt: _end, ...endless } = slot({ [ana]: { ...there, minutes: 30 }, [ben]: there });
    expect([lengthOf(endless), minutesOf(endless, ana), minutesOf(endless, ben)]).toEqual([0, 30, 0]);
  });

  it('are of the watch in the night in which the clocks go forward', () => {
    expect(lengthOf({ startsAt: '2027-03-14T07:00:00.000Z', endsAt: '2027-03-14T09:00:00.000Z' })).toBe(120);
    expect(lengthOf({ startsAt: AT, endsAt: AT })).toBe(0);
  });
});

describe('where somebody was', () => {
  it('is what they were marked as, else planned, else unseen beside others who were seen', () => {
    expect([ana, ben, cem].map((id) => presenceOf(slot({ [ana]: there, [ben]: gone }), id))).toEqual(['attended', 'missed', 'unseen']);
    expect([ana, ben].map((id) => presenceOf(slot({ [ben]: gone }), id))).toEqual(['planned', 'missed']);
    expect([ana, ben, cem].map((id) => stateOfHeld(slot({ [ana]: there, [ben]: gone, [cem]: open }), id))).toEqual([
      'attended',
      'missed',
      'confirmed',
    ]);
    expect(stateOfHeld(undefined, ana)).toBe('confirmed');
  });

  it.each([
    [there, undefined, true],
    [there, there, false],
    [{ ...there, at: '2027-03-05T23:02:00.001Z' }, gone, true],
    [{ ...there, at: '2027-03-05T23:01:59.999Z' }, gone, false],
    [gone, there, true],
    [there, gone, false],
    [there, open, true],
    [{ ...gone, isRest: true }, there, false],
    [there, { ...gone, isRest: true }, true],
    [{ ...gone, isRest: true }, open, true],
    [{ ...there, minutes: 5 }, there, true],
    [{ ...there, minutes: 5 }, { ...there, minutes: 10 }, false],
  ] satisfies [Attendance, Attendance | undefined, boolean][])('%o outweighs %o: %s', (mark, than, expected) => {
    expect(outweighs(mark, than)).toBe(expected);
  });

  it('can be said from a day before the start on, and at any time without one', () => {
    expect(checkInOpensAt({ startsAt: '2027-03-05T23:00:00.000Z' })).toBe('2027-03-04T23:00:00.000Z');
    expect(checkInOpensAt({})).toBe('1970-01-01T00:00:00.000Z');
  });
});
