/** `POST /api/holidays`: staff of the district save its holidays; and the form of it at the desk. */
import { saveHolidays as contract } from '#contracts/api/volunteering-staff.ts';
import { deskFormPath, deskPaths } from '#contracts/desk-pages.ts';
import { PROBLEM_STATUS } from '#contracts/problems.ts';
import { saveHolidays } from '#domain/volunteering/holidays.ts';
import { filledHolidays, holidaysBody, readHolidaysForm, withHolidayRows } from '#web/desk/index.ts';
import { deskFunction, deskRoute } from '../_http/desk.ts';
import type { HttpFunction, Routes } from '../_http/http-function.ts';
import { read } from '../_http/input.ts';
import { seeOther } from '../_http/respond.ts';
import { allow } from '../_http/staff.ts';
import { ofDistrict, type StaffOperation, staffApiRoute } from '../_http/staff-operation.ts';
import { showHolidays } from './_desk-holidays.ts';
import { type StaffVolunteeringPorts, staffVolunteeringHandler } from './_staff-route.ts';

export function createHandler(ports: StaffVolunteeringPorts): HttpFunction {
  const one: StaffOperation<typeof contract, object> = {
    ...ofDistrict,
    operation: contract,
    action: 'school.edit',
    seenBy: 'school.edit',
    run: ({ body, member }) => saveHolidays(ports)({ list: body, by: member.email }),
  };
  return deskFunction(ports, { ...staffApiRoute(ports, one), ...atDesk(ports) });
}

/** Buttons of the form either change its rows, and it is drawn again, or save it. */
function atDesk(ports: StaffVolunteeringPorts): Routes {
  const route = deskRoute(ports, async (visit, request) => {
    allow(visit.member, 'school.edit', {});
    const show = (more: Parameters<typeof showHolidays>[3]) => showHolidays(ports, visit, request, more);
    const posted = readHolidaysForm(visit.form);
    const rows = withHolidayRows(posted, visit.form.get('do') ?? 'save');
    if (rows) return show({ values: rows, errors: [] });
    const values = filledHolidays(posted);
    const parsed = read(contract.body, holidaysBody(values));
    if (!parsed.ok) return show({ values, errors: parsed.errors, status: 422 });
    const saved = await saveHolidays(ports)({ list: parsed.data, by: visit.member.email });
    if (saved.ok) return seeOther(deskPaths.holidaysSaved);
    const { error } = saved;
    const refused = { errors: [], problem: error.code, status: PROBLEM_STATUS[error.code] };
    if (error.code !== 'holidays.changed-meanwhile') return show({ values, ...refused });
    // who saves again does so knowingly
    return show({ values: { ...values, version: String(error.version) }, ...refused, meanwhile: error.meanwhile });
  });
  return { [`POST ${deskFormPath(contract.path)}`]: route };
}

export const handler = staffVolunteeringHandler(createHandler);
