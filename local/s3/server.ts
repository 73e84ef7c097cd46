/**
 * The template's buckets behind S3's own calls, by path (`/{bucket}/{key}`): objects put, got, looked at and deleted by the SDK, and forms of browsers
 * under a signed policy. Who calls is not checked, a form is: it comes from anybody.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Bus } from '../bus.ts';
import type { SharedClock } from '../clock.ts';
import { Journal } from '../journal.ts';
import type { Assembly } from '../template.ts';
import { type Bucket, bucketsOf, isExpired } from './buckets.ts';
import { unchunked } from './chunked.ts';
import { errorXml, S3Error } from './errors.ts';
import { type ObjectFacts, Objects } from './objects.ts';
import { takeForm } from './post.ts';
import { newRequestId, type Storing, store, tellWhatIsOwed } from './storing.ts';

export interface S3Options {
  readonly folder: string;
  readonly bus: Pick<Bus, 'put'>;
  readonly clock: SharedClock;
}

/** Not listening yet. What is past its time is gone; what was owed to the bus is told. */
export async function s3Server(assembly: Assembly, { folder, bus, clock }: S3Options): Promise<Server> {
  const buckets = bucketsOf(assembly);
  const objects = new Objects(join(folder, 'objects'));
  for (const bucket of buckets.values()) {
    for (const facts of await objects.all(bucket.name)) if (isExpired(bucket, facts, clock.now())) objects.remove(bucket.name, facts.key);
  }
  const storing: Storing = { objects, owed: new Journal(join(folder, 'owed')), bus, clock };
  await tellWhatIsOwed(storing);
  return createServer((request, response) => {
    const requestId = newRequestId();
    response.setHeader('x-amz-request-id', requestId);
    // the SDK sets its own clock by this
    response.setHeader('date', new Date(clock.now()).toUTCString());
    answer({ ...storing, buckets, requestId }, request, response).catch((error: unknown) => refuse(error, requestId, request, response));
  });
}

interface Context extends Storing {
  readonly buckets: ReadonlyMap<string, Bucket>;
  readonly requestId: string;
}

async function answer(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { bucket, key } = addressed(context.buckets, request.url ?? '/');
  const { method } = request;
  if (method === 'POST' && key === '') return takeForm(context, bucket, context.requestId, request, response);
  if (key === '') throw new S3Error('NotImplemented', `this machine does not know ${method} of a bucket`);
  switch (method) {
    case 'PUT':
      return put(context, bucket, key, request, response);
    case 'GET':
    case 'HEAD':
      return get(context, bucket, key, method === 'HEAD', response);
    case 'DELETE':
      context.objects.remove(bucket.name, key);
      response.writeHead(204).end();
      return;
    default:
      throw new S3Error('MethodNotAllowed', undefined, { Method: String(method) });
  }
}

/** The SDK's name of its call, signatures, and nothing else: a subresource (`?acl`, `?uploads`) is another call. */
const KNOWN_QUERY = /^(?:x-id$|x-amz-)/i;

/** Taken as it was sent: `..` in a key is a part of the key. */
function addressed(buckets: ReadonlyMap<string, Bucket>, url: string): { readonly bucket: Bucket; readonly key: string } {
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  const unknown = [...new URLSearchParams(query).keys()].find((name) => !KNOWN_QUERY.test(name));
  if (unknown !== undefined) throw new S3Error('NotImplemented', `this machine does not know the call ?${unknown}`);
  const [, name = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? [];
  const bucket = buckets.get(decoded(name));
  if (!bucket) throw new S3Error('NoSuchBucket', undefined, { BucketName: decoded(name) });
  return { bucket, key: decoded(key) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new S3Error('InvalidURI', undefined, { URI: part });
  }
}

/** Conditional writes and copies would be plain ones, were they not refused. */
const UNKNOWN_OF_PUT = ['x-amz-copy-source', 'if-match', 'if-none-match'];

async function put(context: Context, bucket: Bucket, key: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { headers } = request;
  const unknown = UNKNOWN_OF_PUT.find((name) => headers[name] !== undefined);
  if (unknown !== undefined) throw new S3Error('NotImplemented', undefined, { Header: unknown });
  const isChunked = /\baws-chunked\b/i.test(headers['content-encoding'] ?? '');
  const body = isChunked ? Readable.from(unchunked(request, Number(headers['x-amz-decoded-content-length']))) : request;
  const draft = await context.objects.receive(body);
  try {
    const { etag } = store(context, bucket, draft, {
      key,
      headers: Object.entries(headers).map(([name, value]) => [name, String(value)]),
      reason: 'PutObject',
      requestId: context.requestId,
      sourceIp: request.socket.remoteAddress ?? '',
    });
    response.writeHead(200, { etag: `"${etag}"` }).end();
  } catch (error) {
    context.objects.discard(draft);
    throw error;
  }
}

async function get({ objects }: Context, { name }: Bucket, key: string, isHead: boolean, response: ServerResponse): Promise<void> {
  // HEAD has no body to close
  const object = isHead ? undefined : await objects.get(name, key);
  const facts = isHead ? await objects.facts(name, key) : object?.facts;
  // who may not list a bucket is not told what is not in it
  if (!facts) throw new S3Error('AccessDenied');
  response.writeHead(200, headersOf(facts));
  if (object) await pipeline(object.body(), response);
  else response.end();
}

const headersOf = ({ headers, etag, size, storedAt }: ObjectFacts) => ({
  ...headers,
  etag: `"${etag}"`,
  'content-length': size,
  'last-modified': new Date(storedAt).toUTCString(),
});

function refuse(error: unknown, requestId: string, request: IncomingMessage, response: ServerResponse): void {
  // who asked has gone
  if (response.destroyed || response.headersSent) return void response.destroy();
  if (!(error instanceof S3Error)) console.error('a file could not be kept or found', error);
  const refusal = error instanceof S3Error ? error : new S3Error('InternalError');
  response.writeHead(refusal.status, { 'content-type': 'application/xml' });
  response.end(request.method === 'HEAD' ? undefined : errorXml(refusal, requestId));
}
