/** `POST /api/opportunities/{opportunityId}/copy`, and its form at the desk: staff copy an opportunity into a new draft. */
import { copyOpportunity as contract } from '#contracts/api/volunteering-staff.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import { Opportunity } from '#contracts/resources/opportunity.ts';
import { copyOpportunity } from '#domain/volunteering/copy-opportunity.ts';
import { copyBody } from '#web/desk/index.ts';
import { requestKey } from '../_http/api-route.ts';
import { deskFunction } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { showRefused } from './_desk-opportunity.ts';
import { ofOpportunity, type StaffVolunteeringPorts, staffVolunteeringHandler } from './_staff-route.ts';

export function createHandler(ports: StaffVolunteeringPorts): HttpFunction {
  const one = ofOpportunity(ports, contract, 'opportunity.edit', ({ body, member, request, opportunity }) =>
    copyOpportunity(ports)(opportunity, { ...body, key: requestKey(request), by: member.email }),
  );
  return deskFunction(ports, {
    ...staffApiRoute(ports, one),
    ...staffFormRoute(ports, one, {
      body: copyBody,
      done: (_input, value) => `${deskPaths.opportunity(Opportunity.parse(value).opportunityId)}?done=copyOpportunity`,
      again: (visit, request, subject, posted) => showRefused(ports, visit, request, subject, posted),
    }),
  });
}

export const handler = staffVolunteeringHandler(createHandler);
