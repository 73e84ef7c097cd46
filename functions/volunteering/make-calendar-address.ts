/** The address of a person's own calendar, for the holder of their manage link: its page, its three forms and the operations of the API. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { ownCalendarAddresses } from '#adapters/dynamo/calendar-addresses.ts';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { districtKey } from '#adapters/system/district-secret.ts';
import { endCalendarAddress, makeCalendarAddress, replaceCalendarAddress } from '#contracts/api/volunteering-calendar.ts';
import {
  CALENDAR_ADDRESS_PAGE,
  CALENDAR_FORMS,
  calendarPaths,
  SEEN_ADDRESS_FIELD,
  tokenInFile,
  webcal,
} from '#contracts/calendar-pages.ts';
import { type CalendarAddress, CalendarToken } from '#contracts/resources/calendar.ts';
import type { ManageToken, PersonId } from '#contracts/values.ts';
import { ok } from '#domain/result.ts';
import type { OwnCalendarAddress, OwnCalendarAddresses } from '#domain/volunteering/calendar-ports.ts';
import { addressExpiry } from '#domain/volunteering/person-calendar.ts';
import { calendarAddressPage } from '#web/pages/index.ts';
import { apiRoute, bearerToken, manageToken } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction, type Route } from '../_http/http-function.ts';
import { formBody, ownOrigin } from '../_http/input.ts';
import { pageContext, problemPage } from '../_http/pages.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page, seeOther } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { type ManagePorts, personOf } from './_manage-route.ts';
import { volunteeringPorts } from './_ports.ts';

type Ports = Pick<ManagePorts, 'links' | 'clock' | 'district'> & { readonly calendarAddresses: OwnCalendarAddresses };

/** What the page says was done. */
const DONE = ['ended', 'replaced'] as const;

export function createHandler(ports: Ports): HttpFunction {
  const { calendarAddresses: addresses, clock, district } = ports;
  const shown = ({ token, since }: OwnCalendarAddress): CalendarAddress => {
    const url = `${district.siteUrl}${calendarPaths.own(token)}`;
    return { url, webcal: webcal(url), since };
  };
  const make = (personId: PersonId) => addresses.make(personId, clock.now(), addressExpiry(clock.now()));
  const replace = (personId: PersonId, seen: string | null) => {
    const token = CalendarToken.safeParse(tokenInFile(seen?.split('/').at(-1)));
    return token.success ? addresses.replace(personId, token.data, clock.now(), addressExpiry(clock.now())) : make(personId);
  };
  const end = (personId: PersonId) => addresses.end(personId, clock.now());
  const personOfBearer = (request: HttpRequest): Promise<PersonId> => personOf(ports, bearerToken(request));

  const form =
    (done: (typeof DONE)[number] | undefined, run: (personId: PersonId, posted: URLSearchParams) => Promise<unknown>): Route =>
    async (request) => {
      ownOrigin(request, district.siteUrl, 'secret');
      const token = manageToken(request.params.token);
      await run(await personOf(ports, token), formBody(request));
      return seeOther(`${calendarPaths.address(token)}${done === undefined ? '' : `?done=${done}`}`);
    };
  const show: Route = async (request) => {
    const token: ManageToken = manageToken(request.params.token);
    const address = await addresses.find(await personOf(ports, token), clock.now());
    const done = DONE.find((one) => one === request.query.get('done'));
    const context = { ...pageContext(ports, request), url: calendarPaths.address(token) };
    const model = { token, ...(address && { address: shown(address) }), ...(done && { done }) };
    return page(calendarAddressPage(context, model), request, { secret: true });
  };
  const key = ({ method, path }: { readonly method: string; readonly path: string }): string => `${method} ${path}`;

  return httpFunction(
    {
      ...apiRoute(makeCalendarAddress, async ({ request }) => ok(shown(await make(await personOfBearer(request))))),
      ...apiRoute(replaceCalendarAddress, async ({ request, body }) => ok(shown(await replace(await personOfBearer(request), body.seen)))),
      ...apiRoute(endCalendarAddress, async ({ request }) => {
        await end(await personOfBearer(request));
        return ok({});
      }),
      [key(CALENDAR_ADDRESS_PAGE)]: show,
      [key(CALENDAR_FORMS.makeCalendarAddress)]: form(undefined, make),
      [key(CALENDAR_FORMS.replaceCalendarAddress)]: form('replaced', (personId, posted) =>
        replace(personId, posted.get(SEEN_ADDRESS_FIELD)),
      ),
      [key(CALENDAR_FORMS.endCalendarAddress)]: form('ended', end),
    },
    { district, problemPage: problemPage(ports) },
  );
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'DISTRICT', 'DISTRICT_SECRET']);
  return createHandler({
    ...volunteeringPorts(env.VOLUNTEERING_TABLE),
    calendarAddresses: ownCalendarAddresses(tableOn(dynamoClient(), env.VOLUNTEERING_TABLE), districtKey(env.DISTRICT_SECRET)),
    district: env.DISTRICT,
  });
});
