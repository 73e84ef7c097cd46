/** What staff told those who signed up, beside each other by opportunity; apart from its definition and ledgers, which are read as one. */
import * as z from 'zod/mini';
import { AnyMessage, type MessageId } from '#contracts/resources/message.ts';
import { type OpportunityId, SchoolId } from '#contracts/values.ts';
import { iso, SECOND } from '#domain/time.ts';
import type { KeptMessage, Messages } from '#domain/volunteering/ports.ts';
import { historyItem } from './staff-history.ts';
import { ABSENT, type Item, type Key, type Table, ttl } from './table.ts';
import type { Transact, Write } from './transactions.ts';

const MESSAGE = 'MESSAGE#';
const partition = (opportunityId: OpportunityId): string => `MESSAGES#${opportunityId}`;
const key = (opportunityId: OpportunityId, messageId: MessageId): Key => ({
  pk: partition(opportunityId),
  sk: `${MESSAGE}${messageId}`,
});

const Row = z.object({ message: AnyMessage, schoolId: SchoolId, expiresAt: z.int() });

export const isMessage = (item: Item): boolean => String(item.sk).startsWith(MESSAGE);

export function keptMessageOf(item: Item): KeptMessage {
  const { expiresAt, ...row } = Row.parse(item);
  return { ...row, expiresAt: iso(expiresAt * SECOND) };
}

/** Once: the same message is never put over itself. */
export const messageWrite = ({ message, schoolId, expiresAt }: KeptMessage): Write => ({
  put: { ...key(message.opportunityId, message.messageId), message, schoolId, expiresAt: ttl(expiresAt) },
  condition: ABSENT,
});

export function messages(table: Table, transact: Transact): Messages {
  const kept: Messages['kept'] = async (opportunityId, messageId) => {
    const item = await table.get(key(opportunityId, messageId));
    return item && keptMessageOf(item);
  };
  return {
    kept,
    async send(one, entry) {
      const { opportunityId, messageId } = one.message;
      const outcome = await transact([messageWrite(one), { put: historyItem(entry) }]);
      if (outcome.kind === 'done') return { kind: 'sent' };
      if (outcome.kind === 'busy') return { kind: 'busy' };
      const there = await kept(opportunityId, messageId);
      if (!there) throw new Error(`${messageId} stood against itself, and is not there`);
      return { kind: 'exists', message: there.message };
    },
    find: async (opportunityId, messageId) => (await kept(opportunityId, messageId))?.message,
    async ofOpportunity(opportunityId) {
      const items = await table.query({ condition: 'pk = :pk', values: { ':pk': partition(opportunityId) } }, { consistent: true });
      return items.map((item) => keptMessageOf(item).message).toSorted(latestFirst);
    },
  };
}

const latestFirst = (a: AnyMessage, b: AnyMessage): number => (a.sentAt < b.sentAt ? 1 : -1);
