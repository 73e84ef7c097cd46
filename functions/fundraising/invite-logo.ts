/** `POST /api/my-pledge/logo` and the page with the form to send a logo. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { s3Client, uploads } from '#adapters/s3/uploads.ts';
import { inviteLogo as contract } from '#contracts/api/fundraising.ts';
import { LOGO_SENT_PARAMETER, PAGES, paths } from '#contracts/pages.ts';
import { PROBLEM_STATUS } from '#contracts/problems.ts';
import { type InviteLogoPorts, inviteLogo } from '#domain/fundraising/logo.ts';
import { logoFormPage } from '#web/pages/index.ts';
import { apiRoute, bearerToken, manageToken } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction, type Route } from '../_http/http-function.ts';
import { pageContext, problemPage } from '../_http/pages.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { type MyPledgePorts, myPledgePorts, pledgeOf, showMyPledge } from './_pledge-route.ts';

export function createHandler(ports: MyPledgePorts & InviteLogoPorts): HttpFunction {
  const backTo = (path: string) => (uploadId: string) => `${ports.district.siteUrl}${path}?${LOGO_SENT_PARAMETER}=${uploadId}`;
  const showForm: Route = async (request) => {
    const token = manageToken(request.params.token);
    const ref = await pledgeOf(ports, token);
    const invited = await inviteLogo(ports)(ref, backTo(paths.managePledge(token)));
    if (!invited.ok) return showMyPledge(ports, request, token, ref, PROBLEM_STATUS[invited.error.code], { problem: invited.error.code });
    const context = { ...pageContext(ports, request), url: paths.logoForm(token) };
    const html = logoFormPage(context, { token, invitation: invited.value });
    return page(html, request, { secret: true, formsTo: new URL(invited.value.url).origin });
  };
  return httpFunction(
    {
      ...apiRoute(contract, async ({ request }) => inviteLogo(ports)(await pledgeOf(ports, bearerToken(request)), backTo(paths.home))),
      [`GET ${PAGES.logoForm.path}`]: showForm,
    },
    { district: ports.district, problemPage: problemPage(ports) },
  );
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() =>
  createHandler({ ...myPledgePorts(), uploads: uploads(s3Client(), environment(['UPLOADS_BUCKET']).UPLOADS_BUCKET) }),
);
