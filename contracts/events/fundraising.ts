/** Events of fundraising. `version` is the pledge's or the gift's after the change: of two events of one pledge the higher is the later. */
import * as z from 'zod/mini';
import { ReminderStage } from '../resources/pledge.ts';
import { CampaignId, Day, GiftId, PaymentId, PledgeId } from '../values.ts';
import { event } from './envelope.ts';

const SOURCE = 'crosswalk.fundraising';
const version = z.int().check(z.gte(1));
const pledge = { campaignId: CampaignId, pledgeId: PledgeId, version };
const gift = z.object({ campaignId: CampaignId, giftId: GiftId, version });

/** A sponsor offered money or goods; staff have not said yes yet. */
export const PledgeMadeV1 = event('pledge.made.v1', SOURCE, z.object(pledge));
/** Staff said yes: it counts from now on. */
export const PledgeAcceptedV1 = event('pledge.accepted.v1', SOURCE, z.object(pledge));
export const PledgeDeclinedV1 = event('pledge.declined.v1', SOURCE, z.object(pledge));
/** Taken back, by the sponsor or by staff. */
export const PledgeCancelledV1 = event('pledge.cancelled.v1', SOURCE, z.object(pledge));
/** Another level, sum or plan. */
export const PledgeRevisedV1 = event('pledge.revised.v1', SOURCE, z.object(pledge));
/** An invoice went out. */
export const PledgeInvoicedV1 = event('pledge.invoiced.v1', SOURCE, z.object({ ...pledge, invoiceNumber: z.string() }));
/** Goods came. */
export const PledgeDeliveredV1 = event('pledge.delivered.v1', SOURCE, z.object(pledge));
/** What is missing will not come. */
export const PledgeWrittenOffV1 = event('pledge.written-off.v1', SOURCE, z.object(pledge));
/** Its sponsor put details right: name, contact, address, recognition. */
export const PledgeCorrectedV1 = event('pledge.corrected.v1', SOURCE, z.object(pledge));
/** A logo came, was removed by the sponsor, or was accepted or declined by staff. */
export const PledgeLogoChangedV1 = event('pledge.logo-changed.v1', SOURCE, z.object(pledge));
/** Staff ticked off a benefit of its level, or took that back. */
export const PledgeBenefitChangedV1 = event('pledge.benefit-changed.v1', SOURCE, z.object(pledge));
/** Its sponsor is to be reminded of what is due on `dueOn`. */
export const PledgeRemindedV1 = event(
  'pledge.reminded.v1',
  SOURCE,
  z.object({ ...pledge, dueOn: Day, stage: ReminderStage, nth: z.int().check(z.gte(1)) }),
);
/** Money came for a pledge. */
export const PaymentRecordedV1 = event('payment.recorded.v1', SOURCE, z.object({ ...pledge, paymentId: PaymentId }));
/** Money went back to a sponsor. */
export const PaymentRefundedV1 = event('payment.refunded.v1', SOURCE, z.object({ ...pledge, paymentId: PaymentId }));
export const GiftRecordedV1 = event('gift.recorded.v1', SOURCE, gift);
export const GiftRefundedV1 = event('gift.refunded.v1', SOURCE, gift);
/** The campaign has what it set out to raise. Once in its life. */
export const CampaignGoalReachedV1 = event('campaign.goal-reached.v1', SOURCE, z.object({ campaignId: CampaignId }));
/** Everyone who gave is to be told what became of it. Once in its life. */
export const CampaignImpactToldV1 = event('campaign.impact-told.v1', SOURCE, z.object({ campaignId: CampaignId }));
