/** `POST /api/campaigns/{campaignId}/pledges/{pledgeId}/benefits`: staff tick off what a sponsor got. */
import { tickBenefit as contract } from '#contracts/api/fundraising-staff.ts';
import { tickBenefit } from '#domain/fundraising/benefits.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { moveRoute, type StaffFundraisingPorts, staffFunction, staffHandler } from './_staff-route.ts';

export const createHandler = (ports: StaffFundraisingPorts): HttpFunction =>
  staffFunction(
    ports,
    moveRoute(ports, contract, 'pledge.decide', ({ params, body: { benefit, givenOn }, by }) =>
      tickBenefit(ports)({ ...params, by, benefit, ...(givenOn !== undefined && { givenOn }) }),
    ),
  );

export const handler = staffHandler(createHandler);
