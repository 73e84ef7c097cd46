/** `POST /api/campaigns/{campaignId}/gifts`: staff record a gift of money. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { districtKey } from '#adapters/system/district-secret.ts';
import { people } from '#adapters/system/people.ts';
import { recordGift as contract } from '#contracts/api/fundraising-staff.ts';
import { recordGift } from '#domain/fundraising/record-gift.ts';
import type { People } from '#domain/ports.ts';
import { requestKey } from '../_http/api-route.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { type StaffFundraisingPorts, staffFunction, staffFundraisingPorts, staffRoute } from './_staff-route.ts';

export const createHandler = (ports: StaffFundraisingPorts & { readonly people: People }): HttpFunction =>
  staffFunction(
    ports,
    staffRoute(ports, contract, 'money.record', ({ params, body, request, by }) =>
      recordGift(ports)({ request: { ...params, ...body }, key: requestKey(request), by }),
    ),
  );

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() =>
  createHandler({ ...staffFundraisingPorts(), people: people(districtKey(environment(['DISTRICT_SECRET']).DISTRICT_SECRET)) }),
);
