/**
 * The ledger of places: every method is one conditional `UpdateItem` on the slot's item, which is the only point of truth.
 *
 * Condition and effect are one write to one item, so a slot has one linear history; the write says in `change` what it did, so that its
 * stream record tells the event. A refusal carries the item as it was; why is read from that, not from another read.
 */
import type { OpportunityId, PersonId, SignUpId, SlotId } from '#contracts/values.ts';
import { canonical } from '#domain/time.ts';
import type { SlotChange, SlotLedger, Slots } from '#domain/volunteering/ports.ts';
import { claimRow, ledgerItem, ledgerOf, seenName, slotKey, timesRow } from './opportunity-items.ts';
import { CLAIM_NAMES, changeOf, gives, NOTES, NOTES_NAMES, notesValues, outcome } from './slot-conditions.ts';
import { ABSENT, type Item, type Table, type Written } from './table.ts';
import { taking } from './taking.ts';
import { waitlists } from './waitlists.ts';

/** Staff changing one slot at the same moment as a rush: each lost race means that a sign-up won. */
const REVISE_ATTEMPTS = 20;

export function slots(table: Table): Slots {
  return {
    ...taking(table),
    ...waitlists(table),

    async open(ledger) {
      const { done } = await table.put(ledgerItem(ledger), ABSENT);
      return done ? 'opened' : 'exists';
    },

    async resize(command) {
      const { opportunityId, slotId, personId, signUpId, places, placesBefore, at, by } = command;
      const change: SlotChange = { kind: 'resized', ...changeOf(command), placesBefore };
      const more = places - placesBefore;
      const giving = more > 0 ? gives(more, at, by) : undefined;
      const write = await table.update(slotKey(opportunityId, slotId), `SET #claims.#person = :claim, #left = #left - :more, ${NOTES}`, {
        condition: [HOLDS, '#claims.#person <> :claim', ...(giving ? [giving.condition] : [])].join(' AND '),
        names: { '#left': 'placesLeft', ...giving?.names, ...NOTES_NAMES, ...CLAIM_NAMES(personId) },
        values: {
          ':more': more,
          ...giving?.values,
          ...notesValues(change),
          ':claim': claimRow({ places, signUpId }),
          ':held': claimRow({ places: placesBefore, signUpId }),
        },
      });
      return outcome(write, (ledger) => holds(ledger, personId, signUpId)?.places === places);
    },

    async release(command) {
      const { opportunityId, slotId, personId, signUpId, places, movedTo, together } = command;
      const change: SlotChange = { kind: 'released', ...changeOf(command), ...(movedTo && { movedTo }), ...(together && { together }) };
      const write = await table.update(
        slotKey(opportunityId, slotId),
        `SET #left = #left + :places, ${NOTES} REMOVE #claims.#person, #seen${movedTo ? '' : ' ADD cancelled :one'}`,
        {
          condition: HOLDS,
          names: { '#left': 'placesLeft', '#seen': seenName(personId), ...NOTES_NAMES, ...CLAIM_NAMES(personId) },
          values: { ':places': places, ...notesValues(change), ':held': claimRow({ places, signUpId }) },
        },
      );
      return outcome(write, (ledger) => holds(ledger, personId, signUpId) === undefined);
    },

    async revise(opportunityId, slotId, terms, at) {
      for (let attempt = 0; attempt < REVISE_ATTEMPTS; attempt++) {
        const write = await reviseOnce(table, opportunityId, slotId, terms, at);
        if (write === undefined) return { kind: 'missing' };
        if (write.done) return { kind: 'done' };
      }
      throw new Error(`slot ${slotId} changed ${REVISE_ATTEMPTS} times while its terms were being set`);
    },
  };
}

/** The person's claim is this very sign-up with just so many places. */
const HOLDS = '#claims.#person = :held';

const holds = (ledger: SlotLedger, personId: PersonId, signUpId: SignUpId) => {
  const claim = ledger.claims[personId];
  return claim?.signUpId === signUpId ? claim : undefined;
};

/** Capacity moves `placesLeft` by a difference, which a condition on the version read makes safe. */
async function reviseOnce(
  table: Table,
  opportunityId: OpportunityId,
  slotId: SlotId,
  terms: Parameters<Slots['revise']>[2],
  at: string,
): Promise<Written | undefined> {
  const key = slotKey(opportunityId, slotId);
  const item: Item | undefined = await table.get(key);
  if (item === undefined) return undefined;
  const ledger = ledgerOf(item);
  const times = timesRow(terms);
  const gone = (['opensAt', 'closesAt', 'startsAt', 'endsAt'] as const).filter((name) => terms[name] === undefined);
  const startsAnew = times.startsAt !== ledger.startsAt;
  const set = [...Object.keys(times).map((name) => `${name} = :${name}`), ...(startsAnew ? ['startSetAt = :at'] : [])];
  const change: SlotChange = { kind: 'revised', at };
  const write = await table.update(
    key,
    `SET #capacity = :capacity, #left = #left + :difference, #state = :state, ${[...set, NOTES].join(', ')}` +
      (gone.length > 0 ? ` REMOVE ${gone.join(', ')}` : ''),
    {
      condition: '#version = :version',
      names: { '#capacity': 'capacity', '#left': 'placesLeft', '#state': 'state', ...NOTES_NAMES },
      values: {
        ':capacity': terms.capacity,
        ':difference': terms.capacity - ledger.capacity,
        ':state': terms.state,
        ':version': ledger.version,
        ...(startsAnew && { ':at': canonical(at) }),
        ...Object.fromEntries(Object.entries(times).map(([name, value]) => [`:${name}`, value])),
        ...notesValues(change),
      },
    },
  );
  return !write.done && write.old && isRevision(ledgerOf(write.old), { ...ledger, ...terms }, at) ? { done: true } : write;
}

/** This very revision, right after what was read: the repeat of a write whose answer was lost is refused by the first. */
const isRevision = ({ version, change, capacity, state }: SlotLedger, asked: SlotLedger, at: string): boolean =>
  version === asked.version + 1 && change.kind === 'revised' && change.at === at && capacity === asked.capacity && state === asked.state;
