/** When the parts of a pledge are due: the first thirty days after it was made, the others on that day of the months that follow. */
import { Temporal } from 'temporal-polyfill';
import type { Instalment } from '#contracts/resources/pledge.ts';
import type { Day } from '#contracts/values.ts';

export const FIRST_DUE_DAYS = 30;

/** Equal parts to the cent; what doesn't divide evenly is in the first ones. A 31st becomes the last day of a shorter month. */
export function instalmentPlan(amountCents: number, count: number, pledgedOn: Day): readonly Instalment[] {
  const first = Temporal.PlainDate.from(pledgedOn).add({ days: FIRST_DUE_DAYS });
  const each = Math.floor(amountCents / count);
  const left = amountCents - each * count;
  return Array.from({ length: count }, (_, index) => ({
    dueOn: first.add({ months: index }).toString() as Day,
    amountCents: each + (index < left ? 1 : 0),
  }));
}

/** The day it is in `zone`. */
export const dayAt = (at: number, zone: string): Day =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString() as Day;
