/** Small makers for the demo district: stable ids, words in two languages, moments told by the wall clock of the school. */
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { PublishOpportunity } from '#domain/volunteering/publish-opportunity.ts';

export const ZONE = 'America/Chicago';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 26 characters as a ULID has them, always the same for one name. */
function ulidOf(name: string): string {
  const bytes = createHash('sha256').update(name).digest();
  return `0${Array.from({ length: 25 }, (_each, index) => CROCKFORD[(bytes[index] ?? 0) % 32]).join('')}`;
}

/** Ids are branded where they are parsed; here they are made, in the shape their contracts ask for. */
export const id = <Id extends string>(prefix: 'sch' | 'opp' | 'slot' | 'qst' | 'cmp' | 'lvl', name: string): Id =>
  `${prefix}_${ulidOf(`${prefix} ${name}`)}` as Id;

export const words = (en: string, es: string): { en: string; es: string } => ({ en, es });

/** The school's calendar as seen from the day the demo began. */
export interface Calendar {
  /** `at(3, '17:30')`: in three days at half past five. */
  at(days: number, time: string): string;
  /** Days from today to the next `weekday` (1 Monday … 7 Sunday) that is at least `atLeast` days away. */
  daysTo(weekday: number, atLeast: number): number;
}

export function calendarFrom(now: number): Calendar {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE).toPlainDate();
  return {
    at: (days, time) =>
      new Date(
        today.add({ days }).toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds,
      ).toISOString(),
    daysTo: (weekday, atLeast) => {
      const from = today.add({ days: atLeast }).dayOfWeek;
      return atLeast + ((weekday - from + 7) % 7);
    },
  };
}

export type Definition = PublishOpportunity;
export type SlotDefinition = Definition['slots'][number];

/** A shift of `opportunity` from one wall-clock time to another of the same day. */
export function shift(
  calendar: Calendar,
  opportunity: string,
  label: { en: string; es: string },
  [days, from, to]: readonly [number, string, string],
  capacity: number,
): SlotDefinition {
  const name = `${opportunity} ${label.en} ${from} ${capacity}`;
  return { kind: 'shift', slotId: id('slot', name), label, capacity, startsAt: calendar.at(days, from), endsAt: calendar.at(days, to) };
}

export const item = (opportunity: string, label: { en: string; es: string }, capacity: number): SlotDefinition => ({
  kind: 'item',
  slotId: id('slot', `${opportunity} ${label.en}`),
  label,
  capacity,
});

export const role = (opportunity: string, label: { en: string; es: string }, capacity: number): SlotDefinition => ({
  kind: 'role',
  slotId: id('slot', `${opportunity} ${label.en}`),
  label,
  capacity,
});

/** What most opportunities of the demo have in common. */
export const published = {
  status: 'published',
  questions: [],
  showFirstNames: false,
  dropOutHours: 24,
  languages: ['en', 'es'],
} as const satisfies Partial<Definition>;
