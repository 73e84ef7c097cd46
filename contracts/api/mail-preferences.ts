/** Which mails a person gets: seen and chosen through their link. */
import { MailPreferences } from '../resources/mail-preferences.ts';
import type { ApiOperation } from './operation.ts';

const mine = { capability: 'messaging', audience: 'person', path: '/api/my-mail-preferences', requestKey: false } as const;

export const getMailPreferences = {
  ...mine,
  operationId: 'getMailPreferences',
  method: 'GET',
  summary: 'Which mails the person gets',
  description: 'Of whoever chose nothing: all reminders and thanks, each in the language of what it is about.',
  response: { status: 200, schema: MailPreferences, description: 'What they get beside what is necessary' },
  refusals: ['link.invalid'],
} as const satisfies ApiOperation;

export const saveMailPreferences = {
  ...mine,
  operationId: 'saveMailPreferences',
  method: 'POST',
  summary: 'Choose which mails to get',
  description:
    'Replaces what was chosen before; holds from the next mail on. What is necessary is sent in any case: confirmations, changes, cancellations, offers of a place, messages of staff, links, and everything about money. `language` is one that the district offers; without it each mail is in the language of what it is about.',
  body: MailPreferences,
  response: { status: 200, schema: MailPreferences, description: 'As they are now' },
  refusals: ['request.malformed', 'request.invalid', 'request.too-large', 'request.unsupported-type', 'link.invalid'],
} as const satisfies ApiOperation;
