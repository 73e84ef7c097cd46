/** A machine with buckets for tests of the local S3: restarted at will on the same folder, with the real client and the events it told. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { onTestFinished } from 'vitest';
import type { BusEntry } from '#local/bus.ts';
import { SharedClock } from '#local/clock.ts';
import { s3Server } from '#local/s3/server.ts';
import { assemblyOf, temporaryFolder } from '../fixtures/assembly.ts';

export const BUCKET = 'Files';

/** As CDK writes a private bucket that tells its events and lets go what was sent after a day. */
export const bucket = (more: object = {}) => ({
  Type: 'AWS::S3::Bucket',
  Properties: {
    BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
    PublicAccessBlockConfiguration: { BlockPublicAcls: true },
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    LifecycleConfiguration: {
      Rules: [
        {
          Id: 'sent',
          Status: 'Enabled',
          Prefix: 'incoming/',
          ExpirationInDays: 1,
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
        },
      ],
    },
    ...more,
  },
});

export interface Machine {
  readonly url: string;
  readonly client: S3Client;
  readonly clock: SharedClock;
  /** What the default bus was told. */
  readonly told: readonly BusEntry[];
  stop(): Promise<void>;
}

export async function machine(resources: Record<string, ReturnType<typeof bucket>> = { [BUCKET]: bucket() }, folder = temporaryFolder()) {
  const assembly = assemblyOf({ One: { resources } });
  return {
    folder: join(folder, 's3'),
    async start(offsetMs = 0): Promise<Machine> {
      const clock = new SharedClock();
      clock.offsetMs = offsetMs;
      const told: BusEntry[] = [];
      const put = (entries: readonly BusEntry[]): readonly string[] => entries.map((entry) => String(told.push(entry)));
      const server = await s3Server(assembly, { folder: join(folder, 's3'), bus: { put }, clock });
      const url = await listening(server);
      const client = clientOf(url);
      return { url, client, clock, told, stop: () => closed(server) };
    },
  };
}

export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => closed(server));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function closed(server: Server): Promise<void> {
  if (!server.listening) return;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

export function clientOf(endpoint: string): S3Client {
  const client = new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  onTestFinished(() => client.destroy());
  return client;
}

/** The same bytes each time, every value among them. */
export const bytes = (size: number): Buffer =>
  Buffer.from(Uint8Array.from({ length: size }, (_, index) => (index * 31 + (index >> 8)) & 0xff));

export async function body({ client }: Machine, Key: string): Promise<Buffer> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
}
