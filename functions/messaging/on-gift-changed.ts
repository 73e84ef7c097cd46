/** Writes to givers: the receipt of a gift, and what was given back of it. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import { type TellGiverPorts, tellOfGift } from '#domain/messaging/tell-of-gift.ts';
import { type Consumer, consumer } from '../_events/consumer.ts';
import { live } from '../_runtime/live.ts';
import { told } from './_counted.ts';
import { giverPorts } from './_giver-ports.ts';

export function createHandler(ports: TellGiverPorts): Consumer {
  const tell = tellOfGift(ports);
  return consumer(['gift.recorded.v1', 'gift.refunded.v1'], async (event) => {
    told(event.id, await tell(event));
  });
}

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() => createHandler(giverPorts()));
