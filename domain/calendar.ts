/**
 * Days and times of day by a calendar and its clocks: nine in the morning stays nine, whatever the clocks do between.
 *
 * Only the desk imports this file: the time zone library stays out of what parents use.
 */
import { Temporal } from 'temporal-polyfill';
import { iso, millis } from './time.ts';

export interface Move {
  readonly days: number;
  readonly minutes: number;
}

export const moved = (instant: string, zone: string, { days, minutes }: Move): string =>
  iso(Temporal.Instant.fromEpochMilliseconds(millis(instant)).toZonedDateTimeISO(zone).add({ days }).add({ minutes }).epochMilliseconds);

/** Noon on a clock of the zone as an instant; undefined when it is none. A time that a change of the clocks skips is the one after it. */
export function instantAt(day: string, time: string, zone: string): string | undefined {
  try {
    return iso(
      Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds,
    );
  } catch {
    return undefined;
  }
}

/** What the clocks of the zone show: `08:30`. */
export const clockAt = (instant: string, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(millis(instant)).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** Which weekday a day is, from 1 on for Monday; and which one of its month. */
export function weekdayOf(day: string): { readonly weekday: number; readonly ofMonth: number } {
  const { dayOfWeek, day: date } = Temporal.PlainDate.from(day);
  return { weekday: dayOfWeek, ofMonth: Math.ceil(date / 7) };
}

/** Exactly: a shift over the hour that is skipped or repeated is as long as its minutes say. */
export const minutesAfter = (instant: string, minutes: number): string => iso(millis(instant) + minutes * 60_000);
