/** What all that shows or sends messages of staff shares: who may, and how far each is. */
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { messages } from '#adapters/dynamo/messages.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import type { MessageProgress, SentMessage } from '#contracts/resources/message.ts';
import type { OpportunityId } from '#contracts/values.ts';
import type { MessageNotes } from '#domain/messaging/ports.ts';
import type { Messages } from '#domain/volunteering/ports.ts';
import type { RosterPorts } from './_people.ts';

export type MessagePorts = RosterPorts & { readonly messages: Messages; readonly messageNotes: MessageNotes };

export function messagesIn(table: string): Messages {
  const client = dynamoClient();
  return messages(tableOn(client, table), transactionsOn(client, table));
}

const NOT_BEGUN: MessageProgress = { got: 0, withheld: 0, failed: 0, over: false };

/** Of one opportunity, latest first. */
export async function sentMessages(
  { messages: kept, messageNotes }: Pick<MessagePorts, 'messages' | 'messageNotes'>,
  opportunityId: OpportunityId,
): Promise<readonly SentMessage[]> {
  const all = await kept.ofOpportunity(opportunityId);
  const noted = await messageNotes.of(all.map(({ messageId }) => messageId));
  return all.map((one) => ({ ...one, progress: noted.get(one.messageId) ?? NOT_BEGUN }));
}
