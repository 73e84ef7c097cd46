/** Signing in over HTTP at the provider of one machine: the code flow end to end, and everything that is no sign-in. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { oidcSignIn } from '#adapters/identity/oidc.ts';
import { staffTokens } from '#adapters/identity/staff-tokens.ts';
import type { SignIn } from '#domain/desk/ports.ts';
import { freePort } from '#local/engine.ts';
import { identityServer, STAFF_CLIENT } from '#local/identity.ts';

const SITE = 'http://localhost:4000';
const DANA = 'dana.whitfield@riverbend.example';
const SIGNED_IN = `${SITE}/desk/signed-in`;

const settings = (issuer: string) => ({
  issuer,
  clientId: STAFF_CLIENT,
  signedInUrl: SIGNED_IN,
  signedOutUrl: `${SITE}/desk/signed-out`,
});
const at = (issuer: string): SignIn => oidcSignIn(settings(issuer), staffTokens(issuer, STAFF_CLIENT));

async function provider(): Promise<{ readonly issuer: string; readonly signIn: SignIn }> {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const server = await identityServer(issuer, SITE);
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { issuer, signIn: at(issuer) };
}

/** A browser of its own: opens the address, chooses who it is, and comes back with the address it was sent to. */
async function choose(url: string, email = DANA): Promise<string> {
  const cookies = new Map<string, string>();
  const go = async (to: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(to, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const one of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  const target = (response: Response): string => new URL(response.headers.get('location') ?? '', url).href;
  let next = target(await go(url));
  next = target(await go(next, { method: 'POST', body: new URLSearchParams({ who: email }) }));
  for (let hop = 0; hop < 5 && !next.startsWith(SIGNED_IN); hop += 1) next = target(await go(next));
  return next;
}

const changed = (url: string, with_: Readonly<Record<string, string | undefined>>): string => {
  const address = new URL(url);
  for (const [name, value] of Object.entries(with_)) {
    address.searchParams.delete(name);
    if (value !== undefined) address.searchParams.set(name, value);
  }
  return address.href;
};

describe('a sign-in', () => {
  it('gives whoever signed in', async () => {
    const { signIn } = await provider();
    const { url, flow } = await signIn.begin();
    expect(await signIn.finish(await choose(url), flow)).toEqual({ email: DANA });
  });

  it('asks with a challenge and not with its verifier, and with a state and a nonce of its own each time', async () => {
    const { signIn, issuer } = await provider();
    const [one, two] = [await signIn.begin(), await signIn.begin()];
    const asked = new URL(one.url);
    expect(asked.origin).toBe(issuer);
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      client_id: STAFF_CLIENT,
      response_type: 'code',
      redirect_uri: SIGNED_IN,
      code_challenge_method: 'S256',
      state: one.flow.state,
      nonce: one.flow.nonce,
    });
    expect(one.url).not.toContain(one.flow.verifier);
    for (const part of ['state', 'nonce', 'verifier'] as const) {
      expect(one.flow[part]).not.toBe(two.flow[part]);
      expect(one.flow[part].length).toBeGreaterThanOrEqual(43);
    }
  });

  it.each(['state', 'nonce', 'verifier'] as const)('with the %s of another one is none', async (part) => {
    const { signIn } = await provider();
    const [mine, other] = [await signIn.begin(), await signIn.begin()];
    const back = await choose(mine.url);
    expect(await signIn.finish(back, { ...mine.flow, [part]: other.flow[part] })).toBeUndefined();
  });

  it('with a code that was used before is none', async () => {
    const { signIn } = await provider();
    const { url, flow } = await signIn.begin();
    const back = await choose(url);
    expect(await signIn.finish(back, flow)).toBeDefined();
    expect(await signIn.finish(back, flow)).toBeUndefined();
  });

  const spoiled: Record<string, Readonly<Record<string, string | undefined>>> = {
    'without a code': { code: undefined },
    'with a code that is none': { code: 'nonsense' },
    'with the code of nobody': { code: '' },
    'without a state': { state: undefined },
    'of another issuer': { iss: 'https://elsewhere.example' },
    'that the person broke off': { code: undefined, error: 'access_denied' },
  };
  it.each(Object.entries(spoiled))('%s is none', async (_, with_) => {
    const { signIn } = await provider();
    const { url, flow } = await signIn.begin();
    expect(await signIn.finish(changed(await choose(url), with_), flow)).toBeUndefined();
  });

  it('whose token is not one of ours is none', async () => {
    const { issuer } = await provider();
    const signIn = oidcSignIn(settings(issuer), { verify: async () => undefined });
    const { url, flow } = await signIn.begin();
    expect(await signIn.finish(await choose(url), flow)).toBeUndefined();
  });
});

describe('a sign-out', () => {
  it('leads to the provider, which may send back to us', async () => {
    const { signIn, issuer } = await provider();
    const end = new URL((await signIn.end()) ?? '');
    expect(end.origin).toBe(issuer);
    expect(Object.fromEntries(end.searchParams)).toEqual({
      client_id: STAFF_CLIENT,
      post_logout_redirect_uri: `${SITE}/desk/signed-out`,
      logout_uri: `${SITE}/desk/signed-out`,
    });
  });

  it('leads nowhere when the provider has no page for it', async () => {
    const { issuer } = await answering((own) => [200, { issuer: own, jwks_uri: `${own}/jwks` }]);
    expect(await at(issuer).end()).toBeUndefined();
  });
});

/** A provider that answers everything alike. */
async function answering(answer: (issuer: string) => readonly [status: number, body: unknown]) {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    const [status, body] = answer(issuer);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { issuer, asked: () => asked };
}

describe('a provider', () => {
  it('is asked once what it has', async () => {
    const { issuer, asked } = await answering((own) => [200, { issuer: own, authorization_endpoint: `${own}/auth` }]);
    const signIn = at(issuer);
    await signIn.begin();
    await signIn.begin();
    expect(asked()).toBe(1);
  });

  it('that is not well is not taken for a refusal, and asked again with the next sign-in', async () => {
    let well = false;
    const { issuer } = await answering((own) => (well ? [200, { issuer: own, authorization_endpoint: `${own}/auth` }] : [500, {}]));
    const signIn = at(issuer);
    await expect(signIn.begin()).rejects.toThrow('the identity provider can’t be asked');
    well = true;
    expect((await signIn.begin()).url).toContain('/auth?');
  });

  it.each([
    ['breaks down', 500, {}],
    ['does not know us', 401, { error: 'invalid_client' }],
  ])('that %s when it is to give the token is not taken for a refusal', async (_, status, body) => {
    const { signIn: real } = await provider();
    const { url, flow } = await real.begin();
    const back = await choose(url);
    const { issuer } = await answering((own) =>
      discovered ? [status, body] : [200, { issuer: own, authorization_endpoint: `${own}/auth`, token_endpoint: `${own}/token` }],
    );
    let discovered = false;
    const signIn = at(issuer);
    await signIn.begin();
    discovered = true;
    await expect(signIn.finish(changed(back, { iss: undefined }), flow)).rejects.toThrow('the identity provider gave no token');
  });

  it('that speaks plain HTTP and is not on this machine is not asked', async () => {
    await expect(at('http://provider.example').begin()).rejects.toThrow('the identity provider can’t be asked');
  });
});
