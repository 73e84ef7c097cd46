/** `POST /api/campaigns/{campaignId}/pledges/{pledgeId}/decline`: staff say no to a pledge. */
import { declinePledge as contract } from '#contracts/api/fundraising-staff.ts';
import { declinePledge } from '#domain/fundraising/decide-pledge.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { type MovePledgePorts, moveFunction, moveHandler, moveRoute } from './_staff-route.ts';

export const createHandler = (ports: MovePledgePorts): HttpFunction =>
  moveFunction(
    ports,
    moveRoute(ports, contract, 'pledge.decide', ({ params, body, by }) =>
      declinePledge(ports)({ ...params, ...(body.reason !== undefined && { reason: body.reason }), by }),
    ),
  );

export const handler = moveHandler(createHandler);
