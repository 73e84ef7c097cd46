/** What staff did to pledges and gifts, by month. */
import type { HistoryEntry } from '#domain/fundraising/ports.ts';
import { historyOf } from './fundraising-items.ts';
import type { Table } from './table.ts';

export interface FundraisingHistory {
  /** Of a month (`2027-03`, UTC), the latest first, at most `most`; may lag behind by a moment. */
  inMonth(month: string, most: number): Promise<readonly HistoryEntry[]>;
}

export const fundraisingHistory = (table: Table): FundraisingHistory => ({
  async inMonth(month, most) {
    const items = await table.query(
      { condition: 'historyMonth = :month', values: { ':month': month } },
      { index: 'historyByMonth', most, latestFirst: true },
    );
    return items.map(historyOf);
  },
});
