/** `POST /api/opportunities/{opportunityId}/people`, and its form at the desk: staff add a person by hand. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { districtKey } from '#adapters/system/district-secret.ts';
import { people } from '#adapters/system/people.ts';
import { addPerson as contract } from '#contracts/api/volunteering-people.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import { PlacedPerson } from '#contracts/resources/roster.ts';
import { Email } from '#contracts/values.ts';
import { normaliseEmail } from '#domain/person.ts';
import type { People } from '#domain/ports.ts';
import { type AddPersonPorts, addPerson } from '#domain/volunteering/add-person.ts';
import { personBody, readPersonForm } from '#web/desk/index.ts';
import { requestKey } from '../_http/api-route.ts';
import { deskFunction } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import type { HttpResponse } from '../_http/respond.ts';
import type { StaffPorts } from '../_http/staff.ts';
import { staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { ofPeople } from './_people.ts';
import { type PersonPagePorts, showAddPerson } from './_person-page.ts';
import { staffVolunteeringPorts } from './_staff-route.ts';

type Ports = StaffPorts & PersonPagePorts & AddPersonPorts;

export function createHandler(ports: Ports): HttpFunction {
  const one = ofPeople(ports, contract, 'people.manage', ({ body, member, request, opportunity, ledgers }) =>
    addPerson(ports)(
      { opportunity, ledgers },
      { request: body, key: { kind: request.isApi ? 'api' : 'form', value: requestKey(request) }, by: member.email },
    ),
  );
  return deskFunction(ports, {
    ...staffApiRoute(ports, one),
    ...staffFormRoute(ports, one, {
      body: (form) => personBody(readPersonForm(form)),
      done: ({ subject }, value) =>
        `${deskPaths.person(subject.opportunity.opportunityId, PlacedPerson.parse(value).personId)}?done=${contract.operationId}`,
      again: async (visit, request, subject, { values: posted, errors, status, problem }) => {
        const values = readPersonForm(posted);
        // as it is now: what refused is newer than what the request began with
        const state = (await ports.opportunities.load(subject.opportunity.opportunityId)) ?? subject;
        const personId = problem === 'sign-up.already' ? await personOf(ports, values.email) : undefined;
        return showAddPerson(ports, visit, request, state, {
          values,
          errors,
          status,
          ...(problem && { problem }),
          ...(personId !== undefined && { personId }),
        });
      },
    }),
  });
}

async function personOf({ people: known }: { readonly people: People }, email: string): Promise<string | undefined> {
  const parsed = Email.safeParse(email.trim());
  return parsed.success ? known.identify(normaliseEmail(parsed.data)) : undefined;
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() =>
  createHandler({ ...staffVolunteeringPorts(), people: people(districtKey(environment(['DISTRICT_SECRET']).DISTRICT_SECRET)) }),
);
