/** Looks whether a campaign has reached its goal, whenever its sums may have grown. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import { watchGoal } from '#domain/fundraising/watch-goal.ts';
import { type Consumer, consumer } from '../_events/consumer.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { fundraisingPorts } from './_ports.ts';

export function createHandler(ports: Parameters<typeof watchGoal>[0]): Consumer {
  const watch = watchGoal(ports);
  return consumer(['pledge.accepted.v1', 'pledge.revised.v1', 'payment.recorded.v1', 'gift.recorded.v1'], ({ data }) => watch(data));
}

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() =>
  createHandler(fundraisingPorts(environment(['FUNDRAISING_TABLE']).FUNDRAISING_TABLE)),
);
