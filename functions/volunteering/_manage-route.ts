/**
 * What the operations on one's own sign-up share: the JSON route with a bearer token, and the manage page's form with the token in its
 * address. After a form the person is back on the page, which says what was done or why not.
 */
import { type FORMS, paths } from '#contracts/pages.ts';
import { PROBLEM_STATUS, type ProblemCode } from '#contracts/problems.ts';
import type { MySignUp } from '#contracts/resources/sign-up.ts';
import { type ManageToken, type PersonId, SignUpId } from '#contracts/values.ts';
import type { Result } from '#domain/result.ts';
import { type MySignUpsPorts, mySignUps } from '#domain/volunteering/my-sign-ups.ts';
import type { Links } from '#domain/volunteering/ports.ts';
import { readSignUpId } from '#web/forms/index.ts';
import { type ManageModel, managePage } from '#web/pages/index.ts';
import { bearerToken, manageToken } from '../_http/api-route.ts';
import type { Route, Routes } from '../_http/http-function.ts';
import { formBody, ownOrigin } from '../_http/input.ts';
import { type PagePorts, pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { page, seeOther } from '../_http/respond.ts';

export type ManagePorts = MySignUpsPorts & PagePorts & { readonly links: Links };

/** The person behind a token. Unknown, altered and expired links are refused alike. */
type KnowsLinks = Pick<ManagePorts, 'clock'> & { readonly links: Pick<Links, 'resolve'> };

export async function personOf({ links, clock }: KnowsLinks, token: ManageToken): Promise<PersonId> {
  const link = await links.resolve(token, clock.now());
  if (!link) throw new Refusal('link.invalid');
  return link.personId;
}

export const personOfBearer = (ports: KnowsLinks, request: HttpRequest): Promise<PersonId> => personOf(ports, bearerToken(request));

/** What the page says was done. */
export type Done = NonNullable<ManageModel['notice']>['kind'];

interface Refused {
  readonly code: ProblemCode;
  /** The one it is about, of several. */
  readonly signUpId?: SignUpId;
  /** It is about which dates were ticked. */
  readonly ofDates?: true;
  readonly placesLeft?: number;
}

export function manageForm<Command>(
  ports: ManagePorts,
  form: (typeof FORMS)[keyof typeof FORMS],
  done: Done | ((posted: URLSearchParams) => Done),
  read: (posted: URLSearchParams) => Result<Command, Refused>,
  run: (command: Command & { readonly personId: PersonId; readonly signUpId: SignUpId }) => Promise<Result<MySignUp, Refused>>,
): Routes {
  const route: Route = async (request) => {
    ownOrigin(request, ports.district.siteUrl, 'secret');
    const token = manageToken(request.params.token);
    const personId = await personOf(ports, token);
    const posted = formBody(request);
    const signUpId = SignUpId.safeParse(readSignUpId(posted));
    if (!signUpId.success) throw new Refusal('sign-up.not-found');
    const command = read(posted);
    const outcome = command.ok ? await run({ ...command.value, personId, signUpId: signUpId.data }) : command;
    if (outcome.ok)
      return seeOther(`${paths.manage(token)}?done=${typeof done === 'string' ? done : done(posted)}.${outcome.value.signUpId}`);
    if (outcome.error.code === 'sign-up.not-found') throw new Refusal('sign-up.not-found');
    return showProblem(ports, request, token, personId, outcome.error.signUpId ?? signUpId.data, outcome.error);
  };
  return { [`${form.method} ${form.path}`]: route };
}

async function showProblem(
  ports: ManagePorts,
  request: HttpRequest,
  token: ManageToken,
  personId: PersonId,
  signUpId: SignUpId,
  { code, placesLeft, ofDates }: Refused,
) {
  const mine = await mySignUps(ports)({ personId });
  if (!mine.ok) throw new Refusal('link.invalid');
  const context = { ...pageContext(ports, request), url: paths.manage(token) };
  const html = managePage(context, {
    token,
    mine: mine.value,
    problem: { signUpId, code, ...(placesLeft !== undefined && { placesLeft }), ...(ofDates && { ofDates }) },
  });
  return page(html, request, { status: PROBLEM_STATUS[code], secret: true });
}
