/** The district's holidays in memory. */
import type { Holidays } from '#contracts/resources/holidays.ts';
import { same } from '#contracts/same.ts';
import type { StaffHistory } from '#domain/ports.ts';
import type { DistrictHolidays } from '#domain/volunteering/holidays.ts';

export function fakeHolidays(history: StaffHistory): DistrictHolidays {
  let stored: Holidays = { holidays: [], version: 0 };
  return {
    find: async () => structuredClone(stored),
    async save(list, entry) {
      if (same(stored, list)) return 'saved';
      if (stored.version !== list.version - 1) return 'version-conflict';
      stored = structuredClone(list);
      await history.add(entry);
      return 'saved';
    },
  };
}
