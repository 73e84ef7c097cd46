/** `POST /api/my-feedback/{opportunityId}`, and the page of it through the person's link: how it was, and what to do again or differently. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { feedback } from '#adapters/dynamo/feedback.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import { answerFeedback as contract } from '#contracts/api/volunteering-feedback.ts';
import { FEEDBACK_FORM, FEEDBACK_PAGE, feedbackPaths, GIVEN_PARAMETER } from '#contracts/feedback-pages.ts';
import { PROBLEM_STATUS } from '#contracts/problems.ts';
import { FeedbackToGive } from '#contracts/resources/feedback.ts';
import { type ManageToken, OpportunityId } from '#contracts/values.ts';
import { answerFeedback, type FeedbackPorts, myFeedback, type OfFeedback } from '#domain/volunteering/feedback.ts';
import type { Links } from '#domain/volunteering/ports.ts';
import { feedbackBody, readFeedbackForm } from '#web/forms/feedback-form.ts';
import { type FeedbackModel, feedbackPage } from '#web/pages/feedback.tsx';
import { apiRoute, manageToken } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import { formBody, ownOrigin, read } from '../_http/input.ts';
import { type PagePorts, pageContext, problemPage } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page, seeOther } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { personOf, personOfBearer } from './_manage-route.ts';
import { volunteeringPorts } from './_ports.ts';

type Ports = FeedbackPorts & PagePorts & { readonly links: Links };

export function createHandler(ports: Ports): HttpFunction {
  const give = answerFeedback(ports);
  const about = async (request: HttpRequest): Promise<OfFeedback & { readonly token: ManageToken }> => {
    const token = manageToken(request.params.token);
    const personId = await personOf(ports, token);
    const opportunityId = OpportunityId.safeParse(request.params.opportunityId);
    if (!opportunityId.success) throw new Refusal('sign-up.not-found');
    return { token, personId, opportunityId: opportunityId.data };
  };
  const show = async (
    request: HttpRequest,
    { token, ...of }: OfFeedback & { readonly token: ManageToken },
    model: Pick<FeedbackModel, 'form' | 'isGiven'>,
    status = 200,
  ): Promise<HttpResponse> => {
    const mine = await myFeedback(ports)(of);
    if (!mine.ok) throw new Refusal(mine.error.code);
    const context = { ...pageContext(ports, request), url: feedbackPaths.page(token, of.opportunityId) };
    return page(feedbackPage(context, { token, mine: mine.value, ...model }), request, { status, secret: true });
  };
  return httpFunction(
    {
      ...apiRoute(contract, async ({ request, params, body }) =>
        give({ ...params, personId: await personOfBearer(ports, request), answer: body }),
      ),
      [`${FEEDBACK_PAGE.method} ${FEEDBACK_PAGE.path}`]: async (request) =>
        show(request, await about(request), { isGiven: request.query.has(GIVEN_PARAMETER) }),
      [`${FEEDBACK_FORM.method} ${FEEDBACK_FORM.path}`]: async (request) => {
        ownOrigin(request, ports.district.siteUrl, 'secret');
        const { token, ...of } = await about(request);
        const values = readFeedbackForm(formBody(request));
        const answer = read(FeedbackToGive, feedbackBody(values, request.language));
        if (!answer.ok) return show(request, { token, ...of }, { isGiven: false, form: { values, errors: answer.errors } }, 422);
        const outcome = await give({ ...of, answer: answer.data });
        if (outcome.ok) return seeOther(feedbackPaths.given(token, of.opportunityId));
        if (outcome.error.code === 'sign-up.not-found' || outcome.error.code === 'request.conflict') throw new Refusal(outcome.error.code);
        // the page says itself why there is nothing to answer
        return show(request, { token, ...of }, { isGiven: false }, PROBLEM_STATUS[outcome.error.code]);
      },
    },
    { district: ports.district, problemPage: problemPage(ports) },
  );
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'DISTRICT']);
  const client = dynamoClient();
  return createHandler({
    ...volunteeringPorts(env.VOLUNTEERING_TABLE),
    feedback: feedback(tableOn(client, env.VOLUNTEERING_TABLE), transactionsOn(client, env.VOLUNTEERING_TABLE)),
    district: env.DISTRICT,
  });
});
