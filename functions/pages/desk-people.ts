/** The desk's pages of who comes: the roster of an opportunity, and the roster as a file. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { staffDirectory } from '#adapters/dynamo/staff-directory.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { deskSeals } from '#adapters/identity/seals.ts';
import { deskKey } from '#adapters/system/district-secret.ts';
import { DESK_PEOPLE_PAGES } from '#contracts/desk-pages.ts';
import { SlotId } from '#contracts/values.ts';
import { mayDo } from '#domain/desk/authorise.ts';
import type { Schools } from '#domain/volunteering/ports.ts';
import { roster } from '#domain/volunteering/roster.ts';
import { deskRosterPage, rosterRows } from '#web/desk/index.ts';
import { type DeskHandler, type DeskPorts, type DeskVisit, deskFunction, deskRoute, readerOf } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import type { RosterPorts } from '../volunteering/_people.ts';
import { volunteeringPorts } from '../volunteering/_ports.ts';
import { csvFile } from '../volunteering/_roster-file.ts';
import { opportunityOf } from '../volunteering/_staff-route.ts';

type Ports = DeskPorts & RosterPorts & { readonly schools: Schools };

export function createHandler(ports: Ports): HttpFunction {
  const { deskRoster, deskRosterFile } = DESK_PEOPLE_PAGES;

  const showRoster: DeskHandler = async (visit, request) => {
    const { roster: shown, opportunity, zone, only } = await rosterFor(ports, visit, request);
    const model = { reader: readerOf(visit), roster: shown, opportunity, zone, ...(only && { only }) };
    return page(deskRosterPage(pageContext(ports, request), model), request);
  };

  const sendFile: DeskHandler = async (visit, request) => {
    const { roster: shown, opportunity, zone } = await rosterFor(ports, visit, request);
    return csvFile(rosterRows(pageContext(ports, request), shown, zone), `roster-${opportunity.opportunityId}`);
  };

  return deskFunction(ports, {
    [`${deskRoster.method} ${deskRoster.path}`]: deskRoute(ports, showRoster),
    [`${deskRosterFile.method} ${deskRosterFile.path}`]: deskRoute(ports, sendFile),
  });
}

/** Of the opportunity in the address, or of the slot that is asked for. Throws what the member may not look into as what does not exist. */
async function rosterFor(ports: Ports, { member }: DeskVisit, request: HttpRequest) {
  const state = await opportunityOf(ports, request);
  if (!state || !mayDo(member, 'people.read', state)) throw new Refusal('opportunity.not-found');
  const asked = request.query.get('slot');
  const only = asked === null ? undefined : SlotId.safeParse(asked);
  if (only?.success === false || (only && !state.opportunity.slots.some(({ slotId }) => slotId === only.data))) {
    throw new Refusal('slot.not-found');
  }
  const school = await ports.schools.find(state.schoolId);
  return {
    roster: await roster(ports)(state, only?.data),
    opportunity: state.opportunity,
    zone: school?.zone ?? ports.district.zone,
    only: only?.data,
  };
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'DESK_TABLE', 'DESK_SECRET', 'DISTRICT']);
  return createHandler({
    ...volunteeringPorts(env.VOLUNTEERING_TABLE),
    staff: staffDirectory(tableOn(dynamoClient(), env.DESK_TABLE)),
    seals: deskSeals(deskKey(env.DESK_SECRET)),
    district: env.DISTRICT,
  });
});
