/** Staff have everyone who gave told what became of it: once, when the campaign is over and its impact is written down. */
import type { CampaignId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';
import { phaseOf } from './browse.ts';
import type { Campaigns, Ledger } from './ports.ts';

export interface ImpactTold {
  readonly campaignId: CampaignId;
  readonly toldAt: string;
}

export const tellImpact =
  ({ campaigns, ledger, clock }: { readonly campaigns: Campaigns; readonly ledger: Ledger; readonly clock: Clock }) =>
  async ({
    campaignId,
  }: {
    readonly campaignId: CampaignId;
  }): Promise<Result<ImpactTold, { readonly code: 'campaign.not-found' | 'campaign.not-over' }>> => {
    const campaign = await campaigns.find(campaignId);
    if (!campaign || campaign.status === 'draft') return refused({ code: 'campaign.not-found' });
    const now = clock.now();
    if (campaign.impact === undefined || phaseOf(campaign, now) !== 'over') return refused({ code: 'campaign.not-over' });
    await ledger.tellImpact(campaignId, iso(now));
    const { impactToldAt } = await ledger.account(campaignId);
    if (impactToldAt === undefined) throw new Error(`${campaignId} did not keep that its impact was told`);
    return ok({ campaignId, toldAt: impactToldAt });
  };
