/** `POST /api/opportunities/{opportunityId}/shift`, and its form at the desk: staff move all dates of an opportunity. */
import { shiftOpportunity as contract } from '#contracts/api/volunteering-staff.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import { onOtherDates } from '#domain/volunteering/other-dates.ts';
import { changeOpportunity } from '#domain/volunteering/save-opportunity.ts';
import { shiftBody } from '#web/desk/index.ts';
import { deskFunction } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { showRefused } from './_desk-opportunity.ts';
import { ofOpportunity, type StaffVolunteeringPorts, staffVolunteeringHandler } from './_staff-route.ts';

export function createHandler(ports: StaffVolunteeringPorts): HttpFunction {
  const one = ofOpportunity(ports, contract, 'opportunity.edit', async ({ body: { version, ...move }, member, ...state }) => {
    const school = await ports.schools.find(state.schoolId);
    const moved = onOtherDates(state.opportunity, school?.zone ?? ports.district.zone, move);
    return changeOpportunity(ports)(state, { ...moved, version }, member.email);
  });
  return deskFunction(ports, {
    ...staffApiRoute(ports, one),
    ...staffFormRoute(ports, one, {
      body: shiftBody,
      done: ({ subject }) => `${deskPaths.opportunity(subject.opportunity.opportunityId)}?done=shiftOpportunity`,
      again: (visit, request, subject, posted) => showRefused(ports, visit, request, subject, posted),
    }),
  });
}

export const handler = staffVolunteeringHandler(createHandler);
