/** `POST /api/sign-ups/{signUpId}/places` and the manage page's form, for the holder of the manage link. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { changePlaces as contract } from '#contracts/api/volunteering.ts';
import { FORMS } from '#contracts/pages.ts';
import { ChangePlacesRequest } from '#contracts/resources/sign-up.ts';
import { ok, refused } from '#domain/result.ts';
import type { OwnSignUpPorts } from '#domain/volunteering/cancel-sign-up.ts';
import { changePlaces } from '#domain/volunteering/change-places.ts';
import { changePlacesBody, MANAGE_FIELDS } from '#web/forms/index.ts';
import { apiRoute } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import { problemPage } from '../_http/pages.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { type ManagePorts, manageForm, personOfBearer } from './_manage-route.ts';
import { volunteeringPorts } from './_ports.ts';

export function createHandler(ports: OwnSignUpPorts & ManagePorts): HttpFunction {
  const change = changePlaces(ports);
  return httpFunction(
    {
      ...apiRoute(contract, async ({ params, body, request }) =>
        change({ ...params, ...body, personId: await personOfBearer(ports, request) }),
      ),
      ...manageForm(ports, FORMS.changePlaces, (posted) => (posted.has(MANAGE_FIELDS.waits) ? 'wanted' : 'places'), readPlaces, change),
    },
    { district: ports.district, problemPage: problemPage(ports) },
  );
}

function readPlaces(posted: URLSearchParams) {
  const body = ChangePlacesRequest.safeParse(changePlacesBody(posted));
  return body.success ? ok(body.data) : refused({ code: 'request.invalid' as const });
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'DISTRICT']);
  return createHandler({ ...volunteeringPorts(env.VOLUNTEERING_TABLE), district: env.DISTRICT });
});
