/** `POST /api/opportunities/{opportunityId}/series`, and its form at the desk: staff change dates of a series. */
import { changeSeries as contract } from '#contracts/api/volunteering-staff.ts';
import { refused } from '#domain/result.ts';
import { type ChangeSeries, changeSeries } from '#domain/volunteering/change-series.ts';
import { changeOpportunity } from '#domain/volunteering/save-opportunity.ts';
import { seriesBody } from '#web/desk/index.ts';
import { deskFunction } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { changingForm } from './_changing-form.ts';
import { type OpportunitySubject, ofOpportunity, type StaffVolunteeringPorts, staffVolunteeringHandler } from './_staff-route.ts';

export function createHandler(ports: StaffVolunteeringPorts): HttpFunction {
  const changed = async ({ opportunity, schoolId }: OpportunitySubject, wanted: ChangeSeries) => {
    const school = await ports.schools.find(schoolId);
    return changeSeries(opportunity, wanted, {
      zone: school?.zone ?? ports.district.zone,
      now: ports.clock.now(),
      splitId: (from, day) => ports.ids.seriesId(from, day),
    });
  };
  const one = ofOpportunity(ports, contract, 'opportunity.edit', async ({ body: { version, words, ...wanted }, member, ...state }) => {
    const outcome = await changed(state, wanted);
    if (!outcome.ok) return refused({ code: 'request.invalid', fields: outcome.fields });
    return changeOpportunity(ports)(state, { ...outcome.definition, version }, { by: member.email, words });
  });
  const form = changingForm(ports, contract, {
    body: seriesBody,
    async after({ body, subject }) {
      const outcome = await changed(subject, body);
      return outcome.ok ? outcome.definition : undefined;
    },
  });
  return deskFunction(ports, { ...staffApiRoute(ports, one), ...staffFormRoute(ports, one, form) });
}

export const handler = staffVolunteeringHandler(createHandler);
