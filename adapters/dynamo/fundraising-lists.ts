/** Lists of pledges: the keys of the sparse indexes that a pledge is in, and what is read back from them. */
import * as z from 'zod/mini';
import type { CountedPledge, OverduePledge, PledgeInNeed } from '#contracts/resources/dashboards.ts';
import { WallLogo } from '#contracts/resources/logo.ts';
import { Commitment, Payment, PledgeNeed, PledgeState, Sponsor } from '#contracts/resources/pledge.ts';
import type { ContactKept, DueContact } from '#contracts/resources/retention.ts';
import { CampaignId, Day, GiftId, Instant, LevelId, PledgeId } from '#contracts/values.ts';
import { isNothing, shareOfPledge } from '#domain/fundraising/account.ts';
import { contactOfPledge } from '#domain/fundraising/contacts.ts';
import { inState, needsOf, owedCents, paidCents } from '#domain/fundraising/pledge-states.ts';
import type { Pledge, WallEntry } from '#domain/fundraising/ports.ts';
import { waiting } from '#domain/fundraising/reminders.ts';
import { canonical } from '#domain/time.ts';
import type { Item } from './table.ts';

export const listKeys = (pledge: Pledge): Item => ({
  ...wallKeys(pledge),
  ...sizeKeys(pledge),
  ...needKeys(pledge),
  ...dueKeys(pledge),
  ...contactKeys(contactOfPledge(pledge)),
});

const MOST_CENTS = 9_999_999_999;
/** The largest sorts first. */
function sizeRank({ commitment, pledgeId }: Pledge): string {
  const cents = commitment.kind === 'money' ? commitment.amountCents : commitment.valueCents;
  return `${String(MOST_CENTS - cents).padStart(10, '0')}#${pledgeId}`;
}

/** On the wall: named, and accepted by staff. What everyone may see stands in attributes of its own. */
function wallKeys(pledge: Pledge): Item {
  const { recognition, commitment, sponsor, campaignId, logo } = pledge;
  if (recognition !== 'named' || !inState(pledge, 'accepted', 'invoiced', 'part-paid', 'fulfilled')) return {};
  return {
    wallOf: campaignId,
    wallRank: sizeRank(pledge),
    wallName: sponsor.name,
    ...(commitment.kind === 'money' && commitment.levelId !== undefined && { wallLevel: commitment.levelId }),
    ...(logo?.state === 'accepted' && { wallLogo: WallLogo.parse(logo) }),
  };
}
const WallRow = z.object({
  pk: CampaignId,
  sk: z.string(),
  wallName: z.string(),
  wallLevel: z.optional(LevelId),
  wallLogo: z.optional(WallLogo),
});
export function wallEntryOf(item: Item): WallEntry {
  const { sk, wallName, wallLevel, wallLogo } = WallRow.parse(item);
  return {
    pledgeId: PledgeId.parse(sk.slice('PLEDGE#'.length)),
    name: wallName,
    ...(wallLevel !== undefined && { levelId: wallLevel }),
    ...(wallLogo && { logo: wallLogo }),
  };
}

/** What all lists of staff show. */
const listed = { campaignId: CampaignId, pledgeId: PledgeId, state: PledgeState, sponsor: Sponsor, commitment: Commitment };
const ListedRow = z.object(listed);
function listedOf(item: Item) {
  const { sponsor, ...rest } = ListedRow.parse(item);
  return { ...rest, sponsorName: sponsor.name };
}

const sizeKeys = (pledge: Pledge): Item =>
  isNothing(shareOfPledge(pledge).totals) ? {} : { countsFor: pledge.campaignId, sizeRank: sizeRank(pledge) };

const Amounts = z.object({ commitment: Commitment, matchUsedCents: z.int(), payments: z.array(Payment) });
export function countedOf(item: Item): CountedPledge {
  const amounts = Amounts.parse(item);
  return { ...listedOf(item), owedCents: owedCents(amounts), paidCents: paidCents(amounts) };
}

export const OPEN = 'OPEN';

/** Somebody has to do something, since it was made or accepted. */
function needKeys(pledge: Pledge): Item {
  const needs = needsOf(pledge);
  if (needs.length === 0) return {};
  const since = 'acceptedAt' in pledge ? pledge.acceptedAt : pledge.offeredAt;
  return { needState: OPEN, needSince: `${canonical(since)}#${pledge.pledgeId}`, needs: [...needs] };
}
const Need = z.object({ needs: z.array(PledgeNeed), needSince: z.string() });
export function needOf(item: Item): PledgeInNeed {
  const { needs, needSince } = Need.parse(item);
  return { ...listedOf(item), needs, since: Instant.parse(needSince.split('#')[0]) };
}

/** An invoice is out and money is missing. */
function dueKeys(pledge: Pledge): Item {
  const open = waiting(pledge);
  if (!open) return {};
  const { dueOn, dueCents, remindOn } = open;
  return {
    dueState: OPEN,
    dueOn: `${dueOn}#${pledge.pledgeId}`,
    dueCents,
    ...(remindOn !== undefined && { remindState: OPEN, remindOn: `${remindOn}#${pledge.pledgeId}` }),
  };
}
const Due = z.object({ dueOn: z.string(), dueCents: z.int() });
export function overdueOf(item: Item): OverduePledge {
  const { dueOn, dueCents } = Due.parse(item);
  return { ...listedOf(item), dueOn: Day.parse(dueOn.split('#')[0]), dueCents };
}
const ReminderRow = z.object({ campaignId: CampaignId, pledgeId: PledgeId });
export const toRemindOf = (item: Item) => ReminderRow.parse(item);

/** What is over, and still says who gave. */
export const contactKeys = (contact: DueContact | undefined): Item =>
  contact ? { contactKept: contact.kept, finishedOn: `${contact.finishedOn}#${contact.id}` } : {};
const ContactRow = z.object({
  campaignId: CampaignId,
  pledgeId: z.optional(PledgeId),
  giftId: z.optional(GiftId),
  finishedOn: z.string(),
});
export function contactOf(item: Item, kept: ContactKept): DueContact {
  const { campaignId, pledgeId, giftId, finishedOn } = ContactRow.parse(item);
  const id = pledgeId ?? giftId;
  if (id === undefined) throw new Error(`what is over in ${campaignId} is neither a pledge nor a gift`);
  return { campaignId, id, kept, finishedOn: Day.parse(finishedOn.split('#')[0]) };
}
