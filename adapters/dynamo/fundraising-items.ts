/** Campaigns, pledges, gifts and accounts as rows, and back. A row that does not parse throws: it is never skipped. */
import * as z from 'zod/mini';
import { Campaign, CampaignTotals } from '#contracts/resources/campaign.ts';
import { Commitment, Gift, Invoice, Payment, Recognition, Sponsor } from '#contracts/resources/pledge.ts';
import { CampaignId, Day, GiftId, Instant, Language, LevelId, PersonId, PledgeId, SubmissionId } from '#contracts/values.ts';
import { NOTHING } from '#domain/fundraising/account.ts';
import { paidCents } from '#domain/fundraising/pledge-states.ts';
import { type Account, HAPPENINGS, type HistoryEntry, type LivePledge, type Pledge } from '#domain/fundraising/ports.ts';
import { canonical } from '#domain/time.ts';
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
  ...(campaign.status !== 'draft' && { listed: LISTED, listedUntil: `${canonical(campaign.closesAt)}#${campaign.campaignId}` }),
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
  offeredAt: Instant,
  version: z.int(),
};
const dealings = {
  ...details,
  acceptedAt: Instant,
  matchUsedCents: z.int(),
  invoices: z.array(Invoice),
  payments: z.array(Payment),
  deliveredOn: z.optional(Day),
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
  ...wallRow(pledge),
  ...dueRow(pledge),
});
// optional fields that are absent in the row are absent in what zod gives, whatever its type says
export const pledgeOf = (item: Item): Pledge => PledgeRow.parse(item) as Pledge;

/** On the wall: named, and accepted by staff. The largest sorts first. */
function wallRow(pledge: Pledge): Item {
  const { recognition, state, commitment, sponsor, campaignId, pledgeId } = pledge;
  const shown = recognition === 'named' && (state === 'accepted' || state === 'invoiced' || state === 'part-paid' || state === 'fulfilled');
  if (!shown) return {};
  const cents = commitment.kind === 'money' ? commitment.amountCents : commitment.valueCents;
  return {
    wallOf: campaignId,
    wallRank: `${String(MOST_CENTS - cents).padStart(10, '0')}#${pledgeId}`,
    wallName: sponsor.name,
    ...(commitment.kind === 'money' && commitment.levelId !== undefined && { wallLevel: commitment.levelId }),
  };
}
const MOST_CENTS = 9_999_999_999;

const WallRow = z.object({ pk: CampaignId, sk: z.string(), wallName: z.string(), wallLevel: z.optional(LevelId) });
export function wallEntryOf(item: Item) {
  const { sk, wallName, wallLevel } = WallRow.parse(item);
  return { pledgeId: PledgeId.parse(sk.slice('PLEDGE#'.length)), name: wallName, ...(wallLevel !== undefined && { levelId: wallLevel }) };
}

export const OPEN = 'OPEN';
/** While an invoice is out and money is missing: the day of the first instalment that is not paid. */
function dueRow(pledge: Pledge): Item {
  if (pledge.state !== 'invoiced' && pledge.state !== 'part-paid') return {};
  const due = nextDue(pledge);
  return due === undefined ? {} : { dueState: OPEN, dueOn: `${due}#${pledge.pledgeId}` };
}

function nextDue(pledge: LivePledge): Day | undefined {
  if (pledge.commitment.kind !== 'money' || pledge.invoices.length === 0) return undefined;
  let paid = paidCents(pledge);
  for (const { dueOn, amountCents } of pledge.commitment.instalments) {
    paid -= amountCents;
    if (paid < 0) return dueOn;
  }
  return undefined;
}

export const giftItem = (gift: Gift): Key & Item => ({ ...giftKey(gift.campaignId, gift.giftId), ...gift });
export const giftOf = (item: Item): Gift => Gift.parse(item);

/** Sums lie beside each other, so that a change can add to each; levels and matches each in a map of their own. */
const AccountRow = z.object({
  ...CampaignTotals.shape,
  levels: z.record(z.string(), z.int()),
  matches: z.record(z.string(), z.int()),
  version: z.int(),
  goalReachedAt: z.optional(Instant),
});
export const accountItem = (campaignId: CampaignId): Key & Item => ({
  ...accountKey(campaignId),
  ...NOTHING,
  levels: {},
  matches: {},
  version: 0,
});
export function accountOf(campaignId: CampaignId, item: Item | undefined): Account {
  if (!item) return { campaignId, totals: NOTHING, levels: {}, matches: {}, version: 0 };
  const { levels, matches, version, goalReachedAt, ...totals } = AccountRow.parse(item);
  return { campaignId, totals, levels, matches, version, ...(goalReachedAt !== undefined && { goalReachedAt }) };
}

const HistoryRow = z.object({
  campaignId: CampaignId,
  about: z.union([PledgeId, GiftId]),
  version: z.int(),
  at: Instant,
  by: z.string(),
  what: z.enum(HAPPENINGS),
  reason: z.optional(z.string()),
  ref: z.optional(z.string()),
  add: CampaignTotals,
});
export const historyItem = (entry: HistoryEntry): Key & Item => ({ ...historyKey(entry), ...entry });
export function historyOf(item: Item): HistoryEntry {
  const { reason, ref, ...rest } = HistoryRow.parse(item);
  return { ...rest, ...(reason !== undefined && { reason }), ...(ref !== undefined && { ref }) };
}
