/** Thanks every sponsor of a campaign whose goal is reached. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import { type TellSponsorPorts, tellOfGoal } from '#domain/messaging/tell-of-pledge.ts';
import { type Consumer, consumer } from '../_events/consumer.ts';
import { live } from '../_runtime/live.ts';
import { told } from './_counted.ts';
import { sponsorPorts } from './_sponsor-ports.ts';

export function createHandler(ports: TellSponsorPorts): Consumer {
  const tell = tellOfGoal(ports);
  return consumer(['campaign.goal-reached.v1'], async (event) => {
    for (const sent of await tell(event)) told(event.id, sent);
  });
}

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() => createHandler(sponsorPorts()));
