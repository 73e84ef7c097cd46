/** Pledges and gifts that are over and still say who gave, by the day they were over. */
import type { OldContacts } from '#domain/fundraising/retention.ts';
import { contactOf } from './fundraising-lists.ts';
import type { Table } from './table.ts';

export const oldContacts = (table: Table): OldContacts => ({
  async over(kept, day, most) {
    if (most <= 0) return [];
    // a day's keys go on with `#`, so they all come after the day alone
    const items = await table.query(
      { condition: 'contactKept = :kept AND finishedOn < :day', values: { ':kept': kept, ':day': day } },
      { index: 'contactsByAge', most },
    );
    return items.map((item) => contactOf(item, kept));
  },
});
