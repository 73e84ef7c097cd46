/**
 * Signing in at the district's identity provider: code flow with PKCE, state and nonce (OpenID Connect Core 1.0 §3.1). Whose token it is in the
 * end, the same check says that reads the tokens of API calls.
 */
import * as oidc from 'openid-client';
import type { SignIn, StaffTokens } from '#domain/desk/ports.ts';

/** Not a person's fault and not an attack: the provider is not well, or we are set up wrongly. */
const PROVIDER_FAILED: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
  'OAUTH_HTTP_REQUEST_FORBIDDEN',
  'OAUTH_REQUEST_PROTOCOL_FORBIDDEN',
  'OAUTH_MISSING_SERVER_METADATA',
  'OAUTH_INVALID_SERVER_METADATA',
]);
/** Errors with which a provider says that it failed, or that it does not know us, and not that somebody did not sign in (RFC 6749 §4.1.2.1, §5.2). */
const PROVIDER_SAYS_ITS_FAULT: ReadonlySet<string> = new Set([
  'server_error',
  'temporarily_unavailable',
  'invalid_client',
  'unauthorized_client',
  'invalid_scope',
  'unsupported_grant_type',
]);

const TIMEOUT_S = 3;
const SCOPE = 'openid email profile';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Where the provider sends back to after a sign-in, and after a sign-out; both are registered there. */
  readonly signedInUrl: string;
  readonly signedOutUrl: string;
}

export function oidcSignIn({ issuer, clientId, signedInUrl, signedOutUrl }: OidcSettings, tokens: StaffTokens): SignIn {
  let known: Promise<oidc.Configuration> | undefined;
  const provider = (): Promise<oidc.Configuration> => {
    known ??= discover(issuer, clientId).catch((error: unknown) => {
      // the next sign-in asks again
      known = undefined;
      throw new Error('the identity provider can’t be asked', { cause: error });
    });
    return known;
  };
  return {
    async begin() {
      const flow = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
      const url = oidc.buildAuthorizationUrl(await provider(), {
        redirect_uri: signedInUrl,
        scope: SCOPE,
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, flow };
    },

    async finish(callbackUrl, flow) {
      const config = await provider();
      const token = await redeem(config, new URL(callbackUrl), flow);
      return token === undefined ? undefined : tokens.verify(token);
    },

    async end() {
      const config = await provider();
      if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
      // Cognito knows the same thing by another name
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: signedOutUrl, logout_uri: signedOutUrl }).href;
    },
  };
}

/** Public client: PKCE stands for a secret. Plain HTTP is for a provider on this machine only. */
function discover(issuer: string, clientId: string): Promise<oidc.Configuration> {
  const { protocol, hostname } = new URL(issuer);
  const onThisMachine = protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1');
  return oidc.discovery(new URL(issuer), clientId, undefined, oidc.None(), {
    timeout: TIMEOUT_S,
    ...(onThisMachine && { execute: [oidc.allowInsecureRequests] }),
  });
}

/** The ID token for a code. */
async function redeem(
  config: oidc.Configuration,
  callbackUrl: URL,
  { state, nonce, verifier }: Parameters<SignIn['finish']>[1],
): Promise<string | undefined> {
  try {
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    return (await oidc.authorizationCodeGrant(config, callbackUrl, checks)).id_token;
  } catch (error) {
    if (isNoSignIn(error)) return undefined;
    throw new Error('the identity provider gave no token', { cause: error });
  }
}

/** Whether it was the answer that was none, and not the provider that could not give one. */
function isNoSignIn(error: unknown): boolean {
  if (error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError) {
    return !PROVIDER_SAYS_ITS_FAULT.has(error.error);
  }
  return error instanceof oidc.ClientError && error.code !== undefined && !PROVIDER_FAILED.has(error.code);
}
