/** `POST /api/opportunities/{opportunityId}/status`: staff publish, close or archive an opportunity. */
import { setOpportunityStatus as contract } from '#contracts/api/volunteering-staff.ts';
import { changeOpportunity } from '#domain/volunteering/save-opportunity.ts';
import { deskFunction } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { staffApiRoute } from '../_http/staff-operation.ts';
import { ofOpportunity, type StaffVolunteeringPorts, staffVolunteeringHandler } from './_staff-route.ts';

export function createHandler(ports: StaffVolunteeringPorts): HttpFunction {
  const one = ofOpportunity(ports, contract, 'opportunity.edit', ({ body, member, ...state }) =>
    changeOpportunity(ports)(state, body, member.email),
  );
  return deskFunction(ports, staffApiRoute(ports, one));
}

export const handler = staffVolunteeringHandler(createHandler);
