/** `POST /api/links` and its form: "send me my link". Answers the same whether the address is known or not. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { districtKey } from '#adapters/system/district-secret.ts';
import { people } from '#adapters/system/people.ts';
import { sendLink as contract } from '#contracts/api/volunteering.ts';
import { FORMS, paths } from '#contracts/pages.ts';
import { SendLinkRequest } from '#contracts/resources/sign-up.ts';
import { sendLink } from '#domain/volunteering/send-link.ts';
import { readSendLinkForm, sendLinkBody } from '#web/forms/index.ts';
import { sendLinkPage } from '#web/pages/index.ts';
import { apiRoute } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import { formBody, ownOrigin, read } from '../_http/input.ts';
import { type PagePorts, pageContext, problemPage } from '../_http/pages.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page, seeOther } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { volunteeringPorts } from './_ports.ts';

type Ports = Parameters<typeof sendLink>[0] & PagePorts;

export function createHandler(ports: Ports): HttpFunction {
  const send = sendLink(ports);
  const postForm = async (request: HttpRequest): Promise<HttpResponse> => {
    ownOrigin(request, ports.district.siteUrl);
    const values = readSendLinkForm(formBody(request));
    if (values.trap !== '') return seeOther(paths.linkSent);
    const body = read(SendLinkRequest, sendLinkBody(values, request.language));
    if (!body.ok) {
      const html = sendLinkPage(pageContext(ports, request), { form: { email: values.email, errors: body.errors } });
      return page(html, request, { status: 422 });
    }
    await send(body.data);
    return seeOther(paths.linkSent);
  };
  return httpFunction(
    {
      ...apiRoute(contract, ({ body }) => send(body)),
      [`${FORMS.sendLink.method} ${FORMS.sendLink.path}`]: postForm,
    },
    { district: ports.district, problemPage: problemPage(ports) },
  );
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'DISTRICT', 'DISTRICT_SECRET']);
  return createHandler({
    ...volunteeringPorts(env.VOLUNTEERING_TABLE),
    people: people(districtKey(env.DISTRICT_SECRET)),
    district: env.DISTRICT,
  });
});
