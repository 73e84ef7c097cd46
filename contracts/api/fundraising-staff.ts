/** The staff side of the fundraising API: campaigns, the life of pledges, money that comes and goes, recounting. */
import * as z from 'zod/mini';
import type { ProblemCode } from '../problems.ts';
import { Campaign, CampaignStatus, CampaignToSave, CampaignTotals } from '../resources/campaign.ts';
import { CommitmentRequest, Gift, GiftRequest, PaymentRequest, StaffPledge } from '../resources/pledge.ts';
import { AmountCents, CampaignId, Day, GiftId, Instant, LocalizedText, LogoId, line, PledgeId } from '../values.ts';
import type { ApiOperation } from './operation.ts';

const staff = { capability: 'fundraising', audience: 'staff' } as const;
const campaign = z.strictObject({ campaignId: CampaignId });
const pledge = z.strictObject({ campaignId: CampaignId, pledgeId: PledgeId });
const gift = z.strictObject({ campaignId: CampaignId, giftId: GiftId });
const reason = line(300);

const who = ['staff.unknown', 'request.invalid', 'campaign.not-found'] as const satisfies readonly ProblemCode[];
const acts = [...who, 'staff.not-allowed', 'request.malformed', 'request.too-large', 'request.unsupported-type'] as const;
const writes = [...acts, 'request.conflict'] as const;
/** The version that a change was made from. */
const readAt = z.int().check(z.gte(1));
const MEANWHILE = 'A `version` that is not the latest is refused, with what others changed since then.';
const defines = [...writes, 'campaign.changed-meanwhile'] as const;
const moves = [...writes, 'pledge.not-found', 'pledge.not-allowed-now'] as const;

export const saveCampaign = {
  ...staff,
  operationId: 'saveCampaign',
  method: 'POST',
  path: '/api/campaigns',
  summary: 'Add a campaign, or save its changed definition',
  description: `${MEANWHILE} Saving the same again changes nothing. A level that has sponsors can be limited, but not left out.`,
  requestKey: false,
  body: CampaignToSave,
  response: { status: 200, schema: Campaign, description: 'The campaign as saved' },
  refusals: [...defines, 'school.not-found'],
} as const satisfies ApiOperation;

export const setCampaignStatus = {
  ...staff,
  operationId: 'setCampaignStatus',
  method: 'POST',
  path: '/api/campaigns/{campaignId}/status',
  summary: 'Open or close a campaign',
  description: `A draft is opened; what is open is closed; what is closed is opened again. ${MEANWHILE}`,
  requestKey: false,
  params: campaign,
  body: z.strictObject({ status: CampaignStatus, version: readAt }),
  response: { status: 200, schema: Campaign, description: 'The campaign as it is now' },
  refusals: defines,
} as const satisfies ApiOperation;

export const copyCampaign = {
  ...staff,
  operationId: 'copyCampaign',
  method: 'POST',
  path: '/api/campaigns/{campaignId}/copy',
  summary: 'Copy a campaign into a new draft',
  description:
    'Without its pledges and gifts, with its dates moved by days of the calendar: 364 keeps the weekday from one year to the next. The same Idempotency-Key makes the same copy.',
  requestKey: true,
  params: campaign,
  body: z.strictObject({ days: z.int().check(z.gte(0), z.lte(1_500)) }),
  response: { status: 201, schema: Campaign, description: 'The copy, a draft' },
  refusals: [...writes, 'request-key.missing'],
} as const satisfies ApiOperation;

export const writeImpact = {
  ...staff,
  operationId: 'writeImpact',
  method: 'POST',
  path: '/api/campaigns/{campaignId}/impact',
  summary: 'Write down what became of a campaign',
  description: `The campaign’s page shows it. Nobody is written to by this. ${MEANWHILE}`,
  requestKey: false,
  params: campaign,
  body: z.strictObject({ impact: LocalizedText, version: readAt }),
  response: { status: 200, schema: Campaign, description: 'The campaign as it is now' },
  refusals: defines,
} as const satisfies ApiOperation;

export const listPledges = {
  ...staff,
  operationId: 'listPledges',
  method: 'GET',
  path: '/api/campaigns/{campaignId}/pledges',
  summary: 'All pledges of a campaign',
  description: 'In every state, the newest first.',
  requestKey: false,
  params: campaign,
  response: { status: 200, schema: z.object({ pledges: z.array(StaffPledge) }), description: 'The pledges' },
  refusals: who,
} as const satisfies ApiOperation;

export const getPledge = {
  ...staff,
  operationId: 'getPledge',
  method: 'GET',
  path: '/api/campaigns/{campaignId}/pledges/{pledgeId}',
  summary: 'One pledge with its invoices and payments',
  description: 'Amounts are whole cents of US dollars.',
  requestKey: false,
  params: pledge,
  response: { status: 200, schema: StaffPledge, description: 'The pledge' },
  refusals: [...who, 'pledge.not-found'],
} as const satisfies ApiOperation;

/** What the parts of a campaign come to, and each difference to what is kept. */
const Reconciliation = z.object({
  campaignId: CampaignId,
  totals: CampaignTotals,
  difference: CampaignTotals,
  wrong: z.array(z.string()),
  exact: z.boolean(),
});

export const reconcileCampaign = {
  ...staff,
  operationId: 'reconcileCampaign',
  method: 'GET',
  path: '/api/campaigns/{campaignId}/reconciliation',
  summary: 'Recount a campaign from its parts',
  description: 'Adds up every pledge and gift, and the history day by day, and tells each difference to what is kept. There must be none.',
  requestKey: false,
  params: campaign,
  response: { status: 200, schema: Reconciliation, description: 'What the parts come to, and the difference' },
  refusals: [...who, 'staff.not-allowed', 'request.conflict'],
} as const satisfies ApiOperation;

export const rebuildCampaign = {
  ...staff,
  operationId: 'rebuildCampaign',
  method: 'POST',
  path: '/api/campaigns/{campaignId}/reconciliation',
  summary: 'Make totals and the day-by-day history anew from the parts',
  description: 'While everything goes on. Where nothing differed, nothing changes.',
  requestKey: false,
  params: campaign,
  body: z.strictObject({}),
  response: { status: 200, schema: Reconciliation, description: 'What the parts come to, and the difference that is left' },
  refusals: writes,
} as const satisfies ApiOperation;

export const tellImpact = {
  ...staff,
  operationId: 'tellImpact',
  method: 'POST',
  path: '/api/campaigns/{campaignId}/impact-note',
  summary: 'Tell everyone who gave what became of it',
  description:
    'By e-mail, to sponsors and to givers whose address is known, once. Asking again changes nothing. With a `version`, only if that is the one that is there.',
  requestKey: false,
  params: campaign,
  body: z.strictObject({ version: z.optional(readAt) }),
  response: { status: 200, schema: z.object({ campaignId: CampaignId, toldAt: Instant }), description: 'When it was told' },
  refusals: [...writes, 'campaign.not-over', 'campaign.changed-meanwhile'],
} as const satisfies ApiOperation;

/** Whatever moves one pledge answers with it. */
const answer = (description: string) => ({ status: 200, schema: StaffPledge, description }) as const;
const MOVED = 'Making the move again changes nothing and answers the same.';

export const acceptPledge = {
  ...staff,
  operationId: 'acceptPledge',
  method: 'POST',
  path: '/api/campaigns/{campaignId}/pledges/{pledgeId}/accept',
  summary: 'Say yes to a pledge',
  description: `It counts from now on, and the sponsor is told. ${MOVED}`,
  requestKey: false,
  params: pledge,
  body: z.strictObject({}),
  response: answer('The pledge, accepted'),
  refusals: moves,
} as const satisfies ApiOperation;

export const declinePledge = {
  ...staff,
  operationId: 'declinePledge',
  method: 'POST',
  path: '/api/campaigns/{campaignId}/pledges/{pledgeId}/decline',
  summary: 'Say no to a pledge',
  description: `Its place at a level becomes free, and the sponsor is told, with the reason if there is one. ${MOVED}`,
  requestKey: false,
  params: pledge,
  body: z.strictObject({ reason: z.optional(reason) }),
  response: answer('The pledge, declined'),
  refusals: moves,
} as const satisfies ApiOperation;

export const cancelPledge = {
  ...staff,
  operationId: 'cancelPledge',
  method: 'POST',
  path: '/api/campaigns/{campaignId}/pledges/{pledgeId}/cancel',
  summary: 'Cancel a pledge before it is invoiced',
  description: `On the sponsor’s word. ${MOVED}`,
  requestKey: false,
  params: pledge,
  body: z.strictObject({}),
  response: answer('The pledge, cancelled'),
  refusals: moves,
} as const satisfies ApiOperation;

export const revisePledge = {
  ...staff,
  operationId: 'revisePledge',
  method: 'POST',
  path: '/api/campaigns/{campaignId}/pledges/{pledgeId}/revise',
  summary: 'Change level, sum or plan before it is invoiced',
  description: 'What was before stays in the history, and the sponsor is told.',
  requestKey: false,
  params: pledge,
  body: z.strictObject({ commitment: CommitmentRequest, reason: z.optional(reason) }),
  response: answer('The pledge as it is now'),
  refusals: [...moves, 'level.sold-out'],
} as const satisfies ApiOperation;

export const invoicePledge = {
  ...staff,
  operationId: 'invoicePledge',
  method: 'POST',
  path: '/api/campaigns/{campaignId}/pledges/{pledgeId}/invoice',
  summary: 'Ask for what is owed and was not asked for yet',
  description: 'Takes the next number of the year, without gaps. With nothing left to ask for, nothing changes.',
  requestKey: false,
  params: pledge,
  body: z.strictObject({}),
  response: answer('The pledge with its invoice'),
  refusals: moves,
} as const satisfies ApiOperation;

export const recordPayment = {
  ...staff,
  operationId: 'recordPayment',
  method: 'POST',
  path: '/api/campaigns/{campaignId}/pledges/{pledgeId}/payments',
  summary: 'Record money that came for a pledge',
  description: 'At most what is owed. The same Idempotency-Key is the same payment. A receipt goes to the sponsor.',
  requestKey: true,
  params: pledge,
  body: PaymentRequest,
  response: answer('The pledge with the payment'),
  refusals: [...moves, 'payment.too-much', 'request-key.missing', 'request-key.reused'],
} as const satisfies ApiOperation;

export const refundPayment = {
  ...staff,
  operationId: 'refundPayment',
  method: 'POST',
  path: '/api/campaigns/{campaignId}/pledges/{pledgeId}/refunds',
  summary: 'Record money that was given back to a sponsor',
  description: 'At most what came. The same Idempotency-Key is the same refund.',
  requestKey: true,
  params: pledge,
  body: PaymentRequest,
  response: answer('The pledge with the refund'),
  refusals: [...moves, 'payment.too-much', 'request-key.missing', 'request-key.reused'],
} as const satisfies ApiOperation;

export const receiveGoods = {
  ...staff,
  operationId: 'receiveGoods',
  method: 'POST',
  path: '/api/campaigns/{campaignId}/pledges/{pledgeId}/delivery',
  summary: 'Record that pledged goods came',
  description: MOVED,
  requestKey: false,
  params: pledge,
  body: z.strictObject({ deliveredOn: Day }),
  response: answer('The pledge, with its goods delivered'),
  refusals: moves,
} as const satisfies ApiOperation;

export const tickBenefit = {
  ...staff,
  operationId: 'tickBenefit',
  method: 'POST',
  path: '/api/campaigns/{campaignId}/pledges/{pledgeId}/benefits',
  summary: 'Tick off a benefit that a sponsor got',
  description: `As the pledge lists it; without a day it is not given after all. ${MOVED}`,
  requestKey: false,
  params: pledge,
  body: z.strictObject({ benefit: line(200), givenOn: z.optional(Day) }),
  response: answer('The pledge with its benefits'),
  refusals: moves,
} as const satisfies ApiOperation;

export const decideLogo = {
  ...staff,
  operationId: 'decideLogo',
  method: 'POST',
  path: '/api/campaigns/{campaignId}/pledges/{pledgeId}/logo',
  summary: 'Let a logo be seen, or not',
  description: `Names the very picture, because another may have come since. ${MOVED}`,
  requestKey: false,
  params: pledge,
  body: z.strictObject({ logoId: LogoId, decision: z.enum(['accept', 'decline']), reason: z.optional(reason) }),
  response: answer('The pledge with its logo'),
  refusals: moves,
} as const satisfies ApiOperation;

export const writeOffPledge = {
  ...staff,
  operationId: 'writeOffPledge',
  method: 'POST',
  path: '/api/campaigns/{campaignId}/pledges/{pledgeId}/write-off',
  summary: 'Give up what is missing of a pledge',
  description: `What came stays; the rest no longer counts. ${MOVED}`,
  requestKey: false,
  params: pledge,
  body: z.strictObject({ reason }),
  response: answer('The pledge, written off'),
  refusals: moves,
} as const satisfies ApiOperation;

export const recordGift = {
  ...staff,
  operationId: 'recordGift',
  method: 'POST',
  path: '/api/campaigns/{campaignId}/gifts',
  summary: 'Record a gift of money',
  description: 'Open matches double it. The same Idempotency-Key is the same gift.',
  requestKey: true,
  params: campaign,
  body: z.omit(GiftRequest, { campaignId: true }),
  response: { status: 201, schema: Gift, description: 'The gift, with what matches added' },
  refusals: [...writes, 'request-key.missing', 'request-key.reused'],
} as const satisfies ApiOperation;

export const refundGift = {
  ...staff,
  operationId: 'refundGift',
  method: 'POST',
  path: '/api/campaigns/{campaignId}/gifts/{giftId}/refund',
  summary: 'Record what was given back of a gift, in all',
  description: 'Asks for a sum, not for a difference, so repeating it is harmless. Matches shrink with it.',
  requestKey: false,
  params: gift,
  body: z.strictObject({ refundedCents: AmountCents, reason: z.optional(reason) }),
  response: { status: 200, schema: Gift, description: 'The gift as it is now' },
  refusals: [...writes, 'gift.not-found', 'payment.too-much'],
} as const satisfies ApiOperation;
