/** Serves those who wait for a slot in which there is something to do for them. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import { type ServePorts, serveWaitlist } from '#domain/volunteering/serve-waitlist.ts';
import { type Consumer, consumer } from '../_events/consumer.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { volunteeringPorts } from './_ports.ts';

export function createHandler(ports: ServePorts): Consumer {
  const serve = serveWaitlist(ports);
  return consumer(['places.freed.v1'], async ({ data }) => {
    await serve(data);
  });
}

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() =>
  createHandler(volunteeringPorts(environment(['VOLUNTEERING_TABLE']).VOLUNTEERING_TABLE)),
);
