/**
 * One opportunity as anyone may see it. Drafts, and what is archived, don't exist here.
 *
 * Apart from `browse.ts`, whose filters bring the time zone library: the sign-up function shows the page too and must stay small.
 */
import type { PublicOpportunity } from '#contracts/resources/availability.ts';
import type { OpportunityId, PersonId, SlotId } from '#contracts/values.ts';
import { firstName } from '../person.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { type FirstNames, isPublic, publicOpportunity, summaryOf } from './availability.ts';
import { schoolOf } from './own-sign-up.ts';
import type { Opportunities, OpportunityState, Schools, SignUps } from './ports.ts';

export interface BrowsePorts {
  readonly opportunities: Opportunities;
  readonly schools: Schools;
  readonly signUps: SignUps;
  readonly clock: Clock;
}

export type FigurePorts = Omit<BrowsePorts, 'signUps'>;

interface Ref {
  readonly opportunityId: OpportunityId;
}
type Found = Result<PublicOpportunity, { readonly code: 'opportunity.not-found' }>;

/** With every slot it has, also those that are over. */
export const getOpportunity =
  (ports: BrowsePorts) =>
  (ref: Ref): Promise<Found> =>
    found(ports, ref, (state) => (state.opportunity.showFirstNames ? firstNamesOf(ports.signUps, state) : {}));

/** The same for where nobody is named: no personal data is read. */
export const getOpportunityWithoutNames =
  (ports: FigurePorts) =>
  (ref: Ref): Promise<Found> =>
    found(ports, ref, () => ({}));

async function found(
  { opportunities, schools, clock }: FigurePorts,
  { opportunityId }: Ref,
  namesOf: (state: OpportunityState) => FirstNames | Promise<FirstNames>,
): Promise<Found> {
  const state = await opportunities.glance(opportunityId);
  if (!state || !isPublic(state.opportunity)) return refused({ code: 'opportunity.not-found' });
  const names = await namesOf(state);
  return ok(publicOpportunity(summaryOf(state), await schoolOf(schools, state.opportunity), clock.now(), names));
}

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
