/** "All my sign-ups": everything kept of the person behind a manage link, as the ledgers have it. */
import type { Slot } from '#contracts/resources/opportunity.ts';
import type { School } from '#contracts/resources/school.ts';
import type { MySignUps } from '#contracts/resources/sign-up.ts';
import type { OpportunityId, PersonId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { millis } from '../time.ts';
import { type OwnSignUp, ownSignUp, schoolOf, toMySignUp } from './own-sign-up.ts';
import type { Opportunities, Schools, SignUp, SignUps } from './ports.ts';

export interface MySignUpsPorts {
  readonly signUps: SignUps;
  readonly opportunities: Opportunities;
  readonly schools: Schools;
  readonly clock: Clock;
}

/**
 * Soonest first, undated last; past and cancelled ones until their retention ends. What was refused is not a sign-up. When nothing is kept any
 * more the link leads nowhere: `link.invalid`.
 */
export const mySignUps =
  (ports: MySignUpsPorts) =>
  async ({ personId }: { readonly personId: PersonId }): Promise<Result<MySignUps, { readonly code: 'link.invalid' }>> => {
    const now = ports.clock.now();
    const kept = await keptOf(ports, personId);
    if (!kept) return refused({ code: 'link.invalid' });
    const signUps = kept.all
      .map(({ school, ...own }) => toMySignUp(own, school, now))
      .filter(({ state }) => state !== 'refused')
      .sort((a, b) => (startOf(a.slot) === startOf(b.slot) ? 0 : startOf(a.slot) - startOf(b.slot)));
    return ok({ name: kept.newest.person.name, language: kept.newest.language, signUps });
  };

export interface KeptSignUps {
  /** Says how the person calls themselves, and which language they chose. */
  readonly newest: SignUp;
  readonly all: readonly (OwnSignUp & { readonly school: School })[];
}

/** All sign-ups of a person whose opportunity has their slot, as the ledgers have them. Undefined when nothing is kept any more. */
export async function keptOf(ports: Omit<MySignUpsPorts, 'clock'>, personId: PersonId): Promise<KeptSignUps | undefined> {
  const items = [...(await ports.signUps.ofPerson(personId))].sort((a, b) => millis(b.signedUpAt) - millis(a.signedUpAt));
  const newest = items[0];
  if (!newest) return undefined;
  const opportunityIds = [...new Set(items.map((item) => item.opportunityId))];
  const all = await Promise.all(opportunityIds.map((id) => ownOf(ports, id, items)));
  return { newest, all: all.flat() };
}

async function ownOf(ports: Omit<MySignUpsPorts, 'clock'>, id: OpportunityId, items: readonly SignUp[]): Promise<KeptSignUps['all']> {
  const state = await ports.opportunities.load(id);
  if (!state) return [];
  const school = await schoolOf(ports.schools, state.opportunity);
  return items
    .filter((item) => item.opportunityId === id)
    .flatMap((item) => ownSignUp(item, state) ?? [])
    .map((own) => ({ ...own, school }));
}

const startOf = (slot: Slot): number => (slot.startsAt === undefined ? Number.POSITIVE_INFINITY : millis(slot.startsAt));
