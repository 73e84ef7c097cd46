/** "All my sign-ups": everything kept of the person behind a manage link, as the ledgers have it. */
import type { Slot } from '#contracts/resources/opportunity.ts';
import type { MySignUp, MySignUps } from '#contracts/resources/sign-up.ts';
import type { OpportunityId, PersonId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { millis } from '../time.ts';
import { ownSignUp, schoolOf, toMySignUp } from './own-sign-up.ts';
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
    const items = [...(await ports.signUps.ofPerson(personId))].sort((a, b) => millis(b.signedUpAt) - millis(a.signedUpAt));
    const newest = items[0];
    if (!newest) return refused({ code: 'link.invalid' });
    const opportunityIds = [...new Set(items.map((item) => item.opportunityId))];
    const shown = await Promise.all(opportunityIds.map((id) => shownOf(ports, id, items, now)));
    const signUps = shown
      .flat()
      .filter(({ state }) => state !== 'refused')
      .sort((a, b) => (startOf(a.slot) === startOf(b.slot) ? 0 : startOf(a.slot) - startOf(b.slot)));
    return ok({ name: newest.person.name, language: newest.language, signUps });
  };

async function shownOf(ports: MySignUpsPorts, id: OpportunityId, items: readonly SignUp[], now: number): Promise<readonly MySignUp[]> {
  const state = await ports.opportunities.load(id);
  if (!state) return [];
  const school = await schoolOf(ports.schools, state.opportunity);
  return items
    .filter((item) => item.opportunityId === id)
    .flatMap((item) => ownSignUp(item, state) ?? [])
    .map((own) => toMySignUp(own, school, now));
}

const startOf = (slot: Slot): number => (slot.startsAt === undefined ? Number.POSITIVE_INFINITY : millis(slot.startsAt));
