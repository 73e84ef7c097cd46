/** The gate of a sign-up: what can be refused, slot by slot, from a glance that may be 250 ms old, without writing anything. */
import type { FieldProblem } from '#contracts/problems.ts';
import type { SignUpRequest, SlotRefusal } from '#contracts/resources/sign-up.ts';
import type { PersonId, SignUpId, SlotId, SubmissionId } from '#contracts/values.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';
import { answerProblems } from './answers.ts';
import { isPublic } from './availability.ts';
import { INTENT_KEPT_MS } from './intent.ts';
import { timeIn } from './moments.ts';
import type { OpportunityState, SignUp } from './ports.ts';
import { claimDenial, placesLeft, waitDenial } from './slot-state.ts';

export interface Refused {
  readonly slotId: SlotId;
  readonly code: SlotRefusal;
  readonly placesLeft: number;
}
export interface SignUpFacts {
  readonly personId: PersonId;
  readonly submissionId: SubmissionId;
  readonly fingerprint: string;
  readonly signUpIdOf: (slotId: SlotId) => SignUpId;
  readonly now: number;
}
export interface GateDecision {
  readonly state: OpportunityState;
  /** Intents for the slots that passed, in the order asked. */
  readonly passed: readonly SignUp[];
  readonly refused: readonly Refused[];
}
export type GateRefusal =
  | { readonly code: 'opportunity.not-found' }
  | { readonly code: 'request.invalid'; readonly fields: readonly FieldProblem[] };

/** Pure. Drafts are not found. A slot in which this very request already has its places passes: it is a repeat. */
export function decideGate(
  state: OpportunityState | undefined,
  request: SignUpRequest,
  facts: SignUpFacts,
): Result<GateDecision, GateRefusal> {
  if (!state || !isPublic(state.opportunity)) return refused({ code: 'opportunity.not-found' });
  const fields = answerProblems(state.opportunity.questions, request.answers);
  if (fields.length > 0) return refused({ code: 'request.invalid', fields });

  const checked = request.slots.map((wish) => ({ ...wish, denial: denial(state, wish, facts) }));
  const refusals = checked.flatMap(({ slotId, denial }) => (denial ? [{ slotId, ...denial }] : []));
  const wishes = checked.filter(({ denial }) => denial === undefined);
  const passed = wishes.map(
    ({ slotId, places, waitlist }): SignUp => ({
      signUpId: facts.signUpIdOf(slotId),
      personId: facts.personId,
      slotId,
      opportunityId: request.opportunityId,
      schoolId: state.opportunity.schoolId,
      places,
      state: 'pending',
      ...(waitlist && { waitlist }),
      person: request.person,
      language: request.language,
      answers: request.answers,
      submission: {
        submissionId: facts.submissionId,
        fingerprint: facts.fingerprint,
        slotIds: wishes.map((wish) => wish.slotId),
        refused: refusals,
      },
      signedUpAt: iso(facts.now),
      timeKnown: timeIn(state.opportunity, slotId),
      ledgerVersion: 0,
      expiresAt: iso(facts.now + INTENT_KEPT_MS),
    }),
  );
  return ok({ state, passed, refused: refusals });
}

function denial(
  { opportunity, ledgers }: OpportunityState,
  { slotId, places, waitlist }: SignUpRequest['slots'][number],
  { personId, signUpIdOf, now }: SignUpFacts,
): Omit<Refused, 'slotId'> | undefined {
  const ledger = ledgers.find((one) => one.slotId === slotId);
  if (!ledger || !opportunity.slots.some((slot) => slot.slotId === slotId)) return { code: 'slot.not-found', placesLeft: 0 };
  const signUpId = signUpIdOf(slotId);
  const isRepeat = (ledger.claims[personId] ?? ledger.queue?.[personId])?.signUpId === signUpId;
  if (opportunity.status === 'closed' && !isRepeat) return { code: 'slot.closed', placesLeft: placesLeft(ledger) };
  const rule = waitlist ? waitDenial : claimDenial;
  return rule(ledger, { personId, signUpId, places }, now);
}
