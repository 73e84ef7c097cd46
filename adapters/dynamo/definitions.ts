/** Definitions as staff keep them: all of a school, and saves that keep their entry of the history in the same transaction. */
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import type { Definitions, SlotFigures } from '#domain/volunteering/ports.ts';
import { messageWrite } from './messages.ts';
import { figuresOf, opportunityItem, opportunityKey, opportunityOf } from './opportunity-items.ts';
import { schoolItem, schoolKey, slugWrite } from './schools.ts';
import { historyItem } from './staff-history.ts';
import { type Item, type Key, standsAsAsked, type Table } from './table.ts';
import { type Transact, versionedWrite } from './transactions.ts';

export function definitions(table: Table, transact: Transact): Definitions {
  /** Whether what stands there is what was to be written: by a repeat, or by the same save twice. */
  const stands = async (key: Key, item: Item): Promise<boolean> => standsAsAsked({ done: false, old: await table.get(key) }, item);
  return {
    async allOfSchool(schoolId, from) {
      const values = { ':school': schoolId };
      const [listed, unlisted, slots] = await Promise.all([
        table.query({ condition: 'listedSchool = :school', values }, { index: 'opportunitiesBySchool' }),
        table.query({ condition: 'unlistedSchool = :school', values }, { index: 'unlistedBySchool' }),
        table.query(
          { condition: 'schoolId = :school AND listedUntil >= :from', values: { ...values, ':from': from } },
          { index: 'slotsBySchool' },
        ),
      ]);
      const figures = new Map<string, SlotFigures[]>();
      for (const item of slots) {
        const { opportunityId, ...slot } = figuresOf(item);
        figures.set(opportunityId, [...(figures.get(opportunityId) ?? []), slot]);
      }
      return latestOfEach([...listed, ...unlisted].map(opportunityOf)).map((opportunity) => ({
        opportunity,
        figures: figures.get(opportunity.opportunityId) ?? [],
      }));
    },
    async saveOpportunity(opportunity, entry, notice) {
      const item = opportunityItem(opportunity, entry.at);
      const outcome = await transact([versionedWrite(item), { put: historyItem(entry) }, ...(notice ? [messageWrite(notice)] : [])]);
      if (outcome.kind === 'done') return 'saved';
      if (outcome.kind === 'busy') return 'busy';
      return (await stands(opportunityKey(opportunity.opportunityId), item)) ? 'saved' : 'version-conflict';
    },
    async saveSchool(school, entry) {
      const item = schoolItem(school);
      const outcome = await transact([versionedWrite(item), { put: historyItem(entry) }, slugWrite(school)]);
      if (outcome.kind === 'done') return 'saved';
      if (outcome.kind === 'busy') return 'busy';
      if (outcome.at.includes(2)) return 'slug-taken';
      return (await stands(schoolKey(school.schoolId), item)) ? 'saved' : 'version-conflict';
    },
  };
}

/** While one moves from an index to the other, it may be in both for a moment. */
function latestOfEach(all: readonly Opportunity[]): readonly Opportunity[] {
  const latest = new Map<string, Opportunity>();
  for (const one of all) if ((latest.get(one.opportunityId)?.version ?? 0) < one.version) latest.set(one.opportunityId, one);
  return [...latest.values()];
}
