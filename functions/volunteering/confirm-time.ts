/**
 * `POST /api/sign-ups/{signUpId}/time` and the manage page's form: the holder of the manage link says that the time to which a slot was moved still
 * suits. The form may say so of several at once, as the API does one by one.
 */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { signUpTimes } from '#adapters/dynamo/sign-up-times.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import { confirmTime as contract } from '#contracts/api/volunteering.ts';
import { FORMS } from '#contracts/pages.ts';
import { MOST_CHOSEN } from '#contracts/resources/series.ts';
import { ConfirmTimeRequest } from '#contracts/resources/sign-up.ts';
import { type PersonId, SignUpId } from '#contracts/values.ts';
import { ok, refused } from '#domain/result.ts';
import { type ConfirmTimePorts, confirmTime } from '#domain/volunteering/confirm-time.ts';
import { confirmTimesBody } from '#web/forms/index.ts';
import { apiRoute } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import { problemPage } from '../_http/pages.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { type ManagePorts, manageForm, personOfBearer } from './_manage-route.ts';
import { volunteeringPorts } from './_ports.ts';

const Times = z.array(z.extend(ConfirmTimeRequest, { signUpId: SignUpId })).check(z.minLength(1), z.maxLength(MOST_CHOSEN));

export function createHandler(ports: ConfirmTimePorts & ManagePorts): HttpFunction {
  const confirm = confirmTime(ports);
  /** Of several the answer is that of the first that was taken: the page asks again about what was not. */
  const confirmAll = async ({ personId, times }: { readonly personId: PersonId; readonly times: z.infer<typeof Times> }) => {
    const outcomes = await Promise.all(times.map((one) => confirm({ ...one, personId })));
    return outcomes.find(({ ok: isTaken }) => isTaken) ?? outcomes[0] ?? refused({ code: 'sign-up.not-found' as const });
  };
  return httpFunction(
    {
      ...apiRoute(contract, async ({ params, body, request }) =>
        confirm({ ...params, ...body, personId: await personOfBearer(ports, request) }),
      ),
      ...manageForm(ports, FORMS.confirmTime, 'stays', readTimes, confirmAll),
    },
    { district: ports.district, problemPage: problemPage(ports) },
  );
}

function readTimes(posted: URLSearchParams) {
  const times = Times.safeParse(confirmTimesBody(posted));
  return times.success ? ok({ times: times.data }) : refused({ code: 'request.invalid' as const });
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'DISTRICT']);
  const times = signUpTimes(transactionsOn(dynamoClient(), env.VOLUNTEERING_TABLE));
  return createHandler({ ...volunteeringPorts(env.VOLUNTEERING_TABLE), times, district: env.DISTRICT });
});
