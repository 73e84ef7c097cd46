/** `POST /api/my-pledge/logo/remove` and the form of a sponsor's page. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { s3Client, uploads } from '#adapters/s3/uploads.ts';
import { removeLogo as contract } from '#contracts/api/fundraising.ts';
import { FORMS } from '#contracts/pages.ts';
import { removeLogo } from '#domain/fundraising/logo.ts';
import type { Uploads } from '#domain/uploads.ts';
import { apiRoute, bearerToken } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import { problemPage } from '../_http/pages.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { type MyPledgePorts, moveOfOwn, myPledgePorts, pledgeOf } from './_pledge-route.ts';

export function createHandler(ports: MyPledgePorts & { readonly uploads: Uploads }): HttpFunction {
  const remove = removeLogo(ports);
  return httpFunction(
    {
      ...apiRoute(contract, async ({ request }) => remove(await pledgeOf(ports, bearerToken(request)))),
      [`${FORMS.removeLogo.method} ${FORMS.removeLogo.path}`]: moveOfOwn(ports, remove, 'logo-removed'),
    },
    { district: ports.district, problemPage: problemPage(ports) },
  );
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() =>
  createHandler({ ...myPledgePorts(), uploads: uploads(s3Client(), environment(['UPLOADS_BUCKET']).UPLOADS_BUCKET) }),
);
