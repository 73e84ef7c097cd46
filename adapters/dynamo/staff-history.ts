/** What staff changed, in the table of the capability it belongs to. */
import { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { StaffHistory } from '#domain/ports.ts';
import { canonical } from '#domain/time.ts';
import { ABSENT, type Item, type Key, type Table } from './table.ts';

const partition = (about: string): string => `HISTORY#${about}`;

/** For a save that keeps its entry in its own transaction; a put under `ABSENT` or without a condition, it is the same entry. */
export function historyItem(entry: StaffHistoryEntry): Key & Item {
  const at = canonical(entry.at);
  const order = `${at}#${entry.ref}`;
  return {
    pk: partition(entry.about),
    sk: order,
    entry,
    historyMonth: at.slice(0, 'yyyy-mm'.length),
    historyAt: `${order}#${entry.about}`,
  };
}

const historyOf = (item: Item): StaffHistoryEntry => StaffHistoryEntry.parse(item.entry);

export function staffHistory(table: Table): StaffHistory {
  return {
    async add(entry) {
      // refused means that it stands there already
      await table.put(historyItem(entry), ABSENT);
    },
    async about(about) {
      const items = await table.query({ condition: 'pk = :pk', values: { ':pk': partition(about) } }, { consistent: true });
      return items.map(historyOf);
    },
    async inMonth(month, most) {
      const items = await table.query(
        { condition: 'historyMonth = :month', values: { ':month': month } },
        { index: 'historyByMonth', most, latestFirst: true },
      );
      return items.map(historyOf);
    },
  };
}
