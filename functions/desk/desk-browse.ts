/** All reading operations of the desk itself. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { staffDirectory } from '#adapters/dynamo/staff-directory.ts';
import { staffRegister } from '#adapters/dynamo/staff-register.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import { staffTokens } from '#adapters/identity/staff-tokens.ts';
import * as contracts from '#contracts/api/desk.ts';
import type { District } from '#contracts/district.ts';
import { mayDoSomewhere } from '#domain/desk/authorise.ts';
import { listStaff } from '#domain/desk/change-staff.ts';
import type { StaffRegister } from '#domain/desk/ports.ts';
import { type HistorySource, monthOfHistory } from '#domain/desk/search-history.ts';
import { ok, refused } from '#domain/result.ts';
import { apiRoute } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { type StaffPorts, staffOf } from '../_http/staff.ts';
import { staffApiRoute } from '../_http/staff-operation.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { historySources } from './_history.ts';
import { previewOf, type RetentionLookPorts, retentionLookPorts } from './_retention.ts';
import { ofDistrict } from './_staff-page.ts';

type Ports = StaffPorts &
  RetentionLookPorts & { readonly register: StaffRegister; readonly district: District; readonly histories: readonly HistorySource[] };

export function createHandler(ports: Ports): HttpFunction {
  return httpFunction(
    {
      ...staffApiRoute(ports, {
        ...ofDistrict,
        operation: contracts.listStaff,
        action: 'staff.manage',
        seenBy: 'staff.manage',
        run: async () => ok(await listStaff(ports)()),
      }),
      ...staffApiRoute(ports, {
        ...ofDistrict,
        operation: contracts.previewRetention,
        action: 'privacy.manage',
        seenBy: 'privacy.manage',
        run: async () => ok(await previewOf(ports)),
      }),
      ...apiRoute(contracts.listHistory, async ({ query, request }) => {
        const member = await staffOf(ports, request);
        // what of it is theirs, each entry says
        if (!mayDoSomewhere(member, 'history.read')) return refused({ code: 'staff.not-allowed' });
        return ok(await monthOfHistory(ports)({ member, month: query.month }));
      }),
    },
    ports,
  );
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['DESK_TABLE', 'STAFF_ISSUER', 'STAFF_CLIENT', 'DISTRICT']);
  const client = dynamoClient();
  const desk = tableOn(client, env.DESK_TABLE);
  return createHandler({
    staff: staffDirectory(desk),
    register: staffRegister(desk, transactionsOn(client, env.DESK_TABLE)),
    staffTokens: staffTokens(env.STAFF_ISSUER, env.STAFF_CLIENT),
    district: env.DISTRICT,
    histories: historySources(),
    ...retentionLookPorts(),
  });
});
