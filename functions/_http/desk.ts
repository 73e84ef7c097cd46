/**
 * Pages and forms of the desk: who is signed in by the session cookie, and that a form is one of ours. Every route of the desk is a `deskRoute`.
 */
import { deskPaths, FORM_TOKEN_FIELD, SESSION_COOKIE } from '#contracts/desk-pages.ts';
import type { StaffMember } from '#contracts/resources/staff.ts';
import type { Seals, StaffDirectory } from '#domain/desk/ports.ts';
import { sectionsOf } from '#domain/desk/sections.ts';
import { DeskSession, deskAddress, endsAt, isOver, renewed } from '#domain/desk/session.ts';
import { SECOND } from '#domain/time.ts';
import { type DeskReader, deskProblemPage, deskSignInPage } from '#web/desk/index.ts';
import { type HttpFunction, httpFunction, type Route, type Routes } from './http-function.ts';
import { formBody, ownOrigin } from './input.ts';
import { type PagePorts, pageContext } from './pages.ts';
import { Refusal } from './refusal.ts';
import type { HttpRequest } from './request.ts';
import { type HttpResponse, NO_STORE, page, seeOther } from './respond.ts';

export interface DeskPorts extends PagePorts {
  readonly staff: StaffDirectory;
  readonly seals: Seals;
}

/** A request of somebody who is signed in. */
export interface DeskVisit {
  /** As the directory has them now. */
  readonly member: StaffMember;
  readonly session: DeskSession;
  /** For every form of the page that answers: `FormToken` of `web/desk`. */
  readonly csrf: string;
  /** What was posted; empty for a page. */
  readonly form: URLSearchParams;
}

/** Who a page of the desk is drawn for. */
export const readerOf = ({ member, csrf }: DeskVisit): DeskReader => ({ name: member.name, csrf, sections: sectionsOf(member) });

export type DeskHandler = (visit: DeskVisit, request: HttpRequest) => Promise<HttpResponse>;

/**
 * A page of the desk, or, where the route is a POST, a form. Without a session a page leads to the sign-in and back again; a form answers 401 with
 * the sign-in, and nothing was done. Throws `request.foreign-origin` and `form.outdated` for forms that are not of this session's pages.
 */
export const deskRoute =
  (ports: DeskPorts, handler: DeskHandler): Route =>
  async (request) => {
    const posted = request.routeKey.startsWith('POST ');
    if (posted) ownOrigin(request, ports.district.siteUrl);
    const known = await signedIn(ports, request);
    if (!known) return posted ? sessionOver(ports, request) : ofDesk(seeOther(deskPaths.signInTo(deskAddress(request.url))));
    const { member, session } = known;
    const form = posted ? await formOf(ports, request, session) : new URLSearchParams();
    const csrf = await ports.seals.formToken(session.id);
    const kept = renewed(session, ports.clock.now());
    const answer = await handler({ member, session, csrf, form }, request);
    return ofDesk(answer, kept && [await sessionCookie(ports, kept)]);
  };

/** One function for these routes; what is refused or broken is told on a page of the desk. */
export const deskFunction = (ports: DeskPorts, routes: Routes): HttpFunction =>
  httpFunction(routes, {
    district: ports.district,
    problemPage: (request, { code, status, correlationId }) =>
      ofDesk(page(deskProblemPage(pageContext(ports, request), { code, ...(status >= 500 && { correlationId }) }), request, { status })),
  });

/** Whose session came with a request; undefined when there is none, or it is over. */
export async function signedIn(
  { seals, staff, clock }: DeskPorts,
  request: HttpRequest,
): Promise<{ readonly member: StaffMember; readonly session: DeskSession } | undefined> {
  const cookie = request.cookie(SESSION_COOKIE);
  const session = DeskSession.safeParse(cookie && (await seals.open('session', cookie)));
  if (!session.success) return undefined;
  const member = await staff.find(session.data.email);
  return member && !isOver(session.data, member, clock.now()) ? { member, session: session.data } : undefined;
}

/** A posted form that was drawn for this session. Throws `form.outdated`. */
export async function formOf({ seals }: DeskPorts, request: HttpRequest, session: DeskSession): Promise<URLSearchParams> {
  const form = formBody(request);
  if (!(await seals.isFormToken(session.id, form.get(FORM_TOKEN_FIELD) ?? ''))) throw new Refusal('form.outdated');
  return form;
}

function sessionOver(ports: DeskPorts, request: HttpRequest): HttpResponse {
  const html = deskSignInPage(pageContext(ports, request), { next: cameFrom(request, ports.district.siteUrl), notice: 'session-over' });
  return ofDesk(page(html, request, { status: 401 }));
}

/** The page a form was on; the form's own address may be none that can be shown. */
function cameFrom(request: HttpRequest, siteUrl: string): string {
  const from = request.header('referer') ?? '';
  return deskAddress(from.startsWith(`${siteUrl}/`) ? from.slice(siteUrl.length) : undefined);
}

/** What holds for every answer of the desk. A cookie the answer sets itself wins over one of the same name in `cookies`. */
export function ofDesk(answer: HttpResponse, cookies: readonly string[] = []): HttpResponse {
  const own = answer.cookies ?? [];
  const nameOf = (cookie: string): string => cookie.slice(0, cookie.indexOf('='));
  return {
    ...answer,
    // the origin of a form is only told where the referrer is
    headers: { ...answer.headers, 'cache-control': NO_STORE, 'referrer-policy': 'same-origin', 'x-robots-tag': 'noindex, nofollow' },
    cookies: [...cookies.filter((one) => !own.some((other) => nameOf(other) === nameOf(one))), ...own],
  };
}

const ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Lax';

/** A cookie no script reads and no form of another site sends. */
export const deskCookie = (name: string, value: string, ms: number): string =>
  `${name}=${value}; Max-Age=${Math.max(0, Math.floor(ms / SECOND))}; ${ATTRIBUTES}`;

export const forget = (name: string): string => deskCookie(name, '', 0);

export const sessionCookie = async ({ seals, clock }: DeskPorts, session: DeskSession): Promise<string> =>
  deskCookie(SESSION_COOKIE, await seals.seal('session', session), endsAt(session) - clock.now());
