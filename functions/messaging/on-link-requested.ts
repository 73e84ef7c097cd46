/** Sends a person who asked for it the link to their sign-ups, if they have any. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import { type TellLinkPorts, tellLink } from '#domain/messaging/tell-link.ts';
import { type Consumer, consumer } from '../_events/consumer.ts';
import { live } from '../_runtime/live.ts';
import { told } from './_counted.ts';
import { messagingPorts } from './_ports.ts';

export function createHandler(ports: TellLinkPorts): Consumer {
  const tell = tellLink(ports);
  return consumer(['link.requested.v1'], async (event) => {
    told(event.id, await tell(event));
  });
}

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() => createHandler(messagingPorts()));
