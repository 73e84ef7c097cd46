/**
 * Taking places of a slot, or a place in the line for them: what signing up needs of the ledger, and all that its function loads of it. Both are one
 * conditional write, so that a crowd before a slot does not wait for one another.
 */
import type { JoinCommand, SlotChange, SlotLedger, Taking } from '#domain/volunteering/ports.ts';
import { MOST_WAITING } from '#domain/volunteering/waitlist.ts';
import { joined } from '#domain/volunteering/waitlist-steps.ts';
import { claimRow, ledgerOf, queueRow, queueRows, slotKey, WAITS } from './opportunity-items.ts';
import { CLAIM_NAMES, changeOf, gives, NO_ROOM, NOTES, NOTES_NAMES, notesValues, outcome, QUEUE_NAMES } from './slot-conditions.ts';
import type { Condition, Table } from './table.ts';

/** Lost races of those who are the first to wait in a slot at the same moment. */
const FIRST_ATTEMPTS = 8;

export function taking(table: Table): Taking {
  return {
    async claim(command) {
      const { opportunityId, slotId, personId, signUpId, places, at, by, movedFrom } = command;
      const change: SlotChange = { kind: 'claimed', ...changeOf(command), ...(movedFrom && { movedFrom }) };
      const { condition, names, values } = gives(places, at, by);
      const write = await table.update(slotKey(opportunityId, slotId), `SET #claims.#person = :claim, #left = #left - :more, ${NOTES}`, {
        // who has an offer would find room beside it
        condition: `${condition} AND attribute_not_exists(#claims.#person) AND attribute_not_exists(#queue.#person)`,
        names: { ...names, ...NOTES_NAMES, ...CLAIM_NAMES(personId), '#queue': 'queue' },
        values: { ...values, ...notesValues(change), ':claim': claimRow({ places, signUpId }) },
      });
      return outcome(write, (ledger) => ledger.claims[personId]?.signUpId === signUpId);
    },

    async join(command) {
      const { personId, signUpId } = command;
      const isIn = ({ queue, claims }: SlotLedger) => queue?.[personId]?.signUpId === signUpId || claims[personId]?.signUpId === signUpId;
      for (let attempt = 0; attempt < FIRST_ATTEMPTS; attempt += 1) {
        const write = await table.update(slotKey(command.opportunityId, command.slotId), ...joining(command));
        // in a slot in which nobody ever waited there is no line to stand at the end of
        const isFirst = !write.done && write.old !== undefined && write.old.queue === undefined;
        if (!isFirst) return outcome(write, isIn);
        const ledger = ledgerOf(write.old);
        if (isIn(ledger)) return { kind: 'replayed', ledger };
        const after = joined(ledger, command);
        const opened = await table.update(slotKey(command.opportunityId, command.slotId), ...opening(command, ledger, after));
        if (opened.done) return { kind: 'done' };
        if (opened.old?.version === ledger.version) return outcome(opened, isIn);
      }
      throw new Error(`slot ${command.slotId} changed ${FIRST_ATTEMPTS} times while the first began to wait`);
    },

    async find(opportunityId, slotId) {
      const item = await table.get(slotKey(opportunityId, slotId));
      return item && ledgerOf(item);
    },
  };
}

/** No room, nobody's claim and nobody's waiting of this person, and not too many who wait. */
function terms({ personId, places, at, by }: JoinCommand, more: Condition): Condition {
  const { condition, names, values } = gives(places, at, by, NO_ROOM);
  return {
    condition: [condition, 'attribute_not_exists(#claims.#person)', '#waiting < :most', more.condition].join(' AND '),
    names: { ...names, ...NOTES_NAMES, ...CLAIM_NAMES(personId), ...QUEUE_NAMES, ...more.names },
    values: { ...values, ':most': MOST_WAITING, ':waits': WAITS, ...more.values },
  };
}

/** Whoever joins has a use for a gap of one. */
const joining = (command: JoinCommand): readonly [string, Condition] => [
  `SET #queue.#person = :row, #since.#person = #version + :one, #waiting = #waiting + :one, #least = :one, #waits = :waits, ${NOTES}`,
  terms(command, {
    condition: 'attribute_exists(#queue) AND attribute_not_exists(#queue.#person)',
    values: { ...notesValues({ kind: 'queued', ...changeOf(command) }), ':row': queueRow(command) },
  }),
];

/** The first of all who wait: the line is made with them in it. */
function opening(command: JoinCommand, before: SlotLedger, after: SlotLedger): readonly [string, Condition] {
  const { queue, queuedSince } = queueRows(after.queue ?? {});
  return [
    `SET #queue = :queue, #since = :since, #waiting = #waiting + :one, #least = :one, #waits = :waits, ${NOTES}`,
    terms(command, {
      condition: 'attribute_not_exists(#queue) AND #version = :version',
      values: { ...notesValues(after.change), ':queue': queue, ':since': queuedSince, ':version': before.version },
    }),
  ];
}
