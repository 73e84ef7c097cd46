/** The local S3 answers the real client and our own adapter: bytes, types and keys come back as they went in. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { s3Client, uploads } from '#adapters/s3/uploads.ts';
import { Objects } from '#local/s3/objects.ts';
import { temporaryFolder } from '../fixtures/assembly.ts';
import { BUCKET, body, bytes, type Machine, machine } from './machine.ts';

const DAY = 86_400_000;
const one = async (): Promise<Machine> => (await machine()).start();
const filesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : []);

/** One request with its path exactly as given, which `fetch` would tidy up. */
function raw(
  url: string,
  method: string,
  path: string,
  sent = '',
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, method, path, headers }, async (response) => {
      resolve({ status: response.statusCode ?? 0, text: Buffer.concat(await response.toArray()).toString() });
    })
      .on('error', reject)
      .end(sent);
  });
}

describe('an object', () => {
  it('of 5 MB comes back byte by byte, with its type, its size and its digest', async () => {
    const files = await one();
    const Body = bytes(5 * 1_024 * 1_024);
    const put = await files.client.send(
      new PutObjectCommand({ Bucket: BUCKET, Key: 'a/b.png', Body, ContentType: 'image/png', Metadata: { by: 'us' } }),
    );
    expect((await body(files, 'a/b.png')).equals(Body)).toBe(true);
    const head = await files.client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'a/b.png' }));
    expect(head).toMatchObject({ ContentType: 'image/png', ContentLength: Body.length, ETag: put.ETag, Metadata: { by: 'us' } });
    expect(put.ETag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(head.ContentEncoding).toBeUndefined();
  });

  it('sent in chunks with its checksum behind it has neither in it', async () => {
    const files = await one();
    const whole = bytes(300_000);
    const Body = Readable.from([whole.subarray(0, 1), whole.subarray(1, 70_000), whole.subarray(70_000)]);
    await files.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'a', Body, ContentLength: whole.length, ContentEncoding: 'gzip' }));
    expect((await body(files, 'a')).equals(whole)).toBe(true);
    expect((await files.client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'a' }))).ContentEncoding).toBe('gzip');
  });

  it.each([
    ['is cut off before its last, empty chunk', 'c;x=1\r\nhello world!\r\n'],
    ['has less than it says', 'b\r\nhello world\r\n0\r\n\r\n'],
    ['is no chunks at all', 'hello world'],
  ])('whose chunked body %s is refused and not kept', async (_name, sent) => {
    const files = await one();
    const headers = { 'content-encoding': 'aws-chunked', 'x-amz-decoded-content-length': '12' };
    expect(await raw(files.url, 'PUT', `/${BUCKET}/a`, sent, headers)).toMatchObject({
      status: 400,
      text: expect.stringContaining('<Code>IncompleteBody</Code>'),
    });
    await expect(body(files, 'a')).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(files.told).toEqual([]);
  });

  it('over the size that may be kept is counted to its end, and does not fill the disk', async () => {
    const draft = await new Objects(temporaryFolder()).receive(Readable.from(Array.from({ length: 30 }, () => bytes(100_000))), 250_000);
    expect([draft.size, statSync(draft.path).size]).toEqual([3_000_000, 200_000]);
  });

  it('of no bytes is one, too', async () => {
    const files = await one();
    await files.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'empty', Body: Buffer.alloc(0), ContentLength: 0 }));
    expect(await body(files, 'empty')).toHaveLength(0);
  });

  it('is replaced whole, and gone when it was deleted', async () => {
    const files = await one();
    for (const Body of ['a longer one', 'short']) await files.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'a', Body }));
    expect(String(await body(files, 'a'))).toBe('short');
    for (let times = 0; times < 2; times++) await files.client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'a' }));
    await expect(body(files, 'a')).rejects.toMatchObject({ name: 'AccessDenied', $metadata: { httpStatusCode: 403 } });
  });

  it('that is not there is a refusal, as it is to who may not list', async () => {
    const { client } = await one();
    const missing = { Bucket: BUCKET, Key: 'no' };
    await expect(client.send(new GetObjectCommand(missing))).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(client.send(new HeadObjectCommand(missing))).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
  });

  it('in a bucket that is not of the template is refused', async () => {
    const { client } = await one();
    const elsewhere = { Bucket: 'elsewhere', Key: 'a' };
    await expect(client.send(new GetObjectCommand(elsewhere))).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(client.send(new PutObjectCommand({ ...elsewhere, Body: 'x' }))).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });

  it('and every answer are dated by the shared clock', async () => {
    const files = await one();
    files.clock.offsetMs = 400 * DAY;
    await files.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'a', Body: 'x' }));
    const { LastModified } = await files.client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'a' }));
    expect((LastModified?.getTime() ?? 0) - Date.now()).toBeGreaterThan(399 * DAY);
    // the SDK would take the difference for a fault of its own clock
    const { headers } = await fetch(`${files.url}/${BUCKET}/a`);
    expect(Date.parse(headers.get('date') ?? '') - Date.now()).toBeGreaterThan(399 * DAY);
  });
});

describe('a key', () => {
  it.each([
    '../../../../escaped',
    '..',
    'a/../b',
    'a//b',
    '/leading',
    'trailing/',
    'with space & plus+ = ? # %2F %00',
    'nul\u0000inside',
    'ünïcödé 学校 🏫',
    'x'.repeat(1_024),
  ])('%j is a name like any other, and leads nowhere', async (Key) => {
    const folder = join(temporaryFolder(), 'deep', 'er');
    const files = await (await machine(undefined, folder)).start();
    await files.client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: Key }));
    expect(String(await body(files, Key))).toBe(Key);
    const object = expect.stringMatching(new RegExp(`^deep/er/s3/objects/${BUCKET}/[0-9a-f]{64}$`));
    const kept = filesIn(join(folder, '../..')).filter(
      (path) => !/^deep(\/er(\/s3(\/(owed|objects(\/(\.arriving|Files))?))?)?)?$/.test(path),
    );
    expect(kept).toEqual([object]);
    expect(JSON.parse(files.told[0]?.Detail ?? '').object.key).toBe(Key);
  });

  it('may have dots that no client tidied up', async () => {
    const files = await one();
    for (const path of [`/${BUCKET}/../../x`, `/${BUCKET}/%2e%2e/y`]) expect((await raw(files.url, 'PUT', path, 'z')).status).toBe(200);
    expect((await raw(files.url, 'GET', `/${BUCKET}/../../x`)).text).toBe('z');
    expect((await raw(files.url, 'GET', '/../etc/passwd')).text).toContain('NoSuchBucket');
  });

  it('over 1024 bytes, or none that can be read, is refused', async () => {
    const files = await one();
    const long = new PutObjectCommand({ Bucket: BUCKET, Key: 'ü'.repeat(513), Body: 'x' });
    await expect(files.client.send(long)).rejects.toMatchObject({ name: 'KeyTooLongError' });
    expect(await raw(files.url, 'GET', `/${BUCKET}/%E0%A4`)).toMatchObject({ status: 400, text: expect.stringContaining('InvalidURI') });
  });
});

describe('a call this machine does not know', () => {
  it.each([
    ['GET', `/${BUCKET}?list-type=2`, {}, 501],
    ['GET', `/${BUCKET}`, {}, 501],
    ['GET', `/${BUCKET}/a?acl`, {}, 501],
    ['PUT', `/${BUCKET}/a?partNumber=1&uploadId=x`, {}, 501],
    ['PUT', `/${BUCKET}/a`, { 'x-amz-copy-source': '/other/b' }, 501],
    ['PUT', `/${BUCKET}/a`, { 'if-none-match': '*' }, 501],
    ['PATCH', `/${BUCKET}/a`, {}, 405],
    ['POST', `/${BUCKET}/a`, {}, 405],
  ])('%s %s %j is refused and changes nothing', async (method, path, headers, status) => {
    const files = await one();
    expect((await raw(files.url, method, path, method === 'GET' ? '' : 'x', headers)).status).toBe(status);
    await expect(body(files, 'a')).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});

describe('our own adapter', () => {
  it('writes, reads and replaces through the address in its environment', async () => {
    const { url } = await one();
    const environment = { AWS_ENDPOINT_URL_S3: url, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };
    const before = { ...process.env };
    Object.assign(process.env, environment);
    onTestFinished(() => {
      for (const name of Object.keys(environment)) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    });
    const client = s3Client();
    onTestFinished(() => client.destroy());
    const files = uploads(client, BUCKET);
    for (const size of [10, 300_000]) {
      await files.write('logos/a.webp', bytes(size), 'image/webp');
      expect(Buffer.from((await files.read('logos/a.webp')) ?? []).equals(bytes(size))).toBe(true);
    }
    await expect(files.read('logos/b.webp')).rejects.toMatchObject({ name: 'AccessDenied' });
    expect((await files.invite('incoming/a', { maxBytes: 1, redirectTo: 'http://localhost/' })).url).toBe(`${url}/${BUCKET}`);
  });
});
