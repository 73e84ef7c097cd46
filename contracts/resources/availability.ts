/** What anyone may see: opportunities with what is left of their slots. The answers of the public API and the stuff of the pages. */
import * as z from 'zod/mini';
import { Instant, Language, line, OpportunityId, SchoolId, SlotId } from '../values.ts';
import { Opportunity, Question, Slot } from './opportunity.ts';
import { School } from './school.ts';

/**
 * Why a slot can be taken or not, as of one instant:
 * `open` · `full` · `not-open-yet` (see `opensAt`) · `closed` (by staff, or past `closesAt`) · `started` (its start has passed).
 */
export const SlotState = z.enum(['open', 'full', 'not-open-yet', 'closed', 'started']);
export type SlotState = z.infer<typeof SlotState>;

/** Numbers only: the public sees "3 of 5 places taken". */
export const SlotAvailability = z.object({
  slotId: SlotId,
  state: SlotState,
  capacity: z.int(),
  /** Can exceed `capacity` when staff lowered it: nobody is dropped, nobody is added. */
  taken: z.int().check(z.gte(0)),
  /** What a newcomer can have now: never negative. */
  placesLeft: z.int().check(z.gte(0)),
  /** People in line for places; absent when there are none. */
  waiting: z.optional(z.int().check(z.gte(1))),
  /** First names, where the coordinator shows them. */
  firstNames: z.optional(z.array(line(100))),
});
export type SlotAvailability = z.infer<typeof SlotAvailability>;

/** A slot with its availability beside its definition. */
export const PublicSlot = z.object({ slot: Slot, availability: SlotAvailability });
export type PublicSlot = z.infer<typeof PublicSlot>;

export const PublicSchool = z.omit(School, { version: true });
export type PublicSchool = z.infer<typeof PublicSchool>;

export const PublicOpportunity = z.object({
  ...z.omit(Opportunity, { slots: true, version: true, status: true, questions: true }).shape,
  school: PublicSchool,
  questions: z.array(Question),
  slots: z.array(PublicSlot),
});
export type PublicOpportunity = z.infer<typeof PublicOpportunity>;

/** What working parents ask for. Absent: don't care. Evening and weekend are of the school's zone. */
export const OpportunityFilter = z.strictObject({
  schoolId: z.optional(SchoolId),
  kind: z.optional(Opportunity.shape.kind),
  /** Starts at 17:00 or later. */
  evening: z.optional(z.literal('yes')),
  weekend: z.optional(z.literal('yes')),
  /** Kind `remote`, or no place named. */
  fromHome: z.optional(z.literal('yes')),
  /** A shift of 90 minutes or less, or an item. */
  short: z.optional(z.literal('yes')),
  language: z.optional(Language),
});
export type OpportunityFilter = z.infer<typeof OpportunityFilter>;

export const OpportunityList = z.object({ opportunities: z.array(PublicOpportunity), asOf: Instant });
export type OpportunityList = z.infer<typeof OpportunityList>;

export const SchoolList = z.object({ schools: z.array(PublicSchool) });
export type SchoolList = z.infer<typeof SchoolList>;

export const OpportunityRef = z.object({ opportunityId: OpportunityId });
