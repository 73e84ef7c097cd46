/**
 * What a form may do that a browser posts: its policy, its signature, and every condition, as S3 checks them.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';
import { CREDENTIALS, REGION } from '../template.ts';
import { S3Error } from './errors.ts';

/** By their names in lower case; those of the form never are of one case alone. */
export type Fields = ReadonlyMap<string, string>;

/** Bytes the file must and may have. */
export interface AllowedSize {
  readonly least: number;
  readonly most: number;
}

/** Refuses a form that nobody signed, that is over, or that says anything its policy does not. */
export function checkPolicy(fields: Fields, bucket: string, now: number): AllowedSize {
  const encoded = fields.get('policy');
  // without one it is anybody's form, and the bucket is nobody's but ours
  if (encoded === undefined) throw new S3Error('AccessDenied');
  checkSignature(fields, encoded);
  const { expiration, conditions } = policyOf(encoded);
  if (!(now < Date.parse(expiration))) throw new S3Error('AccessDenied', 'Invalid according to Policy: Policy expired.');
  // the bucket is the one it was posted to, whatever the form says
  const values = new Map([...fields, ['bucket', bucket]]);
  const tests = conditions.flatMap(testsOf);
  for (const test of tests) {
    if (test.operator === 'content-length-range' || holds(test, values.get(test.field))) continue;
    const told = [test.operator, `$${test.field}`, test.value].map((each) => JSON.stringify(each)).join(', ');
    throw new S3Error('AccessDenied', `Invalid according to Policy: Policy Condition failed: [${told}]`);
  }
  const covered = new Set(tests.map((test) => (test.operator === 'content-length-range' ? '' : test.field)));
  const extra = [...fields.keys()].filter((name) => !covered.has(name) && !isExempt(name));
  if (extra.length > 0) throw new S3Error('AccessDenied', `Invalid according to Policy: Extra input fields: ${extra.join(', ')}`);
  const ranges = tests.flatMap((test) => (test.operator === 'content-length-range' ? test : []));
  return {
    least: Math.max(0, ...ranges.map(({ least }) => least)),
    most: Math.min(Number.POSITIVE_INFINITY, ...ranges.map(({ most }) => most)),
  };
}

const isExempt = (name: string): boolean =>
  name === 'policy' || name === 'x-amz-signature' || name === 'file' || name.startsWith('x-ignore-');

type Test =
  | { readonly operator: 'eq' | 'starts-with'; readonly field: string; readonly value: string }
  | { readonly operator: 'content-length-range'; readonly least: number; readonly most: number };

/** A field that is not there holds nothing, not even a prefix of no length. */
const holds = ({ operator, value }: Exclude<Test, AllowedSize>, sent: string | undefined): boolean =>
  sent !== undefined && (operator === 'eq' ? sent === value : sent.startsWith(value));

const Condition = z.union([
  z.tuple([z.literal('content-length-range'), z.int(), z.int()]),
  z.tuple([z.enum(['eq', 'starts-with']), z.string().check(z.startsWith('$')), z.string()]),
  z.record(z.string(), z.string()),
]);
const Policy = z.object({ expiration: z.iso.datetime(), conditions: z.array(Condition) });

function policyOf(encoded: string): z.infer<typeof Policy> {
  try {
    return Policy.parse(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  } catch (error) {
    throw error instanceof SyntaxError
      ? new S3Error('InvalidPolicyDocument')
      : new S3Error('InvalidPolicyDocument', 'Invalid Policy: its expiration or one of its conditions is not as it must be');
  }
}

function testsOf(condition: z.infer<typeof Condition>): readonly Test[] {
  if (!Array.isArray(condition)) {
    return Object.entries(condition).map(([field, value]) => ({ operator: 'eq', field: field.toLowerCase(), value }));
  }
  if (condition[0] === 'content-length-range') return [{ operator: condition[0], least: condition[1], most: condition[2] }];
  return [{ operator: condition[0], field: condition[1].slice(1).toLowerCase(), value: condition[2] }];
}

const SCOPE = /^([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request$/;

function checkSignature(fields: Fields, policy: string): void {
  const of = (name: string): string => {
    const value = fields.get(name);
    if (value !== undefined) return value;
    throw new S3Error('InvalidArgument', `Bucket POST must contain a field named '${name}'.`, { ArgumentName: name });
  };
  if (of('x-amz-algorithm') !== 'AWS4-HMAC-SHA256')
    throw new S3Error('InvalidArgument', 'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"');
  const [, accessKeyId, date = '', region = ''] = SCOPE.exec(of('x-amz-credential')) ?? [];
  if (date === '' || region !== REGION || !of('x-amz-date').startsWith(`${date}T`)) {
    throw new S3Error('InvalidArgument', 'X-Amz-Credential is not of this date, region and service', { ArgumentName: 'x-amz-credential' });
  }
  if (accessKeyId !== CREDENTIALS.accessKeyId) throw new S3Error('InvalidAccessKeyId', undefined, { AWSAccessKeyId: accessKeyId ?? '' });
  if (of('x-amz-signature') !== signatureOf(policy, date, region)) throw new S3Error('SignatureDoesNotMatch');
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-authentication-HTTPPOST.html */
function signatureOf(policy: string, date: string, region: string): string {
  const steps = [date, region, 's3', 'aws4_request', policy];
  const signature = steps.reduce<string | Buffer>(
    (key, text) => createHmac('sha256', key).update(text).digest(),
    `AWS4${CREDENTIALS.secretAccessKey}`,
  );
  return Buffer.from(signature).toString('hex');
}
