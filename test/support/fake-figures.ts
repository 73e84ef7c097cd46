/** What counting keeps, in memory. A step happens as a whole or not at all, as a transaction does. */
import type { FiguresState } from '#contracts/resources/figures.ts';
import { addDays, addMonths, NO_DAY, NO_MONTH } from '#domain/volunteering/figures.ts';
import type { Counted, Figures, Held } from '#domain/volunteering/figures-ports.ts';
import type { SlotLedger } from '#domain/volunteering/ports.ts';

/** By generation and id. */
export interface FiguresKept {
  readonly counted: Map<string, Counted>;
  readonly held: Map<string, Held>;
}

export function fakeFigures(
  ledgers: ReadonlyMap<string, SlotLedger>,
  sabotage: { readonly revision?: boolean } = {},
  { counted, held }: FiguresKept = { counted: new Map(), held: new Map() },
): Figures {
  let state: FiguresState & { version: number } = { generation: 1, version: 0 };
  const days = new Map<string, typeof NO_DAY>();
  const months = new Map<string, typeof NO_MONTH>();
  const between = <Value>(kept: ReadonlyMap<string, Value>, prefix: string, from: string, to: string) =>
    [...kept]
      .filter(([key]) => key.startsWith(prefix) && key.slice(prefix.length) >= from && key.slice(prefix.length) <= to)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => ({ when: key.slice(prefix.length), value }));
  return {
    state: async () => structuredClone(state),
    async saveState(next, version) {
      if (version !== state.version) return 'version-conflict';
      state = { ...structuredClone(next), version: version + 1 };
      return 'saved';
    },
    counted: async (generation, _schoolId, slotId) => structuredClone(counted.get(`${generation} ${slotId}`)),
    held: async (generation, people) => structuredClone(people.flatMap((id) => held.get(`${generation} ${id}`) ?? [])),
    async apply(generation, step) {
      const slot = `${generation} ${step.counted.slotId}`;
      const fits =
        (counted.get(slot)?.revision ?? 0) === step.counted.revision - 1 &&
        step.people.every((one) => (held.get(`${generation} ${one.personId}`)?.revision ?? 0) === one.revision - 1);
      if (!fits && !sabotage.revision) return 'refused';
      counted.set(slot, structuredClone(step.counted));
      for (const one of step.people) held.set(`${generation} ${one.personId}`, structuredClone(one));
      for (const { where, day, add } of step.days) {
        const key = `${generation} ${where} ${day}`;
        days.set(key, addDays(days.get(key) ?? NO_DAY, add));
      }
      for (const { where, month, add } of step.months) {
        const key = `${generation} ${where} ${month}`;
        months.set(key, addMonths(months.get(key) ?? NO_MONTH, add));
      }
      return 'done';
    },
    days: async (generation, where, from, to) =>
      between(days, `${generation} ${where} `, from, to).map(({ when, value }) => ({ day: when, ...value })),
    months: async (generation, where, from, to) =>
      between(months, `${generation} ${where} `, from, to).map(({ when, value }) => ({ month: when, ...value })),
    ledger: async (_opportunityId, slotId) => structuredClone(ledgers.get(slotId)),
    ledgersOf: async (schoolId) => structuredClone([...ledgers.values()].filter((one) => one.schoolId === schoolId)),
  };
}
