/**
 * The sums of a day, in so many parts that the mails of a rush don't wait for one item; read together. A part is written in the transaction of
 * what it counts, so it counts exactly that.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { MailFate } from '#contracts/resources/mail.ts';
import { Day } from '#contracts/values.ts';
import type { MailFigures } from '#domain/messaging/health-ports.ts';
import { sumOf } from '#domain/messaging/mail-health.ts';
import type { Table } from './table.ts';
import type { Write } from './transactions.ts';

/** In which a day is counted. More would cost each look; with these, two mails in sixteen moments meet. */
const PARTS = 16;
const FIGURES = 'FIGURES';

const partOf = (messageKey: string): string => String((createHash('sha256').update(messageKey).digest()[0] ?? 0) % PARTS).padStart(2, '0');

/** Adds one to each of `fates` on `day`. */
export const counting = (messageKey: string, day: Day, fates: readonly MailFate[]): Write => ({
  key: { pk: FIGURES, sk: `DAY#${day}#${partOf(messageKey)}` },
  update: `SET #day = :day ADD ${fates.map((fate) => `${fate} :one`).join(', ')}`,
  condition: { names: { '#day': 'day' }, values: { ':day': day, ':one': 1 } },
});

/** What a part has not counted yet is not in it. */
const count = z._default(z.int(), 0);
const Part = z.object({
  day: Day,
  sent: count,
  delivered: count,
  bounced: count,
  bouncedForNow: count,
  complained: count,
  failed: count,
  suppressed: count,
});

export const mailFigures = (table: Table): MailFigures => ({
  async days(from, to) {
    // `~` sorts behind every part of the last day
    const values = { ':pk': FIGURES, ':from': `DAY#${from}`, ':to': `DAY#${to}~` };
    const items = await table.query({ condition: 'pk = :pk AND sk BETWEEN :from AND :to', values });
    const parts = items.map((item) => Part.parse(item));
    return [...Map.groupBy(parts, ({ day }) => day)].map(([day, ofDay]) => ({ day, ...sumOf(ofDay) }));
  },
});
