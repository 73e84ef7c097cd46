/** A sponsor's file arrived where files are kept: draws the logo anew and notes it with the pledge. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { logoStudio } from '#adapters/images/logo-studio.ts';
import { s3Client, uploads } from '#adapters/s3/uploads.ts';
import { CampaignId, PledgeId, UploadId } from '#contracts/values.ts';
import { type TakeLogoPorts, takeLogo } from '#domain/fundraising/logo.ts';
import { sentFile } from '../_events/sent-file.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { log } from '../_runtime/log.ts';
import { fundraisingPorts } from './_ports.ts';

const Key = z.tuple([z.literal('incoming'), CampaignId, PledgeId, UploadId]);

export const createHandler =
  (ports: TakeLogoPorts) =>
  async (event: EventBridgeEvent<string, unknown>): Promise<void> => {
    const { key, ...file } = sentFile(event);
    const [, campaignId, pledgeId, uploadId] = Key.parse(key.split('/'));
    const taken = await takeLogo(ports)({ campaignId, pledgeId, uploadId, ...file });
    if (taken.ok) return log.info('logo taken', { pledgeId, state: taken.value.logo?.state });
    // others changed the pledge all the time: the event comes again
    if (taken.error.code === 'request.conflict') throw new Error(`the logo of ${pledgeId} could not be noted now`);
    log.info('logo left alone', { pledgeId, code: taken.error.code });
  };

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() => {
  const env = environment(['FUNDRAISING_TABLE', 'UPLOADS_BUCKET', 'DISTRICT']);
  return createHandler({
    ...fundraisingPorts(env.FUNDRAISING_TABLE),
    uploads: uploads(s3Client(), env.UPLOADS_BUCKET),
    logoStudio,
    zone: env.DISTRICT.zone,
  });
});
