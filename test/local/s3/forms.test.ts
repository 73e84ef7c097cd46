/** Forms that browsers post to the local S3: the file is stored and the browser sent on, or all is refused and nothing is left behind. */
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { readForm } from '#local/s3/post-form.ts';
import { BUCKET, bytes, listening, type Machine, machine } from './machine.ts';
import { invited, KEY, one, post, presigned, stored } from './posted.ts';

const MINUTE = 60_000;

describe('an invited form', () => {
  it('stores its file byte by byte, sends the browser on, and tells the bus once', async () => {
    const files = await one();
    const file = bytes(5 * 1_024 * 1_024);
    const answer = await post(await invited(files, file.length), file);
    expect(answer).toMatchObject({ status: 303, text: '' });
    const location = new URL(answer.location ?? '');
    const { ETag } = await files.client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: KEY }));
    expect(`${location.origin}${location.pathname}`).toBe('http://localhost:4000/done');
    expect(Object.fromEntries(location.searchParams)).toEqual({ of: 'me', bucket: BUCKET, key: KEY, etag: ETag });
    expect((await stored(files))?.equals(file)).toBe(true);
    expect(files.told).toHaveLength(1);
    expect(JSON.parse(files.told[0]?.Detail ?? '')).toMatchObject({ reason: 'POST Object', object: { key: KEY, size: file.length } });
  });

  it('is answered without a redirect where it names none, or none that is an address', async () => {
    const files = await one();
    expect(await post(await presigned(files, {}))).toMatchObject({ status: 204, text: '' });
    for (const success_action_redirect of ['javascript:alert(1)', 'nowhere']) {
      expect((await post(await presigned(files, { Fields: { success_action_redirect } }))).status).toBe(204);
    }
    expect((await post(await presigned(files, { Fields: { success_action_status: '200' } }))).status).toBe(200);
    const told = await post(await presigned(files, { Fields: { success_action_status: '201' } }));
    expect(told).toMatchObject({ status: 201, text: expect.stringContaining(`<Key>${KEY}</Key>`) });
  });

  it('has the type and metadata of its fields; that of the file’s own part is nobody’s word', async () => {
    const files = await one();
    const typeOf = async () => (await files.client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: KEY }))).ContentType;
    await post(await presigned(files, {}));
    expect(await typeOf()).toBe('binary/octet-stream');
    await post(await presigned(files, { Fields: { 'Content-Type': 'image/webp', 'x-amz-meta-by': 'me' } }));
    expect(await typeOf()).toBe('image/webp');
    expect((await files.client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: KEY }))).Metadata).toEqual({ by: 'me' });
  });

  it('may leave the end of its key to the name of the file', async () => {
    const files = await one();
    // biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own placeholder
    expect((await post(await presigned(files, { Key: 'incoming/${filename}' }))).status).toBe(204);
    expect(await stored(files, 'incoming/My logo.png')).toEqual(bytes(10));
  });

  it('may have a file of exactly the least and the most bytes', async () => {
    const files = await one();
    const form = await presigned(files, { Conditions: [['content-length-range', 5, 10]] });
    for (const size of [5, 10]) {
      expect((await post(form, bytes(size))).status).toBe(204);
      expect(await stored(files)).toEqual(bytes(size));
    }
  });

  it('has its fields after the file ignored, whatever they are', async () => {
    const files = await one();
    const answer = await post(await invited(files), bytes(10), { key: 'logos/other', send: 'Send', policy: 'x', file: 'another' });
    expect(answer.status).toBe(303);
    expect(await stored(files)).toEqual(bytes(10));
    expect(await stored(files, 'logos/other')).toBeUndefined();
  });
});

describe('a form that is refused', () => {
  it('because its time is over, by the shared clock', async () => {
    const files = await one();
    const form = await invited(files);
    files.clock.offsetMs = 14 * MINUTE;
    expect((await post(form)).status).toBe(303);
    files.clock.offsetMs = 15 * MINUTE;
    expect(await post(form)).toMatchObject({ status: 403, code: 'AccessDenied', message: 'Invalid according to Policy: Policy expired.' });
  });

  it.each([
    ['large', 1_001, 'EntityTooLarge', '<MaxSizeAllowed>1000</MaxSizeAllowed>'],
    ['large by far', 3_000_000, 'EntityTooLarge', '<ProposedSize>3000000</ProposedSize>'],
    ['small', 0, 'EntityTooSmall', '<MinSizeAllowed>1</MinSizeAllowed>'],
  ])('because its file is too %s, leaves nothing behind', async (_name, size, code, told) => {
    const files = await machine();
    const running = await files.start();
    expect(await post(await invited(running), bytes(size))).toMatchObject({ status: 400, code, text: expect.stringContaining(told) });
    expect(await stored(running)).toBeUndefined();
    expect(readdirSync(join(files.folder, 'objects', '.arriving'))).toEqual([]);
    expect(running.told).toEqual([]);
  });

  it('because it has no file', async () => {
    const files = await one();
    const form = await invited(files);
    expect(await post({ ...form, fields: { ...form.fields, file: '' } }, undefined)).toMatchObject({ status: 400, code: 'EntityTooSmall' });
    const body = new FormData();
    for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
    expect(await (await fetch(form.url, { method: 'POST', body })).text()).toContain('IncorrectNumberOfFilesInPostRequest');
  });

  it('because a field could not be sent back as a header', async () => {
    const files = await one();
    const answer = await post(await presigned(files, { Fields: { 'x-amz-meta-a': 'x\r\nset-cookie: a=b' } }));
    expect(answer).toMatchObject({ status: 400, code: 'InvalidArgument' });
    expect(await stored(files)).toBeUndefined();
  });

  it('and answers in XML that holds whatever was sent', async () => {
    const files = await one();
    const form = await invited(files);
    const answer = await post({ ...form, fields: { ...form.fields, '<script>\u0001&"': 'x' } });
    expect(answer.text).not.toContain('<script>');
    expect(answer.text).toContain('&#60;script&#62;');
  });
});

describe('a form that is being read', () => {
  it('has the fields before its file, whenever they are looked at', async () => {
    let names: readonly string[] = [];
    const url = await listening(
      createServer(async (request, response) => {
        await readForm(request, async (fields, file) => {
          await file.toArray();
          await finished(request);
          names = [...fields.keys()];
        });
        response.end();
      }),
    );
    await post({ url, fields: { Before: '1' } }, bytes(10), { after: '2' });
    expect(names).toEqual(['before']);
  });
});

describe('a broken form', () => {
  it.each([
    ['that is none', 'application/x-www-form-urlencoded', 'a=b', 412, 'PreconditionFailed'],
    ['without a boundary', 'multipart/form-data', 'a=b', 400, 'MalformedPOSTRequest'],
    ['that has no parts', 'multipart/form-data; boundary=x', 'nothing', 400, 'MalformedPOSTRequest'],
    [
      'that breaks off in a field',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="key"\r\n\r\na',
      400,
      'MalformedPOSTRequest',
    ],
  ])('%s is refused', async (_name, type, body, status, code) => {
    const files = await one();
    const response = await fetch(`${files.url}/${BUCKET}`, { method: 'POST', headers: { 'content-type': type }, body });
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(`<Code>${code}</Code>`)]);
  });

  /** The form up to some byte of its file, or without its end. */
  async function halfForm(files: Machine): Promise<string> {
    const { fields } = await invited(files);
    const parts = Object.entries(fields).map(
      ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    return `${parts.join('')}--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nhalf a file`;
  }

  it('that breaks off in its file is refused and stores nothing; the next one is taken', async () => {
    const files = await machine();
    const running = await files.start();
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const response = await fetch(`${running.url}/${BUCKET}`, { method: 'POST', headers, body: await halfForm(running) });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('MalformedPOSTRequest')]);
    expect(await stored(running)).toBeUndefined();
    expect(readdirSync(join(files.folder, 'objects', '.arriving'))).toEqual([]);
    expect((await post(await invited(running))).status).toBe(303);
  });

  it('that is refused and then breaks off in its file is answered, and so is the next one', async () => {
    const files = await one();
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const body = (await halfForm(files)).replace(KEY, 'logos/x');
    expect((await fetch(`${files.url}/${BUCKET}`, { method: 'POST', headers, body })).status).toBe(400);
    expect((await post(await invited(files))).status).toBe(303);
  });

  it('whose sender goes away in the middle stores nothing', async () => {
    const files = await machine();
    const running = await files.start();
    const form = await halfForm(running);
    const { port } = new URL(running.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `POST /${BUCKET} HTTP/1.1\r\nhost: a\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 99999\r\n\r\n${form}`,
    );
    const arriving = () => readdirSync(join(files.folder, 'objects', '.arriving'));
    await expect.poll(arriving).toHaveLength(1);
    socket.destroy();
    await expect.poll(arriving).toEqual([]);
    expect(await stored(running)).toBeUndefined();
    expect(running.told).toEqual([]);
  });
});
