/** Writes to a person about their sign-ups: confirmation of a submit, move, other places, cancellation, and what happens to who waits. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import { SIGN_UP_CHANGES } from '#contracts/events/index.ts';
import { type TellPorts, tellOfSignUp } from '#domain/messaging/tell-of-sign-up.ts';
import { type Consumer, consumer } from '../_events/consumer.ts';
import { live } from '../_runtime/live.ts';
import { told } from './_counted.ts';
import { messagingPorts } from './_ports.ts';

export function createHandler(ports: TellPorts): Consumer {
  const tell = tellOfSignUp(ports);
  return consumer(SIGN_UP_CHANGES, async (event) => {
    told(event.id, await tell(event));
  });
}

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() => createHandler(messagingPorts()));
