/** `POST /api/my-pledge/logo/remove` and the form of a sponsor's page. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { removeLogo as contract } from '#contracts/api/fundraising.ts';
import { FORMS } from '#contracts/pages.ts';
import { removeLogo } from '#domain/fundraising/logo.ts';
import { apiRoute, bearerToken } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import { problemPage } from '../_http/pages.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { live } from '../_runtime/live.ts';
import { type MyPledgePorts, moveOfOwn, myPledgePorts, pledgeOf } from './_pledge-route.ts';

export function createHandler(ports: MyPledgePorts): HttpFunction {
  const remove = removeLogo(ports);
  return httpFunction(
    {
      ...apiRoute(contract, async ({ request }) => remove(await pledgeOf(ports, bearerToken(request)))),
      [`${FORMS.removeLogo.method} ${FORMS.removeLogo.path}`]: moveOfOwn(ports, remove, 'logo-removed'),
    },
    { district: ports.district, problemPage: problemPage(ports) },
  );
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => createHandler(myPledgePorts()));
