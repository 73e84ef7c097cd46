/** `POST /api/opportunities/{opportunityId}/shift`, and its form at the desk: staff move all dates of an opportunity. */
import { shiftOpportunity as contract } from '#contracts/api/volunteering-staff.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import { Opportunity } from '#contracts/resources/opportunity.ts';
import { affectedBy } from '#domain/volunteering/affected.ts';
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
      done: ({ subject }, value) => {
        const moved = Opportunity.parse(value);
        const tell = affectedBy(subject, moved).length > 0 ? `&change=${moved.version}` : '';
        return `${deskPaths.opportunity(moved.opportunityId)}?done=shiftOpportunity${tell}`;
      },
      again: (visit, request, subject, posted) => showRefused(ports, visit, request, subject, posted),
    }),
  });
}

export const handler = staffVolunteeringHandler(createHandler);
