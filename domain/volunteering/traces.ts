/** What is kept of one person in volunteering, wherever it lies, and how each part of it goes. Each way to go is harmless to repeat. */
import type { Month } from '#contracts/resources/figures.ts';
import type { OpportunityId, PersonId, SchoolId, SlotId } from '#contracts/values.ts';
import type { GivenFeedback } from './feedback.ts';
import type { Allowance, Attendance, Claim, LinkRequest, SignUp, SlotLedger } from './ports.ts';

export interface Traces {
  readonly signUps: readonly SignUp[];
  readonly allowances: readonly { readonly opportunityId: OpportunityId; readonly places: Allowance['places'] }[];
  readonly linkRequests: readonly LinkRequest[];
  readonly feedback: readonly GivenFeedback[];
  /** Manage links: that they exist and until when. The tokens are not kept. */
  readonly links: readonly { readonly linkId: string; readonly expiresAt: string }[];
  /** That their calendar has an address, or had one; not which. */
  readonly calendar?: { readonly madeAt: string; readonly expiresAt: string };
}

export interface SlotRef {
  readonly opportunityId: OpportunityId;
  readonly slotId: SlotId;
}

export interface VolunteerTraces {
  /** Consistent but for links, which may lag behind by a moment. */
  of(personId: PersonId): Promise<Traces>;
  /** Which opportunity a slot belongs to that was counted in a month. Undefined when there is no such slot. */
  slotCounted(slotId: SlotId, where: { readonly schoolId: SchoolId; readonly month: Month }): Promise<SlotRef | undefined>;
  /** Slots of a school without an end, which no figure may know. */
  slotsWithoutEnd(schoolId: SchoolId): Promise<readonly SlotRef[]>;
  /**
   * One conditional write to the ledger, on the person having just this claim and just this mark of attendance, or none: both become those of `as`, or
   * the places go back and the mark goes. `changed`: the person has another claim or mark by now. `done` also when they have none any more.
   */
  giveUp(
    slot: SlotRef & {
      readonly personId: PersonId;
      readonly claim: Claim;
      readonly mark?: Attendance;
      readonly as?: PersonId;
      readonly at: string;
    },
  ): Promise<'done' | 'changed'>;
  /** One conditional write to the ledger: the person is not in line any more. `changed`: it was not this ledger any more. `done` also when they are not. */
  leaveLine(ledger: SlotLedger, personId: PersonId, at: string): Promise<'done' | 'changed'>;
  /** Takes the person out of what the ledger says it did last, if it is still this version. */
  forgetChange(slot: SlotRef & { readonly version: number; readonly at: string }): Promise<void>;
  /** If the sign-up is still this one. */
  removeSignUp(signUp: Pick<SignUp, 'personId' | 'slotId' | 'signUpId'>): Promise<void>;
  removeAllowance(personId: PersonId, opportunityId: OpportunityId): Promise<void>;
  removeLinkRequest(personId: PersonId, requestId: string): Promise<void>;
  /** What they wrote goes, and that it was they who gave the score; the score stays counted. */
  removeFeedback(personId: PersonId, opportunityId: OpportunityId): Promise<void>;
  removeLink(linkId: string): Promise<void>;
  /** The address of their calendar stops working. */
  removeCalendar(personId: PersonId): Promise<void>;
  /** Of figures that are no longer looked at: what was counted of a slot, with whom. */
  removeCounted(generation: number, schoolId: SchoolId, slotId: SlotId): Promise<void>;
  /** In which months a person has places; with `revision`, if it is still that one. */
  removeHeld(generation: number, personId: PersonId, revision?: number): Promise<void>;
}
