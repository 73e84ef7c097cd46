/** All events by type: the source of rule patterns, of the generated schemas and of parsing in consumers. */
import type * as z from 'zod/mini';
import { StaffInvitedV1 } from './desk.ts';
import * as fundraising from './fundraising.ts';
import {
  DayApproachedV1,
  DayPassedV1,
  FiguresRebuildAskedV1,
  LinkRequestedV1,
  MessageSentV1,
  PlacesFreedV1,
  SignUpCancelledV1,
  SignUpConfirmedV1,
  SignUpMarkedV1,
  SignUpOfferedV1,
  SignUpResizedV1,
  SignUpUnlistedV1,
  SignUpWaitlistedV1,
} from './volunteering.ts';

export const EVENTS = {
  'sign-up.confirmed.v1': SignUpConfirmedV1,
  'sign-up.resized.v1': SignUpResizedV1,
  'sign-up.cancelled.v1': SignUpCancelledV1,
  'sign-up.marked.v1': SignUpMarkedV1,
  'sign-up.waitlisted.v1': SignUpWaitlistedV1,
  'sign-up.offered.v1': SignUpOfferedV1,
  'sign-up.unlisted.v1': SignUpUnlistedV1,
  'places.freed.v1': PlacesFreedV1,
  'link.requested.v1': LinkRequestedV1,
  'figures.rebuild-asked.v1': FiguresRebuildAskedV1,
  'message.sent.v1': MessageSentV1,
  'day.approached.v1': DayApproachedV1,
  'day.passed.v1': DayPassedV1,
  'pledge.made.v1': fundraising.PledgeMadeV1,
  'pledge.accepted.v1': fundraising.PledgeAcceptedV1,
  'pledge.declined.v1': fundraising.PledgeDeclinedV1,
  'pledge.cancelled.v1': fundraising.PledgeCancelledV1,
  'pledge.revised.v1': fundraising.PledgeRevisedV1,
  'pledge.invoiced.v1': fundraising.PledgeInvoicedV1,
  'pledge.delivered.v1': fundraising.PledgeDeliveredV1,
  'pledge.written-off.v1': fundraising.PledgeWrittenOffV1,
  'pledge.corrected.v1': fundraising.PledgeCorrectedV1,
  'pledge.logo-changed.v1': fundraising.PledgeLogoChangedV1,
  'pledge.benefit-changed.v1': fundraising.PledgeBenefitChangedV1,
  'pledge.reminded.v1': fundraising.PledgeRemindedV1,
  'payment.recorded.v1': fundraising.PaymentRecordedV1,
  'payment.refunded.v1': fundraising.PaymentRefundedV1,
  'gift.recorded.v1': fundraising.GiftRecordedV1,
  'gift.refunded.v1': fundraising.GiftRefundedV1,
  'campaign.goal-reached.v1': fundraising.CampaignGoalReachedV1,
  'campaign.impact-told.v1': fundraising.CampaignImpactToldV1,
  'staff.invited.v1': StaffInvitedV1,
} as const;

/** Whatever happens to one sign-up. */
export const SIGN_UP_CHANGES = [
  'sign-up.confirmed.v1',
  'sign-up.resized.v1',
  'sign-up.cancelled.v1',
  'sign-up.waitlisted.v1',
  'sign-up.offered.v1',
  'sign-up.unlisted.v1',
] as const satisfies readonly (keyof typeof EVENTS)[];

export type EventType = keyof typeof EVENTS;
export type DomainEvent<Type extends EventType = EventType> = { [T in Type]: z.infer<(typeof EVENTS)[T]> }[Type];
