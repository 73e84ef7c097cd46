/** Gives the places of a sign-up back, or its place in line up, for the holder of its manage link or for staff. Harmless to repeat. */
import type { Contact } from '#contracts/resources/school.ts';
import type { MySignUp } from '#contracts/resources/sign-up.ts';
import type { Email, PersonId, SignUpId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';
import { settle } from './allowance.ts';
import { findOwn, isTooLate, type OwnSignUp, ownSignUp, releaseOwn, schoolOf, toMySignUp, trueState } from './own-sign-up.ts';
import type { Allowances, Opportunities, Schools, SignUps, Slots } from './ports.ts';
import { entryIn, stepInLine } from './wait.ts';

export interface CancelSignUp {
  readonly personId: PersonId;
  readonly signUpId: SignUpId;
  /** The member of staff who asks: whoever asks for the person is not bound by the moment for dropping out. */
  readonly by?: Email;
  /** It is given back with these, and told with them. */
  readonly together?: readonly SignUpId[];
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
  async ({ personId, signUpId, ...more }: CancelSignUp): Promise<Result<MySignUp, CancelSignUpError>> => {
    const now = ports.clock.now();
    const own = await findOwn(ports, personId, signUpId);
    const decision = decideCancel(own, now, more.by);
    if (!decision.ok || !own) return decision.ok ? refused({ code: 'sign-up.not-found' }) : decision;
    if (decision.value === 'leave') return leave(ports, own, now, more.by);
    const school = await schoolOf(ports.schools, own.opportunityState.opportunity);
    if (decision.value === 'release' && (await release(ports, own, now, more)) === 'conflict') return refused({ code: 'request.conflict' });
    return ok(toMySignUp({ ...own, signUp: { ...own.signUp, state: 'cancelled' }, claim: undefined }, school, now));
  };

/**
 * Several of one person, one after the other: each lowers what its person has of its opportunity. Whatever can be cancelled is; the answer is the first
 * refusal, if there is one. Those of one opportunity that give places back are told together.
 */
export const cancelSignUps =
  (ports: OwnSignUpPorts) =>
  async ({
    personId,
    signUpIds,
  }: {
    readonly personId: PersonId;
    readonly signUpIds: readonly SignUpId[];
  }): Promise<Result<MySignUp, CancelSignUpError & { readonly signUpId?: SignUpId }>> => {
    const together = await givenBackTogether(ports, personId, signUpIds);
    let answer: Result<MySignUp, CancelSignUpError & { readonly signUpId?: SignUpId }> = refused({ code: 'sign-up.not-found' });
    const refusals: (typeof answer)[] = [];
    for (const signUpId of signUpIds) {
      const others = together.find((all) => all.includes(signUpId));
      const outcome = await cancelSignUp(ports)({ personId, signUpId, ...(others && { together: others }) });
      if (outcome.ok) answer = outcome;
      else refusals.push(refused({ ...outcome.error, signUpId }));
    }
    return refusals[0] ?? answer;
  };

/** Of each opportunity with more than one of them: those that hold places which can be given back now. */
async function givenBackTogether(
  ports: OwnSignUpPorts,
  personId: PersonId,
  signUpIds: readonly SignUpId[],
): Promise<readonly (readonly SignUpId[])[]> {
  const asked = (await ports.signUps.ofPerson(personId)).filter(({ signUpId }) => signUpIds.includes(signUpId));
  const ofEach = [...Map.groupBy(asked, ({ opportunityId }) => opportunityId)].map(async ([opportunityId, signUps]) => {
    const state = await ports.opportunities.load(opportunityId);
    const now = ports.clock.now();
    return signUps.flatMap((signUp) => {
      const decision = decideCancel(state && ownSignUp(signUp, state), now);
      return decision.ok && decision.value === 'release' ? [signUp.signUpId] : [];
    });
  });
  return (await Promise.all(ofEach)).filter((all) => all.length > 1);
}

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
async function release(
  ports: OwnSignUpPorts,
  own: OwnSignUp,
  now: number,
  more: Pick<CancelSignUp, 'by' | 'together'>,
): Promise<'released' | 'conflict'> {
  const { personId, slotId } = own.signUp;
  const { opportunity } = own.opportunityState;
  const allowance = opportunity.limitPerPerson === undefined ? undefined : await ports.allowances.find(personId, opportunity.opportunityId);
  const outcome = await releaseOwn(ports, own, iso(now), more);
  if (allowance && outcome === 'released') await settle(ports, { personId, opportunity, now }, allowance, [{ slotId, places: 0 }]);
  return outcome;
}
