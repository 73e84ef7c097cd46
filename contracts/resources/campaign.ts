/** A campaign as its school or the district defines it: what it buys, how much that is, and the levels at which sponsors can take part. */
import * as z from 'zod/mini';
import { AmountCents, CampaignId, Instant, LevelId, LocalizedLine, LocalizedText, SchoolId, Slug, ValueCents } from '../values.ts';
import { Contact } from './school.ts';

/** `draft`: nobody sees it. `open`: pledges and gifts are welcome. `closed`: it is shown, with what became of it. */
export const CampaignStatus = z.enum(['draft', 'open', 'closed']);
export type CampaignStatus = z.infer<typeof CampaignStatus>;

/** One thing the money buys. */
export const CampaignItem = z.strictObject({ label: LocalizedLine, priceCents: AmountCents });
export type CampaignItem = z.infer<typeof CampaignItem>;

export const Level = z.strictObject({
  levelId: LevelId,
  name: LocalizedLine,
  amountCents: AmountCents,
  /** What a sponsor of this level gets; the same for each. */
  benefits: z.array(LocalizedLine).check(z.maxLength(12)),
  /** Good-faith value of all benefits together: receipts have to name it. 0 for thanks and a name on a wall. */
  benefitValueCents: ValueCents,
  /** How many sponsors it can have; absent: any number. */
  limit: z.optional(z.int().check(z.gte(1), z.lte(500))),
});
export type Level = z.infer<typeof Level>;

/** What a campaign shows in lists, and on its page until it has a photo; drawn by us, no words in them. */
export const Illustration = z.enum(['playground', 'uniforms', 'books', 'school']);
export type Illustration = z.infer<typeof Illustration>;

export const Campaign = z.strictObject({
  campaignId: CampaignId,
  slug: Slug,
  /** Absent: the district's own. */
  schoolId: z.optional(SchoolId),
  status: CampaignStatus,
  title: LocalizedLine,
  summary: LocalizedLine,
  story: LocalizedText,
  illustration: Illustration,
  buys: z.array(CampaignItem).check(z.minLength(1), z.maxLength(30)),
  goalCents: AmountCents,
  opensAt: Instant,
  /** Pledges and gifts are taken before this instant. */
  closesAt: Instant,
  /** The most expensive first. */
  levels: z.array(Level).check(z.maxLength(12)),
  contact: Contact,
  /** What became of the money, told when it is over. */
  impact: z.optional(LocalizedText),
  version: z.int().check(z.gte(1)),
});
export type Campaign = z.infer<typeof Campaign>;

/** As staff send it: `version` is the one it was read at, 0 for what is new. */
export const CampaignToSave = z.extend(Campaign, { version: z.int().check(z.gte(0)) });
export type CampaignToSave = z.infer<typeof CampaignToSave>;

/** What all parts of a campaign come to, in whole cents. Never written by hand: it follows from pledges and gifts. */
export const CampaignTotals = z.object({
  /** Promised in money by pledges that staff accepted, less what was written off. */
  pledgedCents: z.int(),
  /** Gifts of money, less what was given back. */
  giftsCents: z.int(),
  /** Added to gifts by matches. */
  matchedCents: z.int(),
  /** Stated value of goods in pledges that staff accepted. */
  goodsCents: z.int(),
  /** Money that came: payments on pledges and gifts, less refunds. */
  receivedCents: z.int(),
  /** Pledges that count. */
  sponsors: z.int(),
  /** Gifts that were not given back in full. */
  gifts: z.int(),
});
export type CampaignTotals = z.infer<typeof CampaignTotals>;

/** What is counted against the goal. */
export const raisedCents = ({ pledgedCents, giftsCents, matchedCents, goodsCents }: CampaignTotals): number =>
  pledgedCents + giftsCents + matchedCents + goodsCents;
