/** `POST /api/sign-ups/{signUpId}/move` and the manage page's form, for the holder of the manage link. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { moveSignUp as contract } from '#contracts/api/volunteering.ts';
import { FORMS } from '#contracts/pages.ts';
import { MoveSignUpRequest } from '#contracts/resources/sign-up.ts';
import { ok, refused } from '#domain/result.ts';
import { type MoveSignUpPorts, moveSignUp } from '#domain/volunteering/move-sign-up.ts';
import { moveSignUpBody } from '#web/forms/index.ts';
import { apiRoute } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import { problemPage } from '../_http/pages.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { type ManagePorts, manageForm, personOfBearer } from './_manage-route.ts';
import { volunteeringPorts } from './_ports.ts';

export function createHandler(ports: MoveSignUpPorts & ManagePorts): HttpFunction {
  const move = moveSignUp(ports);
  return httpFunction(
    {
      ...apiRoute(contract, async ({ params, body, request }) =>
        move({ ...params, ...body, personId: await personOfBearer(ports, request) }),
      ),
      ...manageForm(ports, FORMS.moveSignUp, 'moved', readTarget, move),
    },
    { district: ports.district, problemPage: problemPage(ports) },
  );
}

function readTarget(posted: URLSearchParams) {
  const body = MoveSignUpRequest.safeParse(moveSignUpBody(posted));
  return body.success ? ok(body.data) : refused({ code: 'request.invalid' as const });
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'DISTRICT']);
  return createHandler({ ...volunteeringPorts(env.VOLUNTEERING_TABLE), district: env.DISTRICT });
});
