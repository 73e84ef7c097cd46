/** All reading operations of the API in one function: what help is asked for, and one's own sign-ups. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { givenFeedback } from '#adapters/dynamo/feedback.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import * as contracts from '#contracts/api/volunteering.ts';
import { getMyFeedback } from '#contracts/api/volunteering-feedback.ts';
import type { District } from '#contracts/district.ts';
import { ok } from '#domain/result.ts';
import { type BrowsePorts, getOpportunity, listOpportunities, listSchools } from '#domain/volunteering/browse.ts';
import { type MyFeedbackPorts, myFeedback } from '#domain/volunteering/feedback.ts';
import { mySignUps } from '#domain/volunteering/my-sign-ups.ts';
import type { Links } from '#domain/volunteering/ports.ts';
import { apiRoute } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { personOfBearer } from './_manage-route.ts';
import { volunteeringPorts } from './_ports.ts';

export function createHandler(ports: BrowsePorts & MyFeedbackPorts & { readonly links: Links; readonly district: District }): HttpFunction {
  const schools = listSchools(ports);
  const opportunities = listOpportunities(ports);
  const mine = mySignUps(ports);
  return httpFunction(
    {
      ...apiRoute(contracts.listSchools, async () => ok(await schools())),
      ...apiRoute(contracts.listOpportunities, async ({ query }) => ok(await opportunities(query))),
      ...apiRoute(contracts.getOpportunity, ({ params }) => getOpportunity(ports)(params)),
      ...apiRoute(contracts.listMySignUps, async ({ request }) => {
        return mine({ personId: await personOfBearer(ports, request) });
      }),
      ...apiRoute(getMyFeedback, async ({ params, request }) =>
        myFeedback(ports)({ ...params, personId: await personOfBearer(ports, request) }),
      ),
    },
    ports,
  );
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'DISTRICT']);
  return createHandler({
    ...volunteeringPorts(env.VOLUNTEERING_TABLE),
    feedback: givenFeedback(tableOn(dynamoClient(), env.VOLUNTEERING_TABLE)),
    district: env.DISTRICT,
  });
});
