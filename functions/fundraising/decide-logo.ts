/** `POST /api/campaigns/{campaignId}/pledges/{pledgeId}/logo`: staff let a logo be seen, or not. */
import { decideLogo as contract } from '#contracts/api/fundraising-staff.ts';
import { decideLogo } from '#domain/fundraising/logo.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { type MovePledgePorts, moveFunction, moveHandler, moveRoute } from './_staff-route.ts';

export const createHandler = (ports: MovePledgePorts): HttpFunction =>
  moveFunction(
    ports,
    moveRoute(ports, contract, 'pledge.decide', ({ params, body: { logoId, decision, reason }, by }) =>
      decideLogo(ports)({ ...params, by, logoId, decision, ...(reason !== undefined && { reason }) }),
    ),
  );

export const handler = moveHandler(createHandler);
