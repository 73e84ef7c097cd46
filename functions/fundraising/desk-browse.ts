/** All reading operations of staff in fundraising: pledges of a campaign, one pledge, recounting. */
import * as contracts from '#contracts/api/fundraising-staff.ts';
import { reconcile } from '#domain/fundraising/reconcile.ts';
import { getPledge, listPledges } from '#domain/fundraising/staff-pledges.ts';
import { ok } from '#domain/result.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { count } from '../_runtime/log.ts';
import { type StaffFundraisingPorts, staffFunction, staffHandler, staffRoute } from './_staff-route.ts';

export function createHandler(ports: StaffFundraisingPorts): HttpFunction {
  return staffFunction(ports, {
    ...staffRoute(ports, contracts.listPledges, 'pledge.read', ({ params }) => listPledges(ports)(params)),
    ...staffRoute(ports, contracts.getPledge, 'pledge.read', ({ params }) => getPledge(ports)(params)),
    ...staffRoute(ports, contracts.reconcileCampaign, 'campaign.reconcile', async ({ params }) => {
      const found = await reconcile(ports)(params);
      if (!found.ok) return found;
      if (!found.value.exact) count('TotalsDiffer');
      return ok({ ...found.value, wrong: [...found.value.wrong] });
    }),
  });
}

export const handler = staffHandler(createHandler);
