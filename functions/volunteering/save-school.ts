/** `POST /api/schools`: staff add a school or save its changed details; and the form of it at the desk. */
import { saveSchool as contract } from '#contracts/api/volunteering-staff.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import { saveSchool } from '#domain/volunteering/save-school.ts';
import { readSchoolForm, schoolBody } from '#web/desk/index.ts';
import { deskFunction } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { type StaffOperation, staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { showSchoolForm } from './_desk-school.ts';
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
  return deskFunction(ports, {
    ...staffApiRoute(ports, one),
    ...staffFormRoute(ports, one, {
      body: (form) => schoolBody(readSchoolForm(form)),
      done: ({ body }) => `${deskPaths.school(body.schoolId)}?done=saveSchool`,
      again: (visit, request, _subject, { values, errors, status, problem }) =>
        showSchoolForm(ports, visit, request, { values: readSchoolForm(values), errors, status, ...(problem && { problem }) }),
    }),
  });
}

export const handler = staffVolunteeringHandler(createHandler);
