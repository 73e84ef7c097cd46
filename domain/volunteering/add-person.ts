/**
 * Staff add a person to a slot by hand: who called, who stands at the door. The way of a sign-up, intent and then decision, without what binds only
 * those who sign up themselves: moments, limits, questions that must be answered. Places there have to be,
 * or a line to stand in.
 */
import type { FieldProblem } from '#contracts/problems.ts';
import type { PersonToAdd, PlacedPerson } from '#contracts/resources/roster.ts';
import type { Email, SubmissionId } from '#contracts/values.ts';
import { normaliseEmail } from '../person.ts';
import type { Clock, Ids, People } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';
import { NO_LIMIT, reserve, settle } from './allowance.ts';
import { answerProblems } from './answers.ts';
import { INTENT_KEPT_MS, type IntentPorts, placeIntent, takeOrWait } from './intent.ts';
import { timeIn } from './moments.ts';
import type { Allowances, OpportunityState, SignUp, SlotLedger } from './ports.ts';
import { placesLeft, type SlotDenial, staffDenial, staffWaitDenial } from './slot-state.ts';
import { endOfWaiting } from './waitlist.ts';

export interface AddPerson {
  readonly request: PersonToAdd;
  /** As with a sign-up: `api`, another request under the same key is refused; `form`, it is another request. */
  readonly key: { readonly kind: 'api' | 'form'; readonly value: string };
  readonly by: Email;
}
export type AddPersonError =
  | { readonly code: 'request.invalid'; readonly fields: readonly FieldProblem[] }
  | { readonly code: 'slot.not-found' | 'sign-up.already' | 'request-key.reused' | 'request.conflict' }
  | { readonly code: 'slot.full' | 'slot.not-enough-places'; readonly placesLeft: number }
  /** Of those who may wait alone. */
  | { readonly code: 'slot.waitlist-full'; readonly placesLeft: number };

export interface AddPersonPorts extends IntentPorts {
  readonly allowances: Allowances;
  readonly people: People;
  readonly clock: Clock;
  readonly ids: Ids;
}

type Facts = Pick<SignUp, 'personId' | 'signUpId'> & {
  readonly submissionId: SubmissionId;
  readonly fingerprint: string;
  readonly by: Email;
  readonly now: number;
};

/** Pure. The intent. A slot in which this very request has its places already passes: it is a repeat. */
export function decideAdd({ opportunity, ledgers }: OpportunityState, request: PersonToAdd, facts: Facts): Result<SignUp, AddPersonError> {
  const questions = opportunity.questions.map((question) => ({ ...question, required: false }));
  const fields = answerProblems(questions, request.answers);
  if (fields.length > 0) return refused({ code: 'request.invalid', fields });
  const { slotId, places, person, language, answers, note, waitlist } = request;
  const ledger = ledgers.find((one) => one.slotId === slotId);
  if (!ledger || !opportunity.slots.some((slot) => slot.slotId === slotId)) return refused({ code: 'slot.not-found' });
  const { personId, signUpId, submissionId, fingerprint, by, now } = facts;
  const denial = ruleOf({ waitlist, ledger, now })(ledger, { personId, signUpId, places });
  if (denial) return refused(denial as AddPersonError);
  return ok({
    signUpId,
    personId,
    slotId,
    opportunityId: opportunity.opportunityId,
    schoolId: opportunity.schoolId,
    places,
    state: 'pending',
    person,
    language,
    answers,
    ...(note !== undefined && { note }),
    ...(waitlist && { waitlist }),
    submission: { submissionId, fingerprint, slotIds: [slotId], refused: [] },
    by,
    signedUpAt: iso(now),
    timeKnown: timeIn(opportunity, slotId),
    ledgerVersion: 0,
    expiresAt: iso(now + INTENT_KEPT_MS),
  });
}

/** In a slot that is closed to newcomers, or has begun, nobody is served any more: there is nothing to wait for. */
const ruleOf = ({ waitlist, ledger, now }: { readonly waitlist: true | undefined; readonly ledger: SlotLedger; readonly now: number }) =>
  waitlist && now < (endOfWaiting(ledger) ?? Number.POSITIVE_INFINITY) ? staffWaitDenial : staffDenial;

export const addPerson =
  (ports: AddPersonPorts) =>
  async (state: OpportunityState, { request, key, by }: AddPerson): Promise<Result<PlacedPerson, AddPersonError>> => {
    const now = ports.clock.now();
    const { opportunityId } = state.opportunity;
    const personId = await ports.people.identify(normaliseEmail(request.person.email));
    const fingerprint = ports.ids.fingerprint({ opportunityId, ...request });
    const submissionId =
      key.kind === 'form'
        ? ports.ids.submissionId('added', key.value, fingerprint)
        : ports.ids.submissionId('added-api', key.value, personId);
    const signUpId = ports.ids.signUpId(submissionId, request.slotId);
    const kept = key.kind === 'api' ? await ports.signUps.ofPerson(personId) : [];
    if (kept.some(({ submission }) => submission.submissionId === submissionId && submission.fingerprint !== fingerprint)) {
      return refused({ code: 'request-key.reused' });
    }
    const decision = decideAdd(state, request, { personId, signUpId, submissionId, fingerprint, by, now });
    if (!decision.ok) return decision;

    const intent = await placeIntent(ports, decision.value, now);
    if (intent.kind === 'conflict') return refused({ code: 'request.conflict' });
    if (intent.kind === 'already') return refused({ code: 'sign-up.already' });
    return intent.kind === 'decided' ? decidedBefore(state, intent.signUp) : take(ports, state, intent.signUp, now);
  };

async function take(
  ports: AddPersonPorts,
  state: OpportunityState,
  signUp: SignUp,
  now: number,
): Promise<Result<PlacedPerson, AddPersonError>> {
  const { personId, slotId } = signUp;
  const { opportunity } = state;
  const isLimited = opportunity.limitPerPerson !== undefined;
  const reservation = isLimited ? await reserve(ports, { personId, opportunity, limit: NO_LIMIT, wanted: [signUp], now }) : undefined;
  if (reservation?.kind === 'conflict') return refused({ code: 'request.conflict' });
  const seen = state.ledgers.find((one) => one.slotId === slotId);
  const outcome = await takeOrWait(ports, signUp, seen, iso(now));
  if (outcome.kind === 'done' || outcome.kind === 'replayed') {
    const there = signUp.waitlist && (await ports.slots.find(opportunity.opportunityId, slotId));
    return ok(placed(signUp, there && isInLine(there, signUp) ? 'waitlisted' : 'confirmed'));
  }
  const ledger = outcome.kind === 'refused' ? outcome.ledger : undefined;
  if (reservation?.allowance) {
    const held = [{ slotId, places: (ledger?.claims[personId] ?? ledger?.queue?.[personId])?.places ?? 0 }];
    await settle(ports, { personId, opportunity, now }, reservation.allowance, held);
  }
  return refuse(ports, signUp, ledger, now);
}

/** Marked, so that nobody who comes after takes the intent for one that is being decided, and gives it places in the name of staff. */
async function refuse(
  { signUps }: AddPersonPorts,
  signUp: SignUp,
  ledger: SlotLedger | undefined,
  now: number,
): Promise<Result<PlacedPerson, AddPersonError>> {
  const { waitlist } = signUp;
  const denial: SlotDenial | undefined = ledger
    ? ruleOf({ waitlist, ledger, now })(ledger, signUp)
    : { code: 'slot.not-found', placesLeft: 0 };
  if (!denial) throw new Error(`the ledger of ${signUp.slotId} refused staff what the rule of places allows`);
  await signUps.refuse(signUp.personId, signUp.slotId, signUp.signUpId, denial.code);
  return refused(denial as AddPersonError);
}

/** A repeat of what was decided: refused then, or given, and perhaps cancelled since. */
function decidedBefore({ ledgers }: OpportunityState, signUp: SignUp): Result<PlacedPerson, AddPersonError> {
  const ledger = ledgers.find(({ slotId }) => slotId === signUp.slotId);
  const { refusal } = signUp;
  if (refusal) return refused({ code: refusal, placesLeft: ledger ? placesLeft(ledger) : 0 } as AddPersonError);
  const claim = ledger?.claims[signUp.personId];
  const isHeld = claim?.signUpId === signUp.signUpId;
  if (ledger && isInLine(ledger, signUp)) return ok(placed(signUp, 'waitlisted'));
  return ok(isHeld ? placed({ ...signUp, places: claim.places }, 'confirmed') : placed(signUp, 'cancelled'));
}

const isInLine = ({ queue }: SlotLedger, { personId, signUpId }: SignUp): boolean => queue?.[personId]?.signUpId === signUpId;

const placed = ({ personId, signUpId, slotId, places }: SignUp, state: PlacedPerson['state']): PlacedPerson => ({
  personId,
  signUpId,
  slotId,
  places,
  state,
});
