/** `POST /api/campaigns/{campaignId}/pledges/{pledgeId}/invoice`: staff ask for what is owed. */
import { invoicePledge as contract } from '#contracts/api/fundraising-staff.ts';
import { invoicePledge } from '#domain/fundraising/record-payment.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { type MovePledgePorts, moveFunction, moveHandler, moveRoute } from './_staff-route.ts';

export const createHandler = (ports: MovePledgePorts): HttpFunction =>
  moveFunction(
    ports,
    moveRoute(ports, contract, 'money.record', ({ params, by }) => invoicePledge(ports)({ ...params, by })),
  );

export const handler = moveHandler(createHandler);
