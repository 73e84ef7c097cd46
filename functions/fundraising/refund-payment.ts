/** `POST /api/campaigns/{campaignId}/pledges/{pledgeId}/refunds`: staff record money that went back to a sponsor. */
import { refundPayment as contract } from '#contracts/api/fundraising-staff.ts';
import { refundPayment } from '#domain/fundraising/record-payment.ts';
import { requestKey } from '../_http/api-route.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { type MovePledgePorts, moveFunction, moveHandler, moveRoute } from './_staff-route.ts';

export const createHandler = (ports: MovePledgePorts): HttpFunction =>
  moveFunction(
    ports,
    moveRoute(ports, contract, 'money.record', ({ params, body, request, by }) =>
      refundPayment(ports)({ ...params, request: body, key: requestKey(request), by }),
    ),
  );

export const handler = moveHandler(createHandler);
