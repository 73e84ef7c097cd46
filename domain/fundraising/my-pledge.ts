/** A pledge as its sponsor sees it, and taking it back before it is invoiced. */
import type { MyPledge } from '#contracts/resources/campaign-view.ts';
import { ok, type Result, refused } from '../result.ts';
import { type BrowsePorts, getCampaign } from './browse.ts';
import type { Conflict } from './changing.ts';
import { cancelPledge } from './decide-pledge.ts';
import type { MovePorts } from './move-pledge.ts';
import { inState, owedCents, paidCents } from './pledge-states.ts';
import type { Pledge, PledgeRef } from './ports.ts';

export type MyPledgeError = { readonly code: 'link.invalid' };

export const myPledge =
  (ports: BrowsePorts) =>
  async ({ campaignId, pledgeId }: PledgeRef): Promise<Result<MyPledge, MyPledgeError>> => {
    const [pledge, campaign] = await Promise.all([ports.ledger.pledge(campaignId, pledgeId), getCampaign(ports)({ campaignId })]);
    // the link outlived what it led to
    return pledge && campaign.ok ? ok(shown(pledge, campaign.value)) : refused({ code: 'link.invalid' });
  };

export const withdrawPledge =
  (ports: BrowsePorts & MovePorts) =>
  async (ref: PledgeRef): Promise<Result<MyPledge, MyPledgeError | Conflict | { readonly code: 'pledge.not-allowed-now' }>> => {
    const outcome = await cancelPledge(ports)({ ...ref, by: 'sponsor' });
    if (outcome.ok) return myPledge(ports)(ref);
    switch (outcome.error.code) {
      case 'pledge.not-found':
        return refused({ code: 'link.invalid' });
      case 'request.conflict':
        return refused({ code: 'request.conflict' });
      default:
        return refused({ code: 'pledge.not-allowed-now' });
    }
  };

export function shown(pledge: Pledge, campaign: MyPledge['campaign']): MyPledge {
  const { pledgeId, state, sponsor, commitment, matchUpToCents, recognition, offeredAt } = pledge;
  const live = inState(pledge, 'accepted', 'invoiced', 'part-paid', 'fulfilled', 'written-off');
  const reason = inState(pledge, 'declined', 'written-off')?.reason;
  return {
    pledgeId,
    state,
    sponsor,
    commitment,
    ...(matchUpToCents !== undefined && { matchUpToCents }),
    matchUsedCents: live?.matchUsedCents ?? 0,
    recognition,
    invoices: [...(live?.invoices ?? [])],
    payments: [...(live?.payments ?? [])],
    owedCents: live ? owedCents(live) : 0,
    paidCents: live ? paidCents(live) : 0,
    ...(live?.deliveredOn !== undefined && { deliveredOn: live.deliveredOn }),
    canCancel: state === 'offered' || (state === 'accepted' && live?.matchUsedCents === 0),
    ...(reason !== undefined && { reason }),
    offeredAt,
    ...(live && { acceptedAt: live.acceptedAt }),
    campaign,
  };
}
