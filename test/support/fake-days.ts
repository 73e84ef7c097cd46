/** What was said of days, and reads of one definition or ledger, in memory. */
import type { Day } from '#contracts/values.ts';
import type { Opportunities, SlotLedger, SlotReads } from '#domain/volunteering/ports.ts';
import type { DayMarks, MarkedDays } from '#domain/volunteering/sweep-days.ts';

export function fakeMarkedDays(): MarkedDays {
  const marks = new Map<string, DayMarks>();
  return {
    of: async (schoolId, days) =>
      new Map(
        days.flatMap((day): readonly (readonly [Day, DayMarks])[] => {
          const there = marks.get(`${schoolId}/${day}`);
          return there ? [[day, there]] : [];
        }),
      ),
    save: async (schoolId, day, given) => void marks.set(`${schoolId}/${day}`, given),
  };
}

export const fakeSlotReads = (opportunities: Pick<Opportunities, 'load'>, ledgers: ReadonlyMap<string, SlotLedger>): SlotReads => ({
  definition: async (opportunityId) => (await opportunities.load(opportunityId))?.opportunity,
  ledger: async (_opportunityId, slotId) => structuredClone(ledgers.get(slotId)),
});
