/** What a change in the fundraising table means to others: the relay's pure part. The same change always gives the same event, id included. */
import type { DomainEvent } from '#contracts/events/index.ts';
import { ReminderStage } from '#contracts/resources/pledge.ts';
import { Day, GiftId, PaymentId, PledgeId } from '#contracts/values.ts';
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
    case 'logo-changed':
    case 'benefit-changed':
    case 'corrected':
      return { ...envelope, type: `pledge.${what}.v1`, data };
    case 'reminded':
      return { ...envelope, type: 'pledge.reminded.v1', data: { ...data, ...reminderOf(ref) } };
    case 'invoiced':
      return { ...envelope, type: 'pledge.invoiced.v1', data: { ...data, invoiceNumber: ref ?? '' } };
    default:
      return { ...envelope, type: `pledge.${what}.v1`, data };
  }
}

/** What the history says of a reminder: `before-1:2027-04-15`. */
function reminderOf(ref = '') {
  const [kind = '', dueOn] = ref.split(':');
  const [stage, nth] = kind.split('-');
  return { dueOn: Day.parse(dueOn), stage: ReminderStage.parse(stage), nth: Number(nth) };
}

/** The moments a campaign's account first says that the goal was reached, and that its impact was told; each is written once. */
export function accountEvents(before: Account | undefined, after: Account): readonly DomainEvent[] {
  const { campaignId, goalReachedAt, impactToldAt } = after;
  const envelope = { specversion: '1.0', source: SOURCE, subject: campaignId, data: { campaignId } } as const;
  const once = <Type extends 'campaign.goal-reached.v1' | 'campaign.impact-told.v1'>(
    type: Type,
    name: string,
    at?: string,
    was?: string,
  ) => (at === undefined || was !== undefined ? [] : [{ ...envelope, id: `${campaignId}:${name}`, type, time: canonical(at) }]);
  return [
    ...once('campaign.goal-reached.v1', 'goal', goalReachedAt, before?.goalReachedAt),
    ...once('campaign.impact-told.v1', 'impact', impactToldAt, before?.impactToldAt),
  ];
}
