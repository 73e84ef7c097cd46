/** The staff side of the volunteering API: what staff write to those who signed up. */
import * as z from 'zod/mini';
import { Message, MessageList, MessageToSend } from '../resources/message.ts';
import { OpportunityId } from '../values.ts';
import type { ApiOperation } from './operation.ts';

const params = z.strictObject({ opportunityId: OpportunityId });
const ofPeople = {
  capability: 'volunteering',
  audience: 'staff',
  path: '/api/opportunities/{opportunityId}/messages',
  params,
} as const;

export const sendMessage = {
  ...ofPeople,
  operationId: 'sendMessage',
  method: 'POST',
  summary: 'Write to everyone in slots of an opportunity',
  description:
    'Each person with places in one of the slots gets one mail, however many of the slots they have, in their language where the message has it. ' +
    'The same Idempotency-Key sends it once. To those who may not read who comes, the opportunity is not found.',
  requestKey: true,
  body: MessageToSend,
  response: { status: 201, schema: Message, description: 'The message; its mails follow' },
  refusals: [
    'staff.unknown',
    'request.malformed',
    'request.invalid',
    'request.too-large',
    'request.unsupported-type',
    'request.conflict',
    'request-key.missing',
    'request-key.reused',
    'opportunity.not-found',
    'slot.not-found',
  ],
} as const satisfies ApiOperation;

export const listMessages = {
  ...ofPeople,
  operationId: 'listMessages',
  method: 'GET',
  summary: 'What those who signed up for an opportunity were told',
  description:
    'Messages of staff, and notices of what they changed. Latest first, with how far each is. For those who may read who comes; to others the opportunity is not found.',
  requestKey: false,
  response: { status: 200, schema: MessageList, description: 'The messages that are still kept' },
  refusals: ['staff.unknown', 'opportunity.not-found'],
} as const satisfies ApiOperation;
