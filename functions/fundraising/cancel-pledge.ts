/** `POST /api/campaigns/{campaignId}/pledges/{pledgeId}/cancel`: staff cancel a pledge on its sponsor's word. */
import { cancelPledge as contract } from '#contracts/api/fundraising-staff.ts';
import { cancelPledge } from '#domain/fundraising/decide-pledge.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { type MovePledgePorts, moveFunction, moveHandler, moveRoute } from './_staff-route.ts';

export const createHandler = (ports: MovePledgePorts): HttpFunction =>
  moveFunction(
    ports,
    moveRoute(ports, contract, 'pledge.decide', ({ params, by }) => cancelPledge(ports)({ ...params, by })),
  );

export const handler = moveHandler(createHandler);
