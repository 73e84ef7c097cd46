/** Tokens of staff, from a provider that answers over HTTP: whose they are, everything that is none, and that each check is what stands against its tokens. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type CryptoKey,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  importJWK,
  type JWTPayload,
  type JWTVerifyOptions,
  type jwtVerify,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { staffTokens } from '#adapters/identity/staff-tokens.ts';

/** A check that the adapter asks for and does not get. */
const sabotage: { without?: keyof JWTVerifyOptions } = {};
vi.mock(import('jose'), async (original) => {
  const jose = await original();
  const verify = (...[token, key, options]: Parameters<typeof jwtVerify>) =>
    jose.jwtVerify(token, key, Object.fromEntries(Object.entries(options ?? {}).filter(([name]) => name !== sabotage.without)));
  return { ...jose, jwtVerify: verify as typeof jwtVerify };
});

const CLIENT = 'crosswalk-desk';
const DANA = { email: 'Dana@Riverbend.example', email_verified: true };

/** What a token says otherwise than Dana's; undefined: does not say. */
type Claims = Readonly<Record<string, unknown>>;

interface Signing {
  readonly kid?: string;
  readonly key?: CryptoKey;
  readonly alg?: string;
}

/** A provider with one key at a time; it does not say what the key is for, so that only the adapter restricts it. */
async function provider(alg: 'RS256' | 'ES256' = 'RS256') {
  let keys = { kid: 'one', ...(await generateKeyPair(alg, { extractable: true })) };
  let keysAnswer: readonly [status: number, body: string] | undefined;
  const server = createServer(async (request, response) => {
    const documents: Record<string, object> = {
      '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/keys` },
      '/keys': { keys: [{ ...(await exportJWK(keys.publicKey)), kid: keys.kid, use: 'sig' }] },
    };
    const found = documents[request.url ?? ''];
    const [status, body] = (request.url === '/keys' && keysAnswer) || [found ? 200 : 404, JSON.stringify(found ?? {})];
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const claims = (with_: Claims = {}): JWTPayload => ({
    iss: issuer,
    aud: CLIENT,
    sub: 'dana',
    exp: Math.floor(Date.now() / 1_000) + 60,
    ...DANA,
    ...with_,
  });
  return {
    issuer,
    claims,
    publicKey: () => keys.publicKey,
    privateKey: (by: string) => exportJWK(keys.privateKey).then((key) => importJWK(key, by) as Promise<CryptoKey>),
    sign: (with_: Claims = {}, { key = keys.privateKey, kid = keys.kid, alg: by = alg }: Signing = {}) =>
      new SignJWT(claims(with_)).setProtectedHeader({ alg: by, kid }).sign(key),
    rotate: async () => {
      keys = { kid: 'two', ...(await generateKeyPair(alg, { extractable: true })) };
    },
    answerKeysWith: (status: number, body: string) => {
      keysAnswer = [status, body];
    },
    tokens: staffTokens(issuer, CLIENT),
  };
}

afterEach(() => {
  vi.useRealTimers();
  delete sabotage.without;
});

describe('a token', () => {
  it.each(['RS256', 'ES256'] as const)('signed with %s is of the address it names, normalised', async (alg) => {
    const { tokens, sign } = await provider(alg);
    expect(await tokens.verify(await sign())).toEqual({ email: 'dana@riverbend.example' });
  });

  const spoiled: Record<string, Claims> = {
    'that ran out': { exp: Math.floor(Date.now() / 1_000) - 1 },
    'that never runs out': { exp: undefined },
    'of another issuer': { iss: 'https://elsewhere.example' },
    'for another client': { aud: 'another' },
    'whose address is not verified': { email_verified: false },
    'without an address': { email: undefined },
    'for nobody': { aud: undefined },
    'that does not say whether its address is verified': { email_verified: undefined },
    'whose address is verified in words only': { email_verified: 'true' },
  };
  it.each(Object.entries(spoiled))('%s is none', async (_, claims) => {
    const { tokens, sign } = await provider();
    expect(await tokens.verify(await sign(claims))).toBeUndefined();
    expect(await tokens.verify(await sign())).toBeDefined();
  });

  it('with a signature of somebody else is none, even under the name of the right key', async () => {
    const { tokens, sign } = await provider();
    const { privateKey } = await generateKeyPair('RS256');
    expect(await tokens.verify(await sign({}, { key: privateKey }))).toBeUndefined();
  });

  it('without a signature is none', async () => {
    const { tokens, claims } = await provider();
    expect(await tokens.verify(new UnsecuredJWT(claims()).encode())).toBeUndefined();
  });

  it('signed with the public key as if that were a shared secret is none', async () => {
    const { tokens, claims, publicKey } = await provider();
    const secret = new TextEncoder().encode(await exportSPKI(publicKey()));
    const token = await new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(secret);
    expect(await tokens.verify(token)).toBeUndefined();
  });

  it('whose claims were changed after signing is none', async () => {
    const { tokens, sign, claims } = await provider();
    const [head, , signature] = (await sign()).split('.');
    const changed = Buffer.from(JSON.stringify(claims({ email: 'pat@riverbend.example' }))).toString('base64url');
    expect(await tokens.verify(`${head}.${changed}.${signature}`)).toBeUndefined();
  });

  it('signed with the right key in a way we do not ask for is none', async () => {
    const { tokens, sign, privateKey } = await provider();
    expect(await tokens.verify(await sign({}, { key: await privateKey('PS256'), alg: 'PS256' }))).toBeUndefined();
  });

  it.each([
    ['empty', ''],
    ['a word', 'nonsense'],
    ['three words', 'a.b.c'],
    ['long', `${'x'.repeat(5_000)}.y.z`],
  ])('that is no token at all is none: %s', async (_, token) => {
    const { tokens } = await provider();
    expect(await tokens.verify(token)).toBeUndefined();
  });
});

it.each([
  ['issuer', { iss: 'https://elsewhere.example' }, 'RS256'],
  ['audience', { aud: 'another' }, 'RS256'],
  ['requiredClaims', { exp: undefined }, 'RS256'],
  ['algorithms', {}, 'PS256'],
] as const)('the check of %s is what stands against its tokens: without it they pass', async (without, claims, alg) => {
  const { tokens, sign, privateKey } = await provider();
  const token = await sign(claims, { key: await privateKey(alg), alg });
  expect(await tokens.verify(token)).toBeUndefined();
  sabotage.without = without;
  expect(await tokens.verify(token)).toBeDefined();
});

describe('a provider', () => {
  it('that changed its key is believed with the new one and no longer with the old', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { tokens, sign, rotate } = await provider();
    const old = await sign();
    expect(await tokens.verify(old)).toBeDefined();
    await rotate();
    vi.setSystemTime(Date.now() + 6_000);
    expect(await tokens.verify(await sign())).toBeDefined();
    expect(await tokens.verify(old)).toBeUndefined();
  });

  it('that does not answer is not taken for a refusal, and asked again with the next token', async () => {
    const { issuer, sign } = await provider();
    const real = globalThis.fetch;
    const lost = vi.spyOn(globalThis, 'fetch').mockRejectedValueOnce(new TypeError('fetch failed')).mockImplementation(real);
    onTestFinished(() => lost.mockRestore());
    const tokens = staffTokens(issuer, CLIENT);
    await expect(tokens.verify(await sign())).rejects.toThrow('fetch failed');
    expect(await tokens.verify(await sign())).toBeDefined();
  });

  it.each([
    ['refuses its keys', 500, '{}'],
    ['answers with something that is no key set', 200, '{"sorry":"maintenance"}'],
    ['answers with no JSON', 200, '<html>maintenance</html>'],
  ])('that %s is not taken for a refusal of the token', async (_, status, body) => {
    const { tokens, sign, answerKeysWith } = await provider();
    answerKeysWith(status, body);
    await expect(tokens.verify(await sign())).rejects.toThrow('the identity provider gave no keys');
  });

  it('that says it is another one is not believed', async () => {
    const { issuer, sign } = await provider();
    await expect(staffTokens(`${issuer}/`, CLIENT).verify(await sign())).rejects.toThrow();
    await expect(staffTokens(issuer.replace('127.0.0.1', 'localhost'), CLIENT).verify(await sign())).rejects.toThrow(
      'the identity provider says it is another one',
    );
  });
});
