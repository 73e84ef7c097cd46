/** What a step of the waitlist makes of a ledger. Pure: the adapters write just this, if the ledger is still as it was read. */
import type { Email, PersonId } from '#contracts/values.ts';
import type { JoinCommand, QueueEntry, QueueStep, SlotChange, SlotLedger } from './ports.ts';
import { freeIn, leastWaiting } from './waitlist.ts';

/** The instant of a step, and the member of staff whose doing it is. */
export interface StepBy {
  readonly at: string;
  readonly by?: Email;
}

/** Undefined when the ledger does not allow it: the person does not wait, has no offer to pass or accept, or there is no room. */
export function stepped(ledger: SlotLedger, step: QueueStep, { at, by }: StepBy): SlotLedger | undefined {
  const { personId } = step;
  const entry = ledger.queue?.[personId];
  if (!entry) return undefined;
  const { signUpId, submissionId } = entry;
  const offered = entry.offer?.places ?? 0;
  const of = { personId, signUpId, submissionId, at, ...(by !== undefined && { by }) };
  switch (step.kind) {
    case 'offered': {
      const { places, until } = step;
      if (places - offered > freeIn(ledger)) return undefined;
      return written(
        ledger,
        { personId, entry: { ...entry, offer: { places, until } }, held: places - offered },
        { kind: 'offered', ...of, places, wanted: entry.places, until },
      );
    }
    case 'promoted': {
      const { places } = step;
      const answered = step.accepts ? { accepted: true as const } : {};
      // what is offered was kept back for them, also where staff cut the capacity since
      if (step.accepts ? offered !== places : places - offered > freeIn(ledger)) return undefined;
      return written(ledger, { personId, claim: places, held: -offered }, { kind: 'promoted', ...of, places, ...answered });
    }
    case 'passed': {
      if (offered === 0) return undefined;
      const { offer: _offer, ...rest } = entry;
      const { why } = step;
      return written(
        ledger,
        { personId, entry: { ...rest, least: offered + 1 }, held: -offered },
        { kind: 'passed', ...of, places: entry.places, why },
      );
    }
    case 'unqueued': {
      const { why } = step;
      return written(ledger, { personId, held: -offered }, { kind: 'unqueued', ...of, places: entry.places, why });
    }
    case 'forgotten':
      return written(ledger, { personId, held: -offered }, { kind: 'forgotten', at });
    case 'requeued': {
      const { places } = step;
      // more places are a new wish: it stands behind those of the others. What was offered is given up with the old one
      const { offer: _offer, least: _least, ...rest } = entry;
      const since = places > entry.places ? ledger.version + 1 : entry.since;
      return written(
        ledger,
        { personId, entry: { ...rest, places, since }, held: -offered },
        { kind: 'requeued', ...of, places, placesBefore: entry.places },
      );
    }
  }
}

/** The ledger with one more who waits. */
export function joined(ledger: SlotLedger, command: JoinCommand): SlotLedger {
  const { personId, signUpId, submissionId, places, at, by } = command;
  const change: SlotChange = { kind: 'queued', personId, signUpId, submissionId, places, at, ...(by !== undefined && { by }) };
  return written(ledger, { personId, entry: { signUpId, submissionId, places, since: ledger.version + 1 }, held: 0 }, change);
}

interface Effect {
  readonly personId: PersonId;
  /** Their place in the line from now on; absent when they leave it. */
  readonly entry?: QueueEntry;
  /** Places they have from now on. */
  readonly claim?: number;
  /** Added to what is kept back. */
  readonly held: number;
}

function written(ledger: SlotLedger, { personId, entry, claim, held }: Effect, change: SlotChange): SlotLedger {
  const { queue: before = {}, leastWaiting: _least, ...rest } = ledger;
  const { [personId]: own, ...others } = before;
  const queue = entry ? { ...others, [personId]: entry } : others;
  const least = leastWaiting({ queue });
  const taken = claim === undefined || !own ? undefined : { signUpId: own.signUpId, places: claim };
  return {
    ...rest,
    ...(Object.keys(queue).length > 0 && { queue }),
    ...(least !== undefined && { leastWaiting: least }),
    held: rest.held + held,
    waiting: Object.keys(queue).length,
    ...(taken && { taken: rest.taken + taken.places, claims: { ...rest.claims, [personId]: taken } }),
    version: rest.version + 1,
    change,
  };
}
