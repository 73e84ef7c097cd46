/** Which mails people want: one item beside each who chose. No address, no name. */
import * as z from 'zod/mini';
import { MailPreferences } from '#contracts/resources/mail-preferences.ts';
import { Instant, type PersonId } from '#contracts/values.ts';
import type { Preferences } from '#domain/messaging/preferences.ts';
import { iso, SECOND } from '#domain/time.ts';
import { type Key, type Table, ttl } from './table.ts';

export const preferencesKey = (personId: PersonId): Key => ({ pk: `PERSON#${personId}`, sk: 'PREFERENCES' });

const Row = z.object({ ...MailPreferences.shape, savedAt: Instant, expiresAt: z.int() });

export const mailPreferences = (table: Table): Preferences => ({
  async find(personId) {
    const item = await table.get(preferencesKey(personId));
    if (!item) return undefined;
    const { expiresAt, language, ...row } = Row.parse(item);
    return { ...row, ...(language !== undefined && { language }), expiresAt: iso(expiresAt * SECOND) };
  },
  async save(personId, kept) {
    await table.put({ ...preferencesKey(personId), ...kept, expiresAt: ttl(kept.expiresAt) });
  },
});
