/** `POST /api/holidays`: staff of the district save its holidays. */
import { saveHolidays as contract } from '#contracts/api/volunteering-staff.ts';
import { saveHolidays } from '#domain/volunteering/holidays.ts';
import { deskFunction } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { ofDistrict, type StaffOperation, staffApiRoute } from '../_http/staff-operation.ts';
import { type StaffVolunteeringPorts, staffVolunteeringHandler } from './_staff-route.ts';

export function createHandler(ports: StaffVolunteeringPorts): HttpFunction {
  const one: StaffOperation<typeof contract, object> = {
    ...ofDistrict,
    operation: contract,
    action: 'school.edit',
    seenBy: 'school.edit',
    run: ({ body, member }) => saveHolidays(ports)({ list: body, by: member.email }),
  };
  return deskFunction(ports, staffApiRoute(ports, one));
}

export const handler = staffVolunteeringHandler(createHandler);
