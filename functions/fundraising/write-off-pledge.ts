/** `POST /api/campaigns/{campaignId}/pledges/{pledgeId}/write-off`: staff give up what is missing of a pledge. */
import { writeOffPledge as contract } from '#contracts/api/fundraising-staff.ts';
import { writeOffPledge } from '#domain/fundraising/decide-pledge.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { type MovePledgePorts, moveFunction, moveHandler, moveRoute } from './_staff-route.ts';

export const createHandler = (ports: MovePledgePorts): HttpFunction =>
  moveFunction(
    ports,
    moveRoute(ports, contract, 'money.record', ({ params, body, by }) => writeOffPledge(ports)({ ...params, ...body, by })),
  );

export const handler = moveHandler(createHandler);
