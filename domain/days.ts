/** Days of the calendar. In a file of its own: the operations of a sign-up need instants and no calendar. */
import { Temporal } from 'temporal-polyfill';
import type { Day } from '#contracts/values.ts';

/** The day it is in `zone`. */
export const dayAt = (at: number, zone: string): Day =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString() as Day;

export const daysLater = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString() as Day;
