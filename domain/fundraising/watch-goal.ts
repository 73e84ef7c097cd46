/** Notes the moment a campaign first has what it set out to raise. Written once, whatever comes and goes afterwards. */
import { raisedCents } from '#contracts/resources/campaign.ts';
import type { CampaignId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { iso } from '../time.ts';
import type { Campaigns, Ledger } from './ports.ts';

export const watchGoal =
  ({ campaigns, ledger, clock }: { readonly campaigns: Campaigns; readonly ledger: Ledger; readonly clock: Clock }) =>
  async ({ campaignId }: { readonly campaignId: CampaignId }): Promise<void> => {
    const [campaign, account] = await Promise.all([campaigns.find(campaignId), ledger.account(campaignId)]);
    if (!campaign || account.goalReachedAt !== undefined || raisedCents(account.totals) < campaign.goalCents) return;
    await ledger.reachGoal(campaignId, iso(clock.now()));
  };
