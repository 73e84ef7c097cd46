/** Staff record gifts of money and what is given back of them. Matches of the campaign double a gift, in the order they were offered, until used up. */
import type { GiftRequest } from '#contracts/resources/pledge.ts';
import type { CampaignId, GiftId, PledgeId } from '#contracts/values.ts';
import { normaliseEmail } from '../person.ts';
import type { Clock, Ids, People } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso, millis } from '../time.ts';
import { accountChange } from './account.ts';
import { type ChangingPorts, type Conflict, changing, type Decision, ofGift, ofPledge, withoutLevel } from './changing.ts';
import { dayAt } from './instalments.ts';
import { inState, useMatch } from './pledge-states.ts';
import type { Campaigns, Gift, Happening, LivePledge } from './ports.ts';

export interface GiftPorts extends ChangingPorts {
  readonly campaigns: Campaigns;
  readonly ids: Ids;
  readonly clock: Clock;
  /** The district's time zone. */
  readonly zone: string;
}

export interface RecordGift {
  readonly request: GiftRequest;
  readonly by: string;
  /** The caller's own: the same key is the same gift. */
  readonly key: string;
}
export interface RefundGift {
  readonly campaignId: CampaignId;
  readonly giftId: GiftId;
  /** What is given back in all, this time and before: repeating it changes nothing. */
  readonly refundedCents: number;
  readonly reason?: string;
  readonly by: string;
}

export type RecordGiftError = { readonly code: 'campaign.not-found' | 'request-key.reused' } | Conflict;
export type RefundGiftError = { readonly code: 'gift.not-found' | 'payment.too-much' } | Conflict;

/** A gift and the pledges whose matches it changes can't be more than one write takes; what is left over stays undoubled. */
const MOST_MATCHES = 20;

const MATCHING = ['accepted', 'invoiced', 'part-paid', 'fulfilled'] as const;

export const recordGift =
  (ports: GiftPorts & { readonly people: People }) =>
  async ({ request, by, key }: RecordGift): Promise<Result<Gift, RecordGiftError>> => {
    const { campaignId } = request;
    const submissionId = ports.ids.submissionId('gift', key, campaignId, ports.ids.fingerprint(request));
    const giftId = ports.ids.giftId(ports.ids.submissionId('gift', key, campaignId));
    const email = request.giver?.email;
    const giverId = email === undefined ? undefined : await ports.people.identify(normaliseEmail(email));
    const outcome = await changing<Gift, Exclude<RecordGiftError, Conflict>>(ports, async () => {
      const [campaign, there] = await Promise.all([ports.campaigns.find(campaignId), ports.ledger.gift(campaignId, giftId)]);
      if (!campaign || campaign.status === 'draft') return refused({ code: 'campaign.not-found' });
      if (there) return there.submissionId === submissionId ? ok({ value: there }) : refused({ code: 'request-key.reused' });
      const { giver, amountCents, method, receivedOn, language } = request;
      const gift: Gift = {
        giftId,
        campaignId,
        ...(giver && { giver }),
        ...(giverId !== undefined && { giverId }),
        amountCents,
        refundedCents: 0,
        method,
        receivedOn,
        language,
        matched: [],
        submissionId,
        recordedAt: iso(ports.clock.now()),
        version: 1,
      };
      return ok(await doubled(ports, undefined, gift, by, 'gift-recorded'));
    });
    return withoutLevel(outcome);
  };

export const refundGift =
  (ports: GiftPorts) =>
  async ({ campaignId, giftId, refundedCents, reason, by }: RefundGift): Promise<Result<Gift, RefundGiftError>> => {
    const outcome = await changing<Gift, Exclude<RefundGiftError, Conflict>>(ports, async () => {
      const gift = await ports.ledger.gift(campaignId, giftId);
      if (!gift) return refused({ code: 'gift.not-found' });
      if (refundedCents <= gift.refundedCents) return ok({ value: gift });
      if (refundedCents > gift.amountCents) return refused({ code: 'payment.too-much' });
      return ok(await doubled(ports, gift, { ...gift, refundedCents, version: gift.version + 1 }, by, 'gift-refunded', reason));
    });
    return withoutLevel(outcome);
  };

/** The change that a gift makes, with matches used or given back so that they come to no more than what is left of the gift. */
async function doubled(
  ports: GiftPorts,
  before: Gift | undefined,
  after: Gift,
  by: string,
  what: Happening,
  reason?: string,
): Promise<Decision<Gift>> {
  const { campaignId } = after;
  const matches = before ? await shrunk(ports, before, after) : await usable(ports, after);
  const gift = {
    ...after,
    matched: matches.flatMap(({ pledge: { pledgeId }, nowCents: amountCents }) => (amountCents > 0 ? [{ pledgeId, amountCents }] : [])),
  };
  const pledges = matches
    .filter((match) => match.nowCents !== match.beforeCents)
    .map(({ pledge, beforeCents, nowCents }) => ({
      before: pledge,
      after: useMatch(pledge, pledge.matchUsedCents + nowCents - beforeCents),
    }));
  const account = accountChange([ofGift(before, gift), ...pledges.map((one) => ofPledge(one.before, one.after))]);
  const now = ports.clock.now();
  const when = { at: iso(now), on: dayAt(now, ports.zone) };
  const told = { ...(reason !== undefined && { reason }), add: account.add };
  const entry = { campaignId, about: gift.giftId, version: gift.version, ...when, by, what, ...told };
  return { value: gift, change: { campaignId, pledges: pledges.map((one) => one.after), gift, account, history: [entry] } };
}

/** What a match adds to a gift, before the change and after it. */
interface Matched {
  readonly pledge: LivePledge;
  readonly beforeCents: number;
  readonly nowCents: number;
}

/** What is given back is taken from the match that was used last. */
async function shrunk({ ledger }: GiftPorts, { matched }: Gift, after: Gift): Promise<readonly Matched[]> {
  const pledges = await Promise.all(matched.map(({ pledgeId }) => ledger.pledge(after.campaignId, pledgeId)));
  let left = after.amountCents - after.refundedCents;
  return matched.map(({ pledgeId, amountCents: beforeCents }, index) => {
    const found = pledges[index] && inState(pledges[index], ...MATCHING, 'written-off');
    // a pledge whose match was used can't be declined or cancelled any more
    if (!found) throw new Error(`the match of ${pledgeId} was used, but its pledge is ${pledges[index]?.state ?? 'not there'}`);
    const nowCents = Math.min(beforeCents, left);
    left -= nowCents;
    return { pledge: found, beforeCents, nowCents };
  });
}

/** Open matches of others, in the order they were offered. */
async function usable({ ledger }: GiftPorts, gift: Gift): Promise<readonly Matched[]> {
  const { matches } = await ledger.account(gift.campaignId);
  const found = await Promise.all((Object.keys(matches) as PledgeId[]).map((pledgeId) => ledger.pledge(gift.campaignId, pledgeId)));
  const giver = gift.giver?.email && normaliseEmail(gift.giver.email);
  let left = gift.amountCents;
  return found
    .flatMap((pledge) => (pledge && inState(pledge, ...MATCHING)) ?? [])
    .filter(({ sponsor }) => normaliseEmail(sponsor.email) !== giver)
    .sort((a, b) => millis(a.offeredAt) - millis(b.offeredAt) || (a.pledgeId < b.pledgeId ? -1 : 1))
    .slice(0, MOST_MATCHES)
    .map((pledge) => {
      const nowCents = Math.min(left, (pledge.matchUpToCents ?? 0) - pledge.matchUsedCents);
      left -= nowCents;
      return { pledge, beforeCents: 0, nowCents };
    });
}
