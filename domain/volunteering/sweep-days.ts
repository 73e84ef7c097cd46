/**
 * By the hour: finds what the days of each school call for, and says so on the bus. Who is written to is found out by who hears it.
 *
 * Repeatable: what was said is marked, and forgetting a mark, by a crash or by two sweeps at once, says it again under the same id; each mail has its name.
 * A slot that came to a day later changes what was marked, so that its opportunity is told of once more.
 */
import type { DomainEvent } from '#contracts/events/index.ts';
import type { School } from '#contracts/resources/school.ts';
import type { Day, SchoolId } from '#contracts/values.ts';
import type { Clock, Ids } from '../ports.ts';
import { DAY, iso } from '../time.ts';
import { type DueOccasion, isQuiet, occasionsDue } from './occasions.ts';
import type { Opportunities, Schools } from './ports.ts';

/** By what was said, which slots it was about. */
export type DayMarks = Readonly<Record<string, string>>;
/** What was said already of days of a school. */
export interface MarkedDays {
  /** Nothing was said of those that are missing. */
  of(schoolId: SchoolId, days: readonly Day[]): Promise<ReadonlyMap<Day, DayMarks>>;
  /** Instead of what was there. Goes by itself some days after the day. */
  save(schoolId: SchoolId, day: Day, marks: DayMarks): Promise<void>;
}

export interface SweepPorts {
  readonly schools: Pick<Schools, 'all'>;
  readonly opportunities: Pick<Opportunities, 'ofSchool'>;
  readonly markedDays: MarkedDays;
  readonly events: { publish(events: readonly DomainEvent[]): Promise<void> };
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'fingerprint'>;
}

/** How long ago slots ended that still count. */
const BACK_MS = 4 * DAY;

/** Answers how many events it said. A school that fails does not keep others from theirs; in the end it throws. */
export const sweepDays = (ports: SweepPorts) => async (): Promise<{ readonly said: number }> => {
  let said = 0;
  let why: unknown;
  for (const school of await ports.schools.all()) {
    try {
      said += await sweepSchool(ports, school);
    } catch (error) {
      why = error;
    }
  }
  if (why !== undefined) throw new Error('the days of a school could not be swept', { cause: why });
  return { said };
};

async function sweepSchool({ opportunities, markedDays, events, clock, ids }: SweepPorts, { schoolId, zone }: School): Promise<number> {
  const now = clock.now();
  if (isQuiet(now, zone)) return 0;
  const due = occasionsDue(await opportunities.ofSchool(schoolId, iso(now - BACK_MS)), now, zone);
  const days = [...new Set(due.map(({ day }) => day))];
  if (days.length === 0) return 0;
  const marked = await markedDays.of(schoolId, days);
  const fresh = due.filter((one) => marked.get(one.day)?.[markOf(one)] !== ids.fingerprint(one.slotIds));
  const said = groupsOf(fresh).map((group) => eventOf(schoolId, group, ids));
  await events.publish(said);
  // after they are on the bus
  for (const day of new Set(fresh.map((one) => one.day))) {
    const marks = fresh.filter((one) => one.day === day).map((one) => [markOf(one), ids.fingerprint(one.slotIds)]);
    await markedDays.save(schoolId, day, { ...marked.get(day), ...Object.fromEntries(marks) });
  }
  return said.length;
}

const markOf = ({ kind, days, opportunityId }: DueOccasion): string => `${kind}:${days}:${opportunityId}`;

/** All opportunities of one occasion on a day together. */
function groupsOf(due: readonly DueOccasion[]): readonly (readonly [DueOccasion, ...DueOccasion[]])[] {
  const groups = new Map<string, [DueOccasion, ...DueOccasion[]]>();
  for (const one of due) {
    const name = `${one.kind}:${one.day}:${one.days}`;
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return [...groups.values()];
}

/** The same finding always makes the same event. */
function eventOf(schoolId: SchoolId, group: readonly [DueOccasion, ...DueOccasion[]], ids: Pick<Ids, 'fingerprint'>): DomainEvent {
  const { kind, day, days, dueAt } = group[0];
  const what = ids.fingerprint(group.map(({ opportunityId, slotIds }) => [opportunityId, ...slotIds]));
  const envelope = { specversion: '1.0', source: 'crosswalk.volunteering', subject: schoolId, time: iso(dueAt) } as const;
  const data = { schoolId, day, opportunityIds: group.map(({ opportunityId }) => opportunityId) };
  return kind === 'reminder'
    ? { ...envelope, id: `day:${schoolId}:${day}:${days}:${what}`, type: 'day.approached.v1', data: { ...data, daysBefore: days } }
    : { ...envelope, id: `day:${schoolId}:${day}:after-${days}:${what}`, type: 'day.passed.v1', data };
}
