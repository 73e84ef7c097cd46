/** What staff did to campaigns, pledges and gifts, by month. */
import { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { HistoryEntry } from '#domain/fundraising/ports.ts';
import { historyOf } from './fundraising-items.ts';
import type { Table } from './table.ts';

export interface FundraisingHistory {
  /** Of a month (`2027-03`, UTC), the latest first, at most `most`; may lag behind by a moment. */
  inMonth(month: string, most: number): Promise<readonly (HistoryEntry | StaffHistoryEntry)[]>;
}

export const fundraisingHistory = (table: Table): FundraisingHistory => ({
  async inMonth(month, most) {
    const items = await table.query(
      { condition: 'historyMonth = :month', values: { ':month': month } },
      { index: 'historyByMonth', most, latestFirst: true },
    );
    // what is kept of a definition is one value, what is kept of a pledge lies beside its keys
    return items.map((item) => (item.entry === undefined ? historyOf(item) : StaffHistoryEntry.parse(item.entry)));
  },
});
