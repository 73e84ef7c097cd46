/**
 * The intent: a pending sign-up with its personal data, stored before the ledger is asked, so that whoever holds places can always be written to.
 *
 * One person and slot has one sign-up. When another stands there, it is taken over only if it can't get places any more; one that is being
 * decided right now is decided first, from here, which is harmless because the ledger knows a repeat.
 */
import { iso, millis, SECOND } from '../time.ts';
import { IN_FLIGHT_MS } from './allowance.ts';
import type { LedgerOutcome, Opportunities, SignUp, SignUps, SlotLedger, Taking } from './ports.ts';
import { placesLeft } from './slot-state.ts';

/** An intent without a decision is forgotten after this. */
export const INTENT_KEPT_MS = 3_600 * SECOND;

export type Placed =
  /** Ours and undecided. */
  | { readonly kind: 'pending'; readonly signUp: SignUp; readonly repeat: boolean }
  /** A repeat of what was decided before. */
  | { readonly kind: 'decided'; readonly signUp: SignUp }
  /** The person has or waits for places in this slot by another sign-up. */
  | { readonly kind: 'already' }
  | { readonly kind: 'conflict' };

export interface IntentPorts {
  readonly signUps: SignUps;
  readonly slots: Taking;
  readonly opportunities: Opportunities;
}

export async function placeIntent(ports: IntentPorts, signUp: SignUp, now: number): Promise<Placed> {
  let replaces: SignUp | undefined;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const outcome = await ports.signUps.intend(signUp, replaces?.signUpId);
    if (outcome.kind === 'stored') return { kind: 'pending', signUp, repeat: false };
    const there = outcome.signUp;
    if (there.signUpId === signUp.signUpId) return { kind: there.state === 'pending' ? 'pending' : 'decided', signUp: there, repeat: true };
    if (await stillHolds(ports, there, now)) return { kind: 'already' };
    replaces = there;
  }
  return { kind: 'conflict' };
}

/** Whether another sign-up of the person has or waits for places in this slot, by the ledger. A young pending one is brought to its decision. */
async function stillHolds(ports: IntentPorts, there: SignUp, now: number): Promise<boolean> {
  if (there.state === 'refused' || there.state === 'cancelled') return false;
  const state = await ports.opportunities.load(there.opportunityId);
  const holds = (ledger: SlotLedger | undefined): boolean =>
    (ledger?.claims[there.personId] ?? ledger?.queue?.[there.personId]) !== undefined;
  const ledger = state?.ledgers.find((one) => one.slotId === there.slotId);
  if (holds(ledger)) return true;
  // a limit needs the allowance first: its own request does that, or it gets old
  const young = there.state === 'pending' && now < millis(there.signedUpAt) + IN_FLIGHT_MS;
  if (!young || state?.opportunity.limitPerPerson !== undefined) return false;
  const outcome = await takeOrWait(ports, there, ledger, iso(now));
  return outcome.kind === 'done' || outcome.kind === 'replayed' || (outcome.kind === 'refused' && holds(outcome.ledger));
}

/** The ledger command that decides an intent. */
export const claimOf = ({ opportunityId, slotId, personId, signUpId, submission, places, movedFrom, by }: SignUp, at: string) => ({
  opportunityId,
  slotId,
  personId,
  signUpId,
  submissionId: submission.submissionId,
  places,
  at,
  ...(movedFrom && { movedFrom }),
  ...(by !== undefined && { by }),
});

/** Lost races between taking and waiting: each means that somebody else took, or freed, what was seen. */
const ATTEMPTS = 8;

/**
 * Decides an intent: takes its places or, where it may wait, puts it in line if there are not so many. What is more likely is asked first, by the ledger as
 * it was seen.
 */
export async function takeOrWait(
  { slots }: Pick<IntentPorts, 'slots'>,
  signUp: SignUp,
  seen: SlotLedger | undefined,
  at: string,
): Promise<LedgerOutcome> {
  const command = claimOf(signUp, at);
  if (!signUp.waitlist) return slots.claim(command);
  let ledger = seen;
  for (let attempt = 1; ; attempt += 1) {
    const waits = ledger !== undefined && placesLeft(ledger) < signUp.places;
    const outcome = await (waits ? slots.join(command) : slots.claim(command));
    if (outcome.kind !== 'refused' || attempt === ATTEMPTS) return outcome;
    const { personId } = signUp;
    const there = outcome.ledger.claims[personId] ?? outcome.ledger.queue?.[personId];
    if (there?.signUpId === signUp.signUpId) return { kind: 'replayed', ledger: outcome.ledger };
    const other = placesLeft(outcome.ledger) < signUp.places;
    if (there || other === waits) return outcome;
    ledger = outcome.ledger;
  }
}
