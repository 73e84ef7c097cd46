/** Thanks people for what they took part in on a day. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { slotReads } from '#adapters/dynamo/slot-reads.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { type ThankPorts, thankForDay } from '#domain/messaging/tell-of-day.ts';
import { pastDayFacts } from '#domain/volunteering/past-day-facts.ts';
import { type Consumer, consumer } from '../_events/consumer.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { volunteeringPorts } from '../volunteering/_ports.ts';
import { told } from './_counted.ts';
import { messagingPorts } from './_ports.ts';

export function createHandler(ports: ThankPorts): Consumer {
  return consumer(['day.passed.v1'], (event) => thankForDay(ports, (sent) => told(event.id, sent))(event));
}

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() => {
  const env = environment(['VOLUNTEERING_TABLE']);
  const table = tableOn(dynamoClient(), env.VOLUNTEERING_TABLE);
  return createHandler({
    ...messagingPorts(),
    peopleOfPastDays: pastDayFacts({ ...volunteeringPorts(env.VOLUNTEERING_TABLE), slotReads: slotReads(table) }),
  });
});
