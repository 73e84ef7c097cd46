/** `POST /api/campaigns/{campaignId}/pledges/{pledgeId}/write-off`: staff give up what is missing of a pledge. */
import { writeOffPledge as contract } from '#contracts/api/fundraising-staff.ts';
import { writeOffPledge } from '#domain/fundraising/decide-pledge.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { moveRoute, type StaffFundraisingPorts, staffFunction, staffHandler } from './_staff-route.ts';

export const createHandler = (ports: StaffFundraisingPorts): HttpFunction =>
  staffFunction(
    ports,
    moveRoute(ports, contract, 'money.record', ({ params, body, by }) => writeOffPledge(ports)({ ...params, ...body, by })),
  );

export const handler = staffHandler(createHandler);
