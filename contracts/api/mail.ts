/** The API of mails: how they fare, which addresses get none, and letting one have mail again. */
import * as z from 'zod/mini';
import type { ProblemCode } from '../problems.ts';
import { MailHealth, SuppressedAddresses, SuppressionLift, SuppressionLifted } from '../resources/mail.ts';
import { PersonId } from '../values.ts';
import type { ApiOperation } from './operation.ts';

const staff = { capability: 'messaging', audience: 'staff', requestKey: false } as const;

const who = ['staff.unknown', 'staff.not-allowed'] as const satisfies readonly ProblemCode[];

export const getMailHealth = {
  ...staff,
  operationId: 'getMailHealth',
  method: 'GET',
  path: '/api/mail',
  summary: 'How the district’s mails fare',
  description:
    'The last thirty days. Each mail counts once in each of what became of it, on the district’s day on which it was sent: a mail that bounces tomorrow counts today. Held back are mails to suppressed addresses.',
  response: { status: 200, schema: MailHealth, description: 'Counts by day, their sums and the shares that the mail service looks at' },
  refusals: who,
} as const satisfies ApiOperation;

export const listSuppressed = {
  ...staff,
  operationId: 'listSuppressed',
  method: 'GET',
  path: '/api/mail/suppressed',
  summary: 'Addresses that get no mail',
  description: 'Those whose mail bounced for good, and those whose owner marked a mail as spam; the latest first.',
  response: { status: 200, schema: SuppressedAddresses, description: 'The addresses; `complete` is false where there are more' },
  refusals: who,
} as const satisfies ApiOperation;

export const liftSuppression = {
  ...staff,
  operationId: 'liftSuppression',
  method: 'POST',
  path: '/api/mail/suppressed/{personId}/lift',
  summary: 'Let an address have mail again',
  description:
    'From the next mail on; what was held back is not sent. It is refused when the address was suppressed anew since that version. The history keeps who did it and why.',
  params: z.strictObject({ personId: PersonId }),
  body: SuppressionLift,
  response: { status: 200, schema: SuppressionLifted, description: 'Since when it may have mail' },
  refusals: [
    ...who,
    'request.malformed',
    'request.invalid',
    'request.too-large',
    'request.unsupported-type',
    'suppression.not-found',
    'version.conflict',
  ],
} as const satisfies ApiOperation;
