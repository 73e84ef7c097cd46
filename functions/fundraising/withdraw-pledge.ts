/** `POST /api/my-pledge/withdraw` and the form of a sponsor's page. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { withdrawPledge as contract } from '#contracts/api/fundraising.ts';
import { FORMS, paths } from '#contracts/pages.ts';
import { PROBLEM_STATUS } from '#contracts/problems.ts';
import type { BrowsePorts } from '#domain/fundraising/browse.ts';
import type { MovePorts } from '#domain/fundraising/move-pledge.ts';
import { myPledge, withdrawPledge } from '#domain/fundraising/my-pledge.ts';
import type { PledgeLinks } from '#domain/fundraising/ports.ts';
import { myPledgePage } from '#web/pages/index.ts';
import { apiRoute, bearerToken, manageToken } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction, type Route } from '../_http/http-function.ts';
import { formBody, ownOrigin } from '../_http/input.ts';
import { type PagePorts, pageContext, problemPage } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import { type HttpResponse, page, seeOther } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { pledgeOf } from './_pledge-route.ts';
import { fundraisingPorts } from './_ports.ts';

type Ports = BrowsePorts & MovePorts & PagePorts & { readonly pledgeLinks: PledgeLinks };

export function createHandler(ports: Ports): HttpFunction {
  const withdraw = withdrawPledge(ports);
  const postForm: Route = async (request) => {
    ownOrigin(request, ports.district.siteUrl, 'secret');
    formBody(request);
    const token = manageToken(request.params.token);
    const ref = await pledgeOf(ports, token);
    const outcome = await withdraw(ref);
    if (outcome.ok) return seeOther(`${paths.managePledge(token)}?done=withdrawn`);
    const { code } = outcome.error;
    const mine = await myPledge(ports)(ref);
    if (!mine.ok) throw new Refusal('link.invalid');
    const context = { ...pageContext(ports, request), url: paths.managePledge(token) };
    return page(myPledgePage(context, { token, pledge: mine.value, problem: code }), request, {
      status: PROBLEM_STATUS[code],
      secret: true,
    });
  };
  return httpFunction(
    {
      ...apiRoute(contract, async ({ request }) => withdraw(await pledgeOf(ports, bearerToken(request)))),
      [`${FORMS.withdrawPledge.method} ${FORMS.withdrawPledge.path}`]: postForm,
    },
    { district: ports.district, problemPage: problemPage(ports) },
  );
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['FUNDRAISING_TABLE', 'DISTRICT']);
  return createHandler({ ...fundraisingPorts(env.FUNDRAISING_TABLE), district: env.DISTRICT, zone: env.DISTRICT.zone });
});
