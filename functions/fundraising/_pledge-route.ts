/** What all routes of one pledge share: the token of the manage link, in its address or as a bearer token, and the sponsor's page with what went wrong. */
import { paths } from '#contracts/pages.ts';
import { PROBLEM_STATUS, type ProblemCode } from '#contracts/problems.ts';
import type { ManageToken } from '#contracts/values.ts';
import type { BrowsePorts } from '#domain/fundraising/browse.ts';
import type { MovePorts } from '#domain/fundraising/move-pledge.ts';
import { myPledge } from '#domain/fundraising/my-pledge.ts';
import type { PledgeLinks, PledgeRef } from '#domain/fundraising/ports.ts';
import type { Clock } from '#domain/ports.ts';
import type { Result } from '#domain/result.ts';
import { type MyPledgeModel, myPledgePage } from '#web/pages/index.ts';
import { manageToken } from '../_http/api-route.ts';
import type { Route } from '../_http/http-function.ts';
import { formBody, ownOrigin } from '../_http/input.ts';
import { type PagePorts, pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page, seeOther } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { fundraisingPorts } from './_ports.ts';

export type MyPledgePorts = BrowsePorts & MovePorts & PagePorts & { readonly pledgeLinks: PledgeLinks };

export function myPledgePorts() {
  const env = environment(['FUNDRAISING_TABLE', 'DISTRICT']);
  return { ...fundraisingPorts(env.FUNDRAISING_TABLE), district: env.DISTRICT, zone: env.DISTRICT.zone };
}

/** The pledge behind a token. Unknown, altered and expired links are refused alike. */
export async function pledgeOf(
  { pledgeLinks, clock }: { readonly pledgeLinks: PledgeLinks; readonly clock: Clock },
  token: ManageToken,
): Promise<PledgeRef> {
  const found = await pledgeLinks.resolve(token, clock.now());
  if (!found) throw new Refusal('link.invalid');
  return found;
}

/** The pledge that a form of its own page was posted for. */
export async function ownPledge(
  ports: MyPledgePorts,
  request: HttpRequest,
): Promise<{ readonly token: ManageToken; readonly ref: PledgeRef }> {
  ownOrigin(request, ports.district.siteUrl, 'secret');
  const token = manageToken(request.params.token);
  return { token, ref: await pledgeOf(ports, token) };
}

/** The sponsor's page again, with what went wrong. */
export async function showMyPledge(
  ports: MyPledgePorts,
  request: HttpRequest,
  token: ManageToken,
  ref: PledgeRef,
  status: number,
  wrong: Pick<MyPledgeModel, 'problem' | 'correction'>,
): Promise<HttpResponse> {
  const mine = await myPledge(ports)(ref);
  if (!mine.ok) throw new Refusal('link.invalid');
  const context = { ...pageContext(ports, request), url: paths.managePledge(token) };
  return page(myPledgePage(context, { token, pledge: mine.value, ...wrong }), request, { status, secret: true });
}

/** The form of a sponsor's page that makes a move and needs nothing but the pledge. */
export const moveOfOwn =
  <Code extends ProblemCode>(
    ports: MyPledgePorts,
    move: (ref: PledgeRef) => Promise<Result<unknown, { readonly code: Code }>>,
    done: NonNullable<MyPledgeModel['notice']>,
  ): Route =>
  async (request) => {
    const { token, ref } = await ownPledge(ports, request);
    formBody(request);
    const outcome = await move(ref);
    if (outcome.ok) return seeOther(`${paths.managePledge(token)}?done=${done}`);
    const { code } = outcome.error;
    return showMyPledge(ports, request, token, ref, PROBLEM_STATUS[code], { problem: code });
  };
