/** Copies an opportunity into a new draft, on other dates: last year's carnival. The same key makes the same copy. */
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import type { Email, RequestKey } from '#contracts/values.ts';
import type { Ids } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { copyOf } from './other-dates.ts';
import { type ChangeOpportunityError, type SaveOpportunityPorts, saveOpportunity } from './save-opportunity.ts';

export type CopyOpportunityError = Exclude<ChangeOpportunityError, { readonly code: 'opportunity.changed-meanwhile' }>;

export const copyOpportunity =
  (ports: SaveOpportunityPorts & { readonly ids: Ids }) =>
  async (
    from: Opportunity,
    { days, key, by }: { readonly days: number; readonly key: RequestKey; readonly by: Email },
  ): Promise<Result<Opportunity, CopyOpportunityError>> => {
    const opportunityId = ports.ids.opportunityId('copy', from.opportunityId, String(days), key);
    const there = await ports.opportunities.load(opportunityId);
    if (there) return ok(there.opportunity);
    const school = await ports.schools.find(from.schoolId);
    if (!school) throw new Error(`the school of ${from.opportunityId} is missing`);
    const ids = { opportunityId, slotId: (of: string) => ports.ids.slotId(opportunityId, of) };
    const saved = await saveOpportunity(ports)({ definition: { ...copyOf(from, ids, school.zone, days), version: 0 }, by });
    if (saved.ok) return saved;
    // the same request was there a moment earlier: the next try finds its copy
    return refused(saved.error.code === 'request.invalid' ? saved.error : { code: 'request.conflict' });
  };
