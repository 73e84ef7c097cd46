/** Gives the places of a sign-up back, or its place in line up, for the holder of its manage link or for staff. Harmless to repeat. */
import type { Contact } from '#contracts/resources/school.ts';
import type { MySignUp } from '#contracts/resources/sign-up.ts';
import type { Email, PersonId, SignUpId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';
import { settle } from './allowance.ts';
import { findOwn, isTooLate, type OwnSignUp, releaseOwn, schoolOf, toMySignUp, trueState } from './own-sign-up.ts';
import type { Allowances, Opportunities, Schools, SignUps, Slots } from './ports.ts';
import { entryIn, stepInLine } from './wait.ts';

export interface CancelSignUp {
  readonly personId: PersonId;
  readonly signUpId: SignUpId;
  /** The member of staff who asks: whoever asks for the person is not bound by the moment for dropping out. */
  readonly by?: Email;
}
export type CancelSignUpError =
  | { readonly code: 'sign-up.not-found' }
  /** Past the moment for dropping out by oneself: `contact` is to be called. */
  | { readonly code: 'sign-up.too-late'; readonly contact: Contact }
  | { readonly code: 'request.conflict' };

/** The ports of all operations on one's own sign-up. */
export interface OwnSignUpPorts {
  readonly signUps: SignUps;
  readonly slots: Slots;
  readonly opportunities: Opportunities;
  readonly schools: Schools;
  readonly allowances: Allowances;
  readonly clock: Clock;
}

/** Pure. What never got places is not there to be cancelled. */
export function decideCancel(
  own: OwnSignUp | undefined,
  now: number,
  by?: Email,
): Result<'release' | 'leave' | 'cancelled-already', CancelSignUpError> {
  const state = own && trueState(own, now);
  if (!own || state === 'refused' || state === 'pending') return refused({ code: 'sign-up.not-found' });
  if (state === 'cancelled') return ok('cancelled-already');
  if (state === 'waitlisted' || state === 'offered') return ok('leave');
  if (by === undefined && isTooLate(own, now))
    return refused({ code: 'sign-up.too-late', contact: own.opportunityState.opportunity.contact });
  return ok('release');
}

export const cancelSignUp =
  (ports: OwnSignUpPorts) =>
  async ({ personId, signUpId, by }: CancelSignUp): Promise<Result<MySignUp, CancelSignUpError>> => {
    const now = ports.clock.now();
    const own = await findOwn(ports, personId, signUpId);
    const decision = decideCancel(own, now, by);
    if (!decision.ok || !own) return decision.ok ? refused({ code: 'sign-up.not-found' }) : decision;
    if (decision.value === 'leave') return leave(ports, own, now, by);
    const school = await schoolOf(ports.schools, own.opportunityState.opportunity);
    if (decision.value === 'release' && (await release(ports, own, now, by)) === 'conflict') return refused({ code: 'request.conflict' });
    return ok(toMySignUp({ ...own, signUp: { ...own.signUp, state: 'cancelled' }, claim: undefined }, school, now));
  };

/** Out of the line. Who was given the places at the same moment gives those back instead. */
async function leave(
  ports: OwnSignUpPorts,
  own: OwnSignUp,
  now: number,
  by: Email | undefined,
): Promise<Result<MySignUp, CancelSignUpError>> {
  const { personId, signUpId } = own.signUp;
  const stepped =
    own.ledger &&
    (await stepInLine(ports, own.ledger, { at: now, by }, (ledger) =>
      entryIn(ledger, own.signUp) ? { kind: 'unqueued', personId, why: 'left' } : undefined,
    ));
  if (stepped?.kind === 'conflict') return refused({ code: 'request.conflict' });
  if (stepped?.kind === 'not' && stepped.ledger.claims[personId]?.signUpId === signUpId) {
    return cancelSignUp(ports)({ personId, signUpId, ...(by !== undefined && { by }) });
  }
  const school = await schoolOf(ports.schools, own.opportunityState.opportunity);
  return ok(toMySignUp({ ...own, signUp: { ...own.signUp, state: 'cancelled' }, entry: undefined }, school, now));
}

/** With a limit per person, the allowance as it was before is lowered after: a change in between leaves it the upper bound it is. */
async function release(ports: OwnSignUpPorts, own: OwnSignUp, now: number, by: Email | undefined): Promise<'released' | 'conflict'> {
  const { personId, slotId } = own.signUp;
  const { opportunity } = own.opportunityState;
  const allowance = opportunity.limitPerPerson === undefined ? undefined : await ports.allowances.find(personId, opportunity.opportunityId);
  const outcome = await releaseOwn(ports, own, iso(now), by === undefined ? {} : { by });
  if (allowance && outcome === 'released') await settle(ports, { personId, opportunity, now }, allowance, [{ slotId, places: 0 }]);
  return outcome;
}
