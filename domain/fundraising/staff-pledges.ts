/** Pledges as staff see them. */
import type { StaffPledge } from '#contracts/resources/pledge.ts';
import type { CampaignId } from '#contracts/values.ts';
import { ok, type Result, refused } from '../result.ts';
import { inState, owedCents, paidCents } from './pledge-states.ts';
import type { Ledger, Pledge, PledgeRef } from './ports.ts';

export function staffPledge(pledge: Pledge): StaffPledge {
  const { pledgeId, campaignId, state, sponsor, commitment, matchUpToCents, recognition, language, offeredAt, version } = pledge;
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
    owedCents: live ? owedCents(live) : 0,
    paidCents: live ? paidCents(live) : 0,
    offeredAt,
    version,
  };
}

type Ports = { readonly ledger: Ledger };

export const listPledges =
  ({ ledger }: Ports) =>
  async ({ campaignId }: { readonly campaignId: CampaignId }): Promise<{ pledges: StaffPledge[] }> => {
    const { pledges } = await ledger.parts(campaignId);
    return { pledges: pledges.toSorted((a, b) => (a.offeredAt < b.offeredAt ? 1 : -1)).map(staffPledge) };
  };

export const getPledge =
  ({ ledger }: Ports) =>
  async ({ campaignId, pledgeId }: PledgeRef): Promise<Result<StaffPledge, { readonly code: 'pledge.not-found' }>> => {
    const found = await ledger.pledge(campaignId, pledgeId);
    return found ? ok(staffPledge(found)) : refused({ code: 'pledge.not-found' });
  };
