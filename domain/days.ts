/** Days of the calendar. In a file of its own: the operations of a sign-up need instants and no calendar. */
import { Temporal } from 'temporal-polyfill';
import type { Day } from '#contracts/values.ts';

/** The day it is in `zone`. */
export const dayAt = (at: number, zone: string): Day =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString() as Day;

export const daysLater = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString() as Day;

/** The hour of the day it is in `zone`, from 0 to 23. */
export const hourAt = (at: number, zone: string): number => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).hour;

/** When a full hour of a day is, by the clocks of `zone`. One that a change of the clocks skips is the one after it. */
export const hourOf = (day: Day, hour: number, zone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds;

/** From one day to another; negative when the other is earlier. */
export const daysBetween = (from: Day, to: Day): number => Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
