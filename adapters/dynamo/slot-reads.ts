/** One definition or one ledger: a read of one item each, where a query of an opportunity would read all of its slots with everybody in them. */
import type { SlotReads } from '#domain/volunteering/ports.ts';
import { ledgerOf, opportunityKey, opportunityOf, slotKey } from './opportunity-items.ts';
import type { Table } from './table.ts';

export const slotReads = (table: Table): SlotReads => ({
  async definition(opportunityId) {
    const item = await table.get(opportunityKey(opportunityId));
    return item && opportunityOf(item);
  },
  async ledger(opportunityId, slotId) {
    const item = await table.get(slotKey(opportunityId, slotId));
    return item && ledgerOf(item);
  },
});
