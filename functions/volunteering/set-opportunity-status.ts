/** `POST /api/opportunities/{opportunityId}/status`, and its form at the desk: staff publish, close or archive an opportunity. */
import { setOpportunityStatus as contract } from '#contracts/api/volunteering-staff.ts';
import { changeOpportunity } from '#domain/volunteering/save-opportunity.ts';
import { statusBody } from '#web/desk/index.ts';
import { deskFunction } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { changingForm } from './_changing-form.ts';
import { ofOpportunity, type StaffVolunteeringPorts, staffVolunteeringHandler } from './_staff-route.ts';

export function createHandler(ports: StaffVolunteeringPorts): HttpFunction {
  const one = ofOpportunity(ports, contract, 'opportunity.edit', ({ body: { words, ...change }, member, ...state }) =>
    changeOpportunity(ports)(state, change, { by: member.email, words }),
  );
  const form = changingForm(ports, contract, {
    body: statusBody,
    after: async ({ body: { status }, subject }) => ({ ...subject.opportunity, status }),
  });
  return deskFunction(ports, { ...staffApiRoute(ports, one), ...staffFormRoute(ports, one, form) });
}

export const handler = staffVolunteeringHandler(createHandler);
