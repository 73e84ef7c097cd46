/**
 * A person answers what is offered to them from the waitlist: accepts all of it, or passes. Harmless to repeat: who accepted has the places, who passed stands where
 * the rule puts them.
 */
import type { AnswerOfferRequest, MySignUp } from '#contracts/resources/sign-up.ts';
import type { PersonId, SignUpId } from '#contracts/values.ts';
import { ok, type Result, refused } from '../result.ts';
import { millis } from '../time.ts';
import type { OwnSignUpPorts } from './cancel-sign-up.ts';
import { findOwn, type OwnSignUp, ownSignUp, schoolOf, toMySignUp, trueState } from './own-sign-up.ts';
import type { QueueStep, SlotLedger } from './ports.ts';
import { entryIn, stepInLine } from './wait.ts';
import { endOfWaiting, passStep } from './waitlist.ts';

export interface AnswerOffer extends AnswerOfferRequest {
  readonly personId: PersonId;
  readonly signUpId: SignUpId;
}
export type AnswerOfferError =
  | { readonly code: 'sign-up.not-found' }
  /** It ran out, or there was none. */
  | { readonly code: 'offer.over' }
  | { readonly code: 'request.conflict' };

/** Pure. Undefined: there is nothing to answer any more. An offer is over at its instant. */
export function decideAnswer(ledger: SlotLedger, { personId, signUpId, answer }: AnswerOffer, now: number): QueueStep | undefined {
  const entry = entryIn(ledger, { personId, signUpId });
  const end = endOfWaiting(ledger);
  // staff may have brought the start forward since
  if (!entry?.offer || now >= Math.min(millis(entry.offer.until), end ?? Number.POSITIVE_INFINITY)) return undefined;
  return answer === 'accept' ? { kind: 'promoted', personId, places: entry.offer.places, accepts: true } : passStep(entry, 'passed');
}

export const answerOffer =
  (ports: OwnSignUpPorts) =>
  async (asked: AnswerOffer): Promise<Result<MySignUp, AnswerOfferError>> => {
    const { personId, signUpId, answer } = asked;
    const now = ports.clock.now();
    const own = await findOwn(ports, personId, signUpId);
    if (!own?.ledger) return refused({ code: 'sign-up.not-found' });
    const stepped = await stepInLine(ports, own.ledger, { at: now }, (ledger) => decideAnswer(ledger, asked, now));
    if (stepped.kind === 'conflict') return refused({ code: 'request.conflict' });
    if (stepped.kind === 'not' && !isAnswered(answer, own, stepped.ledger, now)) return refused({ code: 'offer.over' });
    return shown(ports, own, now);
  };

/** A repeat: the places are theirs, or they don't stand in line with an offer any more. */
function isAnswered(answer: AnswerOffer['answer'], own: OwnSignUp, ledger: SlotLedger, now: number): boolean {
  const { personId, signUpId } = own.signUp;
  if (answer === 'accept') return ledger.claims[personId]?.signUpId === signUpId;
  const entry = entryIn(ledger, own.signUp);
  return entry
    ? entry.offer === undefined && entry.least !== undefined
    : trueState({ ...own, entry: undefined, claim: undefined }, now) === 'cancelled' && !ledger.claims[personId];
}

async function shown(ports: OwnSignUpPorts, own: OwnSignUp, now: number): Promise<Result<MySignUp, AnswerOfferError>> {
  const { opportunity, ledgers } = own.opportunityState;
  const ledger = await ports.slots.find(opportunity.opportunityId, own.slot.slotId);
  const others = ledgers.filter(({ slotId }) => slotId !== own.slot.slotId);
  const after = ledger && ownSignUp(own.signUp, { opportunity, ledgers: [...others, ledger] });
  if (!after) return refused({ code: 'sign-up.not-found' });
  return ok(toMySignUp(after, await schoolOf(ports.schools, opportunity), now));
}
