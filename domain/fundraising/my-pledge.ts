/** A pledge as its sponsor sees it, and taking it back before it is invoiced. */
import type { MyPledge } from '#contracts/resources/campaign-view.ts';
import { ok, type Result, refused } from '../result.ts';
import { type BrowsePorts, getCampaign } from './browse.ts';
import type { Conflict } from './changing.ts';
import { cancelPledge } from './decide-pledge.ts';
import { openPart } from './instalments.ts';
import type { MovePorts, NotFound, NotNow } from './move-pledge.ts';
import { correctable, inState, owedCents, paidCents } from './pledge-states.ts';
import type { Pledge, PledgeRef } from './ports.ts';

export type MyPledgeError = { readonly code: 'link.invalid' };

export const myPledge =
  (ports: BrowsePorts) =>
  async ({ campaignId, pledgeId }: PledgeRef): Promise<Result<MyPledge, MyPledgeError>> => {
    const [pledge, campaign] = await Promise.all([ports.ledger.pledge(campaignId, pledgeId), getCampaign(ports)({ campaignId })]);
    // the link outlived what it led to
    return pledge && pledge.forgottenAt === undefined && campaign.ok
      ? ok(shown(pledge, campaign.value))
      : refused({ code: 'link.invalid' });
  };

export const withdrawPledge =
  (ports: BrowsePorts & MovePorts) =>
  async (ref: PledgeRef): Promise<Result<MyPledge, MyPledgeError | Conflict | NotNow>> =>
    mineAfter(ports, ref, await cancelPledge(ports)({ ...ref, by: 'sponsor' }));

/** What a sponsor is answered after a move of theirs. A pledge that is gone is a link that leads nowhere. */
export async function mineAfter<Refusal extends { readonly code: string }>(
  ports: BrowsePorts,
  ref: PledgeRef,
  outcome: Result<Pledge, Refusal | NotFound>,
): Promise<Result<MyPledge, Exclude<Refusal, NotFound> | MyPledgeError>> {
  if (outcome.ok) return myPledge(ports)(ref);
  if (outcome.error.code === 'pledge.not-found') return refused({ code: 'link.invalid' });
  return refused(outcome.error as Exclude<Refusal, NotFound>);
}

export function shown(pledge: Pledge, campaign: MyPledge['campaign']): MyPledge {
  const { pledgeId, state, sponsor, commitment, matchUpToCents, recognition, logo, offeredAt } = pledge;
  const live = inState(pledge, 'accepted', 'invoiced', 'part-paid', 'fulfilled', 'written-off');
  const reason = inState(pledge, 'declined', 'written-off')?.reason;
  const running = inState(pledge, 'invoiced', 'part-paid', 'fulfilled');
  const due = running && openPart(running, paidCents(running));
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
    canCorrect: correctable(pledge),
    ...(logo && { logo }),
    ...(due && { due: { dueOn: due.dueOn, amountCents: due.amountCents } }),
    ...(reason !== undefined && { reason }),
    offeredAt,
    ...(live && { acceptedAt: live.acceptedAt }),
    campaign,
  };
}
