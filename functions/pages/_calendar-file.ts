/** The calendar entry of one sign-up for the manage page's "add to calendar": the very entry the mails carry, so it updates and never doubles. */

import { isDated } from '#contracts/resources/opportunity.ts';
import type { PersonId, SignUpId } from '#contracts/values.ts';
import type { Calendars } from '#domain/messaging/ports.ts';
import type { Clock } from '#domain/ports.ts';
import { iso } from '#domain/time.ts';
import { publicSchool } from '#domain/volunteering/availability.ts';
import { findOwn, schoolOf } from '#domain/volunteering/own-sign-up.ts';
import type { Opportunities, Schools, SignUps } from '#domain/volunteering/ports.ts';

interface Ports {
  readonly signUps: SignUps;
  readonly opportunities: Opportunities;
  readonly schools: Schools;
  readonly calendars: Calendars;
  readonly clock: Clock;
  readonly district: { readonly siteUrl: string };
}

/** Undefined when there is nothing to put into a calendar: no such sign-up, not held any more, or without a time. */
export async function calendarFile(ports: Ports, personId: PersonId, signUpId: SignUpId, managePath: string): Promise<string | undefined> {
  const own = await findOwn(ports, personId, signUpId);
  if (!own?.claim || !own.ledger || !isDated(own.slot)) return undefined;
  const { opportunity } = own.opportunityState;
  return ports.calendars.file({
    method: 'REQUEST',
    signUpId,
    sequence: own.ledger.version + opportunity.version,
    at: iso(ports.clock.now()),
    slot: own.slot,
    places: own.claim.places,
    opportunity,
    school: publicSchool(await schoolOf(ports.schools, opportunity)),
    person: own.signUp.person,
    language: own.signUp.language,
    manageUrl: `${ports.district.siteUrl}${managePath}`,
  });
}
