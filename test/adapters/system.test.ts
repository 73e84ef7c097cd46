/** The district's secret, who an address is, and derived ids. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { districtKey } from '#adapters/system/district-secret.ts';
import { systemIds } from '#adapters/system/ids.ts';
import { people } from '#adapters/system/people.ts';
import { slotId, submissionId } from '#test/support/builders.ts';
import { service } from './http-service.ts';

describe("the district's secret", () => {
  const KEY = 'c2VjcmV0IGtleSBvZiBhIGRpc3RyaWN0IG1hZGUgdXA=';
  const ID = 'crosswalk/district';
  const environment = (endpoint: string) => ({
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoint,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example',
    AWS_SESSION_TOKEN: 'session',
  });
  const secret = (text: string) => () => [200, JSON.stringify({ SecretString: text })] as const;
  const good = secret(JSON.stringify({ personKey: KEY }));

  it('is asked for once, signed, however many want it', async () => {
    const { endpoint, asked } = await service([good]);
    const key = districtKey(ID, environment(endpoint));
    expect(await Promise.all([key(), key(), key()])).toEqual([KEY, KEY, KEY]);
    expect(await key()).toBe(KEY);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.headers['x-amz-target']).toBe('secretsmanager.GetSecretValue');
    expect(asked[0]?.headers['x-amz-security-token']).toBe('session');
    expect(asked[0]?.headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/us-east-1\/secretsmanager\/aws4_request, SignedHeaders=\S*host\S*, Signature=[0-9a-f]{64}$/,
    );
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ SecretId: ID });
  });

  it('is asked for again by the next after a failure', async () => {
    const { endpoint } = await service([() => [400, '{"__type":"AccessDeniedException"}'], good]);
    const key = districtKey(ID, environment(endpoint));
    await expect(key()).rejects.toThrow(`the district's secret ${ID} can't be read`);
    expect(await key()).toBe(KEY);
  });

  it.each([
    ['not JSON', `${KEY} is not JSON`],
    ['cut off', `{"personKey":"${KEY}`],
    ['another shape', JSON.stringify({ otherKey: KEY })],
    ['too short', JSON.stringify({ personKey: KEY.slice(0, 20) })],
  ])('is never in the error that says it is wrong: %s', async (_name, text) => {
    const { endpoint } = await service([secret(text)]);
    const failure: unknown = await districtKey(ID, environment(endpoint))().catch((error: unknown) => error);
    const told: string[] = [];
    for (let error = failure; error instanceof Error; error = error.cause)
      told.push(`${error.message} ${error.stack} ${JSON.stringify(error)}`);
    expect(told.join()).toContain(ID);
    for (let at = 0; at + 8 <= 20; at++) expect(told.join()).not.toContain(KEY.slice(at, at + 8));
  });
});

describe('who an address is', () => {
  const key = async (): Promise<string> => 'k'.repeat(32);

  it('is the same for the same address and key, and nothing of the address', async () => {
    await fc.assert(
      fc.asyncProperty(fc.emailAddress(), fc.emailAddress(), async (one, other) => {
        const [first, again, second] = await Promise.all([one, one, other].map((email) => people(key).identify(email)));
        expect(first).toBe(again);
        expect(first === second).toBe(one === other);
        expect(first).toMatch(/^[\w-]{16}$/);
      }),
    );
    const ofOthers = await people(async () => 'x'.repeat(32)).identify('ana@example.org');
    expect(ofOthers).not.toBe(await people(key).identify('ana@example.org'));
  });

  it('is not known without the key', async () => {
    const failing = people(() => Promise.reject(new Error('no key')));
    await expect(failing.identify('ana@example.org')).rejects.toThrow('no key');
  });
});

describe('derived ids', () => {
  it('are the same for the same parts and differ for any others, however they are cut', () => {
    const parts = fc.array(fc.string(), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(systemIds.submissionId(...one) === systemIds.submissionId(...other)).toBe(same);
      }),
    );
    expect(systemIds.submissionId('ab', 'c')).not.toBe(systemIds.submissionId('a', 'bc'));
    expect(systemIds.submissionId('2:ab')).not.toBe(systemIds.submissionId('ab'));
  });

  it('of sign-ups follow the submission and the slot', () => {
    const id = systemIds.signUpId(submissionId(1), slotId(1));
    expect(id).toMatch(/^sgn_[\w-]{16}$/);
    expect(systemIds.signUpId(submissionId(1), slotId(1))).toBe(id);
    expect(new Set([id, systemIds.signUpId(submissionId(2), slotId(1)), systemIds.signUpId(submissionId(1), slotId(2))]).size).toBe(3);
  });

  it('of bodies do not mind the order of keys, and mind all else', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (body) => {
        const turned = Object.fromEntries(Object.entries(body).reverse());
        expect(systemIds.fingerprint(turned)).toBe(systemIds.fingerprint(body));
        expect(systemIds.fingerprint({ ...body, another: 1 })).not.toBe(systemIds.fingerprint({ ...body, another: 2 }));
      }),
    );
    expect(systemIds.fingerprint([1, 2])).not.toBe(systemIds.fingerprint([2, 1]));
  });
});
