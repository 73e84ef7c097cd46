/** Calendars to subscribe to: a school's, for anyone, and a person's own. A function of its own: what asks for them comes by the clock, and in numbers. */
import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { readCalendars } from '#adapters/dynamo/calendar-addresses.ts';
import { calendarSources } from '#adapters/dynamo/calendar-sources.ts';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { schools } from '#adapters/dynamo/schools.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { feedText } from '#adapters/icalendar/feeds.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { CALENDAR_PAGES, tokenInFile } from '#contracts/calendar-pages.ts';
import { CalendarToken } from '#contracts/resources/calendar.ts';
import { Slug } from '#contracts/values.ts';
import { iso } from '#domain/time.ts';
import type { CalendarSources, ReadCalendar, ReadCalendars } from '#domain/volunteering/calendar-ports.ts';
import { addressExpiry, isToRenew, personCalendar } from '#domain/volunteering/person-calendar.ts';
import type { Schools } from '#domain/volunteering/ports.ts';
import { schoolCalendar } from '#domain/volunteering/school-calendar.ts';
import { ownFeed, schoolFeed } from '#web/calendars/index.ts';
import { conditional } from '../_http/conditional.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import { type PagePorts, problemPage } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { file, type HttpResponse } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';

export type CalendarPorts = PagePorts & {
  readonly schools: Schools;
  readonly calendarSources: CalendarSources;
  readonly readCalendars: ReadCalendars;
};

const TYPE = 'text/calendar; charset=utf-8';
/** For how long what stands between may give a school's calendar as it was. Calendar programs ask at most once an hour. */
const KEPT_SECONDS = 300;

export function createHandler(ports: CalendarPorts): HttpFunction {
  return httpFunction(
    {
      [`GET ${CALENDAR_PAGES.schoolCalendar.path}`]: (request) => ofSchool(ports, request),
      [`GET ${CALENDAR_PAGES.ownCalendar.path}`]: (request) => own(ports, request),
    },
    { district: ports.district, problemPage: problemPage(ports) },
  );
}

async function ofSchool(ports: CalendarPorts, request: HttpRequest): Promise<HttpResponse> {
  const { district } = ports;
  const slug = Slug.safeParse(request.params.slug);
  const found = slug.success ? await schoolCalendar(ports)({ slug: slug.data }) : undefined;
  if (!found?.ok) throw new Refusal('school.not-found');
  const { school, changedAt } = found.value;
  // anyone may keep the answer, so it depends on the address alone: not on a cookie, not on what a calendar program prefers
  const language = request.chosenLanguage ?? district.languages[0] ?? request.language;
  const text = feedText(schoolFeed({ district, language }, found.value), district);
  const answer = file(text, TYPE, `public, max-age=${KEPT_SECONDS}`, {
    'content-language': language,
    'content-disposition': `inline; filename="${school.slug}.ics"`,
  });
  return conditional(request, { etag: tagOf(text), lastModified: changedAt }, answer);
}

async function own(ports: CalendarPorts, request: HttpRequest): Promise<HttpResponse> {
  const { district, clock, readCalendars } = ports;
  const token = CalendarToken.safeParse(tokenInFile(request.params.file));
  const now = clock.now();
  const known = token.success ? await readCalendars.resolve(token.data, now) : undefined;
  if (!token.success || !known) throw new Refusal('route.not-found');
  const calendar = await personCalendar(ports)(known);
  const language = request.chosenLanguage ?? calendar.language ?? district.languages[0] ?? request.language;
  const text = feedText(ownFeed({ district, language }, calendar), district);
  const said = await noted(ports, token.data, known, tagOf(text), now);
  const answer = file(text, TYPE, 'private, no-cache', {
    'content-language': language,
    'content-disposition': 'inline; filename="my-sign-ups.ics"',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
  return conditional(request, { etag: said.tag, lastModified: said.since }, answer);
}

/** Since when the calendar says what it says. Written when that changes, and once in a while so that an address that is used does not run out. */
async function noted({ readCalendars }: CalendarPorts, token: CalendarToken, { said, expiresAt }: ReadCalendar, tag: string, now: number) {
  const same = said?.tag === tag ? said : undefined;
  const says = same ?? { tag, since: iso(now) };
  const renew = isToRenew(expiresAt, now);
  if (same === undefined || renew) await readCalendars.note(token, { said: says, expiresAt: renew ? addressExpiry(now) : expiresAt });
  return says;
}

/** Strong: it stands for these very bytes. */
const tagOf = (text: string): string => `"${createHash('sha256').update(text).digest('base64url')}"`;

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'DISTRICT']);
  const table = tableOn(dynamoClient(), env.VOLUNTEERING_TABLE);
  return createHandler({
    schools: schools(table, systemClock),
    calendarSources: calendarSources(table, systemClock),
    readCalendars: readCalendars(table),
    clock: systemClock,
    district: env.DISTRICT,
  });
});
