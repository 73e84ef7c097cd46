/** `POST /api/staff`: an admin invites somebody to the desk. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { districtKey } from '#adapters/system/district-secret.ts';
import { people } from '#adapters/system/people.ts';
import { inviteStaff as contract } from '#contracts/api/desk.ts';
import { inviteStaff } from '#domain/desk/change-staff.ts';
import type { People } from '#domain/ports.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { type StaffOfficePorts, staffOfficePorts } from './_ports.ts';
import { staffChange } from './_staff-page.ts';

export const createHandler = (ports: StaffOfficePorts & { readonly people: People }): HttpFunction =>
  staffChange(ports, contract, ({ body, member }) =>
    inviteStaff({ ...ports, languages: ports.district.languages })({ by: member.email, invitation: body }),
  );

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() =>
  createHandler({ ...staffOfficePorts(), people: people(districtKey(environment(['DISTRICT_SECRET']).DISTRICT_SECRET)) }),
);
