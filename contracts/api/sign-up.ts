/** Signing up, apart from the other operations: its function, which a rush waits for, loads what stands here and no more. */
import { SignUpRequest, Submission } from '../resources/sign-up.ts';
import type { ApiOperation } from './operation.ts';

export const signUp = {
  operationId: 'signUp',
  capability: 'volunteering',
  method: 'POST',
  path: '/api/sign-ups',
  summary: 'Take places in one or more slots of an opportunity',
  description:
    'Each slot is decided by itself: some may be confirmed, others waited for or refused in one answer. With `waitlist`, who finds not enough places is put in line for them. One e-mail follows for the whole request. ' +
    'Sending the same request with the same Idempotency-Key again changes nothing and answers the same.',
  audience: 'public',
  requestKey: true,
  body: SignUpRequest,
  response: { status: 201, schema: Submission, description: 'At least one slot is confirmed or waited for; see the result of each' },
  refusals: [
    'request.malformed',
    'request.invalid',
    'request.too-large',
    'request.unsupported-type',
    'request-key.missing',
    'request-key.reused',
    'opportunity.not-found',
    'sign-up.all-refused',
    'request.conflict',
  ],
} as const satisfies ApiOperation;
