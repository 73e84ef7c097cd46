/** Events of volunteering. `ledgerVersion` is the slot's version after the change: of two events of one slot the higher is the later. */
import * as z from 'zod/mini';
import { MessageId } from '../resources/message.ts';
import { Day, Instant, OpportunityId, PersonId, SchoolId, SignUpId, SlotId, SubmissionId } from '../values.ts';
import { event } from './envelope.ts';

const SOURCE = 'crosswalk.volunteering';

const claim = {
  signUpId: SignUpId,
  personId: PersonId,
  slotId: SlotId,
  opportunityId: OpportunityId,
  schoolId: SchoolId,
  places: z.int().check(z.gte(1)),
  ledgerVersion: z.int().check(z.gte(1)),
};
const signUp = { ...claim, submissionId: SubmissionId };

/** The ledger gave places. `movedFrom` when they replace places in another slot, which are then given back. */
export const SignUpConfirmedV1 = event(
  'sign-up.confirmed.v1',
  SOURCE,
  z.object({
    ...signUp,
    movedFrom: z.optional(z.object({ slotId: SlotId, signUpId: SignUpId })),
    /** They waited for the places: `given` when those came free, or they `accepted` what was offered. */
    waited: z.optional(z.enum(['given', 'accepted'])),
  }),
);
export type SignUpConfirmedV1 = z.infer<typeof SignUpConfirmedV1>;

/** Staff want the figures made anew. */
export const FiguresRebuildAskedV1 = event('figures.rebuild-asked.v1', SOURCE, z.object({ generation: z.int().check(z.gte(2)) }));
export type FiguresRebuildAskedV1 = z.infer<typeof FiguresRebuildAskedV1>;

/** A sign-up holds another number of places than before. */
export const SignUpResizedV1 = event('sign-up.resized.v1', SOURCE, z.object({ ...signUp, placesBefore: z.int().check(z.gte(1)) }));
export type SignUpResizedV1 = z.infer<typeof SignUpResizedV1>;

/**
 * Places were given back. `movedTo` when the person took places in another slot instead; `byStaff` when it was not the person who gave them up; `together`, with the others of the
 * same opportunity that the person gives up in the same breath, this one among them: what follows of them may be told as one.
 */
export const SignUpCancelledV1 = event(
  'sign-up.cancelled.v1',
  SOURCE,
  z.object({
    ...signUp,
    movedTo: z.optional(z.object({ slotId: SlotId, signUpId: SignUpId })),
    byStaff: z.optional(z.literal(true)),
    together: z.optional(z.array(SignUpId).check(z.minLength(2))),
  }),
);
export type SignUpCancelledV1 = z.infer<typeof SignUpCancelledV1>;

/**
 * Staff said at the door that somebody was there or was not, or took that back (`open`). `seenAt` is when it was seen, `minutes` what was set
 * instead of the slot's length. Of several the one with the highest `ledgerVersion` stands.
 */
export const SignUpMarkedV1 = event(
  'sign-up.marked.v1',
  SOURCE,
  z.object({
    ...claim,
    attendance: z.enum(['attended', 'missed', 'open']),
    minutes: z.optional(z.int().check(z.gte(0))),
    seenAt: Instant,
  }),
);
export type SignUpMarkedV1 = z.infer<typeof SignUpMarkedV1>;

/**
 * Somebody stands in line for places, as many as they want. `again`: they did before, and want another number of places now, or what was offered to them
 * was fewer and is `passed`, or has `expired`.
 */
export const SignUpWaitlistedV1 = event(
  'sign-up.waitlisted.v1',
  SOURCE,
  z.object({ ...signUp, again: z.optional(z.enum(['places', 'passed', 'expired'])) }),
);
export type SignUpWaitlistedV1 = z.infer<typeof SignUpWaitlistedV1>;

/** So many places are kept back for somebody in line, to be accepted before `until`; fewer than `wanted` where no more came free. */
export const SignUpOfferedV1 = event(
  'sign-up.offered.v1',
  SOURCE,
  z.object({ ...signUp, wanted: z.int().check(z.gte(1)), until: Instant }),
);
export type SignUpOfferedV1 = z.infer<typeof SignUpOfferedV1>;

/**
 * Somebody stands in line no more, and has no places: they `left` it or `passed` what was offered, let the offer run out (`expired`), or the slot closed
 * before a place came free (`ended`).
 */
export const SignUpUnlistedV1 = event(
  'sign-up.unlisted.v1',
  SOURCE,
  z.object({ ...signUp, why: z.enum(['left', 'passed', 'expired', 'ended']), byStaff: z.optional(z.literal(true)) }),
);
export type SignUpUnlistedV1 = z.infer<typeof SignUpUnlistedV1>;

/** There is something to do for those in line for a slot: places for the first of them, or the end of an offer. Who, is read when it is consumed. */
export const PlacesFreedV1 = event(
  'places.freed.v1',
  SOURCE,
  z.object({ slotId: SlotId, opportunityId: OpportunityId, schoolId: SchoolId, ledgerVersion: z.int().check(z.gte(1)) }),
);
export type PlacesFreedV1 = z.infer<typeof PlacesFreedV1>;

/** Someone asked for their manage link. Whether the address is known is found out by the consumer. */
export const LinkRequestedV1 = event(
  'link.requested.v1',
  SOURCE,
  z.object({ personId: PersonId, requestId: z.string().check(z.minLength(1), z.maxLength(100)) }),
);
export type LinkRequestedV1 = z.infer<typeof LinkRequestedV1>;

/** Staff wrote to those who have places in slots of an opportunity. Text and people are read when it is consumed. */
export const MessageSentV1 = event(
  'message.sent.v1',
  SOURCE,
  z.object({ messageId: MessageId, opportunityId: OpportunityId, schoolId: SchoolId }),
);
export type MessageSentV1 = z.infer<typeof MessageSentV1>;

/**
 * A day has come near on which people have places, and they are to be reminded. Who they are, and what they have that day by then, is read when it is consumed: a repeat, or the
 * same day told of by another school, reminds nobody twice.
 */
export const DayApproachedV1 = event(
  'day.approached.v1',
  SOURCE,
  z.object({
    schoolId: SchoolId,
    day: Day,
    /** The reminder of so many days before. Later, when it could not be sent in time. */
    daysBefore: z.int().check(z.gte(0), z.lte(14)),
    /** With slots on that day which call for it. */
    opportunityIds: z.array(OpportunityId).check(z.minLength(1)),
  }),
);
export type DayApproachedV1 = z.infer<typeof DayApproachedV1>;

/**
 * A day has passed on which people took part, and they are to be thanked. Said on each of the mornings after it that are not too late for that. Who they are is read when it
 * is consumed: nobody is thanked twice.
 */
export const DayPassedV1 = event(
  'day.passed.v1',
  SOURCE,
  z.object({
    schoolId: SchoolId,
    day: Day,
    /** With slots that ended on that day. */
    opportunityIds: z.array(OpportunityId).check(z.minLength(1)),
  }),
);
export type DayPassedV1 = z.infer<typeof DayPassedV1>;
