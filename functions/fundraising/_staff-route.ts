/** What all staff routes of fundraising share: who asks, for whose campaign, and whether they may. What moves a pledge is an API route and a form. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { staffDirectory } from '#adapters/dynamo/staff-directory.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { deskSeals } from '#adapters/identity/seals.ts';
import { staffTokens } from '#adapters/identity/staff-tokens.ts';
import { deskKey } from '#adapters/system/district-secret.ts';
import type { ApiOperation } from '#contracts/api/index.ts';
import type { District } from '#contracts/district.ts';
import type { Campaign } from '#contracts/resources/campaign.ts';
import type { StaffPledge } from '#contracts/resources/pledge.ts';
import { CampaignId } from '#contracts/values.ts';
import type { StaffAction } from '#domain/desk/authorise.ts';
import type { MovePorts } from '#domain/fundraising/move-pledge.ts';
import type { Campaigns, Pledge } from '#domain/fundraising/ports.ts';
import { staffPledge } from '#domain/fundraising/staff-pledges.ts';
import type { Ids } from '#domain/ports.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ApiInput, apiRoute } from '../_http/api-route.ts';
import { type DeskPorts, deskFunction } from '../_http/desk.ts';
import { type HttpFunction, httpFunction, type Routes } from '../_http/http-function.ts';
import type { HttpResponse } from '../_http/respond.ts';
import type { StaffPorts } from '../_http/staff.ts';
import { type StaffOperation, staffApiRoute } from '../_http/staff-operation.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { deskForm } from './_desk-form.ts';
import { fundraisingPorts } from './_ports.ts';

export type StaffFundraisingPorts = StaffPorts &
  MovePorts & { readonly campaigns: Campaigns; readonly ids: Ids; readonly district: District };

/** What a route of staff gets: the input, whose doing it is, and the campaign it is about. */
export type StaffInput<Operation extends ApiOperation> = ApiInput<Operation> & { readonly by: string; readonly campaign: Campaign };
export type StaffRun<Operation extends ApiOperation> = (
  input: StaffInput<Operation>,
) => ReturnType<Parameters<typeof apiRoute<Operation>>[1]>;

/** `run` gets whose doing it is. A campaign that one may not even look into is not found, like one that does not exist. */
export const staffRoute = <Operation extends ApiOperation>(
  ports: StaffFundraisingPorts,
  operation: Operation,
  action: StaffAction,
  run: StaffRun<Operation>,
): Routes => staffApiRoute(ports, ofCampaign(ports, operation, action, run));

/** An operation on something of one campaign. */
export const ofCampaign = <Operation extends ApiOperation>(
  { campaigns }: { readonly campaigns: Campaigns },
  operation: Operation,
  action: StaffAction,
  run: StaffRun<Operation>,
): StaffOperation<Operation, Campaign> => ({
  operation,
  action,
  seenBy: 'pledge.read',
  notFound: 'campaign.not-found',
  subject: async ({ params }) => {
    const campaignId = CampaignId.safeParse(params.campaignId);
    return campaignId.success ? campaigns.find(campaignId.data) : undefined;
  },
  run: ({ member, subject, ...input }) => run({ ...(input as ApiInput<Operation>), by: member.email, campaign: subject }),
});

/** What has forms at the desk knows sessions, too. */
export type MovePledgePorts = StaffFundraisingPorts & DeskPorts;

/** An API route that moves one pledge and answers with it, and the form of it at the desk. */
export function moveRoute<Operation extends ApiOperation>(
  ports: MovePledgePorts,
  operation: Operation,
  action: StaffAction,
  run: (input: StaffInput<Operation>) => Promise<Result<Pledge, { readonly code: Operation['refusals'][number] }>>,
): Routes {
  const answered = (async (input: StaffInput<Operation>) => {
    const moved = await run(input);
    return moved.ok ? ok<StaffPledge>(staffPledge(moved.value, input.campaign)) : moved;
  }) as never;
  return { ...staffRoute(ports, operation, action, answered), ...deskForm(ports, ofCampaign(ports, operation, action, answered)) };
}

/** Wires a function of the API alone. */
export const staffHandler = (createHandler: (ports: StaffFundraisingPorts) => HttpFunction) =>
  live<APIGatewayProxyEventV2, Context, HttpResponse>(() => createHandler(staffFundraisingPorts()));

/** Wires a function that has a form at the desk, too. */
export const moveHandler = (createHandler: (ports: MovePledgePorts) => HttpFunction) =>
  live<APIGatewayProxyEventV2, Context, HttpResponse>(() =>
    createHandler({ ...staffFundraisingPorts(), seals: deskSeals(deskKey(environment(['DESK_SECRET']).DESK_SECRET)) }),
  );

export function staffFundraisingPorts() {
  const env = environment(['FUNDRAISING_TABLE', 'DESK_TABLE', 'STAFF_ISSUER', 'STAFF_CLIENT', 'DISTRICT']);
  return {
    ...fundraisingPorts(env.FUNDRAISING_TABLE),
    staff: staffDirectory(tableOn(dynamoClient(), env.DESK_TABLE)),
    staffTokens: staffTokens(env.STAFF_ISSUER, env.STAFF_CLIENT),
    district: env.DISTRICT,
    zone: env.DISTRICT.zone,
  };
}

/** One function for these routes; API only, so every failure is a JSON problem. */
export const staffFunction = (ports: StaffFundraisingPorts, routes: Routes): HttpFunction => httpFunction(routes, ports);

/** One function for these routes: failures are JSON problems over the API, and a page at the desk. */
export const moveFunction = (ports: MovePledgePorts, routes: Routes): HttpFunction => deskFunction(ports, routes);
