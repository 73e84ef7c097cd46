/** Mails to a person in the mail ledger, the list of addresses that get none, what the person chose; and how they go out of all that. */
import * as z from 'zod/mini';
import { MAIL_FATES } from '#contracts/resources/mail.ts';
import { type MailTraces, NO_ADDRESS } from '#domain/messaging/traces.ts';
import { iso, SECOND } from '#domain/time.ts';
import { NOTED } from './mail-fates.ts';
import { mailKey } from './mail-ledger.ts';
import { preferencesKey } from './mail-preferences.ts';
import type { Remove } from './removals.ts';
import { findSuppression, suppressionKey } from './suppressions.ts';
import type { Table } from './table.ts';

const MAIL = 'MAIL#';

const Row = z.object({
  pk: z.string(),
  state: z.enum(['leased', 'released', 'sent', 'skipped', 'suppressed']),
  sentAt: z.optional(z.int()),
  acceptedAt: z.optional(z.int()),
  skippedAt: z.optional(z.int()),
  expiresAt: z.int(),
});

export const mailTraces = (table: Table, remove: Remove): MailTraces => ({
  async of(personId) {
    const items = await table.query(
      { condition: 'personId = :person AND begins_with(pk, :mail)', values: { ':person': personId, ':mail': MAIL } },
      { index: 'mailsByPerson' },
    );
    return items.map((item) => {
      const { pk, state, sentAt, acceptedAt, skippedAt, expiresAt } = Row.parse(item);
      const at = sentAt ?? acceptedAt ?? skippedAt;
      const fates = MAIL_FATES.filter((fate) => item[NOTED[fate]] !== undefined);
      return { key: pk.slice(MAIL.length), state, fates, ...(at !== undefined && { at: iso(at) }), keptUntil: iso(expiresAt * SECOND) };
    });
  },
  async forget(messageKey, personId) {
    if (messageKey.includes(personId)) return remove(mailKey(messageKey));
    // somebody else's by now, or gone by age: nothing to do
    await table.update(mailKey(messageKey), 'REMOVE personId', { condition: 'personId = :person', values: { ':person': personId } });
  },
  async forgetSuppression(personId) {
    const there = await findSuppression(table, personId);
    if (!there) return;
    const seen = { names: { '#version': 'version' }, values: { ':version': there.version } };
    if (there.state === 'standing' && there.cause === 'complaint')
      await table.update(suppressionKey(personId), 'SET email = :nobody', {
        condition: '#version = :version',
        names: seen.names,
        values: { ...seen.values, ':nobody': NO_ADDRESS },
      });
    else await remove(suppressionKey(personId), { condition: '#version = :version', ...seen });
  },
  forgetPreferences: (personId) => remove(preferencesKey(personId)),
});
