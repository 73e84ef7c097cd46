/** Changes how many places a sign-up holds. Asks for a number, not a difference, so repeating it is harmless. */
import type { MySignUp } from '#contracts/resources/sign-up.ts';
import type { Email, PersonId, SignUpId } from '#contracts/values.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';
import { NO_LIMIT, type Reservation, reserve, settle } from './allowance.ts';
import type { CancelSignUpError, OwnSignUpPorts } from './cancel-sign-up.ts';
import { findOwn, isTooLate, type OwnSignUp, ownSignUp, schoolOf, toMySignUp, trueState } from './own-sign-up.ts';
import type { Claim, SlotLedger } from './ports.ts';
import { denialOf, roomDenial } from './slot-state.ts';
import { entryIn, stepInLine } from './wait.ts';

export interface ChangePlaces {
  readonly personId: PersonId;
  readonly signUpId: SignUpId;
  readonly places: number;
  /** The member of staff who asks: bound by the places there are, and by nothing else. */
  readonly by?: Email;
}
export type ChangePlacesError =
  | CancelSignUpError
  | { readonly code: 'sign-up.not-active' }
  /** `placesLeft` beside those held already. */
  | { readonly code: 'slot.not-enough-places'; readonly placesLeft: number }
  | { readonly code: 'slot.closed' }
  | { readonly code: 'slot.started' }
  | { readonly code: 'person.limit-reached'; readonly limit: number };

type Holding = OwnSignUp & { readonly claim: Claim; readonly ledger: SlotLedger };

type ChangeDecision =
  | { readonly kind: 'same'; readonly own: OwnSignUp }
  | { readonly kind: 'resize'; readonly own: Holding }
  /** Another number of places to wait for. */
  | { readonly kind: 'requeue'; readonly own: OwnSignUp };

/** Pure. Who waits may want any number. Fewer places are always taken back until it is too late; more must fit as for a newcomer. */
export function decideChange(
  own: OwnSignUp | undefined,
  places: number,
  now: number,
  by?: Email,
): Result<ChangeDecision, ChangePlacesError> {
  const state = own && trueState(own, now);
  if (!own || state === 'refused' || state === 'pending') return refused({ code: 'sign-up.not-found' });
  const { claim, ledger } = own;
  if (own.entry && ledger) return ok(places === own.entry.places ? { kind: 'same', own } : { kind: 'requeue', own });
  if (!claim || !ledger) return refused({ code: 'sign-up.not-active' });
  const holding = { ...own, claim, ledger };
  if (places === claim.places) return ok({ kind: 'same', own: holding });
  const { opportunity } = own.opportunityState;
  if (by === undefined && isTooLate(own, now)) return refused({ code: 'sign-up.too-late', contact: opportunity.contact });
  if (places < claim.places) return ok({ kind: 'resize', own: holding });
  if (by === undefined && opportunity.status !== 'published') return refused({ code: 'slot.closed' });
  const more = places - claim.places;
  const denial = by === undefined ? denialOf(ledger, more, now) : roomDenial(ledger, more);
  if (!denial) return ok({ kind: 'resize', own: holding });
  if (denial.code === 'slot.started') return refused({ code: 'slot.started' });
  if (denial.code === 'slot.closed' || denial.code === 'slot.not-open-yet') return refused({ code: 'slot.closed' });
  return refused({ code: 'slot.not-enough-places', placesLeft: denial.placesLeft });
}

export const changePlaces =
  (ports: OwnSignUpPorts) =>
  async ({ personId, signUpId, places, by }: ChangePlaces): Promise<Result<MySignUp, ChangePlacesError>> => {
    const now = ports.clock.now();
    let own = await findOwn(ports, personId, signUpId);
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const decision = decideChange(own, places, now, by);
      if (!decision.ok) return decision;
      if (decision.value.kind === 'same') return ok(await shown(ports, decision.value.own, now));
      const change =
        decision.value.kind === 'resize'
          ? resize(ports, decision.value.own, { places, by }, now)
          : requeue(ports, decision.value.own, { places, by }, now);
      const outcome = await change;
      if (outcome.kind === 'denied') return refused(outcome.error);
      if (outcome.kind === 'done') return ok(await shown(ports, outcome.own, now));
      own = outcome.own;
    }
    return refused({ code: 'request.conflict' });
  };

/** Fewer keep their place in line, more stand at its end. */
async function requeue(ports: OwnSignUpPorts, own: OwnSignUp, { places, by }: Asked, now: number): Promise<Resized> {
  const { signUp, ledger } = own;
  const { personId, slotId } = signUp;
  const { opportunity } = own.opportunityState;
  const limit = by === undefined ? opportunity.limitPerPerson : undefined;
  if (limit !== undefined && ledger && places > (own.entry?.places ?? 0)) {
    const reservation = await reserve(ports, { personId, opportunity, limit, wanted: [{ slotId, places }], now });
    if (reservation.kind === 'conflict') return { kind: 'denied', error: { code: 'request.conflict' } };
    if (reservation.granted.length === 0) return { kind: 'denied', error: { code: 'person.limit-reached', limit } };
  }
  const stepped =
    ledger &&
    (await stepInLine(ports, ledger, { at: now, by }, (one) => {
      const entry = entryIn(one, signUp);
      return entry && entry.places !== places ? { kind: 'requeued', personId, places } : undefined;
    }));
  if (!stepped || stepped.kind === 'conflict') return { kind: 'denied', error: { code: 'request.conflict' } };
  // read anew: it says where they stand now, or that they were served meanwhile
  const after = await ports.slots.find(opportunity.opportunityId, slotId);
  return { kind: 'changed', own: after ? withLedger(own, after) : own };
}

type Resized =
  | { readonly kind: 'done'; readonly own: OwnSignUp }
  /** The ledger was not as read; decide again on what it is. */
  | { readonly kind: 'changed'; readonly own: OwnSignUp }
  | { readonly kind: 'denied'; readonly error: ChangePlacesError };

type Asked = { readonly places: number; readonly by: Email | undefined };

async function resize(ports: OwnSignUpPorts, own: Holding, { places, by }: Asked, now: number): Promise<Resized> {
  const { personId, slotId, signUpId, opportunityId, submission } = own.signUp;
  const reservation = await reserved(ports, own, { places, by }, now);
  if (reservation.kind === 'conflict') return { kind: 'denied', error: { code: 'request.conflict' } };
  if (reservation.granted.length === 0) {
    return { kind: 'denied', error: { code: 'person.limit-reached', limit: own.opportunityState.opportunity.limitPerPerson ?? 0 } };
  }
  const outcome = await ports.slots.resize({
    opportunityId,
    slotId,
    personId,
    signUpId,
    submissionId: submission.submissionId,
    placesBefore: own.claim.places,
    places,
    at: iso(now),
    ...(by !== undefined && { by }),
  });
  if (outcome.kind === 'missing') return { kind: 'denied', error: { code: 'sign-up.not-active' } };
  const done = outcome.kind === 'done' || outcome.kind === 'replayed';
  const ledger = outcome.kind === 'done' ? resizedLedger(own, places) : outcome.ledger;
  if (reservation.allowance && (!done || places < own.claim.places)) {
    const held = [{ slotId, places: ledger.claims[personId]?.places ?? 0 }];
    await settle(ports, { personId, opportunity: own.opportunityState.opportunity, now }, reservation.allowance, held);
  }
  return { kind: done ? 'done' : 'changed', own: withLedger(own, ledger) };
}

/** More places are reserved under the limit first. For fewer, the allowance is only read, to be lowered after. */
async function reserved(
  ports: OwnSignUpPorts,
  own: Holding,
  { places, by }: Asked,
  now: number,
): Promise<Reservation | { readonly kind: 'conflict' }> {
  const { personId, slotId } = own.signUp;
  const { opportunity } = own.opportunityState;
  if (opportunity.limitPerPerson === undefined) return { kind: 'reserved', granted: [slotId] };
  const limit = by === undefined ? opportunity.limitPerPerson : NO_LIMIT;
  if (places > own.claim.places) return reserve(ports, { personId, opportunity, limit, wanted: [{ slotId, places }], now });
  const allowance = await ports.allowances.find(personId, opportunity.opportunityId);
  return { kind: 'reserved', granted: [slotId], ...(allowance && { allowance }) };
}

const resizedLedger = ({ ledger, signUp, claim }: Holding, places: number): SlotLedger => ({
  ...ledger,
  taken: ledger.taken + places - claim.places,
  claims: { ...ledger.claims, [signUp.personId]: { signUpId: signUp.signUpId, places } },
});

function withLedger(own: OwnSignUp, ledger: SlotLedger): OwnSignUp {
  const { opportunity, ledgers } = own.opportunityState;
  const others = ledgers.filter((one) => one.slotId !== ledger.slotId);
  // it held places when it was read, so without a claim now it was cancelled, whatever its record says yet
  const signUp = own.signUp.state === 'pending' && own.claim ? { ...own.signUp, state: 'confirmed' as const } : own.signUp;
  return ownSignUp(signUp, { opportunity, ledgers: [...others, ledger] }) ?? own;
}

const shown = async (ports: OwnSignUpPorts, own: OwnSignUp, now: number): Promise<MySignUp> =>
  toMySignUp(own, await schoolOf(ports.schools, own.opportunityState.opportunity), now);
