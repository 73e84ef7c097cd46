/** `POST /api/opportunities/{opportunityId}/repeat`, and its form at the desk: staff repeat a slot on further dates. */
import { repeatSlot as contract } from '#contracts/api/volunteering-staff.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import { refused } from '#domain/result.ts';
import { repeatSlot } from '#domain/volunteering/repeat-slot.ts';
import { changeOpportunity } from '#domain/volunteering/save-opportunity.ts';
import { repeatBody } from '#web/desk/index.ts';
import { deskFunction } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { showRefused } from './_desk-opportunity.ts';
import { ofOpportunity, type StaffVolunteeringPorts, staffVolunteeringHandler } from './_staff-route.ts';

export function createHandler(ports: StaffVolunteeringPorts): HttpFunction {
  const one = ofOpportunity(ports, contract, 'opportunity.edit', async ({ body: { version, ...wanted }, member, ...state }) => {
    const school = await ports.schools.find(state.schoolId);
    const outcome = repeatSlot(state.opportunity, wanted, { zone: school?.zone ?? ports.district.zone, ids: ports.ids });
    if (!outcome.ok) return refused({ code: 'request.invalid', fields: outcome.fields });
    return changeOpportunity(ports)(state, { ...outcome.definition, version }, { by: member.email });
  });
  return deskFunction(ports, {
    ...staffApiRoute(ports, one),
    ...staffFormRoute(ports, one, {
      body: repeatBody,
      done: ({ subject }) => `${deskPaths.opportunity(subject.opportunity.opportunityId)}?done=repeatSlot`,
      again: (visit, request, subject, posted) => showRefused(ports, visit, request, subject, posted),
    }),
  });
}

export const handler = staffVolunteeringHandler(createHandler);
