/** What all staff routes of fundraising share: who asks, for whose campaign, and whether they may. Each is an API route, and a form where it moves a pledge. */
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
import { mayDo, type StaffAction } from '#domain/desk/authorise.ts';
import type { MovePorts } from '#domain/fundraising/move-pledge.ts';
import type { Campaigns, Pledge } from '#domain/fundraising/ports.ts';
import { staffPledge } from '#domain/fundraising/staff-pledges.ts';
import type { Ids } from '#domain/ports.ts';
import { ok, type Result } from '#domain/result.ts';
import { type ApiInput, apiRoute } from '../_http/api-route.ts';
import { type DeskPorts, deskFunction } from '../_http/desk.ts';
import type { HttpFunction, Routes } from '../_http/http-function.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { allow, type StaffPorts, staffOf } from '../_http/staff.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { deskForm } from './_desk-form.ts';
import { fundraisingPorts } from './_ports.ts';

export type StaffFundraisingPorts = StaffPorts &
  DeskPorts &
  MovePorts & { readonly campaigns: Campaigns; readonly ids: Ids; readonly district: District };

/** What a route of staff gets: the input, whose doing it is, and the campaign it is about. */
export type StaffInput<Operation extends ApiOperation> = ApiInput<Operation> & { readonly by: string; readonly campaign: Campaign };
export type StaffRun<Operation extends ApiOperation> = (
  input: StaffInput<Operation>,
) => ReturnType<Parameters<typeof apiRoute<Operation>>[1]>;

/** `run` gets whose doing it is. A campaign that one may not even look into is not found, like one that does not exist. */
export function staffRoute<Operation extends ApiOperation>(
  ports: StaffFundraisingPorts,
  operation: Operation,
  action: StaffAction,
  run: StaffRun<Operation>,
): Routes {
  const { campaigns } = ports;
  const key = `${operation.method} ${operation.path}`;
  return {
    ...deskForm(ports, operation, action, run),
    [key]: async (request) => {
      // first of all: who nobody knows learns nothing about what is wrong with a request
      const member = await staffOf(ports, request);
      const route = apiRoute(operation, async (input) => {
        const campaignId = CampaignId.parse(input.request.params.campaignId);
        const campaign = await campaigns.find(campaignId);
        if (!campaign || !mayDo(member, 'pledge.read', campaign)) throw new Refusal('campaign.not-found');
        allow(member, action, campaign);
        return run({ ...input, by: member.email, campaign });
      })[key];
      if (!route) throw new Error(`no route ${key}`);
      return route(request);
    },
  };
}

/** A route that moves one pledge and answers with it. */
export const moveRoute = <Operation extends ApiOperation>(
  ports: StaffFundraisingPorts,
  operation: Operation,
  action: StaffAction,
  run: (input: StaffInput<Operation>) => Promise<Result<Pledge, { readonly code: Operation['refusals'][number] }>>,
): Routes =>
  staffRoute(ports, operation, action, (async (input: StaffInput<Operation>) => {
    const moved = await run(input);
    return moved.ok ? ok<StaffPledge>(staffPledge(moved.value, input.campaign)) : moved;
  }) as never);

/** Wires a function that serves one of these routes. */
export const staffHandler = (createHandler: (ports: StaffFundraisingPorts) => HttpFunction) =>
  live<APIGatewayProxyEventV2, Context, HttpResponse>(() => createHandler(staffFundraisingPorts()));

export function staffFundraisingPorts() {
  const env = environment(['FUNDRAISING_TABLE', 'DESK_TABLE', 'DESK_SECRET', 'STAFF_ISSUER', 'STAFF_CLIENT', 'DISTRICT']);
  return {
    ...fundraisingPorts(env.FUNDRAISING_TABLE),
    staff: staffDirectory(tableOn(dynamoClient(), env.DESK_TABLE)),
    seals: deskSeals(deskKey(env.DESK_SECRET)),
    staffTokens: staffTokens(env.STAFF_ISSUER, env.STAFF_CLIENT),
    district: env.DISTRICT,
    zone: env.DISTRICT.zone,
  };
}

/** One function for these routes: failures are JSON problems over the API, and a page at the desk. */
export const staffFunction = (ports: StaffFundraisingPorts, routes: Routes): HttpFunction => deskFunction(ports, routes);
