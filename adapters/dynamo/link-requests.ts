/** Requests for one's manage link: the first of each id is kept, and its stream record leads to the mail. */
import * as z from 'zod/mini';
import { Instant, Language, PersonId } from '#contracts/values.ts';
import { iso, SECOND } from '#domain/time.ts';
import type { LinkRequest, LinkRequests } from '#domain/volunteering/ports.ts';
import { ABSENT, type Item, type Key, type Table, ttl } from './table.ts';

const LINK_REQUEST = 'LINKREQUEST#';
const key = (personId: PersonId, requestId: string): Key => ({ pk: `PERSON#${personId}`, sk: `${LINK_REQUEST}${requestId}` });

const Row = z.object({ requestId: z.string(), personId: PersonId, language: Language, requestedAt: Instant, expiresAt: z.int() });

export { key as linkRequestKey };
export const isLinkRequest = (item: Item): boolean => String(item.sk).startsWith(LINK_REQUEST);

export function linkRequestOf(item: Item): LinkRequest {
  const row = Row.parse(item);
  return { ...row, expiresAt: iso(row.expiresAt * SECOND) };
}

export function linkRequests(table: Table): LinkRequests {
  return {
    async put(request) {
      await table.put({ ...key(request.personId, request.requestId), ...request, expiresAt: ttl(request.expiresAt) }, ABSENT);
    },
    async find(personId, requestId) {
      const item = await table.get(key(personId, requestId));
      return item && linkRequestOf(item);
    },
  };
}
