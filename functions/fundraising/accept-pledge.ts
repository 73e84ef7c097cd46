/** `POST /api/campaigns/{campaignId}/pledges/{pledgeId}/accept`: staff say yes to a pledge. */
import { acceptPledge as contract } from '#contracts/api/fundraising-staff.ts';
import { acceptPledge } from '#domain/fundraising/decide-pledge.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { type MovePledgePorts, moveFunction, moveHandler, moveRoute } from './_staff-route.ts';

export const createHandler = (ports: MovePledgePorts): HttpFunction =>
  moveFunction(
    ports,
    moveRoute(ports, contract, 'pledge.decide', ({ params, by }) => acceptPledge(ports)({ ...params, by })),
  );

export const handler = moveHandler(createHandler);
