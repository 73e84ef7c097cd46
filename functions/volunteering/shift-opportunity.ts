/** `POST /api/opportunities/{opportunityId}/shift`, and its form at the desk: staff move all dates of an opportunity. */
import { shiftOpportunity as contract } from '#contracts/api/volunteering-staff.ts';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import type { Move } from '#domain/calendar.ts';
import { onOtherDates } from '#domain/volunteering/other-dates.ts';
import { changeOpportunity } from '#domain/volunteering/save-opportunity.ts';
import { shiftBody } from '#web/desk/index.ts';
import { deskFunction } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { changingForm } from './_changing-form.ts';
import { type OpportunitySubject, ofOpportunity, type StaffVolunteeringPorts, staffVolunteeringHandler } from './_staff-route.ts';

export function createHandler(ports: StaffVolunteeringPorts): HttpFunction {
  const moved = async ({ opportunity, schoolId }: OpportunitySubject, move: Move): Promise<Opportunity> => {
    const school = await ports.schools.find(schoolId);
    return onOtherDates(opportunity, school?.zone ?? ports.district.zone, move);
  };
  const one = ofOpportunity(ports, contract, 'opportunity.edit', async ({ body: { version, words, ...move }, member, ...state }) =>
    changeOpportunity(ports)(state, { ...(await moved(state, move)), version }, { by: member.email, words }),
  );
  const form = changingForm(ports, contract, { body: shiftBody, after: ({ body, subject }) => moved(subject, body) });
  return deskFunction(ports, { ...staffApiRoute(ports, one), ...staffFormRoute(ports, one, form) });
}

export const handler = staffVolunteeringHandler(createHandler);
