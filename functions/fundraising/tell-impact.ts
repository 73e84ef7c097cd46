/** `POST /api/campaigns/{campaignId}/impact-note`: staff have everyone who gave told what became of it. */
import { tellImpact as contract } from '#contracts/api/fundraising-staff.ts';
import { tellImpact } from '#domain/fundraising/tell-impact.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { type StaffFundraisingPorts, staffFunction, staffHandler, staffRoute } from './_staff-route.ts';

export const createHandler = (ports: StaffFundraisingPorts): HttpFunction =>
  staffFunction(
    ports,
    staffRoute(ports, contract, 'campaign.edit', ({ params }) => tellImpact(ports)(params)),
  );

export const handler = staffHandler(createHandler);
