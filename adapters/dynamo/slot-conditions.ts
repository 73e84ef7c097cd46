/** What the writes to a slot's ledger have in common: when places are given, what each write notes, and what its answer means. */
import type { PersonId } from '#contracts/values.ts';
import { canonical } from '#domain/time.ts';
import type { JoinCommand, LedgerOutcome, SlotChange, SlotLedger } from '#domain/volunteering/ports.ts';
import { ledgerOf } from './opportunity-items.ts';
import type { Written } from './table.ts';

/** `:more` places left, and nobody waiting who has a use for what is left: what binds everyone. */
export const ROOM = '#left >= :more AND (attribute_not_exists(#least) OR #left < #least)';
/** The contrary: who would be refused for want of room may wait. */
export const NO_ROOM = '(#left < :more OR #left >= #least)';
/** And open at `:at`, which binds all but staff. */
const OPEN = [
  '#state = :open',
  '(attribute_not_exists(opensAt) OR opensAt <= :at)',
  '(attribute_not_exists(closesAt) OR closesAt > :at)',
  '(attribute_not_exists(startsAt) OR startsAt > :at)',
].join(' AND ');

/** The condition under which `more` places are given at an instant, or waited for where there is `NO_ROOM`; `by` staff, whether or not the slot is open. */
export const gives = (more: number, at: string, by: string | undefined, room: string = ROOM) => ({
  condition: by === undefined ? `${room} AND ${OPEN}` : room,
  names: { '#left': 'placesLeft', '#least': 'leastWaiting', ...(by === undefined && { '#state': 'state' }) },
  values: { ':more': more, ...(by === undefined && { ':at': canonical(at), ':open': 'open' }) },
});

/** What every write does besides: the next version, and what it did. */
export const NOTES = '#version = #version + :one, #change = :change';
export const NOTES_NAMES = { '#version': 'version', '#change': 'change' };
export const notesValues = (change: SlotChange) => ({ ':one': 1, ':change': change });

export const CLAIM_NAMES = (personId: PersonId) => ({ '#claims': 'claims', '#person': personId });

/** Where the item says who waits. */
export const QUEUE_NAMES = { '#queue': 'queue', '#since': 'queuedSince', '#waiting': 'waiting', '#waits': 'waits' };

export const changeOf = ({ personId, signUpId, submissionId, places, at, by }: JoinCommand) => ({
  personId,
  signUpId,
  submissionId,
  places,
  at,
  ...(by !== undefined && { by }),
});

/** Done, or why not: no such slot, the same request once more, or a refusal with the ledger that refused. */
export function outcome(write: Written, replayed: (ledger: SlotLedger) => boolean): LedgerOutcome {
  if (write.done) return { kind: 'done' };
  if (write.old === undefined) return { kind: 'missing' };
  const ledger = ledgerOf(write.old);
  return { kind: replayed(ledger) ? 'replayed' : 'refused', ledger };
}
