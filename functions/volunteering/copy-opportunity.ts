/** `POST /api/opportunities/{opportunityId}/copy`: staff copy an opportunity into a new draft. */
import { copyOpportunity as contract } from '#contracts/api/volunteering-staff.ts';
import { copyOpportunity } from '#domain/volunteering/copy-opportunity.ts';
import { requestKey } from '../_http/api-route.ts';
import { deskFunction } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { staffApiRoute } from '../_http/staff-operation.ts';
import { ofOpportunity, type StaffVolunteeringPorts, staffVolunteeringHandler } from './_staff-route.ts';

export function createHandler(ports: StaffVolunteeringPorts): HttpFunction {
  const one = ofOpportunity(ports, contract, 'opportunity.edit', ({ body, member, request, opportunity }) =>
    copyOpportunity(ports)(opportunity, { ...body, key: requestKey(request), by: member.email }),
  );
  return deskFunction(ports, staffApiRoute(ports, one));
}

export const handler = staffVolunteeringHandler(createHandler);
