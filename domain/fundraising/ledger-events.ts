/** What a change in the fundraising table means to others: the relay's pure part. The same change always gives the same event, id included. */
import type { DomainEvent } from '#contracts/events/index.ts';
import { GiftId, PaymentId, PledgeId } from '#contracts/values.ts';
import { canonical } from '../time.ts';
import type { Account, HistoryEntry } from './ports.ts';

const SOURCE = 'crosswalk.fundraising';

/** Each entry of the history is one event. */
export function historyEvent({ campaignId, about, version, at, what, ref }: HistoryEntry): DomainEvent {
  const envelope = { specversion: '1.0', id: `${about}:${version}`, source: SOURCE, subject: about, time: canonical(at) } as const;
  switch (what) {
    case 'gift-recorded':
      return { ...envelope, type: 'gift.recorded.v1', data: { campaignId, giftId: GiftId.parse(about), version } };
    case 'gift-refunded':
      return { ...envelope, type: 'gift.refunded.v1', data: { campaignId, giftId: GiftId.parse(about), version } };
  }
  const data = { campaignId, pledgeId: PledgeId.parse(about), version };
  switch (what) {
    case 'paid':
      return { ...envelope, type: 'payment.recorded.v1', data: { ...data, paymentId: PaymentId.parse(ref) } };
    case 'refunded':
      return { ...envelope, type: 'payment.refunded.v1', data: { ...data, paymentId: PaymentId.parse(ref) } };
    case 'invoiced':
      return { ...envelope, type: 'pledge.invoiced.v1', data: { ...data, invoiceNumber: ref ?? '' } };
    default:
      return { ...envelope, type: `pledge.${what}.v1`, data };
  }
}

/** The moment a campaign's account first says that the goal was reached; it is written once. */
export function goalEvent(before: Account | undefined, after: Account): DomainEvent<'campaign.goal-reached.v1'> | undefined {
  const { campaignId, goalReachedAt } = after;
  if (goalReachedAt === undefined || before?.goalReachedAt !== undefined) return undefined;
  return {
    specversion: '1.0',
    id: `${campaignId}:goal`,
    type: 'campaign.goal-reached.v1',
    source: SOURCE,
    subject: campaignId,
    time: canonical(goalReachedAt),
    data: { campaignId },
  };
}
