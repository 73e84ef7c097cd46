/** What an invitation to upload binds, and what reading and writing say to S3. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { uploads } from '#adapters/s3/uploads.ts';

const BYTES = Buffer.from([0, 255, 128, 10]);
const terms = { maxBytes: 5_000, redirectTo: 'https://schools.example/done' };

const client = (endpoint: string): S3Client =>
  new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

/** A bucket that answers everything with the same, and remembers what it was asked. */
async function bucket(status: number, body: string | Buffer) {
  const asked: { readonly line: string; readonly type: string | undefined; readonly body: Buffer }[] = [];
  const server = createServer(async (request, response) => {
    const sent = await request.toArray();
    asked.push({
      line: `${request.method} ${request.url?.split('?')[0]}`,
      type: request.headers['content-type'],
      body: Buffer.concat(sent),
    });
    response.writeHead(status).end(body);
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { files: uploads(client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`), 'files'), asked };
}

const error = (code: string): string => `<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`;

describe('an invitation to upload', () => {
  const invite = () => uploads(client('http://127.0.0.1:1'), 'files').invite('incoming/a', terms);

  it('binds bucket, key, size and where one is sent afterwards, and nothing loosely', async () => {
    const { fields } = await invite();
    const policy = JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString());
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        ['content-length-range', 1, 5_000],
        { success_action_redirect: terms.redirectTo },
        { key: 'incoming/a' },
        { bucket: 'files' },
      ]),
    );
    expect(JSON.stringify(policy)).not.toContain('starts-with');
  });

  it('ends after fifteen minutes', async () => {
    const before = Date.now();
    const { fields } = await invite();
    const ends = Date.parse(JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString()).expiration);
    // the policy has whole seconds
    expect(ends).toBeGreaterThanOrEqual(before + 15 * 60_000 - 1_000);
    expect(ends).toBeLessThanOrEqual(Date.now() + 15 * 60_000);
  });

  it('gives a form all it must send', async () => {
    const { url, fields } = await invite();
    expect(url).toBe('http://127.0.0.1:1/files');
    expect(fields).toMatchObject({ key: 'incoming/a', success_action_redirect: terms.redirectTo, 'X-Amz-Algorithm': 'AWS4-HMAC-SHA256' });
    expect(fields['X-Amz-Signature']).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('files in S3', () => {
  it('reads a file byte by byte', async () => {
    const { files, asked } = await bucket(200, BYTES);
    expect(Buffer.from((await files.read('incoming/a')) ?? [])).toEqual(BYTES);
    expect(asked.map(({ line }) => line)).toEqual(['GET /files/incoming/a']);
  });

  it('deletes a file, and takes it for done where there is none', async () => {
    const { files, asked } = await bucket(204, '');
    await files.remove('photos/a');
    expect(asked.map(({ line }) => line)).toEqual(['DELETE /files/photos/a']);
    const refused = await bucket(403, error('AccessDenied'));
    await expect(refused.files.remove('logos/a')).rejects.toThrow();
  });

  it('has no file where S3 says that there is none', async () => {
    const { files } = await bucket(404, error('NoSuchKey'));
    expect(await files.read('incoming/a')).toBeUndefined();
  });

  it.each([
    [403, 'AccessDenied'],
    [404, 'NoSuchBucket'],
    [500, 'InternalError'],
  ])('does not take %d %s for a missing file', async (status, code) => {
    const { files } = await bucket(status, error(code));
    await expect(files.read('incoming/a')).rejects.toMatchObject({ name: code });
  });

  it('writes a file with its type', async () => {
    const { files, asked } = await bucket(200, '');
    await files.write('logos/a.png', BYTES, 'image/png');
    expect(asked).toEqual([{ line: 'PUT /files/logos/a.png', type: 'image/png', body: BYTES }]);
  });
});
