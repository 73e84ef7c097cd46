/** Reminds people of what they have on a day. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { slotReads } from '#adapters/dynamo/slot-reads.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { remindOfDay, type TellOfDayPorts } from '#domain/messaging/tell-of-day.ts';
import { dayFacts } from '#domain/volunteering/day-facts.ts';
import { type Consumer, consumer } from '../_events/consumer.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { volunteeringPorts } from '../volunteering/_ports.ts';
import { told } from './_counted.ts';
import { messagingPorts } from './_ports.ts';

export function createHandler(ports: TellOfDayPorts): Consumer {
  return consumer(['day.approached.v1'], (event) => remindOfDay(ports, (sent) => told(event.id, sent))(event));
}

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() => {
  const env = environment(['VOLUNTEERING_TABLE']);
  const table = tableOn(dynamoClient(), env.VOLUNTEERING_TABLE);
  return createHandler({
    ...messagingPorts(),
    peopleOnDays: dayFacts({ ...volunteeringPorts(env.VOLUNTEERING_TABLE), slotReads: slotReads(table) }),
  });
});
