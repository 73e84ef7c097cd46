/** Takes ledger changes into the sign-ups they concern, and gives back the old place of a move that was cut off in the middle. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import { SIGN_UP_CHANGES } from '#contracts/events/index.ts';
import { type OnLedgerChangePorts, onLedgerChange } from '#domain/volunteering/on-ledger-change.ts';
import { type Consumer, consumer } from '../_events/consumer.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { volunteeringPorts } from './_ports.ts';

export function createHandler(ports: OnLedgerChangePorts): Consumer {
  const record = onLedgerChange(ports);
  return consumer([...SIGN_UP_CHANGES, 'sign-up.marked.v1'], async (event) => {
    await record(event);
  });
}

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'DISTRICT']);
  return createHandler({ ...volunteeringPorts(env.VOLUNTEERING_TABLE), retentionDays: env.DISTRICT.retentionDays });
});
