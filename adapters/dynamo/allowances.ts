/** How many places a person took in an opportunity that limits them, saved whole under a version guard. */
import * as z from 'zod/mini';
import { Instant, type OpportunityId, type PersonId, SlotId } from '#contracts/values.ts';
import type { Allowance, Allowances } from '#domain/volunteering/ports.ts';
import { type Item, type Key, saveVersion, type Table, ttl } from './table.ts';

export const ALLOWANCE = 'ALLOWANCE#';
const key = (personId: PersonId, opportunityId: OpportunityId): Key => ({ pk: `PERSON#${personId}`, sk: `${ALLOWANCE}${opportunityId}` });

const Row = z.object({
  places: z.record(SlotId, z.int()),
  reservedAt: z.optional(z.record(SlotId, Instant)),
  version: z.int(),
});

export function allowanceOf(item: Item): Allowance {
  const { reservedAt, ...row } = Row.parse(item);
  return { ...row, ...(reservedAt && { reservedAt }) };
}

export function allowances(table: Table): Allowances {
  return {
    async find(personId, opportunityId) {
      const item = await table.get(key(personId, opportunityId));
      return item && allowanceOf(item);
    },
    save(personId, opportunityId, allowance, expiresAt) {
      return saveVersion(table, { ...key(personId, opportunityId), ...allowance, expiresAt: ttl(expiresAt) });
    },
  };
}
