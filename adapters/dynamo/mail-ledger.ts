/** The ledger that makes each mail go out once: one item per message key, leased before sending, marked after. */
import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { Lease, MailLedger } from '#domain/messaging/ports.ts';
import { SECOND } from '#domain/time.ts';
import { counting } from './mail-figures.ts';
import { findSuppression } from './suppressions.ts';
import { ABSENT, type Item, type Key, type Table } from './table.ts';
import type { Transact } from './transactions.ts';

export const mailKey = (messageKey: string): Key => ({ pk: `MAIL#${messageKey}`, sk: 'MAIL' });

/** A ledger entry outlives every retry and replay of its event (the bus archive keeps 30 days) and holds no address. */
const KEEP_S = 400 * 24 * 3_600;

const Row = z.object({
  state: z.enum(['leased', 'released', 'sent', 'skipped', 'suppressed']),
  until: z.int(),
  attempt: z.int(),
  holder: z.string(),
  covers: z.array(z.string()),
});

const NAMES = { '#state': 'state', '#until': 'until', '#attempt': 'attempt' };

/**
 * Whose lease it is: one per call. The client repeats a write whose answer was lost, the repeat is refused by the first, and a refusal that
 * shows our own name is a lease we have.
 */
const newHolder = (): string => randomBytes(9).toString('base64url');
const expiry = (at: number): number => Math.ceil(at / SECOND) + KEEP_S;

export function mailLedger(table: Table, transact: Transact): MailLedger {
  const settle = async (
    messageKey: string,
    update: string,
    values: Item,
    names: Record<string, string>,
    condition: string,
  ): Promise<void> => {
    await table.update(mailKey(messageKey), update, { condition, names, values });
  };

  return {
    async lease(messageKey, personId, at, leaseMs, covers = []): Promise<Lease> {
      const holder = newHolder();
      const write = await table.put(
        { ...mailKey(messageKey), state: 'leased', until: at + leaseMs, attempt: 1, holder, covers, personId, expiresAt: expiry(at) },
        ABSENT,
      );
      if (write.done) return { kind: 'leased', attempt: 1 };
      const entry = Row.parse(write.old);
      return entry.holder === holder
        ? { kind: 'leased', attempt: entry.attempt }
        : takeOver(table, messageKey, entry, { at, leaseMs, covers, holder });
    },
    markSent: (messageKey, { serviceId, covers, at }) =>
      settle(
        messageKey,
        'SET #state = :sent, serviceId = :service, covers = :covers, sentAt = :at',
        { ':sent': 'sent', ':service': serviceId, ':covers': covers, ':at': at },
        { '#state': 'state' },
        'attribute_exists(pk)',
      ),
    markSkipped: (messageKey, at) =>
      settle(
        messageKey,
        'SET #state = :skipped, skippedAt = :at',
        { ':skipped': 'skipped', ':at': at, ':sent': 'sent' },
        { '#state': 'state' },
        'attribute_exists(pk) AND #state <> :sent',
      ),
    isSuppressed: async (personId) => (await findSuppression(table, personId))?.state === 'standing',
    async markSuppressed(messageKey, attempt, at, day) {
      const condition = {
        condition: '#state = :leased AND #attempt = :attempt',
        names: { '#state': 'state', '#attempt': 'attempt' },
        values: { ':suppressed': 'suppressed', ':at': at, ':leased': 'leased', ':attempt': attempt },
      };
      const outcome = await transact([
        { key: mailKey(messageKey), update: 'SET #state = :suppressed, suppressedAt = :at', condition },
        counting(messageKey, day, ['suppressed']),
      ]);
      if (outcome.kind === 'busy') throw new Error(`${messageKey} could not be marked as suppressed: others were in the way each time`);
    },
    release: (messageKey, attempt, at) =>
      settle(
        messageKey,
        'SET #state = :released, #until = :at',
        { ':released': 'released', ':leased': 'leased', ':attempt': attempt, ':at': at },
        NAMES,
        '#state = :leased AND #attempt = :attempt',
      ),
  };
}

/** A lease that ran out or was given back may be taken by one: the condition is the entry as it was read. */
async function takeOver(
  table: Table,
  messageKey: string,
  entry: z.infer<typeof Row>,
  next: { readonly at: number; readonly leaseMs: number; readonly covers: readonly string[]; readonly holder: string },
): Promise<Lease> {
  if (entry.state !== 'leased' && entry.state !== 'released') return { kind: 'done', outcome: entry.state, covers: entry.covers };
  if (entry.state === 'leased' && next.at < entry.until) return { kind: 'busy' };
  const attempt = entry.attempt + 1;
  const write = await table.update(
    mailKey(messageKey),
    'SET #state = :leased, #until = :until, #attempt = :attempt, covers = :covers, holder = :holder',
    {
      condition: '#attempt = :before AND #state = :seen',
      names: NAMES,
      values: {
        ':leased': 'leased',
        ':until': next.at + next.leaseMs,
        ':attempt': attempt,
        ':covers': next.covers,
        ':holder': next.holder,
        ':before': entry.attempt,
        ':seen': entry.state,
      },
    },
  );
  return write.done || write.old?.holder === next.holder ? { kind: 'leased', attempt } : { kind: 'busy' };
}
