/** The desk's pages of the district's office: who the staff are, what they changed, what is kept of whom. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { DESK_OFFICE_PAGES } from '#contracts/desk-pages.ts';
import { type DeskHandler, deskFunction, deskRoute } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { allow } from '../_http/staff.ts';
import { live } from '../_runtime/live.ts';
import { directoryPorts } from '../desk/_ports.ts';
import { type StaffPagePorts, showStaff } from '../desk/_staff-page.ts';

type Ports = StaffPagePorts;

export function createHandler(ports: Ports): HttpFunction {
  const staff: DeskHandler = async (visit, request) => {
    allow(visit.member, 'staff.manage', {});
    const done = request.query.get('done');
    return showStaff(ports, visit, request, done === null ? {} : { done });
  };
  const pages: Readonly<Record<keyof typeof DESK_OFFICE_PAGES, DeskHandler>> = { deskStaff: staff };
  return deskFunction(
    ports,
    Object.fromEntries(
      Object.entries(DESK_OFFICE_PAGES).map(([name, { method, path }]) => [
        `${method} ${path}`,
        deskRoute(ports, pages[name as keyof typeof pages]),
      ]),
    ),
  );
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => createHandler(directoryPorts()));
