/** `POST /api/campaigns/{campaignId}/gifts/{giftId}/refund`, and its form at the desk: staff record what was given back of a gift. */
import { refundGift as contract } from '#contracts/api/fundraising-staff.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import { refundGift } from '#domain/fundraising/record-gift.ts';
import { refundBody } from '#web/desk/index.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { showGiftsAgain, withFaults } from './_desk-gifts.ts';
import { type MovePledgePorts, moveFunction, moveHandler, ofCampaign } from './_staff-route.ts';

export function createHandler(ports: MovePledgePorts): HttpFunction {
  const one = ofCampaign(ports, contract, 'money.record', ({ params, body: { refundedCents, reason }, by }) =>
    refundGift(ports)({ ...params, refundedCents, ...(reason !== undefined && { reason }), by }),
  );
  return moveFunction(ports, {
    ...staffApiRoute(ports, one),
    ...staffFormRoute(ports, one, {
      body: refundBody,
      done: ({ subject }) => `${deskPaths.gifts(subject.campaignId)}?done=refundGift`,
      again: (visit, request, campaign, posted) => showGiftsAgain(ports, visit, request, campaign, withFaults(refundBody, posted)),
    }),
  });
}

export const handler = moveHandler(createHandler);
