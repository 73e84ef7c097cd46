/** A school's suggestion box: anyone puts something in, staff of the school read it and say that it is dealt with. */
import * as z from 'zod/mini';
import { SettleRequest, Suggestion, SuggestionId, SuggestionList, SuggestionSent, SuggestionToSend } from '../resources/suggestion.ts';
import { SchoolId } from '../values.ts';
import type { ApiOperation } from './operation.ts';

const box = {
  capability: 'volunteering',
  path: '/api/schools/{schoolId}/suggestions',
  params: z.strictObject({ schoolId: SchoolId }),
} as const;
const body = ['request.malformed', 'request.invalid', 'request.too-large', 'request.unsupported-type'] as const;

export const sendSuggestion = {
  ...box,
  operationId: 'sendSuggestion',
  audience: 'public',
  method: 'POST',
  summary: 'Suggest something to a school',
  description:
    'Without a name: nobody can answer it, and nobody is told who wrote it. The same Idempotency-Key sends it once. It is kept for a year.',
  requestKey: true,
  body: SuggestionToSend,
  response: { status: 201, schema: SuggestionSent, description: 'It is in the box' },
  refusals: [...body, 'request-key.missing', 'request-key.reused', 'school.not-found'],
} as const satisfies ApiOperation;

export const listSuggestions = {
  ...box,
  operationId: 'listSuggestions',
  audience: 'staff',
  method: 'GET',
  summary: 'What was suggested to a school',
  description: 'Open ones first. For those who may read who comes; to others the school is not found.',
  requestKey: false,
  response: { status: 200, schema: SuggestionList, description: 'What is in the box' },
  refusals: ['staff.unknown', 'school.not-found'],
} as const satisfies ApiOperation;

export const settleSuggestion = {
  ...box,
  operationId: 'settleSuggestion',
  audience: 'staff',
  method: 'POST',
  path: '/api/schools/{schoolId}/suggestions/{suggestionId}/settle',
  params: z.strictObject({ schoolId: SchoolId, suggestionId: SuggestionId }),
  summary: 'Say that a suggestion is dealt with, or open it again',
  description: 'Repeating it is harmless. To those who may not read the box the school is not found.',
  requestKey: false,
  body: SettleRequest,
  response: { status: 200, schema: Suggestion, description: 'The suggestion as it is now' },
  refusals: ['staff.unknown', ...body, 'request.conflict', 'school.not-found', 'suggestion.not-found'],
} as const satisfies ApiOperation;
