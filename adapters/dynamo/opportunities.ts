/** Definitions with the ledgers of their slots: one query for one opportunity, two for what a school offers. */
import type { OpportunityId } from '#contracts/values.ts';
import type { Clock } from '#domain/ports.ts';
import { canonical, iso } from '#domain/time.ts';
import type { Opportunities, OpportunityState, OpportunitySummary, SlotFigures } from '#domain/volunteering/ports.ts';
import { figuresOf, isLedger, ledgerOf, opportunityItem, opportunityOf } from './opportunity-items.ts';
import { remembered } from './remembered.ts';
import { saveVersion, type Table } from './table.ts';

/** How old a glance may be. A rush refuses from it without a read; the ledger still decides every sign-up that passes. */
const GLANCE_MS = 250;
/** How old lists may be. */
const LIST_MS = 2_000;

export function opportunities(table: Table, clock: Clock): Opportunities {
  const read = async (opportunityId: OpportunityId, consistent: boolean): Promise<OpportunityState | undefined> => {
    const items = await table.query({ condition: 'pk = :pk', values: { ':pk': opportunityId } }, { consistent });
    const definition = items.find((item) => !isLedger(item));
    return definition && { opportunity: opportunityOf(definition), ledgers: items.filter(isLedger).map(ledgerOf) };
  };
  const list = remembered(clock, LIST_MS, (key: string) => {
    const [schoolId = '', from = ''] = key.split(' ');
    return ofSchool(table, schoolId, from);
  });

  return {
    glance: remembered(clock, GLANCE_MS, (opportunityId) => read(opportunityId, false)),
    load: (opportunityId) => read(opportunityId, true),
    // kept per minute of `from`, so that the passing of time doesn't make every list a new one
    async ofSchool(schoolId, from) {
      const since = canonical(from);
      const listed = await list(`${schoolId} ${since.slice(0, 'yyyy-mm-ddThh:mm'.length)}`);
      return listed.map(({ opportunity, figures }) => ({
        opportunity,
        figures: figures.filter(({ endsAt }) => endsAt === undefined || endsAt >= since),
      }));
    },
    save: (opportunity) => saveVersion(table, opportunityItem(opportunity, iso(clock.now()))),
  };
}

async function ofSchool(table: Table, schoolId: string, from: string): Promise<readonly OpportunitySummary[]> {
  const [definitions, slots] = await Promise.all([
    table.query({ condition: 'listedSchool = :school', values: { ':school': schoolId } }, { index: 'opportunitiesBySchool' }),
    table.query(
      { condition: 'schoolId = :school AND listedUntil >= :from', values: { ':school': schoolId, ':from': from } },
      { index: 'slotsBySchool' },
    ),
  ]);
  const figures = new Map<string, SlotFigures[]>();
  for (const item of slots) {
    const { opportunityId, ...slot } = figuresOf(item);
    figures.set(opportunityId, [...(figures.get(opportunityId) ?? []), slot]);
  }
  return definitions.map((item) => {
    const opportunity = opportunityOf(item);
    return { opportunity, figures: figures.get(opportunity.opportunityId) ?? [] };
  });
}
