/** What a change of a campaign concerns that was pledged or given already: staff are told before they save. Pure. */
import { type Campaign, type CampaignToSave, type Level, raisedCents } from '#contracts/resources/campaign.ts';
import { same } from '#contracts/same.ts';
import type { LevelId } from '#contracts/values.ts';
import type { Account } from './ports.ts';

export type LevelConcern = 'amount' | 'benefits' | 'value' | 'limit';
export type CampaignConcern =
  | { readonly kind: 'level'; readonly levelId: LevelId; readonly sponsors: number; readonly concerns: readonly LevelConcern[] }
  /** `reached`: what there is comes to it, and everyone who gave is told so. */
  | { readonly kind: 'goal'; readonly reached: boolean }
  | { readonly kind: 'dates' }
  | { readonly kind: 'school' };

/** Nothing while nobody pledged or gave. */
export function concernsOf(before: Campaign, after: CampaignToSave, account: Account): readonly CampaignConcern[] {
  if (account.version === 0) return [];
  const reached = account.goalReachedAt === undefined && raisedCents(account.totals) >= after.goalCents;
  return [
    ...before.levels.flatMap((level) => ofLevel(level, after, account.levels[level.levelId] ?? 0)),
    ...(after.goalCents === before.goalCents ? [] : [{ kind: 'goal' as const, reached }]),
    ...(after.closesAt === before.closesAt && after.opensAt === before.opensAt ? [] : [{ kind: 'dates' as const }]),
    ...(after.schoolId === before.schoolId ? [] : [{ kind: 'school' as const }]),
  ];
}

/** Pledges keep the sum that was promised; what they get for it follows the level. */
function ofLevel(level: Level, { levels }: CampaignToSave, sponsors: number): readonly CampaignConcern[] {
  const now = levels.find(({ levelId }) => levelId === level.levelId);
  if (sponsors === 0 || !now) return [];
  const concerns: readonly LevelConcern[] = [
    ...(now.amountCents === level.amountCents ? [] : ['amount' as const]),
    ...(same(now.benefits, level.benefits) ? [] : ['benefits' as const]),
    ...(now.benefitValueCents === level.benefitValueCents ? [] : ['value' as const]),
    ...(now.limit !== undefined && now.limit < sponsors && now.limit !== level.limit ? ['limit' as const] : []),
  ];
  return concerns.length === 0 ? [] : [{ kind: 'level', levelId: level.levelId, sponsors, concerns }];
}
