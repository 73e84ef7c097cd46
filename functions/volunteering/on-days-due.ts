/** By the hour: says what the days of each school call for. Mails follow from that. */
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { Context, EventBridgeEvent } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { markedDays } from '#adapters/dynamo/marked-days.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { events } from '#adapters/eventbridge/events.ts';
import { pause } from '#adapters/system/pause.ts';
import { type SweepPorts, sweepDays } from '#domain/volunteering/sweep-days.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { log } from '../_runtime/log.ts';
import { volunteeringPorts } from './_ports.ts';

export const createHandler = (ports: SweepPorts) => async (): Promise<void> => {
  const { said } = await sweepDays(ports)();
  if (said > 0) log.info('occasions are due', { said });
};

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'BUS_NAME']);
  return createHandler({
    ...volunteeringPorts(env.VOLUNTEERING_TABLE),
    markedDays: markedDays(tableOn(dynamoClient(), env.VOLUNTEERING_TABLE)),
    events: events(new EventBridgeClient({}), env.BUS_NAME, pause),
  });
});
