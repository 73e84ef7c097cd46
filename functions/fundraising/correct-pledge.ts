/** `POST /api/my-pledge/details` and the form of a sponsor's page. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { correctPledge as contract } from '#contracts/api/fundraising.ts';
import { FORMS, paths } from '#contracts/pages.ts';
import { PROBLEM_STATUS } from '#contracts/problems.ts';
import { PledgeCorrection } from '#contracts/resources/pledge.ts';
import { correctPledge } from '#domain/fundraising/correct-pledge.ts';
import { correctionBody, readCorrectionForm } from '#web/forms/index.ts';
import { apiRoute, bearerToken } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction, type Route } from '../_http/http-function.ts';
import { formBody, read } from '../_http/input.ts';
import { problemPage } from '../_http/pages.ts';
import { type HttpResponse, seeOther } from '../_http/respond.ts';
import { live } from '../_runtime/live.ts';
import { type MyPledgePorts, myPledgePorts, ownPledge, pledgeOf, showMyPledge } from './_pledge-route.ts';

export function createHandler(ports: MyPledgePorts): HttpFunction {
  const correct = correctPledge(ports);
  const postForm: Route = async (request) => {
    const { token, ref } = await ownPledge(ports, request);
    const values = readCorrectionForm(formBody(request));
    const body = read(PledgeCorrection, correctionBody(values));
    if (!body.ok) return showMyPledge(ports, request, token, ref, 422, { correction: { values, errors: body.errors } });
    const outcome = await correct(ref, body.data);
    if (outcome.ok) return seeOther(`${paths.managePledge(token)}?done=corrected`);
    const { error } = outcome;
    const shown = error.code === 'request.invalid' ? { correction: { values, errors: error.fields } } : { problem: error.code };
    return showMyPledge(ports, request, token, ref, PROBLEM_STATUS[error.code], shown);
  };
  return httpFunction(
    {
      ...apiRoute(contract, async ({ request, body }) => correct(await pledgeOf(ports, bearerToken(request)), body)),
      [`${FORMS.correctPledge.method} ${FORMS.correctPledge.path}`]: postForm,
    },
    { district: ports.district, problemPage: problemPage(ports) },
  );
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => createHandler(myPledgePorts()));
