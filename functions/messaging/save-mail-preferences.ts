/**
 * `GET` and `POST /api/my-mail-preferences`, the page of it through the person's link, and what mail programs post to when somebody unsubscribes with one
 * click (RFC 8058).
 */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { links } from '#adapters/dynamo/links.ts';
import { mailPreferences } from '#adapters/dynamo/mail-preferences.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { systemClock } from '#adapters/system/clock.ts';
import * as contracts from '#contracts/api/mail-preferences.ts';
import {
  MAIL_PREFERENCES_FORM,
  MAIL_PREFERENCES_PAGE,
  mailPreferencePaths,
  SAVED_PARAMETER,
  UNSUBSCRIBE_FORM,
  UNSUBSCRIBE_PAGE,
} from '#contracts/mail-preference-pages.ts';
import { MailPreferences } from '#contracts/resources/mail-preferences.ts';
import type { ManageToken, PersonId } from '#contracts/values.ts';
import { type Preferences, preferencesOf } from '#domain/messaging/preferences.ts';
import { saveMailPreferences, stopMails } from '#domain/messaging/save-mail-preferences.ts';
import { ok } from '#domain/result.ts';
import type { Links } from '#domain/volunteering/ports.ts';
import { mailPreferencesBody, readMailPreferencesForm } from '#web/forms/mail-preferences-form.ts';
import { type MailPreferencesModel, mailPreferencesPage } from '#web/pages/mail-preferences.tsx';
import { apiRoute, manageToken } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import { formBody, ownOrigin, read } from '../_http/input.ts';
import { type PagePorts, pageContext, problemPage } from '../_http/pages.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page, seeOther } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { personOf, personOfBearer } from '../volunteering/_manage-route.ts';

type Ports = PagePorts & { readonly preferences: Preferences; readonly links: Pick<Links, 'resolve'> };

export function createHandler(ports: Ports): HttpFunction {
  const { district, preferences } = ports;
  const save = saveMailPreferences({ ...ports, languages: district.languages });
  const who = async (request: HttpRequest): Promise<{ readonly token: ManageToken; readonly personId: PersonId }> => {
    const token = manageToken(request.params.token);
    return { token, personId: await personOf(ports, token) };
  };
  const show = (request: HttpRequest, model: MailPreferencesModel, status = 200): HttpResponse => {
    const context = { ...pageContext(ports, request), url: mailPreferencePaths.page(model.token) };
    return page(mailPreferencesPage(context, model), request, { status, secret: true });
  };
  return httpFunction(
    {
      ...apiRoute(contracts.getMailPreferences, async ({ request }) =>
        ok(await preferencesOf(preferences, await personOfBearer(ports, request))),
      ),
      ...apiRoute(contracts.saveMailPreferences, async ({ request, body }) => save(await personOfBearer(ports, request), body)),
      [`${MAIL_PREFERENCES_PAGE.method} ${MAIL_PREFERENCES_PAGE.path}`]: async (request) => {
        const { token, personId } = await who(request);
        const isSaved = request.query.has(SAVED_PARAMETER);
        return show(request, { token, preferences: await preferencesOf(preferences, personId), isSaved });
      },
      [`${MAIL_PREFERENCES_FORM.method} ${MAIL_PREFERENCES_FORM.path}`]: async (request) => {
        ownOrigin(request, district.siteUrl, 'secret');
        const { token, personId } = await who(request);
        const values = readMailPreferencesForm(formBody(request));
        const chosen = read(MailPreferences, mailPreferencesBody(values));
        const outcome = chosen.ok ? await save(personId, chosen.data) : undefined;
        if (outcome?.ok) return seeOther(mailPreferencePaths.saved(token));
        const errors = outcome ? outcome.error.fields : chosen.ok ? [] : chosen.errors;
        return show(
          request,
          { token, preferences: await preferencesOf(preferences, personId), isSaved: false, form: { values, errors } },
          422,
        );
      },
      // opened by somebody whose mail program knows no better: opening changes nothing, scanners of links do it too
      [`${UNSUBSCRIBE_PAGE.method} ${UNSUBSCRIBE_PAGE.path}`]: async (request) =>
        seeOther(mailPreferencePaths.stop((await who(request)).token)),
      // from a mail program or its service: no cookie, no origin to check, the secret in the address is all there is. Whatever the body says, posting here means it
      [`${UNSUBSCRIBE_FORM.method} ${UNSUBSCRIBE_FORM.path}`]: async (request) => {
        const { token, personId } = await who(request);
        return show(request, { token, preferences: await stopMails(ports)(personId), isSaved: true });
      },
    },
    { district, problemPage: problemPage(ports) },
  );
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'MESSAGING_TABLE', 'DISTRICT']);
  const client = dynamoClient();
  return createHandler({
    links: links(tableOn(client, env.VOLUNTEERING_TABLE)),
    preferences: mailPreferences(tableOn(client, env.MESSAGING_TABLE)),
    clock: systemClock,
    district: env.DISTRICT,
  });
});
