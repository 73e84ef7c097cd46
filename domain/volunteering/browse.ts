/** What anyone may look at: schools, opportunities with what is left of their slots, one opportunity. Drafts don't exist here. */
import type { OpportunityFilter, OpportunityList, PublicOpportunity, SchoolList } from '#contracts/resources/availability.ts';
import type { OpportunityId, PersonId, SlotId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso, millis } from '../time.ts';
import { type FirstNames, publicOpportunity, publicSchool, summaryOf } from './availability.ts';
import { fits } from './filter.ts';
import { schoolOf } from './own-sign-up.ts';
import { firstName } from './person.ts';
import type { Opportunities, OpportunityState, Schools, SignUps } from './ports.ts';

export interface BrowsePorts {
  readonly opportunities: Opportunities;
  readonly schools: Schools;
  readonly signUps: SignUps;
  readonly clock: Clock;
}

/** By name. */
export const listSchools =
  ({ schools }: Pick<BrowsePorts, 'schools'>) =>
  async (): Promise<SchoolList> => ({ schools: (await schools.all()).map(publicSchool) });

/** Soonest first, undated last. Slots that are over are left out, and opportunities of which none is left. First names are not in lists. */
export const listOpportunities =
  ({ schools, opportunities, clock }: Omit<BrowsePorts, 'signUps'>) =>
  async (filter: OpportunityFilter): Promise<OpportunityList> => {
    const now = clock.now();
    const asked = (await schools.all()).filter(({ schoolId }) => filter.schoolId === undefined || schoolId === filter.schoolId);
    const listed = await Promise.all(
      asked.map(async (school) =>
        (await opportunities.ofSchool(school.schoolId, iso(now)))
          .filter(({ opportunity }) => opportunity.status !== 'draft')
          .map((summary) => withoutPast(publicOpportunity(summary, school, now), now)),
      ),
    );
    const shown = listed.flat().filter((opportunity) => opportunity.slots.length > 0 && fits(opportunity, filter));
    return { opportunities: shown.sort(bySoonest), asOf: iso(now) };
  };

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

function withoutPast(opportunity: PublicOpportunity, now: number): PublicOpportunity {
  const isOver = (end: string | undefined): boolean => end !== undefined && millis(end) <= now;
  return { ...opportunity, slots: opportunity.slots.filter(({ slot }) => !isOver(slot.endsAt ?? slot.startsAt)) };
}

const nextStart = ({ slots }: PublicOpportunity): number =>
  Math.min(...slots.map(({ slot }) => (slot.startsAt === undefined ? Number.POSITIVE_INFINITY : millis(slot.startsAt))));

/** Two without any date stand as their ids do, so that the list is the same each time. */
function bySoonest(a: PublicOpportunity, b: PublicOpportunity): number {
  const [first, second] = [nextStart(a), nextStart(b)];
  return first === second ? (a.opportunityId < b.opportunityId ? -1 : 1) : first - second;
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
