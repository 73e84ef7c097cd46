/** Deletions of people that are begun and not done, in one partition of the desk's table: there are hardly ever any. */
import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { Instant, PersonId } from '#contracts/values.ts';
import type { Deletion, Deletions } from '#domain/desk/delete-person.ts';
import type { Remove } from './removals.ts';
import { ABSENT, type Item, type Key, type Table } from './table.ts';

const DELETIONS = 'DELETIONS';
const key = (personId: PersonId): Key => ({ pk: DELETIONS, sk: personId });

const Row = z.object({ personId: PersonId, alias: PersonId, by: z.string(), at: Instant, doneAt: z.optional(Instant) });
function deletionOf(item: Item): Deletion {
  const { doneAt, ...row } = Row.parse(item);
  return { ...row, ...(doneAt !== undefined && { doneAt }) };
}

/** As long as a person's id, and as hard to guess. */
const newAlias = (): PersonId => PersonId.parse(randomBytes(12).toString('base64url'));

export const deletions = (table: Table, remove: Remove): Deletions => ({
  async begin(begun) {
    const deletion: Deletion = { ...begun, alias: newAlias() };
    const write = await table.put({ ...key(begun.personId), ...deletion }, ABSENT);
    // refused by an earlier one, or by its own first whose answer was lost: what stands there counts
    return write.done || !write.old ? deletion : deletionOf(write.old);
  },
  async unfinished(most) {
    const items = await table.query({ condition: 'pk = :pk', values: { ':pk': DELETIONS } }, { consistent: true, most });
    return items.map(deletionOf);
  },
  async markDone(personId, doneAt) {
    const write = await table.update(key(personId), 'SET doneAt = :at', {
      condition: 'attribute_exists(pk) AND attribute_not_exists(doneAt)',
      values: { ':at': doneAt },
    });
    const item = write.done ? await table.get(key(personId)) : write.old;
    return item && deletionOf(item);
  },
  end: (personId) => remove(key(personId)),
});
