/**
 * What staff do with a person's sign-up, at `/api/opportunities/{opportunityId}/people/{personId}/sign-ups/{signUpId}/…` and with the forms of the
 * person's page: move it, change its places, cancel it, give it what it waits for, note something
 * about it or that its new time suits them. One function: they need the same.
 */
import * as contracts from '#contracts/api/volunteering-people.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import { PersonId } from '#contracts/values.ts';
import { type ConfirmTimePorts, confirmPerson } from '#domain/volunteering/confirm-time.ts';
import type { MoveSignUpPorts } from '#domain/volunteering/move-sign-up.ts';
import { type NotePersonPorts, notePerson } from '#domain/volunteering/note-person.ts';
import { cancelPerson, movePerson, resizePerson } from '#domain/volunteering/people-by-hand.ts';
import { promotePerson } from '#domain/volunteering/promote-person.ts';
import { personActBody } from '#web/desk/index.ts';
import type { apiRoute } from '../_http/api-route.ts';
import { deskFunction } from '../_http/desk.ts';
import type { HttpFunction, Routes } from '../_http/http-function.ts';
import { Refusal } from '../_http/refusal.ts';
import type { StaffPorts } from '../_http/staff.ts';
import { staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { ofPeople } from './_people.ts';
import { type PersonPagePorts, showPerson } from './_person-page.ts';
import { type OpportunityInput, staffVolunteeringHandler } from './_staff-route.ts';

type Ports = StaffPorts & PersonPagePorts & MoveSignUpPorts & ConfirmTimePorts & NotePersonPorts;
type Operation =
  | typeof contracts.movePerson
  | typeof contracts.resizePerson
  | typeof contracts.cancelPerson
  | typeof contracts.promotePerson
  | typeof contracts.confirmPerson
  | typeof contracts.notePerson;

export const createHandler = (ports: Ports): HttpFunction =>
  deskFunction(ports, {
    ...routesOf(ports, contracts.movePerson, (input) => movePerson(ports)({ ...named(input), ...input.body })),
    ...routesOf(ports, contracts.resizePerson, (input) => resizePerson(ports)({ ...named(input), ...input.body })),
    ...routesOf(ports, contracts.cancelPerson, (input) => cancelPerson(ports)(named(input))),
    ...routesOf(ports, contracts.promotePerson, (input) => promotePerson(ports)(named(input))),
    ...routesOf(ports, contracts.confirmPerson, (input) => confirmPerson(ports)({ ...named(input), ...input.body })),
    ...routesOf(ports, contracts.notePerson, (input) => notePerson(ports)({ ...named(input), ...input.body })),
  });

const named = ({ params, member }: OpportunityInput<Operation>) => ({ ...params, by: member.email });

function routesOf<One extends Operation>(
  ports: Ports,
  operation: One,
  run: (input: OpportunityInput<One>) => ReturnType<Parameters<typeof apiRoute<One>>[1]>,
): Routes {
  const one = ofPeople(ports, operation, 'people.manage', run);
  const { operationId } = operation;
  return {
    ...staffApiRoute(ports, one),
    ...staffFormRoute(ports, one, {
      body: (form) => personActBody(operationId, form),
      done: ({ request, subject }) =>
        `${deskPaths.person(subject.opportunity.opportunityId, request.params.personId ?? '')}?done=${operationId}`,
      again: (visit, request, { opportunity }, { values, errors, status, problem }) => {
        const personId = PersonId.safeParse(request.params.personId);
        if (!personId.success) throw new Refusal('sign-up.not-found');
        const posted = { operationId, signUpId: request.params.signUpId ?? '', values, errors };
        const of = { opportunityId: opportunity.opportunityId, personId: personId.data };
        return showPerson(ports, visit, request, of, { status, posted, ...(problem && { problem }) });
      },
    }),
  };
}

export const handler = staffVolunteeringHandler(createHandler);
