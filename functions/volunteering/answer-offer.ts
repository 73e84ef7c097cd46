/** `POST /api/sign-ups/{signUpId}/offer` and the manage page's form: the holder of the manage link accepts what is offered from the waitlist, or passes. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { answerOffer as contract } from '#contracts/api/volunteering.ts';
import { FORMS } from '#contracts/pages.ts';
import { AnswerOfferRequest } from '#contracts/resources/sign-up.ts';
import { ok, refused } from '#domain/result.ts';
import { answerOffer } from '#domain/volunteering/answer-offer.ts';
import type { OwnSignUpPorts } from '#domain/volunteering/cancel-sign-up.ts';
import { answerOfferBody, MANAGE_FIELDS } from '#web/forms/index.ts';
import { apiRoute } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import { problemPage } from '../_http/pages.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { type ManagePorts, manageForm, personOfBearer } from './_manage-route.ts';
import { volunteeringPorts } from './_ports.ts';

export function createHandler(ports: OwnSignUpPorts & ManagePorts): HttpFunction {
  const answer = answerOffer(ports);
  const done = (posted: URLSearchParams) => (posted.get(MANAGE_FIELDS.answer) === 'accept' ? 'accepted' : 'passed');
  return httpFunction(
    {
      ...apiRoute(contract, async ({ params, body, request }) =>
        answer({ ...params, ...body, personId: await personOfBearer(ports, request) }),
      ),
      ...manageForm(ports, FORMS.answerOffer, done, readAnswer, answer),
    },
    { district: ports.district, problemPage: problemPage(ports) },
  );
}

function readAnswer(posted: URLSearchParams) {
  const body = AnswerOfferRequest.safeParse(answerOfferBody(posted));
  return body.success ? ok(body.data) : refused({ code: 'request.invalid' as const });
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'DISTRICT']);
  return createHandler({ ...volunteeringPorts(env.VOLUNTEERING_TABLE), district: env.DISTRICT });
});
