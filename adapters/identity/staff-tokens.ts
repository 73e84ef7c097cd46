/**
 * ID tokens of the district's identity provider (OpenID Connect Core 1.0 §3.1.3.7): signature by the provider's published keys, issuer, audience,
 * expiry, and an address that the provider has verified.
 */
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import type { StaffTokens } from '#domain/desk/ports.ts';
import { normaliseEmail } from '#domain/person.ts';

/** Public-key signatures only: a token that is signed with a shared secret, or not at all, is none. */
const ALGORITHMS = ['RS256', 'ES256'];

/** Faults of the provider and not of the token. The generic code is what `jose` has for a key set answered with another status or without JSON. */
const KEYS_MISSING: ReadonlySet<string> = new Set([errors.JWKSTimeout.code, errors.JWKSInvalid.code, errors.JOSEError.code]);

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });
const Claims = z.object({ email: z.string(), email_verified: z.literal(true) });

export function staffTokens(issuer: string, clientId: string): StaffTokens {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const keysOf = (): Promise<JWTVerifyGetKey> => {
    keys ??= discover(issuer).catch((error: unknown) => {
      // the next token asks again
      keys = undefined;
      throw error;
    });
    return keys;
  };
  return {
    async verify(token) {
      const key = await keysOf();
      try {
        const { payload } = await jwtVerify(token, key, {
          issuer,
          audience: clientId,
          algorithms: ALGORITHMS,
          requiredClaims: ['exp', 'sub'],
        });
        const claims = Claims.safeParse(payload);
        return claims.success ? { email: normaliseEmail(claims.data.email) } : undefined;
      } catch (error) {
        if (error instanceof errors.JOSEError && !KEYS_MISSING.has(error.code)) return undefined;
        throw new Error('the identity provider gave no keys', { cause: error });
      }
    },
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(3_000) });
  if (!response.ok) throw new Error(`the identity provider answered ${response.status}`);
  const found = Discovery.parse(await response.json());
  if (found.issuer !== issuer) throw new Error('the identity provider says it is another one');
  return createRemoteJWKSet(new URL(found.jwks_uri), { timeoutDuration: 3_000, cooldownDuration: 5_000 });
}
