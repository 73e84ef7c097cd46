/** Which addresses get no mail. All in one partition: they are few, the desk lists them consistently, and a send asks for one of them. */
import * as z from 'zod/mini';
import { SuppressionCause } from '#contracts/resources/mail.ts';
import { Instant, PersonId } from '#contracts/values.ts';
import type { Suppression, Suppressions } from '#domain/messaging/health-ports.ts';
import { DAY, iso, millis } from '#domain/time.ts';
import { historyItem } from './staff-history.ts';
import { ABSENT, type Item, type Key, type Table, ttl } from './table.ts';
import type { Transact, Write } from './transactions.ts';

const SUPPRESSED = 'SUPPRESSED';
const key = (personId: string): Key => ({ pk: SUPPRESSED, sk: personId });

export { key as suppressionKey };

/** As long as the mail ledger knows of a mail. Whoever is written to after that is tried again, and suppressed again if it bounces. */
const KEPT_MS = 400 * DAY;

const kept = { personId: PersonId, version: z.int() };
const Row = z.discriminatedUnion('state', [
  z.object({ ...kept, state: z.literal('standing'), email: z.string(), cause: SuppressionCause, since: Instant, mail: z.string() }),
  z.object({ ...kept, state: z.literal('lifted'), liftedAt: Instant }),
]);
const suppressionOf = (item: Item): Suppression => Row.parse(item);

/** On top of the version before. */
export const suppressing = (suppression: Suppression): Write => ({
  put: {
    ...key(suppression.personId),
    ...suppression,
    expiresAt: ttl(iso(millis(suppression.state === 'standing' ? suppression.since : suppression.liftedAt) + KEPT_MS)),
  },
  condition:
    suppression.version === 1
      ? ABSENT
      : { condition: '#version = :before', names: { '#version': 'version' }, values: { ':before': suppression.version - 1 } },
});

export const findSuppression = async (table: Table, personId: PersonId): Promise<Suppression | undefined> => {
  const item = await table.get(key(personId));
  return item && suppressionOf(item);
};

/** By itself, for who may read no more than that. */
export const suppressedAmong = (table: Table): Pick<Suppressions, 'among'> => ({
  async among(people) {
    const items = await table.getMany([...new Set(people)].map(key));
    return new Set(items.map(suppressionOf).flatMap(({ state, personId }) => (state === 'standing' ? [personId] : [])));
  },
});

export const suppressions = (table: Table, transact: Transact): Suppressions => ({
  ...suppressedAmong(table),
  find: (personId) => findSuppression(table, personId),
  async standing(most) {
    const items = await table.query({ condition: 'pk = :pk', values: { ':pk': SUPPRESSED } }, { consistent: true });
    return items
      .map(suppressionOf)
      .filter((one) => one.state === 'standing')
      .slice(0, most);
  },
  async lift(lifted, entry) {
    const outcome = await transact([suppressing(lifted), { put: historyItem(entry), condition: ABSENT }]);
    return outcome.kind === 'done' ? 'saved' : 'conflict';
  },
});
