/**
 * What follows in volunteering from a change of a ledger: the sign-up's record takes it in, and a move gives its old places back.
 *
 * Repeatable and indifferent to order: an older change than the record knows does nothing.
 */
import type { DomainEvent, SIGN_UP_CHANGES } from '#contracts/events/index.ts';
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import type { PersonId, SignUpId, SlotId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { DAY, iso, millis } from '../time.ts';
import { stateOfHeld } from './attendance.ts';
import { ownSignUp, releaseOwn } from './own-sign-up.ts';
import type { Opportunities, OpportunityState, SignUp, SignUps, Slots } from './ports.ts';

/** Places changed, or somebody's place in line. */
export type LedgerChanged = DomainEvent<(typeof SIGN_UP_CHANGES)[number]>;
/** Somebody was marked at the door. */
export type LedgerMarked = DomainEvent<'sign-up.marked.v1'>;

/** What those make of the record that are about no places held. */
const STATES: { readonly [Type in (LedgerChanged | LedgerMarked)['type']]?: 'cancelled' | 'waitlisted' | 'offered' } = {
  'sign-up.cancelled.v1': 'cancelled',
  'sign-up.waitlisted.v1': 'waitlisted',
  'sign-up.offered.v1': 'offered',
  'sign-up.unlisted.v1': 'cancelled',
};

export interface OnLedgerChangePorts {
  readonly signUps: SignUps;
  readonly slots: Slots;
  readonly opportunities: Opportunities;
  readonly clock: Clock;
  /** Days personal data is kept after the slot has ended. */
  readonly retentionDays: number;
}

export const onLedgerChange =
  (ports: OnLedgerChangePorts) =>
  async (event: LedgerChanged | LedgerMarked): Promise<void> => {
    const { personId, slotId, signUpId, opportunityId, places, ledgerVersion } = event.data;
    const state = await ports.opportunities.load(opportunityId);
    if (!state) throw new Error(`opportunity ${opportunityId} of event ${event.id} is missing`);
    const expiresAt = retainedUntil(state.opportunity, slotId, millis(event.time), ports.retentionDays);
    const [givenBackWith] = (event.type === 'sign-up.cancelled.v1' && event.data.together) || [];
    const change = {
      personId,
      slotId,
      signUpId,
      places: event.type === 'sign-up.offered.v1' ? event.data.wanted : places,
      ledgerVersion,
      expiresAt,
      ...(givenBackWith && { givenBackWith }),
      state: STATES[event.type] ?? stateOfHeld(ledgerOf(state, slotId), personId),
    } as const;
    const outcome = await ports.signUps.record(change);
    // a mark is about a claim whose own event adopts
    if (event.type === 'sign-up.marked.v1') return;
    if (outcome === 'stale' && (await adopt(ports.signUps, event, state))) await ports.signUps.record(change);
    if (event.type === 'sign-up.confirmed.v1' && event.data.movedFrom) {
      await giveBack(ports, personId, event.data.movedFrom, state, { slotId, signUpId });
    }
  };

const ledgerOf = ({ ledgers }: OpportunityState, id: SlotId) => ledgers.find(({ slotId }) => slotId === id);

/**
 * After a race of two requests of one person for one slot, the places may belong to one sign-up and the record to the other. The ledger is right:
 * the record, which has the same person's details, becomes that of the sign-up with the places.
 */
async function adopt(signUps: SignUps, { data }: LedgerChanged, state: OpportunityState): Promise<boolean> {
  const { personId, slotId, signUpId, submissionId, places } = data;
  const ledger = ledgerOf(state, slotId);
  const claim = ledger?.claims[personId] ?? ledger?.queue?.[personId];
  const there = await signUps.find(personId, slotId);
  if (claim?.signUpId !== signUpId || !there || there.signUpId === signUpId) return false;
  const { refusal: _refusal, movedFrom: _movedFrom, by: _by, givenBackWith: _with, ...kept } = there;
  const submission = { submissionId, fingerprint: there.submission.fingerprint, slotIds: [slotId], refused: [] };
  const adopted: SignUp = { ...kept, signUpId, places, submission, state: 'pending', ledgerVersion: 0 };
  const outcome = await signUps.intend(adopted, there.signUpId);
  if (outcome.kind === 'exists' && outcome.signUp.signUpId !== signUpId)
    throw new Error(`the sign-up of ${slotId} changed while it was adopted`);
  return true;
}

async function giveBack(
  ports: OnLedgerChangePorts,
  personId: PersonId,
  from: { readonly slotId: SlotId; readonly signUpId: SignUpId },
  state: OpportunityState,
  movedTo: { readonly slotId: SlotId; readonly signUpId: SignUpId },
): Promise<void> {
  const old = await ports.signUps.find(personId, from.slotId);
  const own = old?.signUpId === from.signUpId ? ownSignUp(old, state) : undefined;
  if (own && (await releaseOwn(ports, own, iso(ports.clock.now()), { movedTo })) === 'conflict') {
    throw new Error(`the places of ${from.signUpId} changed while they were given back`);
  }
}

/** After the slot has ended; a slot without a date counts from the last date of its opportunity, or from the change. */
export function retainedUntil({ slots }: Pick<Opportunity, 'slots'>, slotId: SlotId, changedAt: number, retentionDays: number): string {
  const slot = slots.find((one) => one.slotId === slotId);
  const end = (one: Slot): readonly number[] => [one.endsAt ?? one.startsAt ?? []].flat().map(millis);
  const ends = slot && end(slot).length > 0 ? end(slot) : slots.flatMap(end);
  return iso(Math.max(changedAt, ...ends) + retentionDays * DAY);
}
