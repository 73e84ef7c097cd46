/** `POST /api/campaigns/{campaignId}/pledges/{pledgeId}/invoice`: staff ask for what is owed. */
import { invoicePledge as contract } from '#contracts/api/fundraising-staff.ts';
import { invoicePledge } from '#domain/fundraising/record-payment.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { moveRoute, type StaffFundraisingPorts, staffFunction, staffHandler } from './_staff-route.ts';

export const createHandler = (ports: StaffFundraisingPorts): HttpFunction =>
  staffFunction(
    ports,
    moveRoute(ports, contract, 'money.record', ({ params, by }) => invoicePledge(ports)({ ...params, by })),
  );

export const handler = staffHandler(createHandler);
