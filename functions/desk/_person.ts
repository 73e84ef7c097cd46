/** Privacy requests. The address comes in a body, never in a URL; the history gets an id. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { deletions } from '#adapters/dynamo/deletions.ts';
import { figures } from '#adapters/dynamo/figures.ts';
import { fundraisingOfPerson } from '#adapters/dynamo/fundraising-of-person.ts';
import { mailPreferences } from '#adapters/dynamo/mail-preferences.ts';
import { mailTraces } from '#adapters/dynamo/mail-traces.ts';
import { opportunities } from '#adapters/dynamo/opportunities.ts';
import { removalsOn } from '#adapters/dynamo/removals.ts';
import { staffDirectory } from '#adapters/dynamo/staff-directory.ts';
import { staffHistory } from '#adapters/dynamo/staff-history.ts';
import { suppressions } from '#adapters/dynamo/suppressions.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import { volunteerTraces } from '#adapters/dynamo/volunteer-traces.ts';
import { deskSeals } from '#adapters/identity/seals.ts';
import { staffTokens } from '#adapters/identity/staff-tokens.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { deskKey, districtKey } from '#adapters/system/district-secret.ts';
import { people } from '#adapters/system/people.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { PersonRecord } from '#contracts/resources/person-record.ts';
import { isAnythingToDo, isNobody, planOf } from '#domain/desk/deletion-plan.ts';
import type { StaffHistory } from '#domain/ports.ts';
import { type DeskPrivacyModel, deskPrivacyPage } from '#web/desk/index.ts';
import { type DeskPorts, type DeskVisit, readerOf } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { pageContext } from '../_http/pages.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import type { StaffPorts } from '../_http/staff.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import type { PersonPorts } from './_person-record.ts';

export type PrivacyPorts = StaffPorts & DeskPorts & PersonPorts & { readonly deskHistory: Pick<StaffHistory, 'add'> };

export function showPrivacy(
  ports: DeskPorts,
  visit: DeskVisit,
  request: HttpRequest,
  {
    status,
    found,
    ...more
  }: Pick<DeskPrivacyModel, 'email' | 'wrong' | 'done' | 'retention'> & { readonly status?: number; readonly found?: PersonRecord } = {},
): HttpResponse {
  const html = deskPrivacyPage(
    { ...pageContext(ports, request), url: deskPaths.privacy },
    {
      reader: readerOf(visit),
      ...more,
      ...(found && {
        found: { record: found, isNobody: isNobody(found), canDelete: isAnythingToDo(found, planOf(found, ports.clock.now())) },
      }),
    },
  );
  return page(html, request, { status: status ?? 200 });
}

/** The real ports of everything that finds people. */
export function personPorts() {
  const env = environment([
    'DESK_TABLE',
    'VOLUNTEERING_TABLE',
    'FUNDRAISING_TABLE',
    'MESSAGING_TABLE',
    'DESK_SECRET',
    'DISTRICT_SECRET',
    'STAFF_ISSUER',
    'STAFF_CLIENT',
    'DISTRICT',
  ]);
  const client = dynamoClient();
  const desk = tableOn(client, env.DESK_TABLE);
  return {
    ...tracesPorts(env),
    staff: staffDirectory(desk),
    staffTokens: staffTokens(env.STAFF_ISSUER, env.STAFF_CLIENT),
    seals: deskSeals(deskKey(env.DESK_SECRET)),
    people: people(districtKey(env.DISTRICT_SECRET)),
    deskHistory: staffHistory(desk),
    district: env.DISTRICT,
    clock: systemClock,
  };
}

/** What is kept of people, in all tables. */
export function tracesPorts(env: {
  readonly DESK_TABLE: string;
  readonly VOLUNTEERING_TABLE: string;
  readonly FUNDRAISING_TABLE: string;
  readonly MESSAGING_TABLE: string;
}) {
  const client = dynamoClient();
  const volunteering = tableOn(client, env.VOLUNTEERING_TABLE);
  const messaging = tableOn(client, env.MESSAGING_TABLE);
  return {
    traces: volunteerTraces(volunteering, removalsOn(client, env.VOLUNTEERING_TABLE)),
    figures: figures(volunteering, transactionsOn(client, env.VOLUNTEERING_TABLE)),
    opportunities: opportunities(volunteering, systemClock),
    fundraisingOfPerson: fundraisingOfPerson(tableOn(client, env.FUNDRAISING_TABLE)),
    mailTraces: mailTraces(messaging, removalsOn(client, env.MESSAGING_TABLE)),
    preferences: mailPreferences(messaging),
    suppressions: suppressions(messaging, transactionsOn(client, env.MESSAGING_TABLE)),
    deletions: deletions(tableOn(client, env.DESK_TABLE), removalsOn(client, env.DESK_TABLE)),
  };
}

export const privacyHandler = (createHandler: (ports: PrivacyPorts) => HttpFunction) =>
  live<APIGatewayProxyEventV2, Context, HttpResponse>(() => createHandler(personPorts()));
