/** By the hour: notes whom to remind of what is due. The mails follow from the notes. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import type { MovePorts } from '#domain/fundraising/move-pledge.ts';
import { remindOfDue } from '#domain/fundraising/reminders.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { log } from '../_runtime/log.ts';
import { fundraisingPorts } from './_ports.ts';

export const createHandler = (ports: MovePorts) => async (): Promise<void> => {
  const { reminded, left } = await remindOfDue(ports)();
  if (reminded > 0 || left > 0) log.info('reminders noted', { reminded, left });
};

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() => {
  const env = environment(['FUNDRAISING_TABLE', 'DISTRICT']);
  return createHandler({ ...fundraisingPorts(env.FUNDRAISING_TABLE), zone: env.DISTRICT.zone });
});
