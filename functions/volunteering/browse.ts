/** All reading operations of the API in one function: what help is asked for, and one's own sign-ups. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import * as contracts from '#contracts/api/volunteering.ts';
import type { District } from '#contracts/district.ts';
import { ok } from '#domain/result.ts';
import { type BrowsePorts, getOpportunity, listOpportunities, listSchools } from '#domain/volunteering/browse.ts';
import { mySignUps } from '#domain/volunteering/my-sign-ups.ts';
import type { Links } from '#domain/volunteering/ports.ts';
import { apiRoute, bearerToken } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { volunteeringPorts } from './_ports.ts';

export function createHandler(ports: BrowsePorts & { readonly links: Links; readonly district: District }): HttpFunction {
  const schools = listSchools(ports);
  const opportunities = listOpportunities(ports);
  const mine = mySignUps(ports);
  return httpFunction(
    {
      ...apiRoute(contracts.listSchools, async () => ok(await schools())),
      ...apiRoute(contracts.listOpportunities, async ({ query }) => ok(await opportunities(query))),
      ...apiRoute(contracts.getOpportunity, ({ params }) => getOpportunity(ports)(params)),
      ...apiRoute(contracts.listMySignUps, async ({ request }) => {
        const link = await ports.links.resolve(bearerToken(request), ports.clock.now());
        if (!link) throw new Refusal('link.invalid');
        return mine(link);
      }),
    },
    ports,
  );
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'DISTRICT']);
  return createHandler({ ...volunteeringPorts(env.VOLUNTEERING_TABLE), district: env.DISTRICT });
});
