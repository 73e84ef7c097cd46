/** The roster: who comes to the slots of an opportunity, for staff of its school. Places are as the ledgers have them. */
import * as z from 'zod/mini';
import { Instant, Language, LocalizedLine, OpportunityId, PersonId, Places, SignUpId, SlotId, text } from '../values.ts';
import { AttendanceState } from './check-in.ts';
import { Question, Slot } from './opportunity.ts';
import { Answer, PersonDetails, SignUpState, SlotTime, Waiting } from './sign-up.ts';

/** What only staff see of a sign-up. Goes with it. */
export const StaffNote = text(500);

export const RosterEntry = z.object({
  personId: PersonId,
  signUpId: SignUpId,
  places: z.int().check(z.gte(1)),
  /** What the person said of themselves; absent once it is gone after its retention. */
  person: z.optional(PersonDetails),
  answers: z.array(Answer),
  note: z.optional(z.string()),
  signedUpAt: z.optional(Instant),
  /** The time they know, where they have not said yet whether the one to which the slot was moved since suits them; as of a `MySignUp`. */
  timeBefore: z.optional(SlotTime),
  attendance: AttendanceState,
  /** Of what was said last, also of what was taken back. */
  seenAt: z.optional(Instant),
  /** Given, as it is counted: what was set, or the slot's length. Of `attended` alone. */
  minutes: z.optional(z.int()),
});
export type RosterEntry = z.infer<typeof RosterEntry>;

/** Somebody in line; `places` are those wanted. */
export const RosterWaiting = z.extend(
  z.omit(RosterEntry, { attendance: true, seenAt: true, minutes: true, timeBefore: true }),
  z.omit(Waiting, { of: true }).shape,
);
export type RosterWaiting = z.infer<typeof RosterWaiting>;

export const RosterSlot = z.object({
  slot: Slot,
  taken: z.int().check(z.gte(0)),
  /** Still open; never negative, also where staff cut the capacity below what is taken. */
  placesLeft: z.int().check(z.gte(0)),
  /** By name. */
  people: z.array(RosterEntry),
  /** In the order in which they are served. */
  waiting: z.array(RosterWaiting),
});
export type RosterSlot = z.infer<typeof RosterSlot>;

export const Roster = z.object({
  opportunityId: OpportunityId,
  title: LocalizedLine,
  questions: z.array(Question),
  /** Soonest first, undated last. */
  slots: z.array(RosterSlot),
});
export type Roster = z.infer<typeof Roster>;

/** Somebody whom staff add by hand. Questions of the opportunity may stay open; whoever adds them says for whom. */
export const PersonToAdd = z.strictObject({
  slotId: SlotId,
  places: Places,
  /** Whose address the confirmation goes to. */
  person: PersonDetails,
  /** Of the mails that follow. */
  language: Language,
  answers: z.array(Answer).check(z.maxLength(10)),
  note: z.optional(StaffNote),
  /** Where so many places are not there, they are put on the waitlist. */
  waitlist: z.optional(z.literal(true)),
});
export type PersonToAdd = z.infer<typeof PersonToAdd>;

/** `before` is the note as it was read; absent when there was none. Without `note` there is none from now on. */
export const NoteRequest = z.strictObject({ note: z.optional(StaffNote), before: z.optional(StaffNote) });
export type NoteRequest = z.infer<typeof NoteRequest>;

/** Where a person is after staff changed something. */
export const PlacedPerson = z.object({
  personId: PersonId,
  /** Another one after a move. */
  signUpId: SignUpId,
  slotId: SlotId,
  state: SignUpState,
  places: z.int().check(z.gte(1)),
});
export type PlacedPerson = z.infer<typeof PlacedPerson>;
