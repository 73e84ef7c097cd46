/** `POST /api/campaigns/{campaignId}/gifts/{giftId}/refund`: staff record what was given back of a gift. */
import { refundGift as contract } from '#contracts/api/fundraising-staff.ts';
import { refundGift } from '#domain/fundraising/record-gift.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { type StaffFundraisingPorts, staffFunction, staffHandler, staffRoute } from './_staff-route.ts';

export const createHandler = (ports: StaffFundraisingPorts): HttpFunction =>
  staffFunction(
    ports,
    staffRoute(ports, contract, 'money.record', ({ params, body, by }) => refundGift(ports)({ ...params, ...body, by })),
  );

export const handler = staffHandler(createHandler);
