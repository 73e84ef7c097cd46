/**
 * The identity provider of one machine: a real OpenID Connect provider with four demo staff. Whoever opens its page chooses who they are; code
 * flow, PKCE, keys and tokens are as anywhere.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import { deskPaths } from '#contracts/desk-pages.ts';
import { DEMO_STAFF } from './seed/staff.ts';

export const STAFF_CLIENT = 'crosswalk-desk';
/** The provider's port, counted from the site's; `lib/constructs/staff-identity.ts` says the same to the functions. */
export const IDENTITY_PORT_OFFSET = 2;
/** Where the desk takes codes. */
export const signedInUrl = (siteUrl: string): string => siteUrl + deskPaths.signedIn;

const TOKEN_SECONDS = 3_600;

/** Not listening yet. Keys are new with each start: an older token is then none. */
export async function identityServer(issuer: string, siteUrl: string): Promise<Server> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: STAFF_CLIENT,
        token_endpoint_auth_method: 'none',
        redirect_uris: [signedInUrl(siteUrl)],
        post_logout_redirect_uris: [siteUrl + deskPaths.signedOut],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: (context: PageToShow, form: string) => showSignOut(context, form) },
    },
    // the ID token itself says who it is, as Cognito's does
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    ttl: {
      IdToken: TOKEN_SECONDS,
      AccessToken: TOKEN_SECONDS,
      Session: TOKEN_SECONDS,
      Interaction: TOKEN_SECONDS,
      Grant: TOKEN_SECONDS,
      AuthorizationCode: 60,
    },
    interactions: { url: (_context: unknown, { uid }: { readonly uid: string }) => `/choose/${uid}` },
    findAccount: (_context: unknown, id: string) => accountOf(id),
    loadExistingGrant: (context: GrantContext) => grantAll(context),
  });
  const serve = provider.callback();
  return createServer((request, response) => {
    choose(provider, request, response, serve).catch((error: unknown) => {
      response.writeHead(400, { 'content-type': 'text/plain' }).end(error instanceof Error ? error.message : 'that did not work');
    });
  });
}

function accountOf(id: string) {
  const member = DEMO_STAFF.find(({ email }) => email === id);
  return (
    member && {
      accountId: id,
      claims: async () => ({ sub: id, email: member.email, email_verified: true, name: member.name }),
    }
  );
}

interface GrantContext {
  readonly oidc: {
    readonly client: { readonly clientId: string };
    readonly session: { readonly accountId: string };
    readonly provider: {
      readonly Grant: new (of: { clientId: string; accountId: string }) => { addOIDCScope(scope: string): void; save(): Promise<string> };
    };
  };
}

/** There is one client, and it is ours: nobody is asked whether it may know them. */
async function grantAll({ oidc: { client, session, provider } }: GrantContext): Promise<unknown> {
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid email profile');
  await grant.save();
  return grant;
}

async function choose(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  serve: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<void> {
  if (!request.url?.startsWith('/choose/')) return serve(request, response);
  await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(PAGE);
    return;
  }
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const accountId = new URLSearchParams(body).get('who') ?? '';
  if (!accountOf(accountId)) throw new Error('nobody of that name works here');
  await provider.interactionFinished(request, response, { login: { accountId } }, { mergeWithLastSubmission: false });
}

interface PageToShow {
  body: string;
}

function showSignOut(context: PageToShow, form: string): void {
  context.body = `${head('Sign out')}<h1>Sign out?</h1><p>This stands for the district’s own sign-in.</p>${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out of the district’s account</button></body></html>`;
}

const head = (
  title: string,
): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>body{font:17px/1.5 system-ui,sans-serif;max-width:32rem;margin:0 auto;padding:2rem 1.25rem;color:#1c2a30;background:#faf6ee}
button{display:block;width:100%;text-align:start;font:inherit;padding:.9rem 1.1rem;margin:.6rem 0;border:1px solid #857b69;border-radius:.6rem;background:#fffdf9;color:inherit;cursor:pointer}
button span{display:block;color:#51606a;font-size:.9rem}</style></head><body>`;

const PAGE = `${head('Sign in')}<h1>Who are you?</h1>
<p>This stands for the district’s own sign-in. Choose somebody of the demo district.</p><form method="post">
${DEMO_STAFF.map(({ email, name, title }) => `<button name="who" value="${email}">${name}<span>${title}</span></button>`).join('\n')}
</form></body></html>`;
