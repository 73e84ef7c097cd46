/** The steps of the waitlist in the slot's item: what the rule makes of the ledger as it was read, written if its version is still that one. */
import { same } from '#contracts/same.ts';
import type { QueueEntry, SlotLedger, Slots } from '#domain/volunteering/ports.ts';
import { stepped } from '#domain/volunteering/waitlist-steps.ts';
import { claimRow, queueRow, slotKey, WAITS, waitlistOf } from './opportunity-items.ts';
import { NOTES, NOTES_NAMES, notesValues, outcome, QUEUE_NAMES } from './slot-conditions.ts';
import type { Condition, Table } from './table.ts';

export function waitlists(table: Table): Pick<Slots, 'step' | 'withWaiting'> {
  return {
    async step(ledger, step, by) {
      const after = stepped(ledger, step, by);
      if (!after) return { kind: 'refused', ledger };
      const write = await table.update(slotKey(ledger.opportunityId, ledger.slotId), ...stepping(ledger, after, step.personId));
      return outcome(write, ({ version, change }) => version === after.version && same(change, after.change));
    },

    async withWaiting() {
      const items = await table.query({ condition: 'waits = :waits', values: { ':waits': WAITS } }, { index: 'waitlists' });
      return items.map(waitlistOf);
    },
  };
}

/** What is not as it was: one person's waiting and claim, and the sums. */
function stepping(before: SlotLedger, after: SlotLedger, personId: keyof SlotLedger['claims']): readonly [string, Condition] {
  const entry: QueueEntry | undefined = after.queue?.[personId];
  const claim = before.claims[personId] ? undefined : after.claims[personId];
  const set = [
    '#left = :left, #held = :held, #waiting = :waiting',
    ...(entry ? ['#queue.#person = :row, #since.#person = :since'] : []),
    ...(claim ? ['#claims.#person = :claim'] : []),
    ...(after.leastWaiting === undefined ? [] : ['#least = :least']),
    NOTES,
  ];
  const gone = [
    ...(entry ? [] : ['#queue.#person, #since.#person']),
    ...(after.leastWaiting === undefined ? ['#least'] : []),
    ...(after.queue ? [] : ['#waits']),
  ];
  const { '#waits': waits, ...queueNames } = QUEUE_NAMES;
  return [
    `SET ${set.join(', ')}${gone.length > 0 ? ` REMOVE ${gone.join(', ')}` : ''}`,
    {
      condition: '#version = :version',
      names: {
        ...NOTES_NAMES,
        ...queueNames,
        '#left': 'placesLeft',
        '#held': 'held',
        '#least': 'leastWaiting',
        '#person': personId,
        ...(claim && { '#claims': 'claims' }),
        ...(!after.queue && { '#waits': waits }),
      },
      values: {
        ...notesValues(after.change),
        ':version': before.version,
        ':left': after.capacity - after.held - after.taken,
        ':held': after.held,
        ':waiting': after.waiting,
        ...(entry && { ':row': queueRow(entry), ':since': entry.since }),
        ...(claim && { ':claim': claimRow(claim) }),
        ...(after.leastWaiting !== undefined && { ':least': after.leastWaiting }),
      },
    },
  ];
}
