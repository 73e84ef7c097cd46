/** The desk's pages of who comes: the roster of an opportunity, the roster as a file, one person of it, the form that adds one, and how it was for them. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { readFeedback } from '#adapters/dynamo/feedback.ts';
import { messageNotes } from '#adapters/dynamo/message-notes.ts';
import { slotReads } from '#adapters/dynamo/slot-reads.ts';
import { staffDirectory } from '#adapters/dynamo/staff-directory.ts';
import { staffHistory } from '#adapters/dynamo/staff-history.ts';
import { suppressedAmong } from '#adapters/dynamo/suppressions.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { deskSeals } from '#adapters/identity/seals.ts';
import { deskKey } from '#adapters/system/district-secret.ts';
import { DESK_PEOPLE_PAGES } from '#contracts/desk-pages.ts';
import { PersonId, SlotId } from '#contracts/values.ts';
import { mayDo } from '#domain/desk/authorise.ts';
import type { Suppressions } from '#domain/messaging/health-ports.ts';
import { roster } from '#domain/volunteering/roster.ts';
import { deskRosterPage, readPersonForm, rosterRows } from '#web/desk/index.ts';
import { type DeskHandler, type DeskVisit, deskFunction, deskRoute, readerOf } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import { allow } from '../_http/staff.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { messagesIn } from '../volunteering/_messages.ts';
import { type PersonPagePorts, showAddPerson, showPerson } from '../volunteering/_person-page.ts';
import { volunteeringPorts } from '../volunteering/_ports.ts';
import { csvFile } from '../volunteering/_roster-file.ts';
import { type OpportunitySubject, opportunityOf } from '../volunteering/_staff-route.ts';
import { type FeedbackPagesPorts, feedbackPages } from './_desk-feedback.ts';
import { type MessagePagesPorts, messagePages } from './_desk-messages.ts';

type Ports = PersonPagePorts & MessagePagesPorts & FeedbackPagesPorts & { readonly suppressions: Pick<Suppressions, 'among'> };

export function createHandler(ports: Ports): HttpFunction {
  const { deskRoster, deskRosterFile, deskAddPerson, deskPerson } = DESK_PEOPLE_PAGES;

  const showRoster: DeskHandler = async (visit, request) => {
    const { roster: shown, opportunity, zone, only } = await rosterFor(ports, visit, request);
    const mayManage = mayDo(visit.member, 'people.manage', opportunity);
    const people = shown.slots.flatMap((slot) => [...slot.people, ...slot.waiting].map(({ personId }) => personId));
    const withoutMail = await ports.suppressions.among(people);
    const model = { reader: readerOf(visit), roster: shown, opportunity, zone, withoutMail, mayManage, ...(only && { only }) };
    return page(deskRosterPage(pageContext(ports, request), model), request);
  };

  const sendFile: DeskHandler = async (visit, request) => {
    const { roster: shown, opportunity, zone } = await rosterFor(ports, visit, request);
    return csvFile(rosterRows(pageContext(ports, request), shown, zone), `roster-${opportunity.opportunityId}`);
  };

  const showAdd: DeskHandler = async (visit, request) => {
    const state = await subjectOf(ports, visit, request);
    allow(visit.member, 'people.manage', state);
    const asked = request.query.get('slot') ?? '';
    const { slots } = state.opportunity;
    // where there is one, there is nothing to choose
    const slotId = (slots.length === 1 ? slots[0] : slots.find((slot) => slot.slotId === asked))?.slotId ?? '';
    const empty = readPersonForm(new URLSearchParams({ slotId, places: '1', language: ports.district.languages[0] ?? 'en' }));
    return showAddPerson(ports, visit, request, state, { values: empty, errors: [] });
  };

  const showOne: DeskHandler = async (visit, request) => {
    const { opportunity } = await subjectOf(ports, visit, request);
    const personId = PersonId.safeParse(request.params.personId);
    if (!personId.success) throw new Refusal('sign-up.not-found');
    const done = request.query.get('done');
    const of = { opportunityId: opportunity.opportunityId, personId: personId.data };
    return showPerson(ports, visit, request, of, done === null ? {} : { done });
  };

  return deskFunction(ports, {
    [`${deskRoster.method} ${deskRoster.path}`]: deskRoute(ports, showRoster),
    [`${deskRosterFile.method} ${deskRosterFile.path}`]: deskRoute(ports, sendFile),
    [`${deskAddPerson.method} ${deskAddPerson.path}`]: deskRoute(ports, showAdd),
    [`${deskPerson.method} ${deskPerson.path}`]: deskRoute(ports, showOne),
    ...messagePages(ports),
    ...feedbackPages(ports),
  });
}

/** The opportunity in the address. Throws what the member may not look into as what does not exist. */
async function subjectOf(ports: PersonPagePorts, { member }: DeskVisit, request: HttpRequest): Promise<OpportunitySubject> {
  const state = await opportunityOf(ports, request);
  if (!state || !mayDo(member, 'people.read', state)) throw new Refusal('opportunity.not-found');
  return state;
}

/** Of the opportunity in the address, or of the slot that is asked for. */
async function rosterFor(ports: PersonPagePorts, visit: DeskVisit, request: HttpRequest) {
  const state = await subjectOf(ports, visit, request);
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
  const env = environment(['VOLUNTEERING_TABLE', 'MESSAGING_TABLE', 'DESK_TABLE', 'DESK_SECRET', 'DISTRICT']);
  return createHandler({
    ...volunteeringPorts(env.VOLUNTEERING_TABLE),
    messages: messagesIn(env.VOLUNTEERING_TABLE),
    messageNotes: messageNotes(tableOn(dynamoClient(), env.MESSAGING_TABLE)),
    suppressions: suppressedAmong(tableOn(dynamoClient(), env.MESSAGING_TABLE)),
    readFeedback: readFeedback(tableOn(dynamoClient(), env.VOLUNTEERING_TABLE)),
    slotReads: slotReads(tableOn(dynamoClient(), env.VOLUNTEERING_TABLE)),
    history: staffHistory(tableOn(dynamoClient(), env.VOLUNTEERING_TABLE)),
    staff: staffDirectory(tableOn(dynamoClient(), env.DESK_TABLE)),
    seals: deskSeals(deskKey(env.DESK_SECRET)),
    district: env.DISTRICT,
  });
});
