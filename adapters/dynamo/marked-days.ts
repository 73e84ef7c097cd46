/** What was said already of the days of a school: one item for each day, with a fingerprint of the slots for each opportunity and occasion. */
import * as z from 'zod/mini';
import { Day, type SchoolId } from '#contracts/values.ts';
import { DAY, iso, millis } from '#domain/time.ts';
import type { MarkedDays } from '#domain/volunteering/sweep-days.ts';
import { type Key, type Table, ttl } from './table.ts';

const key = (schoolId: SchoolId, day: Day): Key => ({ pk: `DAYS#${schoolId}`, sk: day });

/** After the day, whatever the school's clocks say. */
const KEPT_MS = 10 * DAY;

const Row = z.object({ sk: Day, marks: z.record(z.string(), z.string()) });

export const markedDays = (table: Table): MarkedDays => ({
  async of(schoolId, days) {
    const items = await table.getMany(days.map((day) => key(schoolId, day)));
    return new Map(
      items.map((item) => {
        const { sk, marks } = Row.parse(item);
        return [sk, marks] as const;
      }),
    );
  },
  async save(schoolId, day, marks) {
    const expiresAt = ttl(iso(millis(`${day}T00:00:00Z`) + KEPT_MS));
    await table.put({ ...key(schoolId, day), marks, expiresAt });
  },
});
