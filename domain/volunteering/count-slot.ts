/**
 * Counts a slot: takes the figures from what was counted of it before to what its ledger says now. It reads the ledger itself, so it does not matter
 * how often, how late or in which order it is told that something changed.
 */
import type { OpportunityId, SlotId } from '#contracts/values.ts';
import { countOf, nextStep, peopleToCount } from './figures.ts';
import type { Figures } from './figures-ports.ts';
import type { Schools } from './ports.ts';

export interface CountPorts {
  readonly figures: Figures;
  readonly schools: Pick<Schools, 'all'>;
}

/** Lost races for one slot before giving up: the stream, or the queue behind it, brings it again. */
const ATTEMPTS = 60;

export const countSlot =
  ({ figures, schools }: CountPorts) =>
  async (generation: number, opportunityId: OpportunityId, slotId: SlotId): Promise<void> => {
    for (let refused = 0; refused < ATTEMPTS; ) {
      const ledger = await figures.ledger(opportunityId, slotId);
      if (!ledger) throw new Error(`slot ${slotId} has no ledger to count`);
      const school = (await schools.all()).find((one) => one.schoolId === ledger.schoolId);
      if (!school) throw new Error(`the school ${ledger.schoolId} of slot ${slotId} is missing`);
      const before = await figures.counted(generation, ledger.schoolId, slotId);
      if (before && before.ledgerVersion >= ledger.version) return;
      const ids = peopleToCount(before, ledger, countOf(ledger, school.zone)?.month);
      const people = ids.length === 0 ? [] : await figures.held(generation, ids);
      const step = nextStep(before, ledger, school.zone, people);
      if ((await figures.apply(generation, step)) === 'refused') refused += 1;
      else if (step.counted.ledgerVersion >= ledger.version) return;
    }
    throw new Error(`slot ${slotId} was counted by others ${ATTEMPTS} times meanwhile`);
  };

/** In the figures that are in use, and in those that are being made. */
export const countChanged =
  (ports: CountPorts) =>
  async (changed: readonly { readonly opportunityId: OpportunityId; readonly slotId: SlotId }[]): Promise<void> => {
    if (changed.length === 0) return;
    const { generation, making } = await ports.figures.state();
    const once = new Map(changed.map((one) => [one.slotId, one]));
    for (const { opportunityId, slotId } of once.values())
      for (const each of [generation, ...(making ? [making.generation] : [])]) await countSlot(ports)(each, opportunityId, slotId);
  };
