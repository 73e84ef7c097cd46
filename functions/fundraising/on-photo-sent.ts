/** A photo arrived where files are kept: draws it anew and adds it to its campaign. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { photoStudio } from '#adapters/images/photo-studio.ts';
import { s3Client, uploads } from '#adapters/s3/uploads.ts';
import { CampaignId, UploadId } from '#contracts/values.ts';
import { type TakePhotoPorts, takePhoto } from '#domain/fundraising/photos.ts';
import { sentFile } from '../_events/sent-file.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { log } from '../_runtime/log.ts';
import { fundraisingPorts } from './_ports.ts';

const Key = z.tuple([z.literal('incoming-photos'), CampaignId, UploadId]);

export const createHandler =
  (ports: TakePhotoPorts) =>
  async (event: EventBridgeEvent<string, unknown>): Promise<void> => {
    const { key, sizeBytes } = sentFile(event);
    const [, campaignId, uploadId] = Key.parse(key.split('/'));
    const taken = await takePhoto(ports)({ campaignId, uploadId, sizeBytes });
    log.info('photo looked at', { campaignId, uploadId, outcome: taken.ok ? taken.value : taken.error.code });
  };

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() => {
  const env = environment(['FUNDRAISING_TABLE', 'UPLOADS_BUCKET']);
  return createHandler({ ...fundraisingPorts(env.FUNDRAISING_TABLE), uploads: uploads(s3Client(), env.UPLOADS_BUCKET), photoStudio });
});
