/** `POST /api/sign-ups/{signUpId}/cancel` and the manage page's forms, one of which is about several, for the holder of the manage link. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { cancelSignUp as contract } from '#contracts/api/volunteering.ts';
import { FORMS } from '#contracts/pages.ts';
import { MOST_CHOSEN } from '#contracts/resources/series.ts';
import { SignUpId } from '#contracts/values.ts';
import { ok, refused } from '#domain/result.ts';
import { cancelSignUp, cancelSignUps, type OwnSignUpPorts } from '#domain/volunteering/cancel-sign-up.ts';
import { MANAGE_FIELDS, readSignUpIds } from '#web/forms/index.ts';
import { apiRoute } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import { problemPage } from '../_http/pages.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { type ManagePorts, manageForm, personOfBearer } from './_manage-route.ts';
import { volunteeringPorts } from './_ports.ts';

export function createHandler(ports: OwnSignUpPorts & ManagePorts): HttpFunction {
  const cancel = cancelSignUp(ports);
  return httpFunction(
    {
      ...apiRoute(contract, async ({ params, request }) => cancel({ ...params, personId: await personOfBearer(ports, request) })),
      ...manageForm(
        ports,
        FORMS.cancelSignUp,
        (posted) => (posted.has(MANAGE_FIELDS.several) ? 'cancelledDates' : posted.has(MANAGE_FIELDS.waits) ? 'left' : 'cancelled'),
        readCancelled,
        cancelSignUps(ports),
      ),
    },
    { district: ports.district, problemPage: problemPage(ports) },
  );
}

const SignUpIds = z.array(SignUpId).check(z.minLength(1), z.maxLength(MOST_CHOSEN));

function readCancelled(posted: URLSearchParams) {
  const signUpIds = SignUpIds.safeParse(readSignUpIds(posted));
  return signUpIds.success ? ok({ signUpIds: signUpIds.data }) : refused({ code: 'request.invalid' as const, ofDates: true as const });
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'DISTRICT']);
  return createHandler({ ...volunteeringPorts(env.VOLUNTEERING_TABLE), district: env.DISTRICT });
});
