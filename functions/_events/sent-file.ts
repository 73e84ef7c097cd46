/** A file that arrived where files are kept. */
import * as z from 'zod/mini';
import { Instant } from '#contracts/values.ts';

/** What S3 tells, as far as we look (https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html). */
const ObjectCreated = z.object({ time: Instant, detail: z.object({ object: z.object({ key: z.string(), size: z.int() }) }) });

export interface SentFile {
  readonly key: string;
  readonly sizeBytes: number;
  readonly uploadedAt: Instant;
}

export function sentFile(event: unknown): SentFile {
  const { time, detail } = ObjectCreated.parse(event);
  return { key: detail.object.key, sizeBytes: detail.object.size, uploadedAt: time };
}
