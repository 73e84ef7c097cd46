/**
 * Makes arrived bytes an object and tells the default bus, where the bucket says so. The telling is owed on disk from before the object is there, so
 * that a stop in between does not lose it; like S3's own, it can come twice then.
 */
import { randomBytes } from 'node:crypto';
import { validateHeaderValue } from 'node:http';
import type { Bus, BusEntry } from '../bus.ts';
import type { SharedClock } from '../clock.ts';
import type { Journal } from '../journal.ts';
import { ACCOUNT } from '../template.ts';
import type { Bucket } from './buckets.ts';
import { S3Error } from './errors.ts';
import type { Draft, ObjectFacts, Objects } from './objects.ts';

export interface Telling {
  readonly bucket: string;
  readonly key: string;
  readonly entry: BusEntry;
}

export interface Storing {
  readonly objects: Objects;
  readonly owed: Journal<Telling>;
  readonly bus: Pick<Bus, 'put'>;
  readonly clock: SharedClock;
}

export interface Request {
  readonly key: string;
  /** Of the request or the form, with names in lower case; those are kept that S3 keeps. */
  readonly headers: Iterable<readonly [string, string]>;
  readonly reason: 'PutObject' | 'POST Object';
  readonly requestId: string;
  readonly sourceIp: string;
}

const LONGEST_KEY_BYTES = 1_024;

export function store({ objects, owed, bus, clock }: Storing, bucket: Bucket, draft: Draft, request: Request): ObjectFacts {
  const { key } = request;
  if (key === '') throw new S3Error('InvalidArgument', "Bucket POST must contain a field named 'key'.", { ArgumentName: 'key' });
  if (Buffer.byteLength(key) > LONGEST_KEY_BYTES) throw new S3Error('KeyTooLongError', undefined, { MaxSizeAllowed: LONGEST_KEY_BYTES });
  const { size, etag } = draft;
  const facts: ObjectFacts = { key, size, etag, headers: kept(request.headers), storedAt: clock.now(), sequencer: nextSequencer() };
  const telling: Telling = { bucket: bucket.name, key, entry: created(bucket, facts, request) };
  if (bucket.tellsBus) owed.add(facts.sequencer, telling);
  objects.keep(bucket.name, draft, facts);
  if (bucket.tellsBus) {
    bus.put([telling.entry]);
    owed.done(facts.sequencer);
  }
  return facts;
}

/** Tells what a runtime that was stopped in the middle still owed: of objects that came to be, and are still the same. */
export async function tellWhatIsOwed({ objects, owed, bus }: Storing): Promise<void> {
  for (const { id, entry: telling } of owed.open()) {
    if ((await objects.facts(telling.bucket, telling.key))?.sequencer === id) bus.put([telling.entry]);
    owed.done(id);
  }
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
const created = (
  { name, arn }: Bucket,
  { key, size, etag, sequencer }: ObjectFacts,
  { requestId, sourceIp, reason }: Request,
): BusEntry => ({
  Source: 'aws.s3',
  DetailType: 'Object Created',
  Resources: [arn],
  Detail: JSON.stringify({
    version: '0',
    bucket: { name },
    object: { key, size, etag, sequencer },
    'request-id': requestId,
    requester: ACCOUNT,
    'source-ip-address': sourceIp,
    reason,
  }),
});

const KEPT = new Set(['content-type', 'content-disposition', 'content-language', 'cache-control', 'expires']);

function kept(headers: Iterable<readonly [string, string]>): Readonly<Record<string, string>> {
  const result: Record<string, string> = { 'content-type': 'binary/octet-stream' };
  for (const [name, value] of headers) {
    if (name === 'content-encoding') Object.assign(result, encodingOf(value));
    if (KEPT.has(name) || name.startsWith('x-amz-meta-')) result[name] = value;
  }
  for (const [name, value] of Object.entries(result)) {
    try {
      validateHeaderValue(name, value);
    } catch {
      throw new S3Error('InvalidArgument', `${name} can't be sent back as a header`, { ArgumentName: name });
    }
  }
  return result;
}

/** How the SDK sends a body is no property of the object. */
function encodingOf(value: string): { readonly 'content-encoding'?: string } {
  const encodings = value.split(/\s*,\s*/).filter((each) => each !== 'aws-chunked' && each !== '');
  return encodings.length === 0 ? {} : { 'content-encoding': encodings.join(',') };
}

let counted = 0;
/** Milliseconds, then a count, so that two of one millisecond are in order. */
function nextSequencer(): string {
  counted = (counted + 1) % 0x10000;
  return ((BigInt(Date.now()) << 16n) | BigInt(counted)).toString(16).toUpperCase().padStart(16, '0');
}

export const newRequestId = (): string => randomBytes(8).toString('hex').toUpperCase();
