/** Each way an operation on which mails a person gets can end, and a request that leads there. */
import type { Case, Scene } from './api-cases.ts';
import type { Answer, Sent } from './http.ts';
import { ANA, bearer } from './people.ts';

export const CHOSEN = { reminders: 'last', thanks: false, language: 'es' } as const;

const asks =
  (method: 'GET' | 'POST', more: Partial<Sent> = {}) =>
  async ({ here }: Scene): Promise<Answer> => {
    const headers = { ...bearer(await here.tokenOf(ANA.email)), ...more.headers };
    const json = method === 'POST' && more.body === undefined ? { json: CHOSEN } : {};
    return here.send({ method, path: '/api/my-mail-preferences', ...json, ...more, headers });
  };
const raw = (body: string, type: string): Partial<Sent> => ({ body, headers: { 'content-type': type } });
const wrong = (name: string, json: unknown): Case => ({
  operation: 'saveMailPreferences',
  code: 'request.invalid',
  name,
  ask: asks('POST', { json }),
});

export const MAIL_PREFERENCE_CASES: readonly Case[] = [
  { operation: 'getMailPreferences', code: 'success', ask: asks('GET') },
  { operation: 'getMailPreferences', code: 'link.invalid', ask: asks('GET', { headers: bearer('x'.repeat(32)) }) },
  { operation: 'saveMailPreferences', code: 'success', ask: asks('POST') },
  {
    operation: 'saveMailPreferences',
    code: 'success',
    name: 'without a language',
    ask: asks('POST', { json: { reminders: 'all', thanks: true } }),
  },
  { operation: 'saveMailPreferences', code: 'request.malformed', ask: asks('POST', raw('{"a":', 'application/json')) },
  {
    operation: 'saveMailPreferences',
    code: 'request.too-large',
    ask: asks('POST', raw(JSON.stringify('x'.repeat(65_536)), 'application/json')),
  },
  { operation: 'saveMailPreferences', code: 'request.unsupported-type', ask: asks('POST', raw('a=1', 'text/plain')) },
  wrong('with reminders there are not', { ...CHOSEN, reminders: 'some' }),
  wrong('with less than all', { reminders: 'all' }),
  wrong('with more than all', { ...CHOSEN, receipts: false }),
  wrong('with a language that is none', { ...CHOSEN, language: 'Español' }),
  wrong('with a language that the district does not offer', { ...CHOSEN, language: 'fr' }),
  { operation: 'saveMailPreferences', code: 'link.invalid', ask: asks('POST', { headers: bearer('x'.repeat(32)) }) },
];
