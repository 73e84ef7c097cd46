/** How far a message of staff is with its mails: one item for each, numbers only. */
import * as z from 'zod/mini';
import { MessageId, type MessageProgress } from '#contracts/resources/message.ts';
import type { MessageNotes } from '#domain/messaging/ports.ts';
import { type Key, type Table, ttl } from './table.ts';

const key = (messageId: MessageId): Key => ({ pk: `MESSAGE#${messageId}`, sk: 'PROGRESS' });

const Row = z.object({ messageId: MessageId, got: z.int(), withheld: z.int(), failed: z.int(), over: z.boolean() });

export function messageNotes(table: Table): MessageNotes {
  return {
    async note(messageId, progress, expiresAt) {
      const settled = progress.got + progress.withheld;
      // refused: more is noted already. The same again, after a lost answer, is written again
      await table.put(
        { ...key(messageId), messageId, ...progress, settled, expiresAt: ttl(expiresAt) },
        { condition: 'attribute_not_exists(pk) OR settled <= :settled', values: { ':settled': settled } },
      );
    },
    async of(messageIds) {
      const items = await table.getMany(messageIds.map(key));
      return new Map(
        items.map((item): readonly [MessageId, MessageProgress] => {
          const { messageId, ...progress } = Row.parse(item);
          return [messageId, progress];
        }),
      );
    },
  };
}
