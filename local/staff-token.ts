/** A token of a demo member of staff, got as a browser gets it: code flow with PKCE (RFC 7636) against the running provider. */
import { createHash, randomBytes } from 'node:crypto';
import { STAFF_CLIENT, signedInUrl } from './identity.ts';

/** The ID token. Throws when nobody of that address works here. */
export async function staffToken(issuer: string, siteUrl: string, email: string): Promise<string> {
  const cookies = new Map<string, string>();
  const go = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(url, issuer), { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const one of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  const verifier = randomBytes(32).toString('base64url');
  const redirectUri = signedInUrl(siteUrl);
  const query = new URLSearchParams({
    client_id: STAFF_CLIENT,
    response_type: 'code',
    scope: 'openid email profile',
    redirect_uri: redirectUri,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: randomBytes(16).toString('base64url'),
    nonce: randomBytes(16).toString('base64url'),
  });
  const asked = await go(`/auth?${query}`);
  const page = asked.headers.get('location') ?? '';
  let next = await go(page, {
    method: 'POST',
    body: new URLSearchParams({ who: email }),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  for (let hop = 0; hop < 5; hop += 1) {
    const location = next.headers.get('location');
    if (location === null) throw new Error(`${email} could not sign in: ${(await next.text()).slice(0, 200)}`);
    const code = location.startsWith(redirectUri) ? new URL(location).searchParams.get('code') : undefined;
    if (code) return redeem(issuer, { code, verifier, redirectUri });
    next = await go(location);
  }
  throw new Error(`${email} could not sign in`);
}

async function redeem(issuer: string, given: { code: string; verifier: string; redirectUri: string }): Promise<string> {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: STAFF_CLIENT,
      code: given.code,
      code_verifier: given.verifier,
      redirect_uri: given.redirectUri,
    }),
  });
  const { id_token: token } = (await response.json()) as { readonly id_token?: string };
  if (token === undefined) throw new Error(`the provider gave no token: ${response.status}`);
  return token;
}
