/** The desk's pages of the district's office: who the staff are, what they changed, what is kept of whom. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { systemIds } from '#adapters/system/ids.ts';
import { DESK_OFFICE_PAGES } from '#contracts/desk-pages.ts';
import { mayDoSomewhere } from '#domain/desk/authorise.ts';
import { type DeskHandler, deskFunction, deskRoute } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { allow } from '../_http/staff.ts';
import { live } from '../_runtime/live.ts';
import { historySources } from '../desk/_history.ts';
import { type HistoryPagePorts, showHistory } from '../desk/_history-page.ts';
import { showPrivacy } from '../desk/_person.ts';
import { directoryPorts } from '../desk/_ports.ts';
import { previewOf, type RetentionLookPorts, retentionLookPorts } from '../desk/_retention.ts';
import { showStaff } from '../desk/_staff-page.ts';

type Ports = HistoryPagePorts & RetentionLookPorts;

export function createHandler(ports: Ports): HttpFunction {
  const staff: DeskHandler = async (visit, request) => {
    allow(visit.member, 'staff.manage', {});
    const done = request.query.get('done');
    return showStaff(ports, visit, request, done === null ? {} : { done });
  };
  const history: DeskHandler = async (visit, request) => {
    if (!mayDoSomewhere(visit.member, 'history.read')) throw new Refusal('staff.not-allowed');
    return showHistory(ports, visit, request);
  };
  const privacy: DeskHandler = async (visit, request) => {
    allow(visit.member, 'privacy.manage', {});
    const done = request.query.get('done');
    return showPrivacy(ports, visit, request, { retention: await previewOf(ports), ...(done !== null && { done }) });
  };
  const pages: Readonly<Record<keyof typeof DESK_OFFICE_PAGES, DeskHandler>> = {
    deskStaff: staff,
    deskHistory: history,
    deskPrivacy: privacy,
  };
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

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() =>
  createHandler({ ...directoryPorts(), histories: historySources(), ids: systemIds, ...retentionLookPorts() }),
);
