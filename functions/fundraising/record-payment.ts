/** `POST /api/campaigns/{campaignId}/pledges/{pledgeId}/payments`: staff record money that came for a pledge. */
import { recordPayment as contract } from '#contracts/api/fundraising-staff.ts';
import { recordPayment } from '#domain/fundraising/record-payment.ts';
import { requestKey } from '../_http/api-route.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { type MovePledgePorts, moveFunction, moveHandler, moveRoute } from './_staff-route.ts';

export const createHandler = (ports: MovePledgePorts): HttpFunction =>
  moveFunction(
    ports,
    moveRoute(ports, contract, 'money.record', ({ params, body, request, by }) =>
      recordPayment(ports)({ ...params, request: body, key: requestKey(request), by }),
    ),
  );

export const handler = moveHandler(createHandler);
