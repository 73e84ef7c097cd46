/** `POST /api/campaigns/{campaignId}/pledges/{pledgeId}/delivery`: staff record that pledged goods came. */
import { receiveGoods as contract } from '#contracts/api/fundraising-staff.ts';
import { receiveGoods } from '#domain/fundraising/record-payment.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { moveRoute, type StaffFundraisingPorts, staffFunction, staffHandler } from './_staff-route.ts';

export const createHandler = (ports: StaffFundraisingPorts): HttpFunction =>
  staffFunction(
    ports,
    moveRoute(ports, contract, 'money.record', ({ params, body, by }) => receiveGoods(ports)({ ...params, ...body, by })),
  );

export const handler = staffHandler(createHandler);
