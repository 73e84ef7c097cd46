/** What recurs, to draw pages from: a Tuesday reading helper, with holidays, a full date, one that was moved, and over the start of summer time. */
import { PublicOpportunity } from '#contracts/resources/availability.ts';
import { type MySignUp, Submission } from '#contracts/resources/sign-up.ts';
import { mySignUp, opportunity, partOf, signUpId } from './district.ts';

const DAY = 24 * 60 * 60_000;
const SUMMER = Date.parse('2027-03-14T08:00:00Z');
export const SERIES = `ser_${'r'.repeat(16)}`;
const OUT = ['2027-03-16', '2027-03-23', '2027-05-25'];

/** Tuesdays at 8:30 in Chicago from March 2, 2027; `count` of them besides those left out. */
function tuesdays(count: number): readonly { readonly day: string; readonly from: string; readonly to: string }[] {
  const days = Array.from({ length: count + OUT.length }, (_, week) => new Date(Date.parse('2027-03-02') + week * 7 * DAY));
  return days.flatMap((date) => {
    const day = date.toISOString().slice(0, 10);
    const from = date.getTime() + (date.getTime() < SUMMER ? 14.5 : 13.5) * 60 * 60_000;
    const at = (instant: number) => new Date(instant).toISOString().replace('.000', '');
    return OUT.includes(day) ? [] : [{ day, from: at(from), to: at(from + 45 * 60_000) }];
  });
}

/** Its first date is March 2, the tenth is full. */
export function reading(count: number): PublicOpportunity {
  const dates = tuesdays(count);
  const drawn = opportunity(
    'Tuesday readers',
    'classroom',
    dates.map(({ from, to }, index) => ({
      label: 'Reading helper',
      es: 'Ayudante de lectura',
      from,
      to: index === 4 ? to.replace('14:15', '14:45') : to,
      capacity: 3,
      ...(index === 9 ? { taken: 3, waiting: 1 } : { taken: index % 3 }),
    })),
  );
  return PublicOpportunity.parse({
    ...drawn,
    slots: drawn.slots.map((one, index) => ({ ...one, slot: { ...one.slot, series: { seriesId: SERIES, day: dates[index]?.day ?? '' } } })),
    series: [
      {
        seriesId: SERIES,
        rule: `FREQ=WEEKLY;BYDAY=TU;UNTIL=${(dates.at(-1)?.day ?? '').replaceAll('-', '')}`,
        startsOn: '2027-03-02',
        kind: 'shift',
        from: '08:30',
        minutes: 45,
        label: { en: 'Reading helper', es: 'Ayudante de lectura' },
        capacity: 3,
        leftOut: OUT.map((day, index) => ({
          day,
          name: index < 2 ? { en: 'Spring break', es: 'Vacaciones de primavera' } : { en: 'Memorial Day' },
        })),
      },
    ],
  });
}

/** A whole series was asked for: one date filled up, another was theirs before. */
export const wholeSeries = (of: PublicOpportunity): Submission =>
  Submission.parse({
    submissionId: 'abcdefghijklmnopqrstuv',
    opportunityId: of.opportunityId,
    receipt: 'receipt',
    results: of.slots.map(({ slot: { slotId } }, index) =>
      index % 5 === 3
        ? { outcome: 'refused', slotId, code: 'slot.full', placesLeft: 0 }
        : index === 1
          ? { outcome: 'refused', slotId, code: 'sign-up.already', placesLeft: 1 }
          : { outcome: 'confirmed', slotId, signUpId: signUpId(index), places: 1 },
    ),
    alternatives: [],
  });

/** Somebody has all of its dates but the second, which they gave back. */
export const datesOf = (of: PublicOpportunity): readonly MySignUp[] =>
  of.slots.map(({ slot }, index) =>
    mySignUp(index + 101, {
      slot,
      places: 1,
      opportunity: partOf(of),
      answers: [],
      moveTo: [],
      maxPlaces: 2,
      changeableUntil: slot.startsAt,
      state: index === 1 ? 'cancelled' : 'confirmed',
    }),
  );
