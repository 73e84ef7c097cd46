/** Every five minutes: ends offers that ran out and lines of slots that closed, and serves whoever still waits although there is room. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import { type ServePorts, sweepWaitlists } from '#domain/volunteering/serve-waitlist.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { log } from '../_runtime/log.ts';
import { volunteeringPorts } from './_ports.ts';

export const createHandler = (ports: ServePorts) => async (): Promise<void> => {
  const { looked, served } = await sweepWaitlists(ports)();
  if (served > 0) log.info('waitlists swept', { looked, served });
};

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() =>
  createHandler(volunteeringPorts(environment(['VOLUNTEERING_TABLE']).VOLUNTEERING_TABLE)),
);
