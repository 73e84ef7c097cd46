/** What counting keeps, in the volunteering table: sums that only ever get added to, and guards beside them that make each addition happen once. */
import * as z from 'zod/mini';
import { DayFigures, FiguresState, Month, MonthFigures } from '#contracts/resources/figures.ts';
import { type OpportunityId, PersonId, SchoolId, SlotId } from '#contracts/values.ts';
import { NO_DAY, NO_MONTH } from '#domain/volunteering/figures.ts';
import type { Counted, Figures, Held, Where } from '#domain/volunteering/figures-ports.ts';
import { figuresOf, ledgerOf, slotKey } from './opportunity-items.ts';
import { type Condition, type Item, type Key, saveVersion, type Table } from './table.ts';
import type { Transact, Write } from './transactions.ts';

const STATE: Key = { pk: 'FIGURES', sk: 'STATE' };
const StateRow = z.object({ state: FiguresState, version: z.int() });

/** The state of the figures, for the relay. */
export const isFiguresState = (item: Item): boolean => item.pk === STATE.pk && item.sk === STATE.sk;
export const figuresStateOf = (item: Item): FiguresState => stateOf(StateRow.parse(item).state);

function stateOf({ generation, making, madeAt }: z.infer<typeof FiguresState>): FiguresState {
  return { generation, ...(making && { making }), ...(madeAt !== undefined && { madeAt }) };
}

const partition = (generation: number, where: Where): string => `FIGURES#${generation}#${where}`;
export const countedKey = (generation: number, schoolId: SchoolId, slotId: SlotId): Key => ({
  pk: partition(generation, schoolId),
  sk: `COUNTED#${slotId}`,
});
export const heldKey = (generation: number, personId: PersonId): Key => ({ pk: `FIGURES#${generation}#PERSON#${personId}`, sk: 'HELD' });

const CountedRow = z.object({
  schoolId: SchoolId,
  slotId: SlotId,
  revision: z.int(),
  ledgerVersion: z.int(),
  count: z.optional(
    z.object({
      day: z.string(),
      month: Month,
      slots: z.int(),
      capacity: z.int(),
      taken: z.int(),
      open: z.int(),
      minutes: z.int(),
      // what was counted before there was a check-in has none
      seen: z.optional(z.int()),
      missed: z.optional(z.int()),
      signUps: z.int(),
      cancelled: z.int(),
    }),
  ),
  people: z.object({ month: z.optional(Month), ids: z.array(PersonId) }),
});
const HeldRow = z.object({
  personId: PersonId,
  revision: z.int(),
  slots: z.record(z.string(), z.object({ schoolId: SchoolId, month: Month })),
});

function countedOf(item: Item): Counted {
  const { count, people, ...row } = CountedRow.parse(item);
  return {
    ...row,
    ...(count && { count: { ...count, seen: count.seen ?? 0, missed: count.missed ?? 0 } }),
    people: { ...(people.month !== undefined && { month: people.month }), ids: people.ids },
  };
}

/** The one before it is there. */
const next = (revision: number): Condition =>
  revision === 1 ? { condition: 'attribute_not_exists(pk)' } : { condition: 'revision = :before', values: { ':before': revision - 1 } };

function adding(key: Key, add: Readonly<Record<string, number>>): Write {
  const changed = Object.entries(add).filter(([, value]) => value !== 0);
  return {
    key,
    update: `ADD ${changed.map(([name]) => `#${name} :${name}`).join(', ')}`,
    condition: {
      names: Object.fromEntries(changed.map(([name]) => [`#${name}`, name])),
      values: Object.fromEntries(changed.map(([name, value]) => [`:${name}`, value])),
    },
  };
}

/** Queries of one school's opportunities at the same time. */
const AT_ONCE = 8;

export function figures(table: Table, transact: Transact): Figures {
  const sums = (generation: number, where: Where, kind: 'DAY#' | 'MONTH#', from: string, to: string): Promise<readonly Item[]> =>
    table.query({
      condition: 'pk = :pk AND sk BETWEEN :from AND :to',
      values: { ':pk': partition(generation, where), ':from': `${kind}${from}`, ':to': `${kind}${to}` },
    });
  const after = (sk: unknown): string => String(sk).slice(String(sk).indexOf('#') + 1);

  return {
    async state() {
      const item = await table.get(STATE);
      if (!item) return { generation: 1, version: 0 };
      const { state, version } = StateRow.parse(item);
      return { ...stateOf(state), version };
    },
    saveState: (state, version) => saveVersion(table, { ...STATE, state, version: version + 1 }),
    async counted(generation, schoolId, slotId) {
      const item = await table.get(countedKey(generation, schoolId, slotId));
      return item && countedOf(item);
    },
    async held(generation, people) {
      const items = await table.getMany(people.map((personId) => heldKey(generation, personId)));
      return items.map((item) => HeldRow.parse(item) as Held);
    },
    async apply(generation, { counted, people, days, months }) {
      const done = await transact([
        { put: { ...countedKey(generation, counted.schoolId, counted.slotId), ...counted }, condition: next(counted.revision) },
        ...people.map((held) => ({ put: { ...heldKey(generation, held.personId), ...held }, condition: next(held.revision) })),
        ...days.map(({ where, day, add }) => adding({ pk: partition(generation, where), sk: `DAY#${day}` }, add)),
        ...months.map(({ where, month, add }) => adding({ pk: partition(generation, where), sk: `MONTH#${month}` }, add)),
      ]);
      if (done.kind === 'busy') throw new Error(`slot ${counted.slotId} could not be counted: others were in the way each time`);
      return done.kind;
    },
    async days(generation, where, from, to) {
      const items = await sums(generation, where, 'DAY#', from, to);
      return items.map(({ sk, ...item }) => DayFigures.parse({ ...NO_DAY, ...item, day: after(sk) }));
    },
    async months(generation, where, from, to) {
      const items = await sums(generation, where, 'MONTH#', from, to);
      return items.map(({ sk, ...item }) => MonthFigures.parse({ ...NO_MONTH, ...item, month: after(sk) }));
    },
    async ledger(opportunityId, slotId) {
      const item = await table.get(slotKey(opportunityId, slotId));
      return item && ledgerOf(item);
    },
    async ledgersOf(schoolId) {
      const listed = await table.query({ condition: 'schoolId = :school', values: { ':school': schoolId } }, { index: 'slotsBySchool' });
      const open = [...new Set(listed.map((item) => figuresOf(item).opportunityId))];
      const found: Item[] = [];
      const one = (opportunityId: OpportunityId) =>
        table.query(
          { condition: 'pk = :pk AND begins_with(sk, :sk)', values: { ':pk': opportunityId, ':sk': 'SLOT#' } },
          { consistent: true },
        );
      while (open.length > 0) found.push(...(await Promise.all(open.splice(0, AT_ONCE).map(one))).flat());
      return found.map(ledgerOf);
    },
  };
}
