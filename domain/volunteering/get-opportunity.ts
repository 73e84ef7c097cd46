/**
 * One opportunity as anyone may see it. Drafts don't exist here.
 *
 * Apart from `browse.ts`, whose filters bring the time zone library: the sign-up function shows the page too and must stay small.
 */
import type { PublicOpportunity } from '#contracts/resources/availability.ts';
import type { OpportunityId, PersonId, SlotId } from '#contracts/values.ts';
import { firstName } from '../person.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { type FirstNames, publicOpportunity, summaryOf } from './availability.ts';
import { schoolOf } from './own-sign-up.ts';
import type { Opportunities, OpportunityState, Schools, SignUps } from './ports.ts';

export interface BrowsePorts {
  readonly opportunities: Opportunities;
  readonly schools: Schools;
  readonly signUps: SignUps;
  readonly clock: Clock;
}

/** With every slot it has, also those that are over. */
export const getOpportunity =
  (ports: BrowsePorts) =>
  async ({
    opportunityId,
  }: {
    readonly opportunityId: OpportunityId;
  }): Promise<Result<PublicOpportunity, { readonly code: 'opportunity.not-found' }>> => {
    const state = await ports.opportunities.glance(opportunityId);
    if (!state || state.opportunity.status === 'draft') return refused({ code: 'opportunity.not-found' });
    const names = state.opportunity.showFirstNames ? await firstNamesOf(ports.signUps, state) : {};
    return ok(publicOpportunity(summaryOf(state), await schoolOf(ports.schools, state.opportunity), ports.clock.now(), names));
  };

/** One read for each claim: only for opportunities whose coordinator shows names. A claim whose sign-up is not there yet has no name yet. */
async function firstNamesOf(signUps: SignUps, { ledgers }: OpportunityState): Promise<FirstNames> {
  const names: Record<SlotId, string[]> = {};
  await Promise.all(
    ledgers.map(async ({ slotId, claims }) => {
      const people = Object.keys(claims) as PersonId[]; // keys of a parsed ledger
      const found = await Promise.all(people.map((personId) => signUps.find(personId, slotId)));
      names[slotId] = found.flatMap((signUp) => (signUp ? [firstName(signUp.person.name)] : [])).sort();
    }),
  );
  return names;
}
