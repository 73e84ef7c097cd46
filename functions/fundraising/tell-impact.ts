/** `POST /api/campaigns/{campaignId}/impact-note`, and its form at the desk: staff have everyone who gave told what became of it. */
import { tellImpact as contract } from '#contracts/api/fundraising-staff.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import { tellImpact } from '#domain/fundraising/tell-impact.ts';
import { tellImpactBody } from '#web/desk/index.ts';
import { deskFunction } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { type CampaignPorts, campaignHandler } from './_campaign-route.ts';
import { showImpactAgain } from './_impact-route.ts';
import { ofCampaign } from './_staff-route.ts';

export function createHandler(ports: CampaignPorts): HttpFunction {
  const one = ofCampaign(ports, contract, 'campaign.edit', ({ params, body: { version }, by }) =>
    tellImpact(ports)({ ...params, by, ...(version !== undefined && { version }) }),
  );
  return deskFunction(ports, {
    ...staffApiRoute(ports, one),
    ...staffFormRoute(ports, one, {
      body: tellImpactBody,
      done: ({ subject }) => `${deskPaths.impact(subject.campaignId)}?done=tellImpact`,
      again: (visit, request, { campaignId }, posted) => showImpactAgain(ports, visit, request, campaignId, posted),
    }),
  });
}

export const handler = campaignHandler(createHandler);
