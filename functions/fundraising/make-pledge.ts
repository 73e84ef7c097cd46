/** `POST /api/pledges` and the pledge form with its review: both reach the same operation. */
import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { districtKey } from '#adapters/system/district-secret.ts';
import { people } from '#adapters/system/people.ts';
import { makePledge as contract } from '#contracts/api/fundraising.ts';
import { FORMS, paths } from '#contracts/pages.ts';
import { PROBLEM_STATUS } from '#contracts/problems.ts';
import type { PublicCampaign } from '#contracts/resources/campaign-view.ts';
import { PledgeRequest } from '#contracts/resources/pledge.ts';
import { RequestKey, Slug } from '#contracts/values.ts';
import { type BrowsePorts, getCampaign } from '#domain/fundraising/browse.ts';
import { type MakePledgeError, type MakePledgePorts, makePledge, previewPledge } from '#domain/fundraising/make-pledge.ts';
import { type PledgeFormValues, pledgeBody, readPledgeForm } from '#web/forms/index.ts';
import { type PledgeModel, pledgePage, pledgeReviewPage } from '#web/pages/index.ts';
import { apiRoute, requestKey } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import { formBody, ownOrigin, read } from '../_http/input.ts';
import { type PagePorts, pageContext, problemPage } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page, seeOther } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { fundraisingPorts } from './_ports.ts';

type Ports = MakePledgePorts & BrowsePorts & PagePorts;

export function createHandler(ports: Ports): HttpFunction {
  const make = makePledge(ports);
  return httpFunction(
    {
      ...apiRoute(contract, ({ body, request }) => make({ request: body, key: { kind: 'api', value: requestKey(request) } })),
      [`${FORMS.makePledge.method} ${FORMS.makePledge.path}`]: (request) => postForm(ports, make, request),
    },
    { district: ports.district, problemPage: problemPage(ports) },
  );
}

async function postForm(ports: Ports, make: ReturnType<typeof makePledge>, request: HttpRequest): Promise<HttpResponse> {
  ownOrigin(request, ports.district.siteUrl);
  const slug = Slug.safeParse(request.params.slug);
  const found = slug.success ? await getCampaign(ports)({ slug: slug.data }) : undefined;
  if (!found?.ok) throw new Refusal('campaign.not-found');
  const campaign = found.value;
  const { values, step } = readPledgeForm(formBody(request));
  // a machine filled the field people don't see: it is told nothing it could learn from, and nothing is kept
  if (values.trap !== '') return seeOther(paths.campaign(campaign.slug));
  if (step === 'edit') return showForm(ports, request, campaign, values, 200, { errors: [] });

  const { campaignId, levels } = campaign;
  const body = read(PledgeRequest, pledgeBody(values, { campaignId, language: request.language, levels }));
  if (!body.ok) return showForm(ports, request, campaign, values, 422, { errors: body.errors });
  const refused = (error: MakePledgeError): HttpResponse => {
    const status = PROBLEM_STATUS[error.code];
    if (error.code === 'request.invalid') return showForm(ports, request, campaign, values, status, { errors: error.fields });
    return showForm(ports, request, campaign, values, status, { errors: [], refusal: error.code });
  };
  if (step === 'review') {
    const preview = await previewPledge(ports)(body.data);
    if (!preview.ok) return refused(preview.error);
    const html = pledgeReviewPage(pageContext(ports, request), { campaign, values, request: body.data, commitment: preview.value });
    return page(html, request, { status: 200 });
  }
  const key = RequestKey.safeParse(values.formKey);
  const outcome = await make({ request: body.data, key: { kind: 'form', value: key.success ? key.data : '' } });
  return outcome.ok ? seeOther(paths.pledged(campaign.slug)) : refused(outcome.error);
}

/** The form again with all that was typed, and beside each field what is wrong with it. */
function showForm(
  ports: Ports,
  request: HttpRequest,
  campaign: PublicCampaign,
  values: PledgeFormValues,
  status: number,
  form: Omit<NonNullable<PledgeModel['form']>, 'values'>,
): HttpResponse {
  const html = pledgePage(pageContext(ports, request), { campaign, formKey: randomUUID(), form: { values, ...form } });
  return page(html, request, { status });
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['FUNDRAISING_TABLE', 'DISTRICT', 'DISTRICT_SECRET']);
  return createHandler({
    ...fundraisingPorts(env.FUNDRAISING_TABLE),
    people: people(districtKey(env.DISTRICT_SECRET)),
    district: env.DISTRICT,
    zone: env.DISTRICT.zone,
  });
});
