/** Every night: recounts each campaign from its parts, and rings when totals or days differ. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import type { Campaigns, Ledger } from '#domain/fundraising/ports.ts';
import { recountAll } from '#domain/fundraising/reconcile.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { count, log } from '../_runtime/log.ts';
import { fundraisingPorts } from './_ports.ts';

export const createHandler = (ports: { readonly campaigns: Campaigns; readonly ledger: Ledger }) => async (): Promise<void> => {
  const { counted, left } = await recountAll(ports)(({ campaignId, wrong }) => {
    count('TotalsDiffer');
    log.info('totals differ', { campaignId, wrong: wrong.join('; ') });
  });
  log.info('campaigns recounted', { counted, left });
};

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() =>
  createHandler(fundraisingPorts(environment(['FUNDRAISING_TABLE']).FUNDRAISING_TABLE)),
);
