/** The history of staff in memory. */
import { isDeepStrictEqual } from 'node:util';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { StaffHistory } from '#domain/ports.ts';

export function fakeStaffHistory(): StaffHistory & { readonly entries: StaffHistoryEntry[] } {
  const entries: StaffHistoryEntry[] = [];
  const inOrder = () => entries.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  return {
    entries,
    async add(entry) {
      if (!entries.some((one) => isDeepStrictEqual([one.about, one.at, one.ref], [entry.about, entry.at, entry.ref]))) entries.push(entry);
    },
    about: async (about) => inOrder().filter((one) => one.about === about),
    inMonth: async (month, most) =>
      inOrder()
        .filter(({ at }) => at.startsWith(month))
        .reverse()
        .slice(0, most),
  };
}
