/** The staff directory on a page of the desk: as it is asked for, and again with what went wrong with a form of it. */
import type { ApiOperation } from '#contracts/api/index.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { School } from '#contracts/resources/school.ts';
import { listStaff } from '#domain/desk/change-staff.ts';
import type { StaffRegister } from '#domain/desk/ports.ts';
import { type DeskStaffModel, deskStaffPage, officeBody } from '#web/desk/index.ts';
import { type DeskPorts, type DeskVisit, deskFunction, readerOf } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { pageContext } from '../_http/pages.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import type { StaffPorts } from '../_http/staff.ts';
import { ofDistrict, type StaffOperation, staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';

export { ofDistrict };

export type StaffPagePorts = DeskPorts & {
  readonly register: StaffRegister;
  readonly schools: { all(): Promise<readonly School[]> };
};

export async function showStaff(
  ports: StaffPagePorts,
  visit: DeskVisit,
  request: HttpRequest,
  { status, ...more }: Pick<DeskStaffModel, 'done' | 'problem' | 'posted'> & { readonly status?: number } = {},
): Promise<HttpResponse> {
  const [{ staff }, schools] = await Promise.all([listStaff(ports)(), ports.schools.all()]);
  const html = deskStaffPage(
    { ...pageContext(ports, request), url: deskPaths.staff },
    { reader: readerOf(visit), staff, schools: schools.map(({ schoolId, name }) => ({ schoolId, name })), ...more },
  );
  return page(html, request, status === undefined ? {} : { status });
}

/** A change of the directory: an API route, and a form on its page. */
export function staffChange<Operation extends ApiOperation>(
  ports: StaffPagePorts & StaffPorts,
  operation: Operation,
  run: StaffOperation<Operation, object>['run'],
): HttpFunction {
  const one: StaffOperation<Operation, object> = { ...ofDistrict, operation, action: 'staff.manage', seenBy: 'staff.manage', run };
  return deskFunction(ports, {
    ...staffApiRoute(ports, one),
    ...staffFormRoute(ports, one, {
      body: (form) => officeBody(operation.operationId, form),
      done: () => `${deskPaths.staff}?done=${operation.operationId}`,
      again: (visit, request, _district, { status, problem, ...posted }) =>
        showStaff(ports, visit, request, { status, posted, ...(problem && { problem }) }),
    }),
  });
}
