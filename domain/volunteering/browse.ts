/** What anyone may look at: schools, opportunities with what is left of their slots. Drafts, and what is archived, don't exist here. */
import type { OpportunityFilter, OpportunityList, PublicOpportunity, SchoolList } from '#contracts/resources/availability.ts';
import { iso, millis } from '../time.ts';
import { isPublic, publicOpportunity, publicSchool } from './availability.ts';
import { fits } from './filter.ts';
import type { BrowsePorts } from './get-opportunity.ts';

export { type BrowsePorts, getOpportunity } from './get-opportunity.ts';

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
          .filter(({ opportunity }) => isPublic(opportunity))
          .map((summary) => withoutPast(publicOpportunity(summary, school, now), now)),
      ),
    );
    const shown = listed.flat().filter((opportunity) => opportunity.slots.length > 0 && fits(opportunity, filter));
    return { opportunities: shown.sort(bySoonest), asOf: iso(now) };
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
