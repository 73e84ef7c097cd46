/** The policy of a posted form: whoever changes anything of it, or asks for more than it allows, is refused in S3's words. */
import { createHmac } from 'node:crypto';
import type { PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { describe, expect, it } from 'vitest';
import { checkPolicy } from '#local/s3/post-policy.ts';
import { BUCKET, bucket, bytes, type Machine, machine } from './machine.ts';
import { type Form, invited, KEY, one, post, presigned, stored } from './posted.ts';

/** A policy of one's own, signed with the key of the machine. */
function signed(url: string, policy: string, fields: Record<string, string>): Form {
  const Policy = Buffer.from(policy).toString('base64');
  const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
  const key = hmac(hmac(hmac(hmac('AWS4local', '20270305'), 'us-east-1'), 's3'), 'aws4_request');
  const names = { 'x-amz-algorithm': 'AWS4-HMAC-SHA256', 'x-amz-credential': 'local/20270305/us-east-1/s3/aws4_request' };
  return {
    url: `${url}/${BUCKET}`,
    fields: { ...names, 'x-amz-date': '20270305T080000Z', ...fields, Policy, 'x-amz-signature': hmac(key, Policy).toString('hex') },
  };
}

const NAMES = ['x-amz-algorithm', 'x-amz-credential', 'x-amz-date'].map((name) => ['starts-with', `$${name}`, '']);

type Change = (form: Form, files: Machine) => Form | Promise<Form>;
const withField =
  (name: string, change: (value: string) => string): Change =>
  ({ url, fields }) => ({ url, fields: { ...fields, [name]: change(fields[name] ?? '') } });
const without =
  (name: string): Change =>
  ({ url, fields }) => ({ url, fields: Object.fromEntries(Object.entries(fields).filter(([each]) => each !== name)) });
const policyWith = (change: (policy: { conditions: unknown[]; expiration: string }) => void): Change =>
  withField('Policy', (value) => {
    const policy = JSON.parse(Buffer.from(value, 'base64').toString());
    change(policy);
    return Buffer.from(JSON.stringify(policy)).toString('base64');
  });
const lastDigitTurned = (value: string): string => `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`;

describe('a form that was changed', () => {
  it.each<[string, Change, number, string, string | undefined]>([
    ['in its signature', withField('X-Amz-Signature', lastDigitTurned), 403, 'SignatureDoesNotMatch', undefined],
    [
      'in its policy’s end',
      policyWith((policy) => {
        policy.expiration = '2999-01-01T00:00:00Z';
      }),
      403,
      'SignatureDoesNotMatch',
      undefined,
    ],
    [
      'in its policy’s size',
      policyWith((policy) => {
        policy.conditions = policy.conditions.filter((one) => !Array.isArray(one));
      }),
      403,
      'SignatureDoesNotMatch',
      undefined,
    ],
    ['in its date', withField('X-Amz-Date', () => '20200101T000000Z'), 400, 'InvalidArgument', undefined],
    [
      'to a date inside the same day',
      withField('X-Amz-Date', (value) => `${value.slice(0, 9)}999999Z`),
      403,
      'AccessDenied',
      'Policy Condition failed',
    ],
    ['to another account', withField('X-Amz-Credential', (value) => value.replace('local', 'AKIA')), 403, 'InvalidAccessKeyId', undefined],
    ['to another service', withField('X-Amz-Credential', (value) => value.replace('/s3/', '/ses/')), 400, 'InvalidArgument', undefined],
    [
      'to another region',
      withField('X-Amz-Credential', (value) => value.replace('us-east-1', 'eu-west-1')),
      400,
      'InvalidArgument',
      undefined,
    ],
    ['to another algorithm', withField('X-Amz-Algorithm', () => 'none'), 400, 'InvalidArgument', undefined],
    [
      'to another key',
      withField('key', () => 'logos/x'),
      403,
      'AccessDenied',
      'Invalid according to Policy: Policy Condition failed: ["eq", "$key", "incoming/cmp_1/a"]',
    ],
    [
      'to another redirect',
      withField('success_action_redirect', () => 'https://elsewhere.example/'),
      403,
      'AccessDenied',
      'Policy Condition failed',
    ],
    [
      'by another field',
      withField('acl', () => 'public-read'),
      403,
      'AccessDenied',
      'Invalid according to Policy: Extra input fields: acl',
    ],
    ['by a type nobody spoke of', withField('Content-Type', () => 'text/html'), 403, 'AccessDenied', 'Extra input fields: content-type'],
    ['by taking its key away', without('key'), 403, 'AccessDenied', 'Policy Condition failed'],
    ['by taking its redirect away', without('success_action_redirect'), 403, 'AccessDenied', 'Policy Condition failed'],
    ['by taking its signature away', without('X-Amz-Signature'), 400, 'InvalidArgument', 'x-amz-signature'],
    ['by taking its policy away', without('Policy'), 403, 'AccessDenied', 'Access Denied'],
    ['by a key in capitals too', withField('KEY', () => 'logos/x'), 403, 'AccessDenied', 'Policy Condition failed'],
    ['by too much before the file', withField('x-ignore-a', () => 'a'.repeat(20_000)), 400, 'MaxPostPreDataLengthExceededError', undefined],
    [
      'to another bucket',
      ({ url, fields }) => ({ url: url.replace(BUCKET, 'Other'), fields }),
      403,
      'AccessDenied',
      'Policy Condition failed: ["eq", "$bucket", "Files"]',
    ],
    [
      'to a bucket that is not there',
      ({ url, fields }) => ({ url: url.replace(BUCKET, 'Nowhere'), fields }),
      404,
      'NoSuchBucket',
      undefined,
    ],
  ])('%s is refused and stores nothing', async (_name, change, status, code, message) => {
    const files = await (await machine({ [BUCKET]: bucket(), Other: bucket() })).start();
    const answer = await post(await change(await invited(files), files));
    expect(answer).toMatchObject({
      status,
      code,
      type: 'application/xml',
      ...(message !== undefined && { message: expect.stringContaining(message) }),
    });
    expect(await stored(files)).toBeUndefined();
    expect(await stored(files, 'logos/x')).toBeUndefined();
    expect(files.told).toEqual([]);
  });
});

describe('conditions', () => {
  it.each<[string, NonNullable<PresignedPostOptions['Conditions']>, Record<string, string>, boolean]>([
    ['a beginning that fits', [['starts-with', '$Content-Type', 'image/']], { 'Content-Type': 'image/png' }, true],
    ['a beginning that does not fit', [['starts-with', '$Content-Type', 'image/']], { 'Content-Type': 'text/html' }, false],
    ['any value', [['starts-with', '$x-amz-meta-a', '']], { 'x-amz-meta-a': 'whatever' }, true],
    ['any value, but a field', [['starts-with', '$x-amz-meta-a', '']], {}, false],
    ['an equal value', [['eq', '$x-amz-meta-a', 'b']], { 'X-Amz-Meta-A': 'b' }, true],
    ['an equal value, to the letter', [['eq', '$x-amz-meta-a', 'b']], { 'x-amz-meta-a': 'B' }, false],
    ['a value by its name', [{ 'x-amz-meta-a': 'b' }], { 'x-amz-meta-a': 'b' }, true],
    ['two that contradict each other', [{ 'x-amz-meta-a': 'b' }, { 'x-amz-meta-a': 'c' }], { 'x-amz-meta-a': 'b' }, false],
    ['nothing, for a field that is to be ignored', [], { 'x-ignore-a': 'b' }, true],
    ['nothing, for any other field', [], { 'x-amz-meta-a': 'b' }, false],
    [
      'the narrower of two sizes',
      [
        ['content-length-range', 0, 100],
        ['content-length-range', 11, 100],
      ],
      {},
      false,
    ],
  ])('ask for %s', async (_name, Conditions, fields, isStored) => {
    const files = await one();
    const form = await presigned(files, { Conditions });
    expect((await post({ ...form, fields: { ...form.fields, ...fields } })).status === 204).toBe(isStored);
    expect((await stored(files)) !== undefined).toBe(isStored);
  });

  it.each([
    ['no JSON', 'not json'],
    ['no end', JSON.stringify({ conditions: [] })],
    ['an end that is no instant', JSON.stringify({ expiration: 'tomorrow', conditions: [] })],
    ['no conditions', JSON.stringify({ expiration: '2999-01-01T00:00:00Z' })],
    ['an operator nobody knows', JSON.stringify({ expiration: '2999-01-01T00:00:00Z', conditions: [['ends-with', '$key', 'a']] })],
    ['a field that is none', JSON.stringify({ expiration: '2999-01-01T00:00:00Z', conditions: [['eq', 'key', 'a']] })],
    ['a value that is no text', JSON.stringify({ expiration: '2999-01-01T00:00:00Z', conditions: [{ key: 1 }] })],
    ['a size that is none', JSON.stringify({ expiration: '2999-01-01T00:00:00Z', conditions: [['content-length-range', '0', '9']] })],
  ])('of a policy with %s are refused, though it is signed', async (_name, policy) => {
    const files = await one();
    expect(await post(signed(files.url, policy, { key: KEY }))).toMatchObject({ status: 400, code: 'InvalidPolicyDocument' });
    expect(await stored(files)).toBeUndefined();
  });

  it('of a policy signed by hand are checked like those of the SDK', async () => {
    const files = await one();
    const policy = JSON.stringify({ expiration: '2999-01-01T00:00:00.000Z', conditions: [{ key: KEY }, ...NAMES] });
    expect((await post(signed(files.url, policy, { key: KEY }))).status).toBe(204);
    expect(await stored(files)).toEqual(bytes(10));
  });
});

describe('the end of a policy', () => {
  it('is the first instant at which it allows nothing any more', async () => {
    const { fields } = await invited(await one());
    const form = new Map(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]));
    const end = Date.parse(JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString()).expiration);
    expect(checkPolicy(form, BUCKET, end - 1)).toEqual({ least: 1, most: 1_000 });
    expect(() => checkPolicy(form, BUCKET, end)).toThrow('Policy expired');
  });
});
