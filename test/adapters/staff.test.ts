/** Tokens of staff: what a real issuer signed for us is taken, nothing else; and the directory, in memory and on DynamoDB. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffDirectory } from '#adapters/dynamo/staff-directory.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { staffTokens } from '#adapters/identity/staff-tokens.ts';
import type { StaffMember } from '#contracts/resources/staff.ts';
import type { StaffDirectory } from '#domain/desk/ports.ts';
import { schoolId } from '#test/support/builders.ts';
import { testEngine } from '#test/support/dynoxide.ts';
import { fakeDesk } from '#test/support/fake-desk.ts';

const CLIENT = 'crosswalk-desk';

describe('a token', () => {
  let server: Server;
  let issuer: string;
  let keys: { readonly privateKey: CryptoKey; readonly publicKey: CryptoKey };
  let others: typeof keys;
  beforeAll(async () => {
    keys = await generateKeyPair('RS256', { extractable: true });
    others = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
    server = createServer((request, response) => {
      const found = request.url === '/keys' ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/keys` };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const claims = { email: 'Dana@Riverbend.Example', email_verified: true };
  const signedBy = (header: { alg: string; kid: string }, body: object = claims): SignJWT =>
    new SignJWT({ ...body })
      .setProtectedHeader(header)
      .setSubject('dana')
      .setIssuer(issuer)
      .setAudience(CLIENT)
      .setIssuedAt()
      .setExpirationTime('5m');
  const token = (change: (jwt: SignJWT) => SignJWT = (jwt) => jwt, body: object = claims): SignJWT =>
    change(signedBy({ alg: 'RS256', kid: 'one' }, body));
  const verify = (text: string) => staffTokens(issuer, CLIENT).verify(text);

  it('of ours tells whose it is, in lower case', async () => {
    expect(await verify(await token().sign(keys.privateKey))).toEqual({ email: 'dana@riverbend.example' });
  });

  it.each<[string, () => Promise<string>]>([
    ['that has run out', () => token((jwt) => jwt.setExpirationTime('-1m')).sign(keys.privateKey)],
    [
      'without an end',
      async () =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: 'RS256', kid: 'one' })
          .setSubject('dana')
          .setIssuer(issuer)
          .setAudience(CLIENT)
          .sign(keys.privateKey),
    ],
    ['for another client', () => token((jwt) => jwt.setAudience('another')).sign(keys.privateKey)],
    ['of another issuer', () => token((jwt) => jwt.setIssuer('https://elsewhere.example')).sign(keys.privateKey)],
    ['signed by somebody else', () => token().sign(others.privateKey)],
    ['with an address nobody verified', () => token((jwt) => jwt, { ...claims, email_verified: false }).sign(keys.privateKey)],
    ['without an address', () => token((jwt) => jwt, {}).sign(keys.privateKey)],
    [
      'signed with our public key as if it were a secret',
      async () => signedBy({ alg: 'HS256', kid: 'one' }).sign(new TextEncoder().encode(await exportSPKI(keys.publicKey))),
    ],
    [
      'that says it needs no signature',
      async () => {
        const [, body] = (await token().sign(keys.privateKey)).split('.');
        return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
      },
    ],
    ['that is none', async () => 'nonsense'],
  ])('%s is nobody’s', async (_what, make) => {
    expect(await verify(await make())).toBeUndefined();
  });

  it('can’t be checked while the issuer is away: that is no refusal', async () => {
    await expect(staffTokens('http://127.0.0.1:9', CLIENT).verify('nonsense')).rejects.toThrow();
  });

  it('is checked again with the issuer once that is back', async () => {
    let away = true;
    const flaky = createServer((request, response) => {
      const found = { issuer: url, jwks_uri: `${issuer}/keys` };
      response.writeHead(away && request.url !== '/keys' ? 500 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(found));
    });
    await once(flaky.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${(flaky.address() as AddressInfo).port}`;
    const tokens = staffTokens(url, CLIENT);
    const ours = await token((jwt) => jwt.setIssuer(url)).sign(keys.privateKey);
    await expect(tokens.verify(ours)).rejects.toThrow(/500/);
    away = false;
    expect(await tokens.verify(ours)).toEqual({ email: 'dana@riverbend.example' });
    flaky.close();
  });
});

describe.each<[string, () => Promise<{ directory: StaffDirectory; stop: () => Promise<void> }>]>([
  ['in memory', async () => ({ directory: fakeDesk().staff, stop: async () => {} })],
  [
    'on DynamoDB',
    async () => {
      const engine = await testEngine();
      const { desk } = await engine.createTables();
      return { directory: staffDirectory(tableOn(engine.connect(), desk)), stop: () => engine.stop() };
    },
  ],
])('the staff directory %s', (_where, make) => {
  it('keeps members by their address, and no change that did not know the one before', async () => {
    const { directory, stop } = await make();
    const nina: StaffMember = {
      email: 'nina@riverbend.example',
      name: 'Nina Park',
      role: 'coordinator',
      schools: [schoolId(1)],
      active: true,
      version: 1,
    };
    expect(await directory.find(nina.email)).toBeUndefined();
    expect(await directory.save(nina)).toBe('saved');
    expect(await directory.save({ ...nina, role: 'admin' })).toBe('version-conflict');
    expect(await directory.save({ ...nina, active: false, version: 2 })).toBe('saved');
    expect(await directory.find(nina.email)).toEqual({ ...nina, active: false, version: 2 });
    await stop();
  });
});
