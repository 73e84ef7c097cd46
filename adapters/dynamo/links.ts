/** Manage links, kept as the SHA-256 of their token: whoever reads the table can't open one. */
import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { ManageToken, PersonId } from '#contracts/values.ts';
import { SECOND } from '#domain/time.ts';
import type { Links } from '#domain/volunteering/ports.ts';
import { ABSENT, type Key, standsAsAsked, type Table, ttl } from './table.ts';

const TOKEN_BYTES = 24;
const PURPOSE = 'manage';

const key = (token: ManageToken): Key => ({ pk: `LINK#${createHash('sha256').update(token).digest('base64url')}`, sk: 'LINK' });

const Row = z.object({ purpose: z.string(), personId: PersonId, expiresAt: z.int() });

export function links(table: Table): Links {
  return {
    async issue(personId, expiresAt) {
      const token = ManageToken.parse(randomBytes(TOKEN_BYTES).toString('base64url'));
      const item = { ...key(token), purpose: PURPOSE, personId, expiresAt: ttl(expiresAt) };
      const write = await table.put(item, ABSENT);
      if (!write.done && !standsAsAsked(write, item)) throw new Error('a new token was there already: the source of randomness is broken');
      return token;
    },
    async resolve(token, now) {
      const item = await table.get(key(token));
      if (item === undefined) return undefined;
      const { purpose, personId, expiresAt } = Row.parse(item);
      // the table removes expired items in its own time
      return purpose === PURPOSE && now < expiresAt * SECOND ? { personId } : undefined;
    },
  };
}
