/** `POST /api/campaigns/{campaignId}/reconciliation`: makes totals and days of a campaign anew from its parts. */
import { rebuildCampaign as contract } from '#contracts/api/fundraising-staff.ts';
import { rebuild } from '#domain/fundraising/reconcile.ts';
import { ok } from '#domain/result.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { type StaffFundraisingPorts, staffFunction, staffHandler, staffRoute } from './_staff-route.ts';

export const createHandler = (ports: StaffFundraisingPorts): HttpFunction =>
  staffFunction(
    ports,
    staffRoute(ports, contract, 'campaign.reconcile', async ({ params }) => {
      const made = await rebuild(ports)(params);
      return made.ok ? ok({ ...made.value, wrong: [...made.value.wrong] }) : made;
    }),
  );

export const handler = staffHandler(createHandler);
