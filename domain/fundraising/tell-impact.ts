/** Staff have everyone who gave told what became of it: once, when the campaign is over and its impact is written down. */
import type { CampaignId, Email } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';
import { phaseOf } from './browse.ts';
import type { Gift, Ledger, Pledge } from './ports.ts';
import { type ChangedMeanwhile, changedMeanwhile, type SaveCampaignPorts } from './save-campaign.ts';
import { countsForImpact, givesForImpact } from './who-gave.ts';

export interface ImpactTold {
  readonly campaignId: CampaignId;
  readonly toldAt: string;
}

export interface TellImpactPorts extends Pick<SaveCampaignPorts, 'campaigns' | 'campaignHistory'> {
  readonly ledger: Ledger;
  readonly clock: Clock;
}

export interface TellImpact {
  readonly campaignId: CampaignId;
  readonly by: Email;
  /** What was read before it is sent; absent takes what is there. */
  readonly version?: number;
}
export type TellImpactError = { readonly code: 'campaign.not-found' | 'campaign.not-over' | 'request.conflict' } | ChangedMeanwhile;

export const tellImpact =
  ({ campaigns, ledger, clock, campaignHistory }: TellImpactPorts) =>
  async ({ campaignId, by, version }: TellImpact): Promise<Result<ImpactTold, TellImpactError>> => {
    const campaign = await campaigns.find(campaignId);
    if (!campaign || campaign.status === 'draft') return refused({ code: 'campaign.not-found' });
    if (version !== undefined && version !== campaign.version)
      return changedMeanwhile({ campaigns, campaignHistory }, { campaignId, version });
    const { impact, schoolId } = campaign;
    const now = clock.now();
    if (impact === undefined || phaseOf(campaign, now) !== 'over') return refused({ code: 'campaign.not-over' });
    const at = iso(now);
    const noted = await ledger.tellImpact(campaignId, at, {
      at,
      by,
      what: 'campaign.impact-told',
      about: campaignId,
      ref: 'impact',
      ...(schoolId !== undefined && { schoolId }),
      changes: [{ field: 'impact', after: impact }],
    });
    if (noted === 'busy') return refused({ code: 'request.conflict' });
    const { impactToldAt } = await ledger.account(campaignId);
    if (impactToldAt === undefined) throw new Error(`${campaignId} did not keep that its impact was told`);
    return ok({ campaignId, toldAt: impactToldAt });
  };

/** To how many people it would go: each who gave, once, if their address is known. Pure. */
export function toldOfImpact({ pledges, gifts }: { readonly pledges: readonly Pledge[]; readonly gifts: readonly Gift[] }): {
  readonly people: number;
  readonly unknown: number;
} {
  const sponsors = pledges.filter(countsForImpact).map(({ personId }) => personId);
  const givers = gifts.filter(givesForImpact);
  const known = givers.flatMap(({ giverId }) => giverId ?? []);
  return { people: new Set([...sponsors, ...known]).size, unknown: givers.length - known.length };
}
