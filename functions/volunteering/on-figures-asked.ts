/** Makes all figures anew when staff asked for it. A repeat goes on where the last attempt was cut off. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import { makeFigures } from '#domain/volunteering/rebuild-figures.ts';
import { type Consumer, consumer } from '../_events/consumer.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { log } from '../_runtime/log.ts';
import { countPorts } from './_count-ports.ts';

export const createHandler = (ports: Parameters<typeof makeFigures>[0]): Consumer =>
  consumer(['figures.rebuild-asked.v1'], async ({ data: { generation } }) => {
    const { kind, slots } = await makeFigures(ports)(generation);
    log.info('figures made anew', { generation, slots, outcome: kind });
  });

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() =>
  createHandler(countPorts(environment(['VOLUNTEERING_TABLE']).VOLUNTEERING_TABLE)),
);
