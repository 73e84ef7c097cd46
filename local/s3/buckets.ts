/** The template's buckets: who is told of new objects, and when objects go. A setting that is not known here stops the start. */
import type { Assembly, Resource } from '../template.ts';

export interface Bucket {
  readonly name: string;
  readonly arn: string;
  /** Whether the default bus hears of its objects. */
  readonly tellsBus: boolean;
  readonly expirations: readonly Expiration[];
}
export interface Expiration {
  readonly prefix: string;
  readonly days: number;
}

/** Encryption, ownership and who is kept out mean nothing here: only this machine reaches its files. */
const KNOWN = {
  bucket: [
    'BucketEncryption',
    'PublicAccessBlockConfiguration',
    'OwnershipControls',
    'Tags',
    'NotificationConfiguration',
    'LifecycleConfiguration',
  ],
  notification: ['EventBridgeConfiguration'],
  lifecycle: ['Rules'],
  // no upload here is in parts, so none is left incomplete
  rule: ['Id', 'Status', 'Prefix', 'ExpirationInDays', 'AbortIncompleteMultipartUpload'],
} as const;

export const bucketsOf = (assembly: Assembly): ReadonlyMap<string, Bucket> =>
  new Map(assembly.ofType('AWS::S3::Bucket').map((resource) => [resource.name, bucketOf(resource)]));

function bucketOf({ name, arn, properties }: Resource): Bucket {
  const { NotificationConfiguration = {}, LifecycleConfiguration = {} } = properties;
  const rules: readonly LifecycleRule[] = LifecycleConfiguration.Rules ?? [];
  refuseUnknown(name, 'bucket', properties);
  refuseUnknown(name, 'notification', NotificationConfiguration);
  refuseUnknown(name, 'lifecycle', LifecycleConfiguration);
  for (const rule of rules) refuseUnknown(name, 'rule', rule);
  return {
    name,
    arn,
    // a template's values may be texts
    tellsBus: String(NotificationConfiguration.EventBridgeConfiguration?.EventBridgeEnabled) === 'true',
    expirations: rules.flatMap(({ Status, Prefix, ExpirationInDays }) =>
      Status === 'Enabled' && ExpirationInDays !== undefined ? [{ prefix: Prefix ?? '', days: Number(ExpirationInDays) }] : [],
    ),
  };
}

interface LifecycleRule {
  readonly Status: string;
  readonly Prefix?: string;
  readonly ExpirationInDays?: number;
}

function refuseUnknown(bucket: string, part: keyof typeof KNOWN, settings: object): void {
  const unknown = Object.keys(settings).find((key) => !(KNOWN[part] as readonly string[]).includes(key));
  if (unknown !== undefined) throw new Error(`this machine does not know ${unknown} of a bucket's ${part} settings (${bucket})`);
}

const DAY_MS = 86_400_000;

/** From the midnight after its days are over: https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html */
export function isExpired(
  { expirations }: Bucket,
  { key, storedAt }: { readonly key: string; readonly storedAt: number },
  now: number,
): boolean {
  return expirations.some(({ prefix, days }) => key.startsWith(prefix) && Math.ceil((storedAt + days * DAY_MS) / DAY_MS) * DAY_MS <= now);
}
