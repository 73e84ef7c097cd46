/** `POST /api/sign-ups` and the sign-up form: both reach the same operation. */
import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { districtKey } from '#adapters/system/district-secret.ts';
import { people } from '#adapters/system/people.ts';
import { signUp as contract } from '#contracts/api/sign-up.ts';
import { FORMS, paths } from '#contracts/pages.ts';
import type { FieldProblem } from '#contracts/problems.ts';
import { SignUpRequest } from '#contracts/resources/sign-up.ts';
import { OpportunityId, RequestKey } from '#contracts/values.ts';
import { getOpportunity } from '#domain/volunteering/browse.ts';
import type { Schools } from '#domain/volunteering/ports.ts';
import { type SignUpError, type SignUpPorts, signUp } from '#domain/volunteering/sign-up.ts';
import { isTrapped, readSignUpForm, type SignUpFormValues, signUpBody } from '#web/forms/index.ts';
import { opportunityPage } from '#web/pages/index.ts';
import { apiRoute, refusal, requestKey } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import { formBody, ownOrigin, read } from '../_http/input.ts';
import { type PagePorts, pageContext, problemPage } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page, seeOther } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { signUpPorts } from './_ports.ts';

type Ports = SignUpPorts & PagePorts & { readonly schools: Schools };

export function createHandler(ports: Ports): HttpFunction {
  const run = signUp(ports);
  return httpFunction(
    {
      ...apiRoute(contract, ({ body, request }) => run({ request: body, key: { kind: 'api', value: requestKey(request) } })),
      [`${FORMS.signUp.method} ${FORMS.signUp.path}`]: (request) => postForm(ports, run, request),
    },
    { district: ports.district, problemPage: problemPage(ports) },
  );
}

async function postForm(ports: Ports, run: ReturnType<typeof signUp>, request: HttpRequest): Promise<HttpResponse> {
  ownOrigin(request, ports.district.siteUrl);
  const opportunityId = OpportunityId.safeParse(request.params.opportunityId);
  if (!opportunityId.success) throw new Refusal('opportunity.not-found');
  const values = readSignUpForm(formBody(request));
  // a machine filled the field people don't see: it is told nothing it could learn from, and nothing is kept
  if (isTrapped(values)) return seeOther(paths.opportunity(opportunityId.data));

  const body = read(SignUpRequest, signUpBody(values, { opportunityId: opportunityId.data, language: request.language }));
  const show = (status: number, form: { errors: readonly FieldProblem[] } & Partial<AllRefused>) =>
    showAgain(ports, request, opportunityId.data, values, status, form);
  if (!body.ok) return show(422, { errors: body.errors });

  const key = RequestKey.safeParse(values.formKey);
  const outcome = await run({ request: body.data, key: { kind: 'form', value: key.success ? key.data : '' } });
  if (outcome.ok) return seeOther(paths.signedUp(outcome.value.receipt));
  switch (outcome.error.code) {
    case 'request.invalid':
      return show(422, { errors: outcome.error.fields });
    case 'sign-up.all-refused':
      return show(409, { errors: [], results: outcome.error.results, alternatives: outcome.error.alternatives });
    default:
      throw refusal(outcome.error);
  }
}

type AllRefused = Pick<Extract<SignUpError, { code: 'sign-up.all-refused' }>, 'results' | 'alternatives'>;

/** The page again with all that was typed, and beside each field what is wrong with it. */
async function showAgain(
  ports: Ports,
  request: HttpRequest,
  opportunityId: OpportunityId,
  values: SignUpFormValues,
  status: number,
  form: { readonly errors: readonly FieldProblem[] } & Partial<AllRefused>,
): Promise<HttpResponse> {
  const found = await getOpportunity(ports)({ opportunityId });
  if (!found.ok) throw new Refusal('opportunity.not-found');
  const html = opportunityPage(pageContext(ports, request), {
    opportunity: found.value,
    formKey: randomUUID(),
    form: { values, ...form },
  });
  return page(html, request, { status });
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'DISTRICT', 'DISTRICT_SECRET']);
  return createHandler({
    ...signUpPorts(env.VOLUNTEERING_TABLE),
    people: people(districtKey(env.DISTRICT_SECRET)),
    district: env.DISTRICT,
  });
});
