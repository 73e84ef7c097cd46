/** `POST /api/campaigns/{campaignId}/pledges/{pledgeId}/delivery`: staff record that pledged goods came. */
import { receiveGoods as contract } from '#contracts/api/fundraising-staff.ts';
import { receiveGoods } from '#domain/fundraising/record-payment.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { type MovePledgePorts, moveFunction, moveHandler, moveRoute } from './_staff-route.ts';

export const createHandler = (ports: MovePledgePorts): HttpFunction =>
  moveFunction(
    ports,
    moveRoute(ports, contract, 'money.record', ({ params, body, by }) => receiveGoods(ports)({ ...params, ...body, by })),
  );

export const handler = moveHandler(createHandler);
