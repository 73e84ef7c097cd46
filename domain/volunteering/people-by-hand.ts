/**
 * What staff change about a person's sign-up: move it, change its places, cancel it. The operations are the person's own, done in the name of a
 * member of staff. A sign-up for another opportunity than the one named is not found, whoever it belongs to.
 */
import type { PlacedPerson } from '#contracts/resources/roster.ts';
import type { MySignUp } from '#contracts/resources/sign-up.ts';
import type { Email, OpportunityId, PersonId, SignUpId, SlotId } from '#contracts/values.ts';
import { ok, type Result, refused } from '../result.ts';
import { cancelSignUp, type OwnSignUpPorts } from './cancel-sign-up.ts';
import { changePlaces } from './change-places.ts';
import { type MoveSignUpPorts, moveSignUp } from './move-sign-up.ts';
import type { SignUp, SignUps } from './ports.ts';

/** Whose sign-up, in which opportunity, and who of the staff asks. */
export interface OfPerson {
  readonly opportunityId: OpportunityId;
  readonly personId: PersonId;
  readonly signUpId: SignUpId;
  readonly by: Email;
}

const CANCEL = ['sign-up.not-found', 'request.conflict'] as const;
const RESIZE = [...CANCEL, 'sign-up.not-active', 'slot.not-enough-places'] as const;
const MOVE = [...RESIZE, 'sign-up.already', 'slot.not-found', 'slot.full'] as const;

export type CancelPersonError = { readonly code: (typeof CANCEL)[number] };
export type ResizePersonError = { readonly code: (typeof RESIZE)[number] };
export type MovePersonError = { readonly code: (typeof MOVE)[number] };

export const cancelPerson =
  (ports: OwnSignUpPorts) =>
  (of: OfPerson): Promise<Result<PlacedPerson, CancelPersonError>> =>
    done(ports, of, CANCEL, () => cancelSignUp(ports)(of));

export const resizePerson =
  (ports: OwnSignUpPorts) =>
  (of: OfPerson & { readonly places: number }): Promise<Result<PlacedPerson, ResizePersonError>> =>
    done(ports, of, RESIZE, () => changePlaces(ports)(of));

export const movePerson =
  (ports: MoveSignUpPorts) =>
  (of: OfPerson & { readonly slotId: SlotId }): Promise<Result<PlacedPerson, MovePersonError>> =>
    done(ports, of, MOVE, () => moveSignUp(ports)(of));

/** The sign-up that is named; undefined also when it is one for another opportunity. Consistent. */
export async function signUpOf(
  { signUps }: { readonly signUps: SignUps },
  { opportunityId, personId, signUpId }: OfPerson,
): Promise<SignUp | undefined> {
  const all = await signUps.ofPerson(personId);
  return all.find((one) => one.signUpId === signUpId && one.opportunityId === opportunityId);
}

/** `codes` are what can refuse staff: moments, limits and closed slots can't. */
async function done<Code extends string>(
  ports: { readonly signUps: SignUps },
  of: OfPerson,
  codes: readonly Code[],
  operation: () => Promise<Result<MySignUp, { readonly code: string }>>,
): Promise<Result<PlacedPerson, { readonly code: Code | 'sign-up.not-found' }>> {
  if (!(await signUpOf(ports, of))) return refused({ code: 'sign-up.not-found' });
  const outcome = await operation();
  if (outcome.ok) {
    const { signUpId, slot, state, places } = outcome.value;
    return ok({ personId: of.personId, signUpId, slotId: slot.slotId, state, places });
  }
  const code = codes.find((one) => one === outcome.error.code);
  if (code === undefined) throw new Error(`${outcome.error.code} must not refuse staff`);
  return refused({ code });
}
