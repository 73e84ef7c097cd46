/** `POST /api/campaigns/{campaignId}/pledges/{pledgeId}/accept`: staff say yes to a pledge. */
import { acceptPledge as contract } from '#contracts/api/fundraising-staff.ts';
import { acceptPledge } from '#domain/fundraising/decide-pledge.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { moveRoute, type StaffFundraisingPorts, staffFunction, staffHandler } from './_staff-route.ts';

export const createHandler = (ports: StaffFundraisingPorts): HttpFunction =>
  staffFunction(
    ports,
    moveRoute(ports, contract, 'pledge.decide', ({ params, by }) => acceptPledge(ports)({ ...params, by })),
  );

export const handler = staffHandler(createHandler);
