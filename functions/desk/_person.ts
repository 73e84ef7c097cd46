/** Privacy requests: what is kept of a person in all capabilities. The address comes in a body, never in a URL; the history gets an id. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { type FundraisingOfPerson, fundraisingOfPerson } from '#adapters/dynamo/fundraising-of-person.ts';
import { signUps } from '#adapters/dynamo/sign-ups.ts';
import { staffDirectory } from '#adapters/dynamo/staff-directory.ts';
import { staffHistory } from '#adapters/dynamo/staff-history.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { deskSeals } from '#adapters/identity/seals.ts';
import { staffTokens } from '#adapters/identity/staff-tokens.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { deskKey, districtKey } from '#adapters/system/district-secret.ts';
import { people } from '#adapters/system/people.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { PersonRecord } from '#contracts/resources/person-record.ts';
import { normaliseEmail } from '#domain/person.ts';
import type { People, StaffHistory } from '#domain/ports.ts';
import type { SignUps } from '#domain/volunteering/ports.ts';
import { type DeskPrivacyModel, deskPrivacyPage } from '#web/desk/index.ts';
import { type DeskPorts, type DeskVisit, readerOf } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { pageContext } from '../_http/pages.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import type { StaffPorts } from '../_http/staff.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';

export interface PersonPorts {
  readonly people: People;
  readonly signUps: Pick<SignUps, 'ofPerson'>;
  readonly fundraisingOfPerson: FundraisingOfPerson;
}
export type PrivacyPorts = StaffPorts & DeskPorts & PersonPorts & { readonly deskHistory: Pick<StaffHistory, 'add'> };

export async function recordOf(ports: PersonPorts, email: string): Promise<PersonRecord> {
  const personId = await ports.people.identify(normaliseEmail(email));
  const [signedUp, { pledges, gifts }] = await Promise.all([ports.signUps.ofPerson(personId), ports.fundraisingOfPerson.of(personId)]);
  return {
    personId,
    signUps: signedUp.map(
      ({ signUpId, schoolId, opportunityId, slotId, person, language, places, state, answers, signedUpAt, expiresAt }) => ({
        signUpId,
        schoolId,
        opportunityId,
        slotId,
        name: person.name,
        email: person.email,
        ...(person.phone !== undefined && { phone: person.phone }),
        language,
        places,
        state,
        answers: [...answers],
        signedUpAt,
        keptUntil: expiresAt,
      }),
    ),
    pledges: pledges.map(({ pledgeId, campaignId, sponsor, state, offeredAt }) => ({
      pledgeId,
      campaignId,
      sponsorName: sponsor.name,
      contactName: sponsor.contactName,
      email: sponsor.email,
      ...(sponsor.phone !== undefined && { phone: sponsor.phone }),
      ...(sponsor.address !== undefined && { address: sponsor.address }),
      state,
      offeredAt,
    })),
    gifts: gifts.map(({ giftId, campaignId, amountCents, receivedOn, giver }) => ({
      giftId,
      campaignId,
      amountCents,
      receivedOn,
      ...(giver && { giverName: giver.name }),
      ...(giver?.email !== undefined && { email: giver.email }),
    })),
  };
}

export function showPrivacy(
  ports: DeskPorts,
  visit: DeskVisit,
  request: HttpRequest,
  { status, ...more }: Pick<DeskPrivacyModel, 'email' | 'found' | 'wrong'> & { readonly status?: number } = {},
): HttpResponse {
  const html = deskPrivacyPage({ ...pageContext(ports, request), url: deskPaths.privacy }, { reader: readerOf(visit), ...more });
  return page(html, request, { status: status ?? 200 });
}

export const privacyHandler = (createHandler: (ports: PrivacyPorts) => HttpFunction) =>
  live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
    const env = environment([
      'DESK_TABLE',
      'VOLUNTEERING_TABLE',
      'FUNDRAISING_TABLE',
      'DESK_SECRET',
      'DISTRICT_SECRET',
      'STAFF_ISSUER',
      'STAFF_CLIENT',
      'DISTRICT',
    ]);
    const client = dynamoClient();
    const desk = tableOn(client, env.DESK_TABLE);
    return createHandler({
      staff: staffDirectory(desk),
      staffTokens: staffTokens(env.STAFF_ISSUER, env.STAFF_CLIENT),
      seals: deskSeals(deskKey(env.DESK_SECRET)),
      people: people(districtKey(env.DISTRICT_SECRET)),
      signUps: signUps(tableOn(client, env.VOLUNTEERING_TABLE)),
      fundraisingOfPerson: fundraisingOfPerson(tableOn(client, env.FUNDRAISING_TABLE)),
      deskHistory: staffHistory(desk),
      district: env.DISTRICT,
      clock: systemClock,
    });
  });
