/** The history of what staff changed: who, when, what, before and after. No personal data of parents is in it, only ids. */
import * as z from 'zod/mini';
import { CampaignId, Email, Instant, line, OpportunityId, SchoolId } from '../values.ts';

/** `noun.past-tense`, of schools, opportunities, people's places, staff, mail and privacy. Those of pledges and gifts are in their campaign's history. */
export const StaffDeed = z.enum([
  'school.added',
  'school.changed',
  'holidays.changed',
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
  'sign-up.time-confirmed',
  'sign-up.attended',
  'sign-up.missed',
  'sign-up.unmarked',
  'sign-up.waitlisted',
  'sign-up.promoted',
  'sign-up.unlisted',
  'message.sent',
  'suggestion.settled',
  'suggestion.reopened',
  'campaign.added',
  'campaign.changed',
  'campaign.impact-told',
  'photo.added',
  'photo.changed',
  'photo.removed',
  'suppression.lifted',
  'staff.invited',
  'staff.changed',
  'figures.rebuild-asked',
  'person.exported',
  'person.deleted',
]);
export type StaffDeed = z.infer<typeof StaffDeed>;

const kept = z.unknown().register(z.globalRegistry, { description: 'As it is kept: text, a number, yes or no, a list or an object' });
/** A field that is not as it was. Values are as they are kept; absent where there was, or is, nothing. */
export const Change = z.strictObject({ field: z.string(), before: z.optional(kept), after: z.optional(kept) });
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
  /** Of a sign-up: what it is for. */
  opportunityId: z.optional(OpportunityId),
  changes: z.array(Change),
  reason: z.optional(line(300)),
});
export type StaffHistoryEntry = z.infer<typeof StaffHistoryEntry>;

/** An entry as a search of all histories shows it: those of campaigns have no changes, and deeds of their own. */
export const HistoryRow = z.object({
  at: Instant,
  by: Email,
  /** A `StaffDeed`, or `pledge.` and what happened to a pledge or gift. */
  what: z.string(),
  about: z.string(),
  ref: z.string(),
  schoolId: z.optional(SchoolId),
  /** Of a sign-up. */
  opportunityId: z.optional(OpportunityId),
  /** Of a pledge or gift. */
  campaignId: z.optional(CampaignId),
  changes: z.array(Change),
  reason: z.optional(z.string()),
});
export type HistoryRow = z.infer<typeof HistoryRow>;

/** A month of the calendar, UTC: `2027-03`. */
export const Month = z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'month.malformed'));
export type Month = z.infer<typeof Month>;
