/** `POST /api/schools`: staff add a school or save its changed details. */
import { saveSchool as contract } from '#contracts/api/volunteering-staff.ts';
import { saveSchool } from '#domain/volunteering/save-school.ts';
import { deskFunction } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { type StaffOperation, staffApiRoute } from '../_http/staff-operation.ts';
import { type StaffVolunteeringPorts, staffVolunteeringHandler } from './_staff-route.ts';

export function createHandler(ports: StaffVolunteeringPorts): HttpFunction {
  // schools are the district's to set up: which one it is changes nothing about who may
  const one: StaffOperation<typeof contract, object> = {
    operation: contract,
    action: 'school.edit',
    seenBy: 'school.edit',
    notFound: 'staff.not-allowed',
    subject: async () => ({}),
    run: ({ body, member }) => saveSchool(ports)({ details: body, by: member.email }),
  };
  return deskFunction(ports, staffApiRoute(ports, one));
}

export const handler = staffVolunteeringHandler(createHandler);
