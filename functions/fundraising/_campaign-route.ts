/** What the routes share that set up campaigns: who asks, which campaign it is about, drafts too, and what the forms' pages show of it. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { staffHistory } from '#adapters/dynamo/staff-history.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { deskSeals } from '#adapters/identity/seals.ts';
import { deskKey } from '#adapters/system/district-secret.ts';
import type { PublicSchool } from '#contracts/resources/availability.ts';
import type { Campaign } from '#contracts/resources/campaign.ts';
import type { StaffMember } from '#contracts/resources/staff.ts';
import type { CampaignId } from '#contracts/values.ts';
import { mayDo } from '#domain/desk/authorise.ts';
import type { SaveCampaignPorts } from '#domain/fundraising/save-campaign.ts';
import type { StaffHistory } from '#domain/ports.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { allow } from '../_http/staff.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { volunteeringPorts } from '../volunteering/_ports.ts';
import { type MovePledgePorts, staffFundraisingPorts } from './_staff-route.ts';

export type CampaignPorts = MovePledgePorts & {
  /** Of what staff changed in campaigns. */
  readonly campaignHistory: StaffHistory;
  /** Schools belong to another capability: whoever wires this knows both. */
  readonly schools: { all(): Promise<readonly PublicSchool[]> };
};

export const savePorts = (ports: CampaignPorts): SaveCampaignPorts & CampaignPorts => ({
  ...ports,
  isSchool: async (schoolId) => (await ports.schools.all()).some((school) => school.schoolId === schoolId),
});

/**
 * Where it belongs is what is stored, and where it shall belong: nobody takes one over, or gives one away. One that the member may not even look into is
 * not found. Throws; else gives what is stored.
 */
export async function allowSaving(
  { campaigns }: Pick<CampaignPorts, 'campaigns'>,
  member: StaffMember,
  { campaignId, schoolId }: { readonly campaignId: CampaignId; readonly schoolId?: Campaign['schoolId'] },
): Promise<Campaign | undefined> {
  const stored = await campaigns.find(campaignId);
  if (stored && !mayDo(member, 'pledge.read', stored)) throw new Refusal('campaign.not-found');
  if (stored) allow(member, 'campaign.edit', stored);
  allow(member, 'campaign.edit', { schoolId });
  return stored;
}

/** Everything such a function may need, from its environment. */
export function campaignPorts() {
  const env = environment(['FUNDRAISING_TABLE', 'VOLUNTEERING_TABLE', 'DESK_SECRET']);
  return {
    ...staffFundraisingPorts(),
    campaignHistory: staffHistory(tableOn(dynamoClient(), env.FUNDRAISING_TABLE)),
    schools: volunteeringPorts(env.VOLUNTEERING_TABLE).schools,
    seals: deskSeals(deskKey(env.DESK_SECRET)),
  };
}

/** Wires a function. */
export const campaignHandler = (createHandler: (ports: ReturnType<typeof campaignPorts>) => HttpFunction) =>
  live<APIGatewayProxyEventV2, Context, HttpResponse>(() => createHandler(campaignPorts()));
