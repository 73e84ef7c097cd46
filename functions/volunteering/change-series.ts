/** `POST /api/opportunities/{opportunityId}/series`, and its form at the desk: staff change dates of a series. */
import { changeSeries as contract } from '#contracts/api/volunteering-staff.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import { Opportunity } from '#contracts/resources/opportunity.ts';
import { refused } from '#domain/result.ts';
import { affectedBy } from '#domain/volunteering/affected.ts';
import { changeSeries } from '#domain/volunteering/change-series.ts';
import { changeOpportunity } from '#domain/volunteering/save-opportunity.ts';
import { seriesBody } from '#web/desk/index.ts';
import { deskFunction } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { showRefused } from './_desk-opportunity.ts';
import { ofOpportunity, type StaffVolunteeringPorts, staffVolunteeringHandler } from './_staff-route.ts';

export function createHandler(ports: StaffVolunteeringPorts): HttpFunction {
  const one = ofOpportunity(ports, contract, 'opportunity.edit', async ({ body: { version, ...wanted }, member, ...state }) => {
    const school = await ports.schools.find(state.schoolId);
    const outcome = changeSeries(state.opportunity, wanted, {
      zone: school?.zone ?? ports.district.zone,
      now: ports.clock.now(),
      splitId: (from, day) => ports.ids.seriesId(from, day),
    });
    if (!outcome.ok) return refused({ code: 'request.invalid', fields: outcome.fields });
    return changeOpportunity(ports)(state, { ...outcome.definition, version }, member.email);
  });
  return deskFunction(ports, {
    ...staffApiRoute(ports, one),
    ...staffFormRoute(ports, one, {
      body: seriesBody,
      done: ({ subject }, value) => {
        const changed = Opportunity.parse(value);
        const tell = affectedBy(subject, changed).length > 0 ? `&change=${changed.version}` : '';
        return `${deskPaths.opportunity(changed.opportunityId)}?done=changeSeries${tell}`;
      },
      again: (visit, request, subject, posted) => showRefused(ports, visit, request, subject, posted),
    }),
  });
}

export const handler = staffVolunteeringHandler(createHandler);
