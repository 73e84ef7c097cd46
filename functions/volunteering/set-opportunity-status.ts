/** `POST /api/opportunities/{opportunityId}/status`, and its form at the desk: staff publish, close or archive an opportunity. */
import { setOpportunityStatus as contract } from '#contracts/api/volunteering-staff.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import { changeOpportunity } from '#domain/volunteering/save-opportunity.ts';
import { statusBody } from '#web/desk/index.ts';
import { deskFunction } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { showRefused } from './_desk-opportunity.ts';
import { ofOpportunity, type StaffVolunteeringPorts, staffVolunteeringHandler } from './_staff-route.ts';

export function createHandler(ports: StaffVolunteeringPorts): HttpFunction {
  const one = ofOpportunity(ports, contract, 'opportunity.edit', ({ body, member, ...state }) =>
    changeOpportunity(ports)(state, body, member.email),
  );
  return deskFunction(ports, {
    ...staffApiRoute(ports, one),
    ...staffFormRoute(ports, one, {
      body: statusBody,
      done: ({ subject }) => `${deskPaths.opportunity(subject.opportunity.opportunityId)}?done=setOpportunityStatus`,
      again: (visit, request, subject, posted) => showRefused(ports, visit, request, subject, posted),
    }),
  });
}

export const handler = staffVolunteeringHandler(createHandler);
