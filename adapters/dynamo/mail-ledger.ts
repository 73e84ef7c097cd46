/** The ledger that makes each mail go out once: one item per message key, leased before sending, marked after. */
import * as z from 'zod/mini';
import type { Lease, MailLedger } from '#domain/messaging/ports.ts';
import { SECOND } from '#domain/time.ts';
import type { Item, Key, Table } from './table.ts';

const key = (messageKey: string): Key => ({ pk: `MAIL#${messageKey}`, sk: 'MAIL' });

/** A ledger entry outlives every retry and replay of its event (the bus archive keeps 30 days) and holds no address. */
const KEEP_S = 400 * 24 * 3_600;

const Row = z.object({
  state: z.enum(['leased', 'released', 'sent', 'skipped']),
  until: z.int(),
  attempt: z.int(),
  covers: z.array(z.string()),
});

const NAMES = { '#state': 'state', '#until': 'until', '#attempt': 'attempt' };
const expiry = (at: number): number => Math.ceil(at / SECOND) + KEEP_S;

export function mailLedger(table: Table): MailLedger {
  const settle = async (
    messageKey: string,
    update: string,
    values: Item,
    names: Record<string, string>,
    condition: string,
  ): Promise<void> => {
    await table.update(key(messageKey), update, { condition, names, values });
  };

  return {
    async lease(messageKey, personId, at, leaseMs, covers = []): Promise<Lease> {
      const write = await table.put(
        { ...key(messageKey), state: 'leased', until: at + leaseMs, attempt: 1, covers, personId, expiresAt: expiry(at) },
        { condition: 'attribute_not_exists(pk)' },
      );
      if (write.done) return { kind: 'leased', attempt: 1 };
      return takeOver(table, messageKey, Row.parse(write.old), at, leaseMs, covers);
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
    release: (messageKey, at) =>
      settle(
        messageKey,
        'SET #state = :released, #until = :at',
        { ':released': 'released', ':leased': 'leased', ':at': at },
        { '#state': 'state', '#until': 'until' },
        '#state = :leased',
      ),
    // the service's word is taken whatever the ledger says, also about a mail whose entry is gone
    markAccepted: (messageKey, serviceId, at) =>
      settle(
        messageKey,
        'SET #state = :sent, serviceId = :service, acceptedAt = if_not_exists(acceptedAt, :at)',
        { ':sent': 'sent', ':service': serviceId, ':at': at },
        { '#state': 'state' },
        'attribute_exists(pk)',
      ),
  };
}

/** A lease that ran out or was given back may be taken by one: the condition is the entry as it was read. */
async function takeOver(
  table: Table,
  messageKey: string,
  entry: z.infer<typeof Row>,
  at: number,
  leaseMs: number,
  covers: readonly string[],
): Promise<Lease> {
  if (entry.state === 'sent' || entry.state === 'skipped') return { kind: 'done', outcome: entry.state, covers: entry.covers };
  if (entry.state === 'leased' && at < entry.until) return { kind: 'busy' };
  const attempt = entry.attempt + 1;
  const { done } = await table.update(key(messageKey), 'SET #state = :leased, #until = :until, #attempt = :attempt, covers = :covers', {
    condition: '#attempt = :before AND #state = :seen',
    names: NAMES,
    values: {
      ':leased': 'leased',
      ':until': at + leaseMs,
      ':attempt': attempt,
      ':covers': covers,
      ':before': entry.attempt,
      ':seen': entry.state,
    },
  });
  return done ? { kind: 'leased', attempt } : { kind: 'busy' };
}
