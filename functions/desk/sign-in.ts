/** Staff sign in to the desk and out of it; and who they are here. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { schools } from '#adapters/dynamo/schools.ts';
import { staffDirectory } from '#adapters/dynamo/staff-directory.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { oidcSignIn } from '#adapters/identity/oidc.ts';
import { deskSeals } from '#adapters/identity/seals.ts';
import { staffTokens } from '#adapters/identity/staff-tokens.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { deskKey } from '#adapters/system/district-secret.ts';
import { DESK_FORMS, DESK_PAGES, deskPaths, FLOW_COOKIE, NEXT_PARAMETER, SESSION_COOKIE } from '#contracts/desk-pages.ts';
import type { SignIn } from '#domain/desk/ports.ts';
import { type DeskSession, deskAddress, FLOW_MS } from '#domain/desk/session.ts';
import { signOutEverywhere } from '#domain/desk/sign-out-everywhere.ts';
import type { Schools } from '#domain/volunteering/ports.ts';
import { type DeskNotice, deskMePage, deskSignInPage, deskUnknownPage, handoverPage } from '#web/desk/index.ts';
import {
  type DeskPorts,
  type DeskVisit,
  deskCookie,
  deskFunction,
  deskRoute,
  forget,
  formOf,
  ofDesk,
  readerOf,
  sessionCookie,
  signedIn,
} from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { formBody, ownOrigin } from '../_http/input.ts';
import { pageContext } from '../_http/pages.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page, seeOther } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { log } from '../_runtime/log.ts';

type Ports = DeskPorts & { readonly signIn: SignIn; readonly schools: Pick<Schools, 'all'> };

export function createHandler(ports: Ports): HttpFunction {
  const routeKey = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`;
  return deskFunction(ports, {
    [routeKey(DESK_PAGES.deskMe)]: deskRoute(ports, (visit, request) => showMember(ports, visit, request)),
    [routeKey(DESK_PAGES.deskSignIn)]: (request) => offer(ports, request),
    [routeKey(DESK_FORMS.deskSignIn)]: (request) => begin(ports, request),
    [routeKey(DESK_PAGES.deskSignedIn)]: (request) => finish(ports, request),
    [routeKey(DESK_FORMS.deskSignOut)]: (request) => signOut(ports, request),
    [routeKey(DESK_FORMS.deskSignOutEverywhere)]: deskRoute(ports, async ({ session }, request) => {
      await signOutEverywhere(ports)(session);
      return leave(ports, request);
    }),
    [routeKey(DESK_PAGES.deskSignedOut)]: async (request) => notSignedIn(ports, request, deskPaths.start, 200, 'signed-out'),
  });
}

async function showMember(ports: Ports, visit: DeskVisit, request: HttpRequest): Promise<HttpResponse> {
  const { role, schools: own, email } = visit.member;
  const everywhere = role === 'admin' || (role === 'viewer' && own.length === 0);
  const names = everywhere ? 'all' : (await ports.schools.all()).filter(({ schoolId }) => own.includes(schoolId)).map((one) => one.name);
  return page(deskMePage(pageContext(ports, request), { reader: readerOf(visit), email, role, schools: names }), request);
}

async function offer(ports: Ports, request: HttpRequest): Promise<HttpResponse> {
  const next = deskAddress(request.query.get(NEXT_PARAMETER));
  if (await signedIn(ports, request)) return ofDesk(seeOther(next));
  return notSignedIn(ports, request, next, 200);
}

function notSignedIn(ports: Ports, request: HttpRequest, next: string, status: number, notice?: DeskNotice): HttpResponse {
  const html = deskSignInPage(pageContext(ports, request), { next, ...(notice && { notice }) });
  return ofDesk(page(html, request, { status, cookies: status === 200 ? [] : [forget(FLOW_COOKIE)] }));
}

/** A sign-in that is under way, as the browser keeps it. */
const Flow = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  /** Milliseconds since the epoch. */
  until: z.int(),
});

async function begin(ports: Ports, request: HttpRequest): Promise<HttpResponse> {
  ownOrigin(request, ports.district.siteUrl);
  const next = deskAddress(formBody(request).get(NEXT_PARAMETER));
  const { url, flow } = await ports.signIn.begin();
  const kept = { ...flow, next, until: ports.clock.now() + FLOW_MS } satisfies z.infer<typeof Flow>;
  const cookies = [deskCookie(FLOW_COOKIE, await ports.seals.seal('sign-in', kept), FLOW_MS)];
  return ofDesk(page(handoverPage(pageContext(ports, request), { to: url, way: 'in' }), request, { cookies }));
}

async function finish(ports: Ports, request: HttpRequest): Promise<HttpResponse> {
  const refuse = (notice: DeskNotice, next: string = deskPaths.start): HttpResponse => {
    log.warn('sign-in refused', { reason: notice, correlationId: request.correlationId });
    return notSignedIn(ports, request, next, 400, notice);
  };
  const { seals, signIn, staff, clock, district } = ports;
  const cookie = request.cookie(FLOW_COOKIE);
  const kept = Flow.safeParse(cookie && (await seals.open('sign-in', cookie)));
  if (!kept.success || clock.now() >= kept.data.until) return refuse('expired');
  const { next, until: _until, ...flow } = kept.data;
  const known = await signIn.finish(`${district.siteUrl}${deskPaths.signedIn}?${request.query}`, flow);
  if (!known) return refuse('failed', next);
  const member = await staff.find(known.email);
  if (!member?.active) {
    log.warn('sign-in refused', { reason: 'not in the directory', correlationId: request.correlationId });
    const html = deskUnknownPage(pageContext(ports, request), known);
    return ofDesk(page(html, request, { status: 403, cookies: [forget(FLOW_COOKIE)] }));
  }
  const now = clock.now();
  // whatever session the browser had is not continued
  const session: DeskSession = { id: seals.newId(), email: member.email, signedInAt: now, seenAt: now };
  return ofDesk(seeOther(next), [forget(FLOW_COOKIE), await sessionCookie(ports, session)]);
}

/** Who has no session any more may still want to leave the provider. */
async function signOut(ports: Ports, request: HttpRequest): Promise<HttpResponse> {
  ownOrigin(request, ports.district.siteUrl);
  const known = await signedIn(ports, request);
  if (known) await formOf(ports, request, known.session);
  return leave(ports, request);
}

/** This browser forgets, and leaves the provider, too: the next person at it is not signed in by one click. */
async function leave(ports: Ports, request: HttpRequest): Promise<HttpResponse> {
  const cookies = [forget(SESSION_COOKIE), forget(FLOW_COOKIE)];
  const to = await ports.signIn.end().catch((error: unknown) => {
    // a provider that is down must not keep anybody signed in here
    log.error('sign-out without the provider', error, { correlationId: request.correlationId });
    return undefined;
  });
  if (to === undefined) return ofDesk(seeOther(deskPaths.signedOut), cookies);
  return ofDesk(page(handoverPage(pageContext(ports, request), { to, way: 'out' }), request, { cookies }));
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['DESK_TABLE', 'VOLUNTEERING_TABLE', 'DESK_SECRET', 'STAFF_ISSUER', 'STAFF_CLIENT', 'DISTRICT']);
  const { siteUrl } = env.DISTRICT;
  const settings = {
    issuer: env.STAFF_ISSUER,
    clientId: env.STAFF_CLIENT,
    signedInUrl: siteUrl + deskPaths.signedIn,
    signedOutUrl: siteUrl + deskPaths.signedOut,
  };
  return createHandler({
    staff: staffDirectory(tableOn(dynamoClient(), env.DESK_TABLE)),
    schools: schools(tableOn(dynamoClient(), env.VOLUNTEERING_TABLE), systemClock),
    seals: deskSeals(deskKey(env.DESK_SECRET)),
    signIn: oidcSignIn(settings, staffTokens(env.STAFF_ISSUER, env.STAFF_CLIENT)),
    district: env.DISTRICT,
    clock: systemClock,
  });
});
