/** Links to one pledge, kept as the SHA-256 of their token. Another purpose than the links to sign-ups, in another table. */
import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { CampaignId, ManageToken, PledgeId } from '#contracts/values.ts';
import type { PledgeLinks } from '#domain/fundraising/ports.ts';
import { SECOND } from '#domain/time.ts';
import { ABSENT, type Key, standsAsAsked, type Table, ttl } from './table.ts';

const TOKEN_BYTES = 24;

const key = (token: ManageToken): Key => ({ pk: `LINK#${createHash('sha256').update(token).digest('base64url')}`, sk: 'LINK' });

const Row = z.object({ campaignId: CampaignId, pledgeId: PledgeId, expiresAt: z.int() });

export function pledgeLinks(table: Table): PledgeLinks {
  return {
    async issue({ campaignId, pledgeId }, expiresAt) {
      const token = ManageToken.parse(randomBytes(TOKEN_BYTES).toString('base64url'));
      const item = { ...key(token), campaignId, pledgeId, expiresAt: ttl(expiresAt) };
      const write = await table.put(item, ABSENT);
      if (!write.done && !standsAsAsked(write, item)) throw new Error('a new token was there already: the source of randomness is broken');
      return token;
    },
    async resolve(token, now) {
      const item = await table.get(key(token));
      if (item === undefined) return undefined;
      const { campaignId, pledgeId, expiresAt } = Row.parse(item);
      // the table removes expired items in its own time
      return now < expiresAt * SECOND ? { campaignId, pledgeId } : undefined;
    },
  };
}
