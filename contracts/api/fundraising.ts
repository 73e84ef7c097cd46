/** The fundraising API: reading campaigns, pledging, and looking after one's own pledge. */
import * as z from 'zod/mini';
import { CampaignList, MyPledge, PledgeMade, PublicCampaign } from '../resources/campaign-view.ts';
import { UploadInvitation } from '../resources/logo.ts';
import { PledgeCorrection, PledgeRequest } from '../resources/pledge.ts';
import { CampaignId } from '../values.ts';
import type { ApiOperation } from './operation.ts';

/** Of all operations with a body. */
const body = ['request.malformed', 'request.invalid', 'request.too-large', 'request.unsupported-type'] as const;

export const listCampaigns = {
  operationId: 'listCampaigns',
  capability: 'fundraising',
  method: 'GET',
  path: '/api/campaigns',
  summary: 'All campaigns that are not drafts, with how far they are',
  description: 'Those that end first come first. Definitions may be up to two seconds old.',
  audience: 'public',
  requestKey: false,
  response: { status: 200, schema: CampaignList, description: 'The campaigns' },
  refusals: [],
} as const satisfies ApiOperation;

export const getCampaign = {
  operationId: 'getCampaign',
  capability: 'fundraising',
  method: 'GET',
  path: '/api/campaigns/{campaignId}',
  summary: 'One campaign with its totals, levels and sponsors',
  description: 'Amounts are whole cents of US dollars. Drafts are not found.',
  audience: 'public',
  requestKey: false,
  params: z.strictObject({ campaignId: CampaignId }),
  response: { status: 200, schema: PublicCampaign, description: 'The campaign' },
  refusals: ['request.invalid', 'campaign.not-found'],
} as const satisfies ApiOperation;

export const makePledge = {
  operationId: 'makePledge',
  capability: 'fundraising',
  method: 'POST',
  path: '/api/pledges',
  summary: 'Commit to money or goods for a campaign',
  description:
    'Takes a place of its level if that has a limit; its money counts once staff accepted it. A letter with a manage link follows by e-mail. ' +
    'Sending the same request with the same Idempotency-Key again changes nothing and answers the same.',
  audience: 'public',
  requestKey: true,
  body: PledgeRequest,
  response: { status: 201, schema: PledgeMade, description: 'The pledge, as offered' },
  refusals: [
    ...body,
    'request-key.missing',
    'request-key.reused',
    'campaign.not-found',
    'campaign.not-open-yet',
    'campaign.closed',
    'level.sold-out',
    'request.conflict',
  ],
} as const satisfies ApiOperation;

export const getMyPledge = {
  operationId: 'getMyPledge',
  capability: 'fundraising',
  method: 'GET',
  path: '/api/my-pledge',
  summary: 'The pledge of the sponsor who holds the manage link',
  description: 'With its invoices, payments and what is open.',
  audience: 'person',
  requestKey: false,
  response: { status: 200, schema: MyPledge, description: 'The pledge' },
  refusals: ['link.invalid'],
} as const satisfies ApiOperation;

export const withdrawPledge = {
  operationId: 'withdrawPledge',
  capability: 'fundraising',
  method: 'POST',
  path: '/api/my-pledge/withdraw',
  summary: 'Withdraw a pledge before it is invoiced',
  description: 'A pledge that was withdrawn already stays so, and the answer is the same.',
  audience: 'person',
  requestKey: false,
  body: z.strictObject({}),
  response: { status: 200, schema: MyPledge, description: 'The pledge, now cancelled' },
  refusals: [...body, 'link.invalid', 'pledge.not-allowed-now', 'request.conflict'],
} as const satisfies ApiOperation;

export const correctPledge = {
  operationId: 'correctPledge',
  capability: 'fundraising',
  method: 'POST',
  path: '/api/my-pledge/details',
  summary: 'Put the details of a pledge right',
  description:
    'Name, contact, phone, address and recognition, all at once; what is left out is removed. Once staff accepted the pledge its name is fixed. ' +
    'The e-mail address is changed by staff.',
  audience: 'person',
  requestKey: false,
  body: PledgeCorrection,
  response: { status: 200, schema: MyPledge, description: 'The pledge as it is now' },
  refusals: [...body, 'link.invalid', 'pledge.not-allowed-now', 'request.conflict'],
} as const satisfies ApiOperation;

export const inviteLogo = {
  operationId: 'inviteLogo',
  capability: 'fundraising',
  method: 'POST',
  path: '/api/my-pledge/logo',
  summary: 'Get leave to send one logo',
  description:
    'Answers with the address and fields of a form; send them with the field `file` last. PNG, JPEG or WebP. What arrives is drawn anew and waits ' +
    'for staff; look at the pledge for what became of it.',
  audience: 'person',
  requestKey: false,
  body: z.strictObject({}),
  response: { status: 200, schema: UploadInvitation, description: 'Where and how to send it' },
  refusals: [...body, 'link.invalid', 'pledge.not-allowed-now'],
} as const satisfies ApiOperation;

export const removeLogo = {
  operationId: 'removeLogo',
  capability: 'fundraising',
  method: 'POST',
  path: '/api/my-pledge/logo/remove',
  summary: 'Take the logo back',
  description: 'It is no longer shown anywhere. Without a logo nothing changes.',
  audience: 'person',
  requestKey: false,
  body: z.strictObject({}),
  response: { status: 200, schema: MyPledge, description: 'The pledge, without a logo' },
  refusals: [...body, 'link.invalid', 'pledge.not-allowed-now', 'request.conflict'],
} as const satisfies ApiOperation;
