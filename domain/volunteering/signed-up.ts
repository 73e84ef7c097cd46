/** The result page: what became of a submit, told again from the sign-ups and the ledgers. No personal data. */
import type { PublicOpportunity } from '#contracts/resources/availability.ts';
import type { SlotResult, Submission } from '#contracts/resources/sign-up.ts';
import { PersonId, type SignUpId, type SlotId, SubmissionId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { alternatives, publicOpportunity, summaryOf } from './availability.ts';
import { schoolOf } from './own-sign-up.ts';
import type { Opportunities, OpportunityState, Schools, SignUp, SignUps } from './ports.ts';
import { claimDenial, placesLeft } from './slot-state.ts';
import { positionOf } from './waitlist.ts';

export interface SignedUp {
  readonly submission: Submission;
  readonly opportunity: PublicOpportunity;
  /** Of the confirmed ones, those that were given back or moved since. */
  readonly cancelledSince: readonly SignUpId[];
}
export interface SignedUpPorts {
  readonly signUps: SignUps;
  readonly opportunities: Opportunities;
  readonly schools: Schools;
  readonly clock: Clock;
}

/** `sign-up.not-found`: not a receipt, or its sign-ups are gone or were replaced by later ones. */
export const signedUp =
  (ports: SignedUpPorts) =>
  async ({ receipt }: { readonly receipt: string }): Promise<Result<SignedUp, { readonly code: 'sign-up.not-found' }>> => {
    const named = parseReceipt(receipt);
    if (!named) return refused({ code: 'sign-up.not-found' });
    const { personId, submissionId } = named;
    const items = (await ports.signUps.ofPerson(personId)).filter((item) => item.submission.submissionId === submissionId);
    const first = items[0];
    const state = first && (await ports.opportunities.load(first.opportunityId));
    if (!first || !state) return refused({ code: 'sign-up.not-found' });

    const now = ports.clock.now();
    const early = first.submission.refused.map((one): SlotResult => ({ outcome: 'refused', ...one }));
    const results = [...items.map((item) => resultOf(item, state, now)), ...early].sort(inOrderOf(state));
    const without = results.map((result) => result.slotId);
    const someRefused = results.some((result) => result.outcome === 'refused');
    const others = someRefused ? alternatives(state, { without, personId, now }).map(({ slot }) => slot.slotId) : [];
    const { opportunityId } = first;
    return ok({
      submission: { submissionId, opportunityId, receipt, results, alternatives: others },
      opportunity: publicOpportunity(summaryOf(state), await schoolOf(ports.schools, state.opportunity), now),
      cancelledSince: items
        .filter((item) => item.state !== 'refused' && item.state !== 'pending' && !holds(item, state) && !waits(item, state))
        .map((item) => item.signUpId),
    });
  };

function parseReceipt(receipt: string): { readonly personId: PersonId; readonly submissionId: SubmissionId } | undefined {
  const [person, submission, ...rest] = receipt.split('.');
  const personId = PersonId.safeParse(person);
  const submissionId = SubmissionId.safeParse(submission);
  return rest.length === 0 && personId.success && submissionId.success
    ? { personId: personId.data, submissionId: submissionId.data }
    : undefined;
}

const ledgerOf = (state: OpportunityState, slotId: SlotId) => state.ledgers.find((one) => one.slotId === slotId);
const holds = (item: SignUp, state: OpportunityState): boolean =>
  ledgerOf(state, item.slotId)?.claims[item.personId]?.signUpId === item.signUpId;

const waits = (item: SignUp, state: OpportunityState): boolean =>
  ledgerOf(state, item.slotId)?.queue?.[item.personId]?.signUpId === item.signUpId;

/** A pending one without its claim was refused by the ledger, whose reason is read from it again. */
function resultOf(item: SignUp, state: OpportunityState, now: number): SlotResult {
  const { slotId, signUpId, places } = item;
  const ledger = ledgerOf(state, slotId);
  const position = ledger && waits(item, state) ? positionOf(ledger, item.personId) : undefined;
  if (position !== undefined)
    return { outcome: 'waitlisted', slotId, signUpId, places: ledger?.queue?.[item.personId]?.places ?? places, position };
  // in line once, and neither there nor in a place any more
  const isOut = item.waitlist === true && item.state !== 'pending' && item.state !== 'refused' && !holds(item, state);
  if (isOut) return { outcome: 'waitlisted', slotId, signUpId, places };
  if (holds(item, state) || (item.state !== 'pending' && item.state !== 'refused')) {
    return {
      outcome: 'confirmed',
      slotId,
      signUpId,
      places: holds(item, state) ? (ledger?.claims[item.personId]?.places ?? places) : places,
    };
  }
  const left = ledger ? placesLeft(ledger) : 0;
  const code = item.refusal ?? (ledger ? claimDenial(ledger, item, now)?.code : 'slot.not-found') ?? 'slot.full';
  return { outcome: 'refused', slotId, code, placesLeft: left };
}

function inOrderOf({ opportunity }: OpportunityState): (a: SlotResult, b: SlotResult) => number {
  const place = ({ slotId }: SlotResult): number => opportunity.slots.findIndex((slot) => slot.slotId === slotId);
  return (a, b) => place(a) - place(b);
}
