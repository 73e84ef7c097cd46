/**
 * Check-in at the door: the page with the list, and what is done there, over the API and with the page's forms: marking one, marking all others, adding
 * who just came. One function: they need the same, and end on the same page.
 */
import { districtKey } from '#adapters/system/district-secret.ts';
import { people } from '#adapters/system/people.ts';
import * as contracts from '#contracts/api/volunteering-check-in.ts';
import { CHECK_IN_PARAMETERS, DESK_CHECK_IN_PAGES, deskPaths } from '#contracts/desk-pages.ts';
import { DOOR_PAGES } from '#contracts/share-pages.ts';
import { Email, OpportunityId } from '#contracts/values.ts';
import { mayDo } from '#domain/desk/authorise.ts';
import { normaliseEmail } from '#domain/person.ts';
import { markPerson, markRest } from '#domain/volunteering/mark-person.ts';
import { type WalkInPorts, walkIn } from '#domain/volunteering/walk-in.ts';
import { markBody, readWalkInForm, restBody, walkInBody } from '#web/desk/index.ts';
import { scannedCodePage } from '#web/pages/index.ts';
import { requestKey } from '../_http/api-route.ts';
import { deskFunction, deskRoute, ofDesk, signedIn } from '../_http/desk.ts';
import type { HttpFunction, Route, Routes } from '../_http/http-function.ts';
import { pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import { page as answerWith, seeOther } from '../_http/respond.ts';
import { allow, type StaffPorts } from '../_http/staff.ts';
import { type StaffForm, staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { environment } from '../_runtime/env.ts';
import { type DoorPorts, showDoor } from './_door.ts';
import { ofPeople } from './_people.ts';
import { type OpportunitySubject, opportunityOf, staffVolunteeringHandler } from './_staff-route.ts';

type Ports = StaffPorts & DoorPorts & WalkInPorts;
type Operation = typeof contracts.markPerson | typeof contracts.markRest | typeof contracts.addWalkIn;

export const createHandler = (ports: Ports): HttpFunction =>
  deskFunction(ports, {
    ...page(ports),
    ...codes(ports),
    ...marking(ports),
    ...markingRest(ports),
    ...addingWalkIns(ports),
  });

function page(ports: Ports): Routes {
  const { method, path } = DESK_CHECK_IN_PAGES.deskCheckIn;
  return {
    [`${method} ${path}`]: deskRoute(ports, async (visit, request) => {
      const subject = await opportunityOf(ports, request);
      if (!subject || !mayDo(visit.member, 'people.read', subject)) throw new Refusal('opportunity.not-found');
      allow(visit.member, 'people.manage', subject);
      const done = request.query.get('done');
      return showDoor(ports, visit, request, subject, request.query, done === null ? {} : { done });
    }),
  };
}

/** What a code leads to: staff of the school to the list, or to its person, and everybody else to what it is for. Looking marks nobody. */
function codes(ports: Ports): Routes {
  const show: Route = async (request) => {
    const opportunityId = OpportunityId.safeParse(request.params.opportunityId);
    if (!opportunityId.success) throw new Refusal('opportunity.not-found');
    const list = deskPaths.checkIn(opportunityId.data, { [CHECK_IN_PARAMETERS.one]: request.params.signUpId ?? '' });
    const known = await signedIn(ports, request);
    const subject = known && (await opportunityOf(ports, request));
    if (subject && mayDo(known.member, 'people.manage', subject)) return ofDesk(seeOther(list));
    const html = scannedCodePage(pageContext(ports, request), { opportunityId: opportunityId.data, signIn: deskPaths.signInTo(list) });
    return answerWith(html, request, { secret: true });
  };
  return Object.fromEntries(Object.values(DOOR_PAGES).map(({ method, path }) => [`${method} ${path}`, show]));
}

function marking(ports: Ports): Routes {
  const one = ofPeople(
    ports,
    contracts.markPerson,
    'people.manage',
    ({ params: { personId, signUpId }, body, member, opportunity, ledgers }) =>
      markPerson(ports)({ opportunity, ledgers }, { personId, signUpId, mark: body, by: member.email }),
  );
  const form: StaffForm<typeof contracts.markPerson, OpportunitySubject> = {
    ...again(ports),
    body: markBody,
    done: ({ request, subject }) => `${backTo(subject, formOf(request.body()))}#r-${request.params.signUpId}`,
  };
  return { ...staffApiRoute(ports, one), ...staffFormRoute(ports, one, form) };
}

function markingRest(ports: Ports): Routes {
  const one = ofPeople(ports, contracts.markRest, 'people.manage', ({ body, member, opportunity, ledgers }) =>
    markRest(ports)({ opportunity, ledgers }, { ...body, by: member.email }),
  );
  const form: StaffForm<typeof contracts.markRest, OpportunitySubject> = {
    ...again(ports),
    body: restBody,
    done: ({ request, subject, body }) =>
      backTo(subject, formOf(request.body()), body.attendance === 'open' ? '' : contracts.markRest.operationId),
  };
  return { ...staffApiRoute(ports, one), ...staffFormRoute(ports, one, form) };
}

function addingWalkIns(ports: Ports): Routes {
  const one = ofPeople(ports, contracts.addWalkIn, 'people.manage', ({ body, member, request, opportunity, ledgers }) =>
    walkIn(ports)(
      { opportunity, ledgers },
      { request: body, key: { kind: request.isApi ? 'api' : 'form', value: requestKey(request) }, by: member.email },
    ),
  );
  const form: StaffForm<typeof contracts.addWalkIn, OpportunitySubject> = {
    ...again(ports),
    body: (posted) => walkInBody(readWalkInForm(posted)),
    done: ({ request, subject }) => backTo(subject, formOf(request.body()), contracts.addWalkIn.operationId),
  };
  return { ...staffApiRoute(ports, one), ...staffFormRoute(ports, one, form) };
}

/** What a form of the page sent along of where it stood. */
const formOf = (body: string): URLSearchParams => new URLSearchParams(body);

function backTo({ opportunity }: OpportunitySubject, posted: URLSearchParams, done = ''): string {
  const kept = Object.values(CHECK_IN_PARAMETERS).map((name) => [name, posted.get(name) ?? ''] as const);
  return deskPaths.checkIn(opportunity.opportunityId, { ...Object.fromEntries(kept), done });
}

/** The page once more, with what was typed and why it was refused. */
function again(ports: Ports): Pick<StaffForm<Operation, OpportunitySubject>, 'again'> {
  return {
    again: async (visit, request, subject, { operationId, values: posted, errors, status, problem }) => {
      // as it is now: what refused is newer than what the request began with
      const state = (await ports.opportunities.load(subject.opportunity.opportunityId)) ?? subject;
      const values = operationId === contracts.addWalkIn.operationId ? readWalkInForm(posted) : undefined;
      const email = problem === 'sign-up.already' ? Email.safeParse(values?.email.trim()) : undefined;
      return showDoor(ports, visit, request, state, posted, {
        status,
        problem: problem ?? 'request.invalid',
        posted: { operationId, signUpId: request.params.signUpId ?? '', errors },
        ...(values && { values }),
        ...(email?.success && { already: await ports.people.identify(normaliseEmail(email.data)) }),
      });
    },
  };
}

export const handler = staffVolunteeringHandler((ports) =>
  createHandler({ ...ports, people: people(districtKey(environment(['DISTRICT_SECRET']).DISTRICT_SECRET)) }),
);
