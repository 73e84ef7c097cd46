/**
 * A person's own sign-up as the ledger has it: the base of everything the manage link does.
 *
 * The sign-up item follows the ledger with some delay; where they differ, the ledger is right. A sign-up that is pending with a claim is confirmed, one
 * that is confirmed without its claim is cancelled.
 */
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import type { School } from '#contracts/resources/school.ts';
import type { MySignUp, SignUpState, Waiting } from '#contracts/resources/sign-up.ts';
import type { PersonId, SignUpId } from '#contracts/values.ts';
import { HOUR, iso, millis } from '../time.ts';
import { IN_FLIGHT_MS } from './allowance.ts';
import { minutesOf, stateOfHeld } from './attendance.ts';
import { alternatives, publicSchool } from './availability.ts';
import { timeToConfirm } from './moved-time.ts';
import type {
  Claim,
  Opportunities,
  OpportunityState,
  QueueEntry,
  ReleaseCommand,
  Schools,
  SignUp,
  SignUps,
  SlotLedger,
  Slots,
} from './ports.ts';
import { placesLeft, slotState } from './slot-state.ts';
import { positionOf } from './waitlist.ts';

export interface OwnSignUp {
  readonly signUp: SignUp;
  readonly opportunityState: OpportunityState;
  readonly slot: Slot;
  readonly ledger: SlotLedger | undefined;
  /** The places this very sign-up holds; undefined when none. */
  readonly claim: Claim | undefined;
  /** Its place in line; undefined when it does not wait. */
  readonly entry: QueueEntry | undefined;
}

/** Pure. Undefined when the slot is no longer part of its opportunity. */
export function ownSignUp(signUp: SignUp, state: OpportunityState): OwnSignUp | undefined {
  const slot = state.opportunity.slots.find((one) => one.slotId === signUp.slotId);
  if (!slot) return undefined;
  const ledger = state.ledgers.find((one) => one.slotId === signUp.slotId);
  const own = <Of extends { readonly signUpId: SignUpId }>(there: Of | undefined) =>
    there?.signUpId === signUp.signUpId ? there : undefined;
  const { personId } = signUp;
  return { signUp, opportunityState: state, slot, ledger, claim: own(ledger?.claims[personId]), entry: own(ledger?.queue?.[personId]) };
}

/** Consistent. Another person's sign-up is not found, as is one that never was. */
export async function findOwn(
  ports: { readonly signUps: SignUps; readonly opportunities: Opportunities },
  personId: PersonId,
  signUpId: SignUpId,
): Promise<OwnSignUp | undefined> {
  const signUp = (await ports.signUps.ofPerson(personId)).find((one) => one.signUpId === signUpId);
  const state = signUp && (await ports.opportunities.load(signUp.opportunityId));
  return state && ownSignUp(signUp, state);
}

/** States of a record that once had places and was not told yet that they are gone. */
export const heldPlaces = (state: SignUpState): boolean => state === 'confirmed' || state === 'attended' || state === 'missed';

/** A pending one without places is `refused` once no request can still be deciding it. */
export function trueState(
  { signUp, claim, entry, ledger }: Pick<OwnSignUp, 'signUp' | 'claim' | 'entry' | 'ledger'>,
  now: number,
): SignUpState {
  if (claim) return stateOfHeld(ledger, signUp.personId);
  // an offer that ran out is taken back by the next sweep; until then they wait
  if (entry) return entry.offer !== undefined && now < millis(entry.offer.until) ? 'offered' : 'waitlisted';
  if (heldPlaces(signUp.state) || signUp.state === 'waitlisted' || signUp.state === 'offered') return 'cancelled';
  if (signUp.state === 'pending' && now >= millis(signUp.signedUpAt) + IN_FLIGHT_MS) return 'refused';
  return signUp.state;
}

/** The instant from which a person can't change a sign-up for the slot themselves; undefined for a slot without a start. */
export const changeableUntil = (opportunity: Pick<Opportunity, 'dropOutHours'>, slot: Slot): string | undefined =>
  slot.startsAt === undefined ? undefined : iso(millis(slot.startsAt) - opportunity.dropOutHours * HOUR);

export function isTooLate({ opportunityState, slot }: OwnSignUp, now: number): boolean {
  const until = changeableUntil(opportunityState.opportunity, slot);
  return until !== undefined && now >= millis(until);
}

/** As its person sees it, at `now`. */
export function toMySignUp(own: OwnSignUp, school: School, now: number): MySignUp {
  const { signUp, slot, opportunityState } = own;
  const { opportunityId, title, kind, place, contact, questions } = opportunityState.opportunity;
  const until = changeableUntil(opportunityState.opportunity, slot);
  const state = trueState(own, now);
  const places = (own.claim ?? own.entry)?.places ?? signUp.places;
  const waiting = waitingOf(own, now);
  const canChange = state === 'confirmed' && !isTooLate(own, now);
  const timeBefore = state === 'confirmed' ? timeToConfirm(opportunityState.opportunity, slot, signUp, now) : undefined;
  return {
    signUpId: signUp.signUpId,
    state,
    places,
    ...(waiting && { waiting }),
    slot,
    ...(timeBefore && { timeBefore }),
    opportunity: { opportunityId, title, kind, contact, questions, ...(place && { place }) },
    school: publicSchool(school),
    answers: [...signUp.answers],
    signedUpAt: signUp.signedUpAt,
    ...(until !== undefined && { changeableUntil: until }),
    ...(own.ledger && state === 'attended' && { minutes: minutesOf(own.ledger, signUp.personId) }),
    maxPlaces: own.entry ? mostWanted(own) : canChange ? maxPlaces(own, now) : own.claim ? places : 0,
    moveTo: canChange ? [...alternatives(opportunityState, { without: [slot.slotId], personId: signUp.personId, now, places })] : [],
  };
}

const MOST_PLACES = 50;

function maxPlaces({ claim, ledger, opportunityState, signUp }: OwnSignUp, now: number): number {
  if (!claim || !ledger) return 0;
  const { limitPerPerson, status } = opportunityState.opportunity;
  if (status !== 'published' || !['open', 'full'].includes(slotState(ledger, now))) return claim.places;
  return Math.max(claim.places, Math.min(allowed(opportunityState, limitPerPerson, signUp), claim.places + placesLeft(ledger)));
}

/** What a person may have in a slot beside what they have, or wait for, in the others. */
function allowed(
  { ledgers }: OpportunityState,
  limit: number | undefined,
  { personId, slotId }: Pick<SignUp, 'personId' | 'slotId'>,
): number {
  const elsewhere = ledgers
    .filter((one) => one.slotId !== slotId)
    .reduce((sum, { claims, queue }) => sum + ((claims[personId] ?? queue?.[personId])?.places ?? 0), 0);
  return limit === undefined ? MOST_PLACES : Math.min(MOST_PLACES, limit - elsewhere);
}

/** Most places somebody in line could want. */
function mostWanted({ entry, ledger, opportunityState, signUp }: OwnSignUp): number {
  if (!entry || !ledger) return 0;
  return Math.max(entry.places, Math.min(ledger.capacity, allowed(opportunityState, opportunityState.opportunity.limitPerPerson, signUp)));
}

/** Where the person of a sign-up stands in line, and what they are offered. */
export function waitingOf({ entry, ledger, signUp }: Pick<OwnSignUp, 'entry' | 'ledger' | 'signUp'>, now: number): Waiting | undefined {
  const position = entry && ledger && positionOf(ledger, signUp.personId);
  if (position === undefined || !ledger) return undefined;
  const offer = entry?.offer !== undefined && now < millis(entry.offer.until) ? entry.offer : undefined;
  return { position, of: ledger.waiting, ...(offer && { offer }) };
}

/**
 * Gives the places of a sign-up back, whatever their number is by now. A sign-up still pending is first marked confirmed: otherwise a late repeat
 * of its request would find it undecided and take the places again.
 */
export async function releaseOwn(
  ports: { readonly signUps: SignUps; readonly slots: Slots },
  own: OwnSignUp,
  at: string,
  more: Pick<ReleaseCommand, 'movedTo' | 'together' | 'by'> = {},
): Promise<'released' | 'conflict'> {
  const { signUp, ledger } = own;
  if (!own.claim || !ledger) return 'released';
  const { personId, slotId, signUpId, opportunityId, submission, expiresAt } = signUp;
  if (signUp.state === 'pending') {
    const { places } = own.claim;
    await ports.signUps.record({ personId, slotId, signUpId, places, state: 'confirmed', ledgerVersion: ledger.version, expiresAt });
  }
  let { places } = own.claim;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const command = { opportunityId, slotId, personId, signUpId, submissionId: submission.submissionId, places, at };
    const outcome = await ports.slots.release({ ...command, ...more });
    if (outcome.kind !== 'refused') return 'released';
    places = outcome.ledger.claims[personId]?.places ?? places;
  }
  return 'conflict';
}

/** The school of an opportunity. A missing one is broken data. */
export async function schoolOf(schools: Schools, { schoolId, opportunityId }: Opportunity): Promise<School> {
  const school = await schools.find(schoolId);
  if (!school) throw new Error(`school ${schoolId} of opportunity ${opportunityId} is missing`);
  return school;
}
