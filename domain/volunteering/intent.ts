/**
 * The intent: a pending sign-up with its personal data, stored before the ledger is asked, so that whoever holds places can always be written to.
 *
 * One person and slot has one sign-up. When another stands there, it is taken over only if it can't get places any more; one that is being
 * decided right now is decided first, from here, which is harmless because the ledger knows a repeat.
 */
import { iso, millis, SECOND } from '../time.ts';
import { IN_FLIGHT_MS } from './allowance.ts';
import type { Opportunities, SignUp, SignUps, SlotLedger, Slots } from './ports.ts';

/** An intent without a decision is forgotten after this. */
export const INTENT_KEPT_MS = 3_600 * SECOND;

export type Placed =
  /** Ours and undecided. */
  | { readonly kind: 'pending'; readonly signUp: SignUp; readonly repeat: boolean }
  /** A repeat of what was decided before. */
  | { readonly kind: 'decided'; readonly signUp: SignUp }
  /** The person has places in this slot by another sign-up. */
  | { readonly kind: 'already' }
  | { readonly kind: 'conflict' };

export interface IntentPorts {
  readonly signUps: SignUps;
  readonly slots: Slots;
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

/** Whether another sign-up of the person has places in this slot, by the ledger. A young pending one is brought to its decision. */
async function stillHolds(ports: IntentPorts, there: SignUp, now: number): Promise<boolean> {
  if (there.state === 'refused' || there.state === 'cancelled') return false;
  const state = await ports.opportunities.load(there.opportunityId);
  const holds = (ledger: SlotLedger | undefined): boolean => ledger?.claims[there.personId] !== undefined;
  if (holds(state?.ledgers.find((ledger) => ledger.slotId === there.slotId))) return true;
  // a limit needs the allowance first: its own request does that, or it gets old
  const young = there.state === 'pending' && now < millis(there.signedUpAt) + IN_FLIGHT_MS;
  if (!young || state?.opportunity.limitPerPerson !== undefined) return false;
  const outcome = await ports.slots.claim(claimOf(there, iso(now)));
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
