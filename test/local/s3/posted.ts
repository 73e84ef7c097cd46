/** Forms as browsers post them to the local S3, and what came of them. */
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { uploads } from '#adapters/s3/uploads.ts';
import { BUCKET, bytes, type Machine, machine } from './machine.ts';

export const REDIRECT = 'http://localhost:4000/done?of=me';
export const KEY = 'incoming/cmp_1/a';

export interface Form {
  readonly url: string;
  readonly fields: Record<string, string>;
}
/** The form that our own adapter invites to. */
export const invited = async ({ client }: Machine, maxBytes = 1_000): Promise<Form> => {
  const { url, fields } = await uploads(client, BUCKET).invite(KEY, { maxBytes, redirectTo: REDIRECT });
  return { url, fields: { ...fields } };
};
export const presigned = ({ client }: Machine, more: Partial<PresignedPostOptions>): Promise<Form> =>
  createPresignedPost(client, { Bucket: BUCKET, Key: KEY, ...more });

/** Posts as a browser does: the fields in their order, then the file, then what comes after it. */
export async function post({ url, fields }: Form, file: Buffer | undefined = bytes(10), after: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file) form.append('file', new Blob([new Uint8Array(file)], { type: 'image/png' }), 'C:\\logos\\My logo.png');
  for (const [name, value] of Object.entries(after)) form.append(name, value);
  const response = await fetch(url, { method: 'POST', body: form, redirect: 'manual' });
  const text = await response.text();
  return {
    status: response.status,
    location: response.headers.get('location'),
    type: response.headers.get('content-type'),
    code: /<Code>(.*?)<\/Code>/.exec(text)?.[1],
    message: /<Message>(.*?)<\/Message>/.exec(text)?.[1]?.replaceAll('&#34;', '"'),
    text,
  };
}
export async function stored({ client }: Machine, Key = KEY): Promise<Buffer | undefined> {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
    return Buffer.from((await Body?.transformToByteArray()) ?? []);
  } catch {
    return undefined;
  }
}
export const one = async (): Promise<Machine> => (await machine()).start();
