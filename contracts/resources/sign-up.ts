/** Sign-ups: what a person sends to take places, what becomes of it slot by slot, and what they see of it later. */
import * as z from 'zod/mini';
import {
  Email,
  Instant,
  Language,
  OpportunityId,
  PersonName,
  Phone,
  Places,
  QuestionId,
  SignUpId,
  SlotId,
  SubmissionId,
  text,
} from '../values.ts';
import { PublicSchool } from './availability.ts';
import { Opportunity, Slot } from './opportunity.ts';
import { MOST_CHOSEN } from './series.ts';

/**
 * `pending` is between the intent and the ledger's decision. `waitlisted`: in line for places; `offered`: places are kept back for them, to be accepted in
 * time. `attended` and `missed`, as staff said at the door, hold places like `confirmed`.
 */
export const SignUpState = z.enum(['pending', 'waitlisted', 'offered', 'confirmed', 'attended', 'missed', 'refused', 'cancelled']);
export type SignUpState = z.infer<typeof SignUpState>;

/** When a slot is. */
export const SlotTime = z.strictObject({ startsAt: z.optional(Instant), endsAt: z.optional(Instant) });
export type SlotTime = z.infer<typeof SlotTime>;

/** The one who signs up. Known only by the e-mail address; never a child. */
export const PersonDetails = z.strictObject({ name: PersonName, email: Email, phone: z.optional(Phone) });
export type PersonDetails = z.infer<typeof PersonDetails>;

export const Answer = z.strictObject({ questionId: QuestionId, answer: text(500) });
export type Answer = z.infer<typeof Answer>;

/** One submit of the form: several slots of one opportunity, one person. */
export const SignUpRequest = z.strictObject({
  opportunityId: OpportunityId,
  /** `waitlist`: to wait in line for the places of this slot if it has not so many left. */
  slots: z.array(z.strictObject({ slotId: SlotId, places: Places, waitlist: z.optional(z.literal(true)) })).check(
    z.minLength(1, 'slots.none-chosen'),
    z.maxLength(MOST_CHOSEN, 'slots.too-many'),
    z.refine((slots) => new Set(slots.map((slot) => slot.slotId)).size === slots.length, 'slots.repeated'),
  ),
  person: PersonDetails,
  /** Of the mails that follow. */
  language: Language,
  answers: z.array(Answer).check(z.maxLength(10)),
  /** That the details are kept for the sign-up, as the form says. */
  consent: z.literal(true, 'consent.missing'),
});
export type SignUpRequest = z.infer<typeof SignUpRequest>;

/** Why a slot of a submit was not given. Worded for people in `web/messages`. */
export const SlotRefusal = z.enum([
  'slot.not-found',
  'slot.full',
  'slot.not-enough-places',
  'slot.waitlist-full',
  'slot.not-open-yet',
  'slot.closed',
  'slot.started',
  'sign-up.already',
  'person.limit-reached',
]);
export type SlotRefusal = z.infer<typeof SlotRefusal>;

export const SlotResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('confirmed'), slotId: SlotId, signUpId: SignUpId, places: z.int().check(z.gte(1)) }),
  z.object({
    outcome: z.literal('waitlisted'),
    slotId: SlotId,
    signUpId: SignUpId,
    /** Wanted. */
    places: z.int().check(z.gte(1)),
    /** In line, from 1; absent once they don't wait any more. */
    position: z.optional(z.int().check(z.gte(1))),
  }),
  z.object({
    outcome: z.literal('refused'),
    slotId: SlotId,
    code: SlotRefusal,
    /** Left in this slot when it was refused. */
    placesLeft: z.int().check(z.gte(0)),
  }),
]);
export type SlotResult = z.infer<typeof SlotResult>;

/** What became of a submit. `alternatives` are slots of the same opportunity that still had places, when any was refused. */
export const Submission = z.object({
  submissionId: SubmissionId,
  opportunityId: OpportunityId,
  /** Opaque; `/signed-up/{receipt}` shows this result again, with no personal data. */
  receipt: z.string(),
  results: z.array(SlotResult).check(z.minLength(1)),
  alternatives: z.array(SlotId),
});
export type Submission = z.infer<typeof Submission>;

/** Where somebody stands who waits, and what is kept back for them. */
export const Waiting = z.object({
  /** From 1. */
  position: z.int().check(z.gte(1)),
  /** All who wait. */
  of: z.int().check(z.gte(1)),
  /** To be accepted before `until`; fewer than the places wanted where no more came free. */
  offer: z.optional(z.object({ places: z.int().check(z.gte(1)), until: Instant })),
});
export type Waiting = z.infer<typeof Waiting>;

/** A sign-up as its person sees it through the manage link. */
export const MySignUp = z.object({
  signUpId: SignUpId,
  state: SignUpState,
  /** Held; of one that waits, wanted. */
  places: z.int().check(z.gte(1)),
  /** Of one that waits. */
  waiting: z.optional(Waiting),
  slot: Slot,
  /**
   * The time they signed up for, or last said suits them. Present where the slot has since been moved by more than an hour, and they have not said whether
   * that suits them, too.
   */
  timeBefore: z.optional(SlotTime),
  opportunity: z.pick(Opportunity, {
    opportunityId: true,
    title: true,
    kind: true,
    place: true,
    contact: true,
    questions: true,
  }),
  school: PublicSchool,
  answers: z.array(Answer),
  signedUpAt: Instant,
  /** Of one’s own time that was given, once attended: as staff set it, else the slot’s length. */
  minutes: z.optional(z.int().check(z.gte(0))),
  /** Until when it can be changed or cancelled here; afterwards people are asked to call. Absent: any time. */
  changeableUntil: z.optional(Instant),
  /** Most places this sign-up could be changed to right now. */
  maxPlaces: z.int().check(z.gte(0)),
  /** Other slots of the opportunity with enough places to move to right now. */
  moveTo: z.array(z.object({ slot: Slot, placesLeft: z.int().check(z.gte(1)) })),
});
export type MySignUp = z.infer<typeof MySignUp>;

export const MySignUps = z.object({ name: PersonName, language: Language, signUps: z.array(MySignUp) });
export type MySignUps = z.infer<typeof MySignUps>;

export const ChangePlacesRequest = z.strictObject({ places: Places });
export type ChangePlacesRequest = z.infer<typeof ChangePlacesRequest>;

/** That a time still suits: the one that was shown, which is refused where the slot has another by now. */
export const ConfirmTimeRequest = z.strictObject({ startsAt: Instant, endsAt: z.optional(Instant) });
export type ConfirmTimeRequest = z.infer<typeof ConfirmTimeRequest>;

/** `pass`: not these. Who wanted more than was offered goes on waiting for more. */
export const AnswerOfferRequest = z.strictObject({ answer: z.enum(['accept', 'pass']) });
export type AnswerOfferRequest = z.infer<typeof AnswerOfferRequest>;

export const MoveSignUpRequest = z.strictObject({ slotId: SlotId });
export type MoveSignUpRequest = z.infer<typeof MoveSignUpRequest>;

export const CancelSignUpRequest = z.strictObject({});

export const SendLinkRequest = z.strictObject({ email: Email, language: Language });
export type SendLinkRequest = z.infer<typeof SendLinkRequest>;
