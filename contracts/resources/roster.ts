/** The roster: who comes to the slots of an opportunity, for staff of its school. Places are as the ledgers have them. */
import * as z from 'zod/mini';
import { Instant, LocalizedLine, OpportunityId, PersonId, SignUpId, text } from '../values.ts';
import { Question, Slot } from './opportunity.ts';
import { Answer, PersonDetails } from './sign-up.ts';

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
});
export type RosterEntry = z.infer<typeof RosterEntry>;

export const RosterSlot = z.object({
  slot: Slot,
  taken: z.int().check(z.gte(0)),
  /** Still open; never negative, also where staff cut the capacity below what is taken. */
  placesLeft: z.int().check(z.gte(0)),
  /** By name. */
  people: z.array(RosterEntry),
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
