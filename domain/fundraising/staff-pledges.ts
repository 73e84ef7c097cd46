/** Pledges as staff see them. */
import type { Campaign } from '#contracts/resources/campaign.ts';
import type { StaffPledge } from '#contracts/resources/pledge.ts';
import type { CampaignId } from '#contracts/values.ts';
import { ok, type Result, refused } from '../result.ts';
import { benefitsOwed } from './benefits.ts';
import { inState, owedCents, paidCents } from './pledge-states.ts';
import type { Campaigns, Ledger, Pledge, PledgeRef } from './ports.ts';

export function staffPledge(pledge: Pledge, campaign: Pick<Campaign, 'levels'>): StaffPledge {
  const { pledgeId, campaignId, state, sponsor, commitment, matchUpToCents, recognition, language, logo, offeredAt, version } = pledge;
  const live = inState(pledge, 'accepted', 'invoiced', 'part-paid', 'fulfilled', 'written-off');
  return {
    pledgeId,
    campaignId,
    state,
    sponsor,
    commitment,
    ...(matchUpToCents !== undefined && { matchUpToCents }),
    matchUsedCents: live?.matchUsedCents ?? 0,
    recognition,
    language,
    invoices: [...(live?.invoices ?? [])],
    payments: [...(live?.payments ?? [])],
    reminders: [...(live?.reminders ?? [])],
    benefits: benefitsOf(pledge, campaign),
    ...(logo && { logo }),
    owedCents: live ? owedCents(live) : 0,
    paidCents: live ? paidCents(live) : 0,
    offeredAt,
    ...(pledge.forgottenAt !== undefined && { forgottenAt: pledge.forgottenAt }),
    ...(pledge.toForgetSince !== undefined && { toForgetSince: pledge.toForgetSince }),
    version,
  };
}

/** What the level owes now, and what was given although it no longer does. */
function benefitsOf(pledge: Pledge, campaign: Pick<Campaign, 'levels'>): StaffPledge['benefits'] {
  const given = inState(pledge, 'accepted', 'invoiced', 'part-paid', 'fulfilled', 'written-off')?.benefitsGiven ?? [];
  const owed = benefitsOwed(campaign, pledge);
  return [
    ...owed.map((benefit) => ({ benefit, ...given.find((one) => one.benefit === benefit) })),
    ...given.filter(({ benefit }) => !owed.includes(benefit)),
  ];
}

interface Ports {
  readonly ledger: Ledger;
  readonly campaigns: Campaigns;
}

export const listPledges =
  ({ ledger, campaigns }: Ports) =>
  async ({
    campaignId,
  }: {
    readonly campaignId: CampaignId;
  }): Promise<Result<{ pledges: StaffPledge[] }, { readonly code: 'campaign.not-found' }>> => {
    const [campaign, { pledges }] = await Promise.all([campaigns.find(campaignId), ledger.parts(campaignId)]);
    if (!campaign) return refused({ code: 'campaign.not-found' });
    const newest = pledges.toSorted((a, b) => (a.offeredAt < b.offeredAt ? 1 : -1));
    return ok({ pledges: newest.map((pledge) => staffPledge(pledge, campaign)) });
  };

export const getPledge =
  ({ ledger, campaigns }: Ports) =>
  async ({ campaignId, pledgeId }: PledgeRef): Promise<Result<StaffPledge, { readonly code: 'pledge.not-found' }>> => {
    const [campaign, found] = await Promise.all([campaigns.find(campaignId), ledger.pledge(campaignId, pledgeId)]);
    return campaign && found ? ok(staffPledge(found, campaign)) : refused({ code: 'pledge.not-found' });
  };
