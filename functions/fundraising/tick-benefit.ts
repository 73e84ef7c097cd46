/** `POST /api/campaigns/{campaignId}/pledges/{pledgeId}/benefits`: staff tick off what a sponsor got. */
import { tickBenefit as contract } from '#contracts/api/fundraising-staff.ts';
import { tickBenefit } from '#domain/fundraising/benefits.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { type MovePledgePorts, moveFunction, moveHandler, moveRoute } from './_staff-route.ts';

export const createHandler = (ports: MovePledgePorts): HttpFunction =>
  moveFunction(
    ports,
    moveRoute(ports, contract, 'pledge.decide', ({ params, body: { benefit, givenOn }, by }) =>
      tickBenefit(ports)({ ...params, by, benefit, ...(givenOn !== undefined && { givenOn }) }),
    ),
  );

export const handler = moveHandler(createHandler);
