/** What anyone may look at: campaigns with how far they are. Drafts don't exist here. A page costs the same with ten pledges and with ten thousand. */
import { type Campaign, raisedCents } from '#contracts/resources/campaign.ts';
import type { CampaignList, CampaignPhase, CampaignSummary, PublicCampaign } from '#contracts/resources/campaign-view.ts';
import type { Photo } from '#contracts/resources/photo.ts';
import type { CampaignId, Slug } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso, millis } from '../time.ts';
import type { Account, Campaigns, Ledger, Photos } from './ports.ts';

/** What lists need. */
export interface ListPorts {
  readonly campaigns: Campaigns;
  readonly ledger: Ledger;
  readonly clock: Clock;
}
export interface BrowsePorts extends ListPorts {
  readonly photos: Photos;
}

/** Sponsors shown on a wall. */
const WALL = 100;

export const phaseOf = ({ status, opensAt, closesAt }: Campaign, now: number): CampaignPhase => {
  if (status === 'closed' || now >= millis(closesAt)) return 'over';
  return now < millis(opensAt) ? 'not-open-yet' : 'open';
};

export const listCampaigns =
  ({ campaigns, ledger, clock }: ListPorts) =>
  async (): Promise<CampaignList> => {
    const now = clock.now();
    const listed = await campaigns.listed();
    const accounts = await Promise.all(listed.map(({ campaignId }) => ledger.account(campaignId)));
    return {
      campaigns: listed.map((campaign, index) => summaryOf(campaign, accounts[index] as Account, now)),
      asOf: iso(now),
    };
  };

export type CampaignRef = { readonly campaignId: CampaignId } | { readonly slug: Slug };

export const getCampaign =
  ({ campaigns, ledger, photos, clock }: BrowsePorts) =>
  async (ref: CampaignRef): Promise<Result<PublicCampaign, { readonly code: 'campaign.not-found' }>> => {
    const campaign = await ('slug' in ref ? campaigns.bySlug(ref.slug) : campaigns.find(ref.campaignId));
    if (!campaign || campaign.status === 'draft') return refused({ code: 'campaign.not-found' });
    const { campaignId, story } = campaign;
    const [account, wall, kept] = await Promise.all([ledger.account(campaignId), ledger.wall(campaignId, WALL), photos.of(campaignId)]);
    return ok({ ...summaryOf(campaign, account, clock.now()), story, photos: [...kept.photos], wall: [...wall] });
  };

/** A draft as everyone will see it once it is open, whatever the day. */
export const previewOf = (campaign: Campaign, account: Account, photos: readonly Photo[], now: number): PublicCampaign => ({
  ...summaryOf({ ...campaign, status: 'open' }, account, now),
  phase: 'not-open-yet',
  story: campaign.story,
  photos: [...photos],
  wall: [],
});

function summaryOf(campaign: Campaign, { totals, levels: held, goalReachedAt }: Account, now: number): CampaignSummary {
  const { version: _v, status: _s, levels, story: _t, ...shown } = campaign;
  return {
    ...shown,
    phase: phaseOf(campaign, now),
    totals,
    raisedCents: raisedCents(totals),
    levels: levels.map((level) => ({
      ...level,
      ...(level.limit !== undefined && { left: Math.max(0, level.limit - (held[level.levelId] ?? 0)) }),
    })),
    ...(goalReachedAt !== undefined && { goalReachedAt }),
  };
}
