/** Campaigns, pledges, gifts and accounts as rows, and back. A row that does not parse throws: it is never skipped. */
import * as z from 'zod/mini';
import { Campaign, CampaignTotals } from '#contracts/resources/campaign.ts';
import { PledgeLogo } from '#contracts/resources/logo.ts';
import {
  BenefitGiven,
  Commitment,
  Gift as GiftRow,
  Invoice,
  Payment,
  Recognition,
  Reminder,
  Sponsor,
} from '#contracts/resources/pledge.ts';
import { CampaignId, Day, GiftId, Instant, Language, PersonId, PledgeId, SubmissionId } from '#contracts/values.ts';
import { NOTHING } from '#domain/fundraising/account.ts';
import { contactOfGift } from '#domain/fundraising/contacts.ts';
import { type Account, type CampaignDay, type Gift, HAPPENINGS, type HistoryEntry, type Pledge } from '#domain/fundraising/ports.ts';
import { canonical } from '#domain/time.ts';
import { contactKeys, listKeys } from './fundraising-lists.ts';
import type { Item, Key } from './table.ts';

export const campaignKey = (campaignId: CampaignId): Key => ({ pk: campaignId, sk: 'CAMPAIGN' });
export const accountKey = (campaignId: CampaignId): Key => ({ pk: campaignId, sk: 'ACCOUNT' });
export const pledgeKey = (campaignId: CampaignId, pledgeId: PledgeId): Key => ({ pk: campaignId, sk: `PLEDGE#${pledgeId}` });
export const giftKey = (campaignId: CampaignId, giftId: GiftId): Key => ({ pk: campaignId, sk: `GIFT#${giftId}` });
/** In the order of time; what is about one thing at one moment differs by its version. */
export const historyKey = ({ campaignId, at, about, version }: HistoryEntry): Key => ({
  pk: campaignId,
  sk: `HISTORY#${canonical(at)}#${about}#${version}`,
});
export const slugKey = (slug: string): Key => ({ pk: 'CAMPAIGNS', sk: `SLUG#${slug}` });
export const numbersKey = (year: number): Key => ({ pk: 'INVOICES', sk: String(year) });

export const LISTED = 'CAMPAIGNS';

export const campaignItem = (campaign: Campaign): Key & Item & { readonly version: number } => ({
  ...campaignKey(campaign.campaignId),
  definition: campaign,
  version: campaign.version,
  ...(campaign.status === 'draft'
    ? { drafted: LISTED, draftedId: campaign.campaignId }
    : { listed: LISTED, listedUntil: `${canonical(campaign.closesAt)}#${campaign.campaignId}` }),
});
export const campaignOf = (item: Item): Campaign => Campaign.parse(item.definition);

const details = {
  pledgeId: PledgeId,
  campaignId: CampaignId,
  personId: PersonId,
  submissionId: SubmissionId,
  fingerprint: z.string(),
  sponsor: Sponsor,
  commitment: Commitment,
  matchUpToCents: z.optional(z.int()),
  recognition: Recognition,
  language: Language,
  logo: z.optional(PledgeLogo),
  offeredAt: Instant,
  toForgetSince: z.optional(Instant),
  forgottenAt: z.optional(Instant),
  version: z.int(),
};
const dealings = {
  ...details,
  acceptedAt: Instant,
  matchUsedCents: z.int(),
  invoices: z.array(Invoice),
  payments: z.array(Payment),
  deliveredOn: z.optional(Day),
  reminders: z.array(Reminder),
  benefitsGiven: z.array(BenefitGiven),
};
const PledgeRow = z.discriminatedUnion('state', [
  z.object({ ...details, state: z.literal('offered') }),
  z.object({ ...details, state: z.literal('declined'), declinedAt: Instant, reason: z.optional(z.string()) }),
  z.object({ ...details, state: z.literal('cancelled'), cancelledAt: Instant, by: z.enum(['sponsor', 'staff']) }),
  z.object({ ...dealings, state: z.literal('accepted') }),
  z.object({ ...dealings, state: z.enum(['invoiced', 'part-paid', 'fulfilled']) }),
  z.object({ ...dealings, state: z.literal('written-off'), writtenOffAt: Instant, reason: z.string() }),
]);

export const pledgeItem = (pledge: Pledge): Key & Item => ({
  ...pledgeKey(pledge.campaignId, pledge.pledgeId),
  ...pledge,
  ...listKeys(pledge),
});
// optional fields that are absent in the row are absent in what zod gives, whatever its type says
export const pledgeOf = (item: Item): Pledge => PledgeRow.parse(item) as Pledge;

export const giftItem = (gift: Gift): Key & Item => ({
  ...giftKey(gift.campaignId, gift.giftId),
  ...gift,
  ...(gift.giver && contactKeys(contactOfGift(gift))),
});
const KeptGift = z.extend(GiftRow, { giverId: z.optional(PersonId) });
export const giftOf = (item: Item): Gift => KeptGift.parse(item) as Gift;

/** Sums lie beside each other, so that a change can add to each; levels and matches each in a map of their own. */
const AccountRow = z.object({
  ...CampaignTotals.shape,
  levels: z.record(z.string(), z.int()),
  levelCents: z.record(z.string(), z.int()),
  matches: z.record(z.string(), z.int()),
  version: z.int(),
  goalReachedAt: z.optional(Instant),
  impactToldAt: z.optional(Instant),
});
export const accountItem = (campaignId: CampaignId): Key & Item => ({
  ...accountKey(campaignId),
  ...NOTHING,
  levels: {},
  levelCents: {},
  matches: {},
  version: 0,
});
export function accountOf(campaignId: CampaignId, item: Item | undefined): Account {
  if (!item) return { campaignId, totals: NOTHING, levels: {}, levelCents: {}, matches: {}, version: 0 };
  const { levels, levelCents, matches, version, goalReachedAt, impactToldAt, ...totals } = AccountRow.parse(item);
  return {
    campaignId,
    totals,
    levels,
    levelCents,
    matches,
    version,
    ...(goalReachedAt !== undefined && { goalReachedAt }),
    ...(impactToldAt !== undefined && { impactToldAt }),
  };
}

export const DAY = 'DAY#';
export const dayKey = (campaignId: CampaignId, day: Day): Key => ({ pk: campaignId, sk: `${DAY}${day}` });
/** A day has just the sums that something was added to. */
const DayRow = z.object({ sk: z.string(), add: z.partial(CampaignTotals) });
export function dayOf(item: Item): CampaignDay {
  const { sk, add } = DayRow.parse({ sk: item.sk, add: item });
  return { day: Day.parse(sk.slice(DAY.length)), add: { ...NOTHING, ...(add as object) } };
}

const HistoryRow = z.object({
  campaignId: CampaignId,
  about: z.union([PledgeId, GiftId]),
  version: z.int(),
  at: Instant,
  on: Day,
  by: z.string(),
  what: z.enum(HAPPENINGS),
  reason: z.optional(z.string()),
  ref: z.optional(z.string()),
  add: CampaignTotals,
});
/** Not members of staff. */
const OTHERS: readonly string[] = ['sponsor', 'schedule'];

export const historyItem = (entry: HistoryEntry): Key & Item => {
  const at = canonical(entry.at);
  const byMonth = { historyMonth: at.slice(0, 'yyyy-mm'.length), historyAt: `${at}#${entry.about}#${entry.version}` };
  return { ...historyKey(entry), ...entry, ...(!OTHERS.includes(entry.by) && byMonth) };
};
export function historyOf(item: Item): HistoryEntry {
  const { reason, ref, ...rest } = HistoryRow.parse(item);
  return { ...rest, ...(reason !== undefined && { reason }), ...(ref !== undefined && { ref }) };
}
