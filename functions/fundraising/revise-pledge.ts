/** `POST /api/campaigns/{campaignId}/pledges/{pledgeId}/revise`: staff change level, sum or plan of a pledge. */
import { revisePledge as contract } from '#contracts/api/fundraising-staff.ts';
import { revisePledge } from '#domain/fundraising/decide-pledge.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { type MovePledgePorts, moveFunction, moveHandler, moveRoute } from './_staff-route.ts';

export const createHandler = (ports: MovePledgePorts): HttpFunction =>
  moveFunction(
    ports,
    moveRoute(ports, contract, 'pledge.decide', ({ params, body, by }) =>
      revisePledge(ports)({ ...params, commitment: body.commitment, ...(body.reason !== undefined && { reason: body.reason }), by }),
    ),
  );

export const handler = moveHandler(createHandler);
