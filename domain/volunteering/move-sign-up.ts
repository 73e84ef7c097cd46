/**
 * Moves a sign-up to another slot of the same opportunity: takes the new places first, gives the old ones back second.
 *
 * A refusal leaves everything as it was. After a crash in between the person holds both for a moment; the consumer of the new slot's
 * `sign-up.confirmed` event gives the old ones back, and so does repeating the request.
 */
import type { MySignUp } from '#contracts/resources/sign-up.ts';
import type { Email, PersonId, SignUpId, SlotId } from '#contracts/values.ts';
import type { Ids } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';
import { NO_LIMIT, reserve, settle } from './allowance.ts';
import type { CancelSignUpError, OwnSignUpPorts } from './cancel-sign-up.ts';
import { claimOf, INTENT_KEPT_MS, placeIntent } from './intent.ts';
import { timeIn } from './moments.ts';
import { findOwn, isTooLate, type OwnSignUp, releaseOwn, schoolOf, toMySignUp, trueState } from './own-sign-up.ts';
import type { Allowance, Claim, SignUp, SlotLedger } from './ports.ts';
import { claimDenial, staffDenial } from './slot-state.ts';

export interface MoveSignUp {
  readonly personId: PersonId;
  readonly signUpId: SignUpId;
  /** Where to. */
  readonly slotId: SlotId;
  /** The member of staff who asks: bound by the places there are, and by nothing else. */
  readonly by?: Email;
}
export type MoveSignUpError =
  | CancelSignUpError
  | { readonly code: 'sign-up.not-active' | 'sign-up.already' | 'slot.not-found' | 'slot.not-open-yet' | 'slot.closed' | 'slot.started' }
  | { readonly code: 'slot.full' | 'slot.not-enough-places'; readonly placesLeft: number }
  | { readonly code: 'person.limit-reached'; readonly limit: number };

export type MoveSignUpPorts = OwnSignUpPorts & { readonly ids: Ids };

type Holding = OwnSignUp & { readonly claim: Claim };
type MoveDecision =
  | { readonly kind: 'take'; readonly own: Holding; readonly to: SlotLedger }
  /** The new places are there already: finish what an earlier try began. */
  | { readonly kind: 'finish'; readonly own: OwnSignUp };

/** Pure. `movedId` is the id the sign-up has in the new slot. */
export function decideMove(
  own: OwnSignUp | undefined,
  toSlot: SlotId,
  movedId: SignUpId,
  now: number,
  by?: Email,
): Result<MoveDecision, MoveSignUpError> {
  const state = own && trueState(own, now);
  if (!own || state === 'refused' || state === 'pending') return refused({ code: 'sign-up.not-found' });
  const { opportunity, ledgers } = own.opportunityState;
  const to = ledgers.find((ledger) => ledger.slotId === toSlot);
  const { personId } = own.signUp;
  if (to?.claims[personId]?.signUpId === movedId) return ok({ kind: 'finish', own });
  const { claim } = own;
  if (!claim) return refused({ code: 'sign-up.not-active' });
  if (!to || !opportunity.slots.some((slot) => slot.slotId === toSlot)) return refused({ code: 'slot.not-found' });
  const asked = { personId, signUpId: movedId, places: claim.places };
  if (by === undefined && isTooLate(own, now)) return refused({ code: 'sign-up.too-late', contact: opportunity.contact });
  if (by === undefined && opportunity.status !== 'published') return refused({ code: 'slot.closed' });
  const denial = by === undefined ? claimDenial(to, asked, now) : staffDenial(to, asked);
  return denial ? refused(denial as MoveSignUpError) : ok({ kind: 'take', own: { ...own, claim }, to });
}

export const moveSignUp =
  (ports: MoveSignUpPorts) =>
  async ({ personId, signUpId, slotId, by }: MoveSignUp): Promise<Result<MySignUp, MoveSignUpError>> => {
    const now = ports.clock.now();
    const submissionId = ports.ids.submissionId('move', signUpId, slotId);
    const movedId = ports.ids.signUpId(submissionId, slotId);
    const own = await findOwn(ports, personId, signUpId);
    const decision = decideMove(own, slotId, movedId, now, by);
    if (!decision.ok) return decision;

    let allowance: Allowance | undefined;
    if (decision.value.kind === 'take') {
      const taken = await take(
        ports,
        decision.value.own,
        movedSignUp(decision.value.own, { slotId, submissionId, signUpId: movedId, by }, now),
        now,
      );
      if (!taken.ok) return taken;
      allowance = taken.value;
    }
    const from = decision.value.own;
    const movedTo = { slotId, signUpId: movedId };
    if ((await releaseOwn(ports, from, iso(now), { movedTo, ...(by !== undefined && { by }) })) === 'conflict')
      return refused({ code: 'request.conflict' });
    if (allowance) {
      const { opportunity } = from.opportunityState;
      await settle(ports, { personId, opportunity, now }, allowance, [{ slotId: from.slot.slotId, places: 0 }]);
    }
    return shown(ports, personId, movedId, now);
  };

function movedSignUp(
  { signUp, claim, opportunityState }: Holding,
  {
    slotId,
    submissionId,
    signUpId,
    by,
  }: Pick<SignUp, 'slotId' | 'signUpId'> & Pick<SignUp['submission'], 'submissionId'> & { by?: Email | undefined },
  now: number,
): SignUp {
  const { refusal: _refusal, by: _by, ...kept } = signUp;
  return {
    ...kept,
    signUpId,
    slotId,
    places: claim.places,
    state: 'pending',
    submission: { submissionId, fingerprint: signUp.submission.fingerprint, slotIds: [slotId], refused: [] },
    movedFrom: { slotId: signUp.slotId, signUpId: signUp.signUpId },
    ...(by !== undefined && { by }),
    signedUpAt: iso(now),
    timeKnown: timeIn(opportunityState.opportunity, slotId),
    ledgerVersion: 0,
    expiresAt: iso(now + INTENT_KEPT_MS),
  };
}

/** Intent and claim in the new slot. The value is the allowance to lower once the old places are back. */
async function take(
  ports: MoveSignUpPorts,
  own: Holding,
  moved: SignUp,
  now: number,
): Promise<Result<Allowance | undefined, MoveSignUpError>> {
  const { personId, slotId, by } = moved;
  const { opportunity } = own.opportunityState;
  const limit = by === undefined || opportunity.limitPerPerson === undefined ? opportunity.limitPerPerson : NO_LIMIT;
  const placed = await placeIntent(ports, moved, now);
  if (placed.kind === 'already') return refused({ code: 'sign-up.already' });
  if (placed.kind === 'conflict') return refused({ code: 'request.conflict' });
  // decided before and without its claim now: those places were given back since, and a repeat must not take them again
  if (placed.kind === 'decided') return refused({ code: 'sign-up.not-active' });

  let allowance: Allowance | undefined;
  if (limit !== undefined) {
    const request = { personId, opportunity, limit, wanted: [moved], leaving: own.slot.slotId, now };
    const reservation = await reserve(ports, request);
    if (reservation.kind === 'conflict') return refused({ code: 'request.conflict' });
    if (reservation.granted.length === 0) return refused({ code: 'person.limit-reached', limit });
    allowance = reservation.allowance;
  }
  // an earlier try may have stored another number of places, or was somebody else's; what is held now is what moves
  const { by: _by, ...stored } = placed.signUp;
  const outcome = await ports.slots.claim(claimOf({ ...stored, places: moved.places, ...(by !== undefined && { by }) }, iso(now)));
  if (outcome.kind === 'done' || outcome.kind === 'replayed') return ok(allowance);
  const left = outcome.kind === 'refused' ? (outcome.ledger.claims[personId]?.places ?? 0) : 0;
  if (allowance) await settle(ports, { personId, opportunity, now }, allowance, [{ slotId, places: left }]);
  const why = (ledger: SlotLedger) => (by === undefined ? claimDenial(ledger, moved, now) : staffDenial(ledger, moved));
  const denial = outcome.kind === 'refused' ? why(outcome.ledger) : undefined;
  return refused((denial ?? { code: 'slot.not-found' }) as MoveSignUpError);
}

/** The sign-up in the new slot, read after both writes. */
async function shown(
  ports: MoveSignUpPorts,
  personId: PersonId,
  movedId: SignUpId,
  now: number,
): Promise<Result<MySignUp, MoveSignUpError>> {
  const own = await findOwn(ports, personId, movedId);
  if (!own) return refused({ code: 'sign-up.not-found' });
  return ok(toMySignUp(own, await schoolOf(ports.schools, own.opportunityState.opportunity), now));
}
