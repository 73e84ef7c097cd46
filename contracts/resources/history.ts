/** The history of what staff changed: who, when, what, before and after. No personal data of parents is in it, only ids. */
import * as z from 'zod/mini';
import { Email, Instant, line, SchoolId } from '../values.ts';

/** `noun.past-tense`, of schools, opportunities, people's places, staff, mail and privacy. Those of pledges and gifts are in their campaign's history. */
export const StaffDeed = z.enum([
  'school.added',
  'school.changed',
  'opportunity.added',
  'opportunity.changed',
  'opportunity.published',
  'opportunity.closed',
  'opportunity.archived',
  'sign-up.added',
  'sign-up.moved',
  'sign-up.resized',
  'sign-up.cancelled',
  'sign-up.noted',
  'message.sent',
  'campaign.added',
  'campaign.changed',
  'suppression.lifted',
  'staff.invited',
  'staff.changed',
  'figures.rebuild-asked',
  'person.exported',
  'person.deleted',
]);
export type StaffDeed = z.infer<typeof StaffDeed>;

/** A field that is not as it was. Values are as they are kept; absent where there was, or is, nothing. */
export const Change = z.strictObject({ field: z.string(), before: z.optional(z.unknown()), after: z.optional(z.unknown()) });
export type Change = z.infer<typeof Change>;

export const StaffHistoryEntry = z.strictObject({
  at: Instant,
  /** The member's address in the directory. */
  by: Email,
  what: StaffDeed,
  /** Id of what was changed: a school, an opportunity, a sign-up, a member's address, a person. */
  about: line(120),
  /** Tells two entries about one thing at one moment apart, and a repeat from another: a version, or the request's key. */
  ref: line(120),
  /** Where it belongs; absent for what is the district's. */
  schoolId: z.optional(SchoolId),
  changes: z.array(Change),
  reason: z.optional(line(300)),
});
export type StaffHistoryEntry = z.infer<typeof StaffHistoryEntry>;
