/**
 * What each part of a campaign adds to its account. A change's difference is the share after it less the share before it, so the totals equal
 * the sum of the parts by construction; `recount` adds the parts up again to show it.
 */
import type { CampaignTotals } from '#contracts/resources/campaign.ts';
import type { LevelId, PledgeId } from '#contracts/values.ts';
import { owedCents, paidCents } from './pledge-states.ts';
import type { Account, AccountChange, Gift, LivePledge, Pledge } from './ports.ts';

export interface Share {
  readonly totals: CampaignTotals;
  readonly levelId?: LevelId;
  /** What is left of the match of a pledge. */
  readonly match?: { readonly pledgeId: PledgeId; readonly leftCents: number };
}

export const NOTHING: CampaignTotals = {
  pledgedCents: 0,
  giftsCents: 0,
  matchedCents: 0,
  goodsCents: 0,
  receivedCents: 0,
  sponsors: 0,
  gifts: 0,
};

const TOTALS = Object.keys(NOTHING) as (keyof CampaignTotals)[];

const combined = (a: CampaignTotals, b: CampaignTotals, sign: 1 | -1): CampaignTotals =>
  Object.fromEntries(TOTALS.map((one) => [one, a[one] + sign * b[one]])) as Record<keyof CampaignTotals, number>;

export const plus = (a: CampaignTotals, b: CampaignTotals): CampaignTotals => combined(a, b, 1);
export const minus = (a: CampaignTotals, b: CampaignTotals): CampaignTotals => combined(a, b, -1);
export const isNothing = (totals: CampaignTotals): boolean => TOTALS.every((one) => totals[one] === 0);

/** A pledge holds its level's place from the offer on; its money counts once staff accepted it. */
export function shareOfPledge(pledge: Pledge | undefined): Share {
  if (pledge === undefined || pledge.state === 'declined' || pledge.state === 'cancelled') return { totals: NOTHING };
  const { commitment } = pledge;
  const level = commitment.kind === 'money' && commitment.levelId !== undefined ? { levelId: commitment.levelId } : {};
  if (pledge.state === 'offered') return { totals: NOTHING, ...level };
  const match = pledge.state !== 'written-off' && matchOf(pledge);
  return { totals: totalsOf(pledge), ...level, ...(match && { match }) };
}

function totalsOf(pledge: LivePledge): CampaignTotals {
  const paid = paidCents(pledge);
  const promised = pledge.commitment.kind === 'money' ? pledge.commitment.amountCents : 0;
  const goods = pledge.commitment.kind === 'goods' ? pledge.commitment.valueCents : 0;
  const received = { ...NOTHING, receivedCents: paid };
  if (pledge.state !== 'written-off')
    return { ...received, pledgedCents: promised, matchedCents: pledge.matchUsedCents, goodsCents: goods, sponsors: 1 };
  // only what came counts: first for the sum that was promised, then for the match
  const came = Math.min(Math.max(paid, 0), owedCents(pledge));
  const pledgedCents = Math.min(came, promised);
  const delivered = pledge.deliveredOn === undefined ? 0 : goods;
  return {
    ...received,
    pledgedCents,
    matchedCents: came - pledgedCents,
    goodsCents: delivered,
    sponsors: came > 0 || delivered > 0 ? 1 : 0,
  };
}

function matchOf({ pledgeId, matchUpToCents, matchUsedCents }: LivePledge): Share['match'] {
  const leftCents = (matchUpToCents ?? 0) - matchUsedCents;
  return leftCents > 0 ? { pledgeId, leftCents } : undefined;
}

export function shareOfGift(gift: Gift | undefined): Share {
  const left = gift ? gift.amountCents - gift.refundedCents : 0;
  return { totals: { ...NOTHING, giftsCents: left, receivedCents: left, gifts: left > 0 ? 1 : 0 } };
}

/** The difference of several parts that change together. `limitOf`: how many pledges a level can have. */
export function accountChange(
  changes: readonly { readonly before: Share; readonly after: Share }[],
  limitOf: (levelId: LevelId) => number | undefined = () => undefined,
): AccountChange {
  return {
    add: changes.reduce((total, { before, after }) => plus(total, minus(after.totals, before.totals)), NOTHING),
    levels: changes.flatMap(({ before, after }) => levelChange(before, after, limitOf)),
    matches: changes.flatMap(({ before, after }) => matchChange(before.match, after.match)),
  };
}

function levelChange(before: Share, after: Share, limitOf: (levelId: LevelId) => number | undefined): AccountChange['levels'] {
  const [had, has] = [before.totals.pledgedCents, after.totals.pledgedCents];
  if (before.levelId === after.levelId)
    return after.levelId && had !== has ? [{ levelId: after.levelId, add: 0, addCents: has - had }] : [];
  const limit = after.levelId && limitOf(after.levelId);
  return [
    ...(before.levelId ? [{ levelId: before.levelId, add: -1, addCents: -had }] : []),
    ...(after.levelId ? [{ levelId: after.levelId, add: 1, addCents: has, ...(limit !== undefined && { limit }) }] : []),
  ];
}

function matchChange(before: Share['match'], after: Share['match']): AccountChange['matches'] {
  const pledgeId = after?.pledgeId ?? before?.pledgeId;
  if (pledgeId === undefined || before?.leftCents === after?.leftCents) return [];
  return [{ pledgeId, leftCents: after?.leftCents }];
}

/** The account that the parts make. `version` and the day the goal was reached are not of the parts. */
export function recount(pledges: readonly Pledge[], gifts: readonly Gift[]): Pick<Account, 'totals' | 'levels' | 'levelCents' | 'matches'> {
  const shares = [...pledges.map(shareOfPledge), ...gifts.map(shareOfGift)];
  const levels: Record<string, number> = {};
  const levelCents: Record<string, number> = {};
  for (const { levelId, totals } of shares) {
    if (!levelId) continue;
    levels[levelId] = (levels[levelId] ?? 0) + 1;
    levelCents[levelId] = (levelCents[levelId] ?? 0) + totals.pledgedCents;
  }
  return {
    totals: shares.reduce((total, { totals }) => plus(total, totals), NOTHING),
    levels,
    levelCents,
    matches: Object.fromEntries(shares.flatMap(({ match }) => (match ? [[match.pledgeId, match.leftCents]] : []))),
  };
}
