/** `POST /api/staff/changes`: an admin changes what a member of staff may do. */
import { saveStaff as contract } from '#contracts/api/desk.ts';
import { saveStaff } from '#domain/desk/change-staff.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { type StaffOfficePorts, staffOfficeHandler } from './_ports.ts';
import { staffChange } from './_staff-page.ts';

export const createHandler = (ports: StaffOfficePorts): HttpFunction =>
  staffChange(ports, contract, ({ body, member }) => saveStaff(ports)({ by: member.email, changes: body }));

export const handler = staffOfficeHandler(createHandler);
