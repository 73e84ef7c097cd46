/** Tells everyone who gave to a campaign what became of it. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import { type TellGiverPorts, tellOfImpact } from '#domain/messaging/tell-of-gift.ts';
import type { TellSponsorPorts } from '#domain/messaging/tell-of-pledge.ts';
import { type Consumer, consumer } from '../_events/consumer.ts';
import { live } from '../_runtime/live.ts';
import { told } from './_counted.ts';
import { giverPorts } from './_giver-ports.ts';

export function createHandler(ports: TellGiverPorts & TellSponsorPorts): Consumer {
  const tell = tellOfImpact(ports);
  return consumer(['campaign.impact-told.v1'], async (event) => {
    for (const sent of await tell(event)) told(event.id, sent);
  });
}

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() => createHandler(giverPorts()));
