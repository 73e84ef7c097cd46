/** All reading operations of staff in volunteering: who comes to each slot of an opportunity. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { staffDirectory } from '#adapters/dynamo/staff-directory.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { staffTokens } from '#adapters/identity/staff-tokens.ts';
import { getRoster } from '#contracts/api/volunteering-people.ts';
import type { District } from '#contracts/district.ts';
import { ok } from '#domain/result.ts';
import { roster } from '#domain/volunteering/roster.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import type { HttpResponse } from '../_http/respond.ts';
import type { StaffPorts } from '../_http/staff.ts';
import { staffApiRoute } from '../_http/staff-operation.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { ofPeople, type RosterPorts } from './_people.ts';
import { volunteeringPorts } from './_ports.ts';

export function createHandler(ports: StaffPorts & RosterPorts & { readonly district: District }): HttpFunction {
  return httpFunction(
    staffApiRoute(
      ports,
      ofPeople(ports, getRoster, 'people.read', async (state) => ok(await roster(ports)(state))),
    ),
    ports,
  );
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'DESK_TABLE', 'STAFF_ISSUER', 'STAFF_CLIENT', 'DISTRICT']);
  return createHandler({
    ...volunteeringPorts(env.VOLUNTEERING_TABLE),
    staff: staffDirectory(tableOn(dynamoClient(), env.DESK_TABLE)),
    staffTokens: staffTokens(env.STAFF_ISSUER, env.STAFF_CLIENT),
    district: env.DISTRICT,
  });
});
