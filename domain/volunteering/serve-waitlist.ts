/**
 * Serves those who wait for places of a slot: does what the rule says is next until there is nothing left to do. Whoever finds another at it decides again on
 * what is there, so that it does not matter how many do it, how often, or where one was cut off.
 */
import type { OpportunityId, SlotId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { iso } from '../time.ts';
import type { QueueStep, SignUps, SlotLedger, Slots } from './ports.ts';
import { nextQueueStep } from './waitlist.ts';

export interface ServePorts {
  readonly slots: Slots;
  readonly signUps: Pick<SignUps, 'find'>;
  readonly clock: Clock;
}

/** More steps than a full line can need, each with a lost race. */
const MOST_STEPS = 1_000;

/** How many steps were done here. */
export const serveWaitlist =
  (ports: ServePorts) =>
  async ({ opportunityId, slotId }: { readonly opportunityId: OpportunityId; readonly slotId: SlotId }): Promise<number> => {
    const { slots, clock } = ports;
    let ledger = await slots.find(opportunityId, slotId);
    let done = 0;
    for (let count = 0; ledger && count < MOST_STEPS; count += 1) {
      const now = clock.now();
      const step = nextQueueStep(ledger, now);
      if (!step) return done;
      const outcome = await slots.step(ledger, await reachable(ports, ledger, step), { at: iso(now) });
      if (outcome.kind === 'done') done += 1;
      ledger = outcome.kind === 'refused' ? outcome.ledger : await slots.find(opportunityId, slotId);
    }
    if (ledger) throw new Error(`the waitlist of ${slotId} was not served in ${MOST_STEPS} steps`);
    return done;
  };

/** Who can't be told any more, because nothing is kept of them, is not given a place that somebody else waits for. */
async function reachable({ signUps }: ServePorts, { slotId }: SlotLedger, step: QueueStep): Promise<QueueStep> {
  const isServed = step.kind === 'promoted' || step.kind === 'offered';
  return isServed && !(await signUps.find(step.personId, slotId)) ? { kind: 'unqueued', personId: step.personId, why: 'ended' } : step;
}

export interface SweptWaitlists {
  /** Slots in which somebody waits, and those of them in which there was something to do. */
  readonly looked: number;
  readonly served: number;
  readonly failed: number;
}

/**
 * All waitlists: ends offers that ran out and lines of slots that closed, and serves whoever was left standing when an event was lost. Missed runs are made up
 * for by one. One slot that fails keeps no other from its turn.
 */
export const sweepWaitlists = (ports: ServePorts) => async (): Promise<SweptWaitlists> => {
  const now = ports.clock.now();
  const all = await ports.slots.withWaiting();
  const due = all.filter((view) => nextQueueStep(view, now) !== undefined);
  let failed = 0;
  let why: unknown;
  for (const slot of due) {
    try {
      await serveWaitlist(ports)(slot);
    } catch (error) {
      failed += 1;
      why = error;
    }
  }
  // the schedule's own retry, and the alarm of its dead letters
  if (failed > 0) throw new Error(`${failed} of ${due.length} waitlists could not be served`, { cause: why });
  return { looked: all.length, served: due.length, failed };
};
