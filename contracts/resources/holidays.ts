/** The district's holidays: days on which its schools are closed, one list for all of them, that series are made by. */
import * as z from 'zod/mini';
import { Day, LocalizedLine } from '../values.ts';

export const MOST_HOLIDAYS = 100;
/** A summer; more is a wrong year. */
export const LONGEST_HOLIDAY_DAYS = 120;

export const Holiday = z
  .strictObject({
    name: LocalizedLine,
    from: Day,
    /** The last day. Absent: it is one day. */
    to: z.optional(Day),
  })
  .check(
    z.refine(({ from, to = from }) => from <= to, { path: ['to'], error: 'holiday.ends-before' }),
    z.refine(({ from, to = from }) => daysFrom(from, to) <= LONGEST_HOLIDAY_DAYS, { path: ['to'], error: 'holiday.too-long' }),
  );
export type Holiday = z.infer<typeof Holiday>;

export const Holidays = z.strictObject({
  /** No two of the same days; in the order of their first days where they are kept. */
  holidays: z.array(Holiday).check(z.maxLength(MOST_HOLIDAYS, 'holidays.too-many'), (payload) => {
    for (const [index, { from, to = from }] of payload.value.entries()) {
      const isSame = (other: Holiday): boolean => other.from === from && (other.to ?? other.from) === to;
      if (payload.value.findIndex(isSame) === index) continue;
      payload.issues.push({ code: 'custom', input: from, path: [index, 'from'], message: 'holiday.twice' });
    }
  }),
  /** Counts saves; a save names the version it read, 0 where nothing was saved yet. */
  version: z.int().check(z.gte(0)),
});
export type Holidays = z.infer<typeof Holidays>;

/** Days of a span, the first and the last among them. */
function daysFrom(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}
