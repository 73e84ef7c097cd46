/** `POST /api/campaigns/{campaignId}/gifts`: staff record a gift of money. */
import { recordGift as contract } from '#contracts/api/fundraising-staff.ts';
import { recordGift } from '#domain/fundraising/record-gift.ts';
import { requestKey } from '../_http/api-route.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { type StaffFundraisingPorts, staffFunction, staffHandler, staffRoute } from './_staff-route.ts';

export const createHandler = (ports: StaffFundraisingPorts): HttpFunction =>
  staffFunction(
    ports,
    staffRoute(ports, contract, 'money.record', ({ params, body, request, by }) =>
      recordGift(ports)({ request: { ...params, ...body }, key: requestKey(request), by }),
    ),
  );

export const handler = staffHandler(createHandler);
