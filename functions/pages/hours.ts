/**
 * A person's yearly statement of hours, as a page and as a file, through their manage link. A function of its own: it has the fonts and the drawing of files
 * that papers need, and reads sign-ups, which those of sponsors must not.
 */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { HOURS_PAGES, hoursPaths } from '#contracts/hours-pages.ts';
import type { HoursStatement } from '#contracts/resources/documents.ts';
import { dayAt } from '#domain/days.ts';
import { organisationOf } from '#domain/organisation.ts';
import { hoursOf, type MyHours, myHours, type Year, yearsWithHours } from '#domain/volunteering/my-hours.ts';
import { hoursPage } from '#web/documents/hours-page.tsx';
import { documentPdf } from '#web/documents/pdf.ts';
import { manageToken } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import { pageContext, problemPage } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { bytes, type HttpResponse, page } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { type ManagePorts, personOf } from '../volunteering/_manage-route.ts';
import { volunteeringPorts } from '../volunteering/_ports.ts';

const PDF = '.pdf';

export function createHandler(ports: ManagePorts): HttpFunction {
  const { district, clock } = ports;
  const hoursBehind = async (request: HttpRequest): Promise<MyHours> => {
    const mine = await myHours(ports)({ personId: await personOf(ports, manageToken(request.params.token)) });
    if (!mine.ok) throw new Refusal('link.invalid');
    return mine.value;
  };
  const statementOf = (mine: MyHours, year: Year, { language }: HttpRequest): HoursStatement => ({
    kind: 'hours-statement',
    language,
    issuedOn: dayAt(clock.now(), district.zone),
    organisation: organisationOf(district),
    personName: mine.name,
    from: year.from,
    until: year.until,
    hours: hoursOf(mine, year),
  });
  const show = (request: HttpRequest, mine: MyHours, year: Year | undefined): HttpResponse => {
    const token = manageToken(request.params.token);
    const context = { ...pageContext(ports, request), url: year ? hoursPaths.ofYear(token, year.name) : hoursPaths.hours(token) };
    const html = hoursPage(context, {
      token,
      years: yearsWithHours(mine).map(({ name }) => name),
      uncounted: mine.uncounted,
      ...(year && { shown: { year: year.name, facts: statementOf(mine, year, request) } }),
    });
    return page(html, request, { secret: true });
  };
  return httpFunction(
    {
      [`GET ${HOURS_PAGES.hours.path}`]: async (request) => {
        const mine = await hoursBehind(request);
        return show(request, mine, yearsWithHours(mine)[0]);
      },
      [`GET ${HOURS_PAGES.hoursOfYear.path}`]: async (request) => {
        const mine = await hoursBehind(request);
        const asked = request.params.year ?? '';
        const name = asked.endsWith(PDF) ? asked.slice(0, -PDF.length) : asked;
        const year = yearsWithHours(mine).find((one) => one.name === name);
        if (!year) throw new Refusal('route.not-found');
        if (name === asked) return show(request, mine, year);
        return bytes(await documentPdf(statementOf(mine, year, request)), 'application/pdf', `hours-${name}.pdf`);
      },
    },
    { district, problemPage: problemPage(ports) },
  );
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'DISTRICT']);
  return createHandler({ ...volunteeringPorts(env.VOLUNTEERING_TABLE), district: env.DISTRICT });
});
