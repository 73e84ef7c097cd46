/** For how long a district keeps who gave, and what the next nightly run will take away. Sign-ups go by themselves: `retentionDays` of the district. */
import * as z from 'zod/mini';
import { CampaignId, Day, GiftId, Instant, PledgeId } from '../values.ts';

export const RetentionRules = z.strictObject({
  /**
   * Years after which a pledge that was paid or written off, and a gift, no longer say who gave. The longest the IRS names for records of income and
   * deductions is seven (https://www.irs.gov/businesses/small-businesses-self-employed/how-long-should-i-keep-records); a state may ask for more.
   */
  booksYears: z.int().check(z.gte(1), z.lte(30)),
  /** Days after which an offer that came to nothing no longer says whose it was. */
  offerDays: z.int().check(z.gte(1), z.lte(3650)),
});
export type RetentionRules = z.infer<typeof RetentionRules>;

/** `books`: money or goods changed hands. `offer`: nothing did. `asked`: the person asked for it while the pledge was running. */
export const ContactKept = z.enum(['books', 'offer', 'asked']);
export type ContactKept = z.infer<typeof ContactKept>;

/** A pledge or gift that is over and will no longer say who gave. Its amounts stay. */
export const DueContact = z.object({
  campaignId: CampaignId,
  id: z.union([PledgeId, GiftId]),
  kept: ContactKept,
  finishedOn: Day,
});
export type DueContact = z.infer<typeof DueContact>;

/** What the next run will do; nothing of it was done. */
export const RetentionPreview = z.object({
  asOf: Instant,
  rules: RetentionRules,
  /** Those longest due first. */
  contacts: z.array(DueContact),
  /** Whether that is all, or there is more than one run takes. */
  complete: z.boolean(),
  /** Deletions that were cut off, which it goes on with. */
  deletions: z.int(),
});
export type RetentionPreview = z.infer<typeof RetentionPreview>;
