/** All reading operations of staff in fundraising: pledges of a campaign, one pledge, recounting. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { listPhotos } from '#contracts/api/fundraising-photos.ts';
import * as contracts from '#contracts/api/fundraising-staff.ts';
import { shown } from '#domain/fundraising/photos.ts';
import type { Photos } from '#domain/fundraising/ports.ts';
import { reconcile } from '#domain/fundraising/reconcile.ts';
import { getPledge, listPledges } from '#domain/fundraising/staff-pledges.ts';
import { ok } from '#domain/result.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { live } from '../_runtime/live.ts';
import { count } from '../_runtime/log.ts';
import { type StaffFundraisingPorts, staffFunction, staffFundraisingPorts, staffRoute } from './_staff-route.ts';

export function createHandler(ports: StaffFundraisingPorts & { readonly photos: Photos }): HttpFunction {
  return staffFunction(ports, {
    ...staffRoute(ports, contracts.listPledges, 'pledge.read', ({ params }) => listPledges(ports)(params)),
    ...staffRoute(ports, contracts.getPledge, 'pledge.read', ({ params }) => getPledge(ports)(params)),
    ...staffRoute(ports, listPhotos, 'pledge.read', async ({ params }) => ok(shown(await ports.photos.of(params.campaignId)))),
    ...staffRoute(ports, contracts.reconcileCampaign, 'campaign.reconcile', async ({ params }) => {
      const found = await reconcile(ports)(params);
      if (!found.ok) return found;
      if (!found.value.exact) count('TotalsDiffer');
      return ok({ ...found.value, wrong: [...found.value.wrong] });
    }),
  });
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => createHandler(staffFundraisingPorts()));
