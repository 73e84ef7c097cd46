/** `POST /api/campaigns`: staff add a campaign or save its changed definition. */
import { saveCampaign as contract } from '#contracts/api/fundraising-staff.ts';
import { saveCampaign } from '#domain/fundraising/save-campaign.ts';
import { apiRoute } from '../_http/api-route.ts';
import type { HttpFunction, Routes } from '../_http/http-function.ts';
import { allow, staffOf } from '../_http/staff.ts';
import { type StaffFundraisingPorts, staffFunction, staffHandler } from './_staff-route.ts';

/** Both the campaign as it is and as it shall be must be in the member's scope: nobody takes one over, or gives one away. */
export function createHandler(ports: StaffFundraisingPorts): HttpFunction {
  const key = `${contract.method} ${contract.path}`;
  const routes: Routes = {
    [key]: async (request) => {
      const member = await staffOf(ports, request);
      const route = apiRoute(contract, async ({ body }) => {
        allow(member, 'campaign.edit', body);
        const stored = await ports.campaigns.find(body.campaignId);
        if (stored) allow(member, 'campaign.edit', stored);
        return saveCampaign(ports)(body);
      })[key];
      if (!route) throw new Error(`no route ${key}`);
      return route(request);
    },
  };
  return staffFunction(ports, routes);
}

export const handler = staffHandler(createHandler);
