/** All reading operations of the fundraising API: campaigns, and one's own pledge. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import * as contracts from '#contracts/api/fundraising.ts';
import type { District } from '#contracts/district.ts';
import { type BrowsePorts, getCampaign, listCampaigns } from '#domain/fundraising/browse.ts';
import { myPledge } from '#domain/fundraising/my-pledge.ts';
import type { PledgeLinks } from '#domain/fundraising/ports.ts';
import { ok } from '#domain/result.ts';
import { apiRoute, bearerToken } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { pledgeOf } from './_pledge-route.ts';
import { fundraisingPorts } from './_ports.ts';

export function createHandler(ports: BrowsePorts & { readonly pledgeLinks: PledgeLinks; readonly district: District }): HttpFunction {
  return httpFunction(
    {
      ...apiRoute(contracts.listCampaigns, async () => ok(await listCampaigns(ports)())),
      ...apiRoute(contracts.getCampaign, ({ params }) => getCampaign(ports)(params)),
      ...apiRoute(contracts.getMyPledge, async ({ request }) => myPledge(ports)(await pledgeOf(ports, bearerToken(request)))),
    },
    ports,
  );
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['FUNDRAISING_TABLE', 'DISTRICT']);
  return createHandler({ ...fundraisingPorts(env.FUNDRAISING_TABLE), district: env.DISTRICT });
});
