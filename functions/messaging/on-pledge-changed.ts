/** Writes to a sponsor about their pledge, its invoices and payments. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import { type TellSponsorPorts, tellOfPledge } from '#domain/messaging/tell-of-pledge.ts';
import { type Consumer, consumer } from '../_events/consumer.ts';
import { live } from '../_runtime/live.ts';
import { told } from './_counted.ts';
import { sponsorPorts } from './_sponsor-ports.ts';

export function createHandler(ports: TellSponsorPorts): Consumer {
  const tell = tellOfPledge(ports);
  return consumer(
    [
      'pledge.made.v1',
      'pledge.accepted.v1',
      'pledge.declined.v1',
      'pledge.cancelled.v1',
      'pledge.revised.v1',
      'pledge.invoiced.v1',
      'pledge.reminded.v1',
      'pledge.logo-changed.v1',
      'payment.recorded.v1',
      'payment.refunded.v1',
    ],
    async (event) => {
      told(event.id, await tell(event));
    },
  );
}

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() => createHandler(sponsorPorts()));
