/** Each way an operation on the address of a person's calendar can end, and a request that leads there. */
import { endCalendarAddress, makeCalendarAddress, replaceCalendarAddress } from '#contracts/api/volunteering-calendar.ts';
import type { Case, Scene } from './api-cases.ts';
import type { Sent } from './http.ts';
import { ANA, bearer, signedUp } from './people.ts';

const OPERATIONS = [
  [makeCalendarAddress, {}, { more: 1 }],
  [replaceCalendarAddress, { seen: 'https://volunteer.example.org/calendars/x.ics' }, {}],
  [endCalendarAddress, {}, { more: 1 }],
] as const;

const JSON_TYPE = { 'content-type': 'application/json' };

export const CALENDAR_CASES: readonly Case[] = OPERATIONS.flatMap(([{ operationId: operation, path }, json, wrong]): readonly Case[] => {
  const ask =
    (more: Partial<Sent> = {}) =>
    async ({ here }: Scene) => {
      await signedUp(here);
      const headers = { ...bearer(await here.tokenOf(ANA.email)), ...more.headers };
      return here.send({ method: 'POST', path, ...(more.body === undefined && { json }), ...more, headers });
    };
  return [
    { operation, code: 'success', ask: ask() },
    { operation, code: 'link.invalid', ask: ask({ headers: bearer('x'.repeat(32)) }) },
    { operation, code: 'request.invalid', ask: ask({ json: wrong }) },
    { operation, code: 'request.malformed', ask: ask({ body: '{', headers: JSON_TYPE }) },
    { operation, code: 'request.too-large', ask: ask({ body: JSON.stringify('x'.repeat(65_536)), headers: JSON_TYPE }) },
    { operation, code: 'request.unsupported-type', ask: ask({ body: '{}', headers: { 'content-type': 'text/plain' } }) },
  ];
});
