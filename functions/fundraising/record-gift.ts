/** `POST /api/campaigns/{campaignId}/gifts`, and its form at the desk: staff record a gift of money. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { deskSeals } from '#adapters/identity/seals.ts';
import { deskKey, districtKey } from '#adapters/system/district-secret.ts';
import { people } from '#adapters/system/people.ts';
import { recordGift as contract } from '#contracts/api/fundraising-staff.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import { Gift } from '#contracts/resources/pledge.ts';
import { recordGift } from '#domain/fundraising/record-gift.ts';
import type { People } from '#domain/ports.ts';
import { giftBody } from '#web/desk/index.ts';
import { requestKey } from '../_http/api-route.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { showGiftsAgain, withFaults } from './_desk-gifts.ts';
import { type MovePledgePorts, moveFunction, ofCampaign, staffFundraisingPorts } from './_staff-route.ts';

export function createHandler(ports: MovePledgePorts & { readonly people: People }): HttpFunction {
  const one = ofCampaign(ports, contract, 'money.record', ({ params, body, request, by }) =>
    recordGift(ports)({ request: { ...params, ...body }, key: requestKey(request), by }),
  );
  return moveFunction(ports, {
    ...staffApiRoute(ports, one),
    ...staffFormRoute(ports, one, {
      body: giftBody,
      done: ({ subject }, value) => `${deskPaths.gifts(subject.campaignId)}?done=recordGift&gift=${Gift.parse(value).giftId}`,
      again: (visit, request, campaign, posted) => showGiftsAgain(ports, visit, request, campaign, withFaults(giftBody, posted)),
    }),
  });
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['DISTRICT_SECRET', 'DESK_SECRET']);
  return createHandler({
    ...staffFundraisingPorts(),
    people: people(districtKey(env.DISTRICT_SECRET)),
    seals: deskSeals(deskKey(env.DESK_SECRET)),
  });
});
