/** What became of the mails of the ledger: noted with the mail, counted and, where it comes to that, suppressed in one transaction. */
import * as z from 'zod/mini';
import { MAIL_FATES, type MailFate } from '#contracts/resources/mail.ts';
import { PersonId } from '#contracts/values.ts';
import type { MailFates } from '#domain/messaging/health-ports.ts';
import { counting } from './mail-figures.ts';
import { mailKey } from './mail-ledger.ts';
import { suppressing } from './suppressions.ts';
import type { Table } from './table.ts';
import type { Transact } from './transactions.ts';

/** When each was noted, milliseconds. */
export const NOTED = {
  sent: 'acceptedAt',
  delivered: 'deliveredAt',
  bounced: 'bouncedAt',
  bouncedForNow: 'bouncedForNowAt',
  complained: 'complainedAt',
  failed: 'failedAt',
  suppressed: 'suppressedAt',
} as const satisfies Record<MailFate, string>;

const Row = z.object({ personId: z.optional(PersonId) });

export const mailFates = (table: Table, transact: Transact): MailFates => ({
  async find(key) {
    const item = await table.get(mailKey(key));
    if (!item) return undefined;
    const { personId } = Row.parse(item);
    return { ...(personId && { personId }), fates: MAIL_FATES.filter((fate) => item[NOTED[fate]] !== undefined) };
  },
  async note({ key, serviceId, fates, day, at, suppression }) {
    const attributes = fates.map((fate) => NOTED[fate]);
    const outcome = await transact([
      {
        key: mailKey(key),
        // the service's word is taken whatever state the entry is in: it has the mail
        update: `SET #state = :sent, serviceId = :service, ${attributes.map((name) => `${name} = :at`).join(', ')}`,
        condition: {
          condition: [
            'attribute_exists(pk)',
            ...attributes.map((name) => `attribute_not_exists(${name})`),
            // forgotten meanwhile, their address is not to be kept
            ...(suppression ? ['personId = :person'] : []),
          ].join(' AND '),
          names: { '#state': 'state' },
          values: { ':sent': 'sent', ':service': serviceId, ':at': at, ...(suppression && { ':person': suppression.personId }) },
        },
      },
      counting(key, day, fates),
      ...(suppression ? [suppressing(suppression)] : []),
    ]);
    if (outcome.kind === 'busy') throw new Error(`what became of ${key} could not be noted: others were in the way each time`);
    return outcome.kind === 'done' ? 'noted' : 'stale';
  },
});
