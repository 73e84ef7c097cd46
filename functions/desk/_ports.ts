/** The real ports of the district's office, each made when it is asked for. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { schools } from '#adapters/dynamo/schools.ts';
import { staffDirectory } from '#adapters/dynamo/staff-directory.ts';
import { staffRegister } from '#adapters/dynamo/staff-register.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import { deskSeals } from '#adapters/identity/seals.ts';
import { staffTokens } from '#adapters/identity/staff-tokens.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { deskKey } from '#adapters/system/district-secret.ts';
import type { DeskPorts } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import type { HttpResponse } from '../_http/respond.ts';
import type { StaffPorts } from '../_http/staff.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import type { StaffPagePorts } from './_staff-page.ts';

export type StaffOfficePorts = StaffPorts & StaffPagePorts;

/** Wires a function that changes the directory. */
export const staffOfficeHandler = (createHandler: (ports: StaffOfficePorts) => HttpFunction) =>
  live<APIGatewayProxyEventV2, Context, HttpResponse>(() => createHandler(staffOfficePorts()));

export function staffOfficePorts() {
  const env = environment(['STAFF_ISSUER', 'STAFF_CLIENT']);
  return { ...directoryPorts(), staffTokens: staffTokens(env.STAFF_ISSUER, env.STAFF_CLIENT) };
}

export function directoryPorts() {
  const env = environment(['DESK_TABLE', 'VOLUNTEERING_TABLE', 'DESK_SECRET', 'DISTRICT']);
  const client = dynamoClient();
  const desk = tableOn(client, env.DESK_TABLE);
  return {
    staff: staffDirectory(desk),
    register: staffRegister(desk, transactionsOn(client, env.DESK_TABLE)),
    schools: schools(tableOn(client, env.VOLUNTEERING_TABLE), systemClock),
    seals: deskSeals(deskKey(env.DESK_SECRET)),
    district: env.DISTRICT,
    clock: systemClock,
  } satisfies DeskPorts & Record<string, unknown>;
}
