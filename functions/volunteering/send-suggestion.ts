/** `POST /api/schools/{schoolId}/suggestions`, and a school's suggestion box with its form: anyone puts something in, without a name. */

import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { suggestionBox } from '#adapters/dynamo/suggestions.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { sendSuggestion as contract } from '#contracts/api/volunteering-suggestions.ts';
import type { School } from '#contracts/resources/school.ts';
import { SuggestionToSend } from '#contracts/resources/suggestion.ts';
import { SENT_PARAMETER, SUGGESTION_FORM, SUGGESTION_PAGE, suggestionPaths } from '#contracts/suggestion-pages.ts';
import { Slug } from '#contracts/values.ts';
import { refused } from '#domain/result.ts';
import type { Schools } from '#domain/volunteering/ports.ts';
import { type SendSuggestionPorts, sendSuggestion } from '#domain/volunteering/suggestions.ts';
import { readSuggestionForm, suggestionBody } from '#web/forms/suggestion-form.ts';
import { type SuggestionBoxModel, suggestionBoxPage } from '#web/pages/suggestion-box.tsx';
import { apiRoute, requestKey } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import { formBody, ownOrigin, read } from '../_http/input.ts';
import { type PagePorts, pageContext, problemPage } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page, seeOther } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { volunteeringPorts } from './_ports.ts';

type Ports = SendSuggestionPorts & PagePorts & { readonly schools: Pick<Schools, 'find' | 'bySlug'> };

export function createHandler(ports: Ports): HttpFunction {
  const send = sendSuggestion(ports);
  const schoolOf = async (request: HttpRequest): Promise<School> => {
    const slug = Slug.safeParse(request.params.slug);
    const school = slug.success ? await ports.schools.bySlug(slug.data) : undefined;
    if (!school) throw new Refusal('school.not-found');
    return school;
  };
  const show = (request: HttpRequest, school: School, model: Pick<SuggestionBoxModel, 'form' | 'isSent'>, status = 200): HttpResponse => {
    const context = { ...pageContext(ports, request), url: suggestionPaths.box(school.slug) };
    return page(suggestionBoxPage(context, { school, formKey: randomUUID(), ...model }), request, { status });
  };
  return httpFunction(
    {
      ...apiRoute(contract, async ({ params: { schoolId }, body, request }) => {
        if (!(await ports.schools.find(schoolId))) return refused({ code: 'school.not-found' });
        return send({ schoolId, suggestion: body, key: { kind: 'api', value: requestKey(request) } });
      }),
      [`${SUGGESTION_PAGE.method} ${SUGGESTION_PAGE.path}`]: async (request) =>
        show(request, await schoolOf(request), { isSent: request.query.has(SENT_PARAMETER) }),
      [`${SUGGESTION_FORM.method} ${SUGGESTION_FORM.path}`]: async (request) => {
        ownOrigin(request, ports.district.siteUrl);
        const school = await schoolOf(request);
        const values = readSuggestionForm(formBody(request));
        const sent = seeOther(suggestionPaths.sent(school.slug));
        if (values.trap !== '') return sent;
        const body = read(SuggestionToSend, suggestionBody(values, request.language));
        if (!body.ok) return show(request, school, { isSent: false, form: { text: values.text, errors: body.errors } }, 422);
        await send({ schoolId: school.schoolId, suggestion: body.data, key: { kind: 'form', value: values.key } });
        return sent;
      },
    },
    { district: ports.district, problemPage: problemPage(ports) },
  );
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'DISTRICT']);
  return createHandler({
    ...volunteeringPorts(env.VOLUNTEERING_TABLE),
    suggestions: suggestionBox(tableOn(dynamoClient(), env.VOLUNTEERING_TABLE)),
    district: env.DISTRICT,
  });
});
