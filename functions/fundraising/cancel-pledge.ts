/** `POST /api/campaigns/{campaignId}/pledges/{pledgeId}/cancel`: staff cancel a pledge on its sponsor's word. */
import { cancelPledge as contract } from '#contracts/api/fundraising-staff.ts';
import { cancelPledge } from '#domain/fundraising/decide-pledge.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { moveRoute, type StaffFundraisingPorts, staffFunction, staffHandler } from './_staff-route.ts';

export const createHandler = (ports: StaffFundraisingPorts): HttpFunction =>
  staffFunction(
    ports,
    moveRoute(ports, contract, 'pledge.decide', ({ params, by }) => cancelPledge(ports)({ ...params, by })),
  );

export const handler = staffHandler(createHandler);
