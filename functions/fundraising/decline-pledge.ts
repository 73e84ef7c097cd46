/** `POST /api/campaigns/{campaignId}/pledges/{pledgeId}/decline`: staff say no to a pledge. */
import { declinePledge as contract } from '#contracts/api/fundraising-staff.ts';
import { declinePledge } from '#domain/fundraising/decide-pledge.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { moveRoute, type StaffFundraisingPorts, staffFunction, staffHandler } from './_staff-route.ts';

export const createHandler = (ports: StaffFundraisingPorts): HttpFunction =>
  staffFunction(
    ports,
    moveRoute(ports, contract, 'pledge.decide', ({ params, body, by }) =>
      declinePledge(ports)({ ...params, ...(body.reason !== undefined && { reason: body.reason }), by }),
    ),
  );

export const handler = staffHandler(createHandler);
