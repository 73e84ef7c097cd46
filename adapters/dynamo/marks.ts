/**
 * Attendance in the ledger of places: one conditional `UpdateItem`, as each change of places is. Marks outweigh each other by the order of their texts,
 * so that the condition is one comparison.
 */
import type { Marks, SlotChange } from '#domain/volunteering/ports.ts';
import { claimRow, ledgerOf, seenName, seenRow, slotKey } from './opportunity-items.ts';
import type { Table } from './table.ts';

export const marks = (table: Table): Marks => ({
  async mark({ opportunityId, slotId, personId, signUpId, places, attendance, at, by }) {
    const change: SlotChange = { kind: 'marked', personId, signUpId, places, attendance, at, by };
    const held = claimRow({ places, signUpId });
    const write = await table.update(slotKey(opportunityId, slotId), 'SET #seen = :seen, #version = #version + :one, #change = :change', {
      condition: '#claims.#person = :held AND (attribute_not_exists(#seen) OR #seen < :seen)',
      names: { '#claims': 'claims', '#person': personId, '#seen': seenName(personId), '#version': 'version', '#change': 'change' },
      values: { ':held': held, ':seen': seenRow(attendance), ':one': 1, ':change': change },
    });
    if (write.done) return { kind: 'done' };
    if (write.old === undefined) return { kind: 'missing' };
    const ledger = ledgerOf(write.old);
    const claim = ledger.claims[personId];
    return { kind: claim && claimRow(claim) === held ? 'replayed' : 'refused', ledger };
  },
});
