/** Feedback after taking part: its person gives it through their link, staff of the school read it. */
import * as z from 'zod/mini';
import { CommentPlace, FeedbackResults, FeedbackToGive, MyFeedback, SchoolFeedback } from '../resources/feedback.ts';
import { OpportunityId, SchoolId } from '../values.ts';
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

export const getFeedback = {
  capability: 'volunteering',
  audience: 'staff',
  operationId: 'getFeedback',
  method: 'GET',
  path: '/api/opportunities/{opportunityId}/feedback',
  params: z.strictObject({ opportunityId: OpportunityId }),
  query: z.strictObject({ before: z.optional(CommentPlace) }),
  summary: 'How an opportunity was, as those say who took part',
  description:
    'How many gave each score, and what they wrote, fifty at a time with the latest first; `before` is the `next` of the page before. Names stand only where people ticked it. For those who may read who comes; to others the opportunity is not found.',
  requestKey: false,
  response: { status: 200, schema: FeedbackResults, description: 'The scores, and a page of comments' },
  refusals: ['staff.unknown', 'request.invalid', 'opportunity.not-found'],
} as const satisfies ApiOperation;

export const listFeedback = {
  capability: 'volunteering',
  audience: 'staff',
  operationId: 'listFeedback',
  method: 'GET',
  path: '/api/schools/{schoolId}/feedback',
  params: z.strictObject({ schoolId: SchoolId }),
  summary: 'How the opportunities of a school were, as those say who took part',
  description: 'How many gave each score. For those who may read who comes; to others the school is not found.',
  requestKey: false,
  response: { status: 200, schema: SchoolFeedback, description: 'The scores of each opportunity' },
  refusals: ['staff.unknown', 'school.not-found'],
} as const satisfies ApiOperation;
