/** Feedback after taking part: its person gives it through their link, staff of the school read it. */
import * as z from 'zod/mini';
import { FeedbackToGive, MyFeedback } from '../resources/feedback.ts';
import { OpportunityId } from '../values.ts';
import type { ApiOperation } from './operation.ts';

const mine = {
  capability: 'volunteering',
  audience: 'person',
  path: '/api/my-feedback/{opportunityId}',
  params: z.strictObject({ opportunityId: OpportunityId }),
  requestKey: false,
} as const;

export const getMyFeedback = {
  ...mine,
  operationId: 'getMyFeedback',
  method: 'GET',
  summary: 'What the person is asked about an opportunity, and what they answered',
  description: 'Somebody without places in it is not asked: the sign-up is not found.',
  response: { status: 200, schema: MyFeedback, description: 'The question, and the answer if there is one' },
  refusals: ['link.invalid', 'sign-up.not-found'],
} as const satisfies ApiOperation;

export const answerFeedback = {
  ...mine,
  operationId: 'answerFeedback',
  method: 'POST',
  summary: 'Say how it was',
  description:
    'One answer of each person to an opportunity: another one replaces it, until 30 days after the last slot they have there. Repeating it is harmless. Staff of the school see the text without a name unless `named`.',
  body: FeedbackToGive,
  response: { status: 200, schema: MyFeedback, description: 'The answer as it is now' },
  refusals: [
    'request.malformed',
    'request.invalid',
    'request.too-large',
    'request.unsupported-type',
    'request.conflict',
    'link.invalid',
    'sign-up.not-found',
    'feedback.too-early',
    'feedback.not-there',
    'feedback.over',
  ],
} as const satisfies ApiOperation;
