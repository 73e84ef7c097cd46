/** What a slot and a person add to the figures: pure, and the same whether counted change by change or all at once. */
import type { DaySums, Month, MonthSums } from '#contracts/resources/figures.ts';
import type { PersonId, SlotId } from '#contracts/values.ts';
import { dayAt } from '../days.ts';
import { millis } from '../time.ts';
import { placesSeen } from './attendance.ts';
import type { Counted, CountStep, Held, SlotCount, Where } from './figures-ports.ts';
import type { SlotLedger } from './ports.ts';

/** Writes of one step: what a transaction holds (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html). */
export const MOST_WRITES = 100;
/** People looked at for one step; how many of them it counts depends on how many months they have. */
const AT_ONCE = 60;

export const monthOf = (day: string): Month => day.slice(0, 'yyyy-mm'.length);

/** Of the day on which it starts where the school is; undefined for a slot without a start. */
export function countOf(ledger: SlotLedger, zone: string): SlotCount | undefined {
  const { startsAt, capacity, taken, held, state, claims, cancelled = 0 } = ledger;
  if (startsAt === undefined) return undefined;
  const day = dayAt(millis(startsAt), zone);
  return {
    day,
    month: monthOf(day),
    slots: 1,
    capacity,
    taken,
    open: state === 'open' ? Math.max(0, capacity - held - taken) : 0,
    ...placesSeen(ledger),
    signUps: Object.keys(claims).length,
    cancelled,
  };
}

const DAY_SUMS = ['slots', 'capacity', 'taken', 'open', 'minutes', 'seen', 'missed'] as const satisfies readonly (keyof DaySums)[];
const MONTH_SUMS = ['signUps', 'cancelled', 'newPeople', 'returningPeople'] as const satisfies readonly (keyof MonthSums)[];

export const addDays = (a: DaySums, b: DaySums, sign: 1 | -1 = 1): DaySums => sum(DAY_SUMS, a, b, sign);
export const addMonths = (a: MonthSums, b: MonthSums, sign: 1 | -1 = 1): MonthSums => sum(MONTH_SUMS, a, b, sign);
const sum = <Name extends string>(names: readonly Name[], a: Record<Name, number>, b: Record<Name, number>, sign: number) =>
  Object.fromEntries(names.map((name) => [name, a[name] + sign * b[name]])) as Record<Name, number>;

export const NO_DAY: DaySums = { slots: 0, capacity: 0, taken: 0, open: 0, minutes: 0, seen: 0, missed: 0 };
export const NO_MONTH: MonthSums = { signUps: 0, cancelled: 0, newPeople: 0, returningPeople: 0 };

/** Sums by where and when; what came to nothing is left out. */
export class Sums<Value extends DaySums | MonthSums> {
  readonly #of = new Map<string, Value>();
  readonly #add: (a: Value, b: Value, sign: 1 | -1) => Value;
  readonly #none: Value;

  constructor(none: Value, add: (a: Value, b: Value, sign: 1 | -1) => Value) {
    this.#none = none;
    this.#add = add;
  }

  add(where: Where, when: string, value: Value, sign: 1 | -1 = 1): void {
    const key = `${where} ${when}`;
    this.#of.set(key, this.#add(this.#of.get(key) ?? this.#none, value, sign));
  }

  all(): readonly { readonly where: Where; readonly when: string; readonly add: Value }[] {
    return [...this.#of].flatMap(([key, add]) => {
      const [where = '', when = ''] = key.split(' ');
      return Object.values(add).every((value) => value === 0) ? [] : [{ where: where as Where, when, add }];
    });
  }
}
export const daySums = () => new Sums<DaySums>(NO_DAY, addDays);
export const monthSums = () => new Sums<MonthSums>(NO_MONTH, addMonths);

/** One person, once in each month at each school and in the district: new in the first of their months, returning in every other. */
export function addPerson(sums: Sums<MonthSums>, slots: Held['slots'], sign: 1 | -1 = 1): void {
  const all = Object.values(slots);
  const first = all.map(({ month }) => month).sort()[0];
  const where = new Set(all.flatMap(({ schoolId, month }) => [`${schoolId} ${month}`, `district ${month}`]));
  for (const one of where) {
    const [at = '', month = ''] = one.split(' ');
    const isNew = month === first;
    sums.add(at as Where, month, { ...NO_MONTH, newPeople: isNew ? 1 : 0, returningPeople: isNew ? 0 : 1 }, sign);
  }
}

/** What a slot adds besides its people. */
export function addSlot(
  days: Sums<DaySums>,
  months: Sums<MonthSums>,
  where: SlotLedger['schoolId'],
  count: SlotCount | undefined,
  sign: 1 | -1 = 1,
): void {
  if (count === undefined) return;
  const { slots, capacity, taken, open, minutes, seen, missed, signUps, cancelled } = count;
  days.add(where, count.day, { slots, capacity, taken, open, minutes, seen, missed }, sign);
  for (const at of [where, 'district'] as const) months.add(at, count.month, { ...NO_MONTH, signUps, cancelled }, sign);
}

/** Whose places have still to be counted or given up; at most as many as a step may take. */
export function peopleToCount(before: Counted | undefined, ledger: SlotLedger, month: Month | undefined): readonly PersonId[] {
  const known = before?.people.ids ?? [];
  // of a slot that moved to another month everybody is taken out first
  if (known.length > 0 && before?.people.month !== month) return known.slice(0, AT_ONCE);
  const wanted = month === undefined ? [] : (Object.keys(ledger.claims) as PersonId[]);
  const gone = known.filter((id) => !wanted.includes(id));
  const come = wanted.filter((id) => !known.includes(id));
  return [...gone, ...come].slice(0, AT_ONCE);
}

/**
 * The next step from what was counted to what the ledger says. `people`: those of `peopleToCount`, as they are kept; as many of them are counted as
 * fit into one transaction. The last step of several is the one that has the ledger's version.
 */
export function nextStep(before: Counted | undefined, ledger: SlotLedger, zone: string, people: readonly Held[]): CountStep {
  const { schoolId, slotId } = ledger;
  const count = countOf(ledger, zone);
  const month = count?.month;
  const ids = peopleToCount(before, ledger, month);
  const known = new Set(before?.people.ids);
  const days = daySums();
  const months = monthSums();
  addSlot(days, months, schoolId, before?.count, -1);
  addSlot(days, months, schoolId, count);
  const after: Held[] = [];
  for (const personId of ids) {
    const held = people.find((one) => one.personId === personId) ?? { personId, revision: 0, slots: {} };
    const { [slotId]: _here, ...elsewhere } = held.slots;
    const leaves = known.has(personId);
    const slots = leaves || month === undefined ? elsewhere : { ...elsewhere, [slotId]: { schoolId, month } };
    const own = monthSums();
    addPerson(own, held.slots, -1);
    addPerson(own, slots);
    const changed = own.all();
    // the slot's own, the sums and people so far, and this one
    const writes = 1 + days.all().length + months.all().length + after.length + 1 + changed.length;
    if (after.length > 0 && writes > MOST_WRITES) break;
    for (const { where, when, add } of changed) months.add(where, when, add);
    if (leaves) known.delete(personId);
    else known.add(personId);
    after.push({ personId, revision: held.revision + 1, slots });
  }
  const stays = known.size > 0 && before?.people.month !== undefined && before.people.ids.some((id) => known.has(id));
  const peopleMonth = stays ? before?.people.month : month;
  const counted: Counted = {
    schoolId,
    slotId,
    revision: (before?.revision ?? 0) + 1,
    ledgerVersion: before?.ledgerVersion ?? 0,
    ...(count && { count }),
    people: { ...(peopleMonth !== undefined && { month: peopleMonth }), ids: [...known].sort() },
  };
  const left = peopleToCount(counted, ledger, month).length;
  return {
    counted: left === 0 ? { ...counted, ledgerVersion: ledger.version } : counted,
    people: after,
    days: days.all().map(({ where, when, add }) => ({ where: where as SlotLedger['schoolId'], day: when, add })),
    months: months.all().map(({ where, when, add }) => ({ where, month: when, add })),
  };
}

/** All sums at once, from the ledgers alone. */
export function sumsOf(ledgers: readonly SlotLedger[], zoneOf: (schoolId: SlotLedger['schoolId']) => string) {
  const days = daySums();
  const months = monthSums();
  const people = new Map<PersonId, Record<SlotId, Held['slots'][SlotId]>>();
  for (const ledger of ledgers) {
    const { schoolId, slotId } = ledger;
    const count = countOf(ledger, zoneOf(schoolId));
    addSlot(days, months, schoolId, count);
    if (!count) continue;
    for (const personId of Object.keys(ledger.claims) as PersonId[]) {
      const slots = people.get(personId) ?? {};
      slots[slotId] = { schoolId, month: count.month };
      people.set(personId, slots);
    }
  }
  for (const slots of people.values()) addPerson(months, slots as Held['slots']);
  return { days: days.all(), months: months.all() };
}
