/** Sends what staff wrote to each of those it is for. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { messageNotes } from '#adapters/dynamo/message-notes.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { type TellMessagePorts, tellMessage } from '#domain/messaging/tell-message.ts';
import { messageFacts } from '#domain/volunteering/message-facts.ts';
import { type Consumer, consumer } from '../_events/consumer.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { messagesIn } from '../volunteering/_messages.ts';
import { volunteeringPorts } from '../volunteering/_ports.ts';
import { told } from './_counted.ts';
import { messagingPorts } from './_ports.ts';

export function createHandler(ports: TellMessagePorts): Consumer {
  return consumer(['message.sent.v1'], (event) => tellMessage(ports, (sent) => told(event.id, sent))(event));
}

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'MESSAGING_TABLE']);
  return createHandler({
    ...messagingPorts(),
    staffMessages: messageFacts({ ...volunteeringPorts(env.VOLUNTEERING_TABLE), messages: messagesIn(env.VOLUNTEERING_TABLE) }),
    messageNotes: messageNotes(tableOn(dynamoClient(), env.MESSAGING_TABLE)),
  });
});
