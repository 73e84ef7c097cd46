/**
 * What the slots of a day call for some days before it, reminders, and on the mornings after it, thanks. Pure; days and hours are those of the school's clocks, so that a night on which the
 * clocks change moves nothing.
 *
 * Another kind of occasion is another function beside `reminderOf`, and a line in `OCCASIONS`.
 */
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import type { Day, OpportunityId, SlotId } from '#contracts/values.ts';
import { dayAt, daysBetween, daysLater, hourAt, hourOf } from '../days.ts';
import { DAY, millis } from '../time.ts';
import { takesPlace } from './moments.ts';
import type { OpportunitySummary } from './ports.ts';

/** From this hour of its day on an occasion is due. */
export const DUE_HOUR = 9;
/** Nothing is sent before the first and from the second hour on. */
const AWAKE = { from: 8, until: 21 } as const;
/** On so many mornings after a day there are thanks for it: for a sweep that did not run, and for who is checked in later. Then it is too late. */
const THANKS_DAYS = 3;
/** A reminder that another follows is left out for who signed up so shortly before: their confirmation has just told them. */
const FRESH_MS = 2 * DAY;

export interface Occasion {
  readonly kind: 'reminder' | 'thanks';
  /** Of the slots: on which they start, for a reminder; on which they end, for thanks. */
  readonly day: Day;
  /** How many days before it; for thanks, after it. */
  readonly days: number;
  /** Since when, in milliseconds. */
  readonly dueAt: number;
}
/** One for all slots of an opportunity on a day. */
export interface DueOccasion extends Occasion {
  readonly opportunityId: OpportunityId;
  /** In the order in which the opportunity lists them. */
  readonly slotIds: readonly SlotId[];
}

export type DatedSlot = Slot & { readonly startsAt: string };
type OccasionOf = (opportunity: Opportunity, slot: DatedSlot, now: number, zone: string) => Occasion | undefined;

const OCCASIONS: readonly OccasionOf[] = [reminderOf, thanksFor];

/** Whether the school sleeps: nobody is written to at night about what can wait. */
export const isQuiet = (now: number, zone: string): boolean => {
  const hour = hourAt(now, zone);
  return hour < AWAKE.from || hour >= AWAKE.until;
};

/** Of opportunities that take place, with somebody in one of the slots it is about. */
export function occasionsDue(all: readonly OpportunitySummary[], now: number, zone: string): readonly DueOccasion[] {
  return all.flatMap(({ opportunity, figures }) => {
    const due = new Map<string, DueOccasion & { readonly taken: boolean }>();
    for (const slot of takingPlace(opportunity)) {
      const taken = (figures.find(({ slotId }) => slotId === slot.slotId)?.taken ?? 0) > 0;
      for (const occasion of OCCASIONS.flatMap((of) => of(opportunity, slot, now, zone) ?? [])) {
        const name = `${occasion.kind}:${occasion.day}:${occasion.days}`;
        const { slotIds = [], taken: before = false } = due.get(name) ?? {};
        due.set(name, {
          ...occasion,
          opportunityId: opportunity.opportunityId,
          slotIds: [...slotIds, slot.slotId],
          taken: before || taken,
        });
      }
    }
    return [...due.values()].filter(({ taken }) => taken).map(({ taken: _taken, ...occasion }) => occasion);
  });
}

const takingPlace = (opportunity: Opportunity): readonly DatedSlot[] =>
  opportunity.slots.filter((slot): slot is DatedSlot => slot.startsAt !== undefined && takesPlace(opportunity, slot));

const USUAL = [3, 1];
/** Who comes every week needs no telling twice. */
const USUAL_OF_SERIES = [1];

/** How many days before a slot's day, the first one first. */
export const reminderDays = ({ reminderDays: chosen }: Pick<Opportunity, 'reminderDays'>, slot: Slot): readonly number[] =>
  (chosen ?? (slot.series === undefined ? USUAL : USUAL_OF_SERIES)).toSorted((a, b) => b - a);

/** Whether that one comes nearest to the slot's day. */
export const isLastReminder = (opportunity: Pick<Opportunity, 'reminderDays'>, slot: Slot, days: number): boolean =>
  reminderDays(opportunity, slot).at(-1) === days;

/**
 * The one reminder of a slot that is due, if any: of those whose day has come, the last, so that after a time without sweeps there are never two at once.
 * Late ones are due until the slot starts.
 */
function reminderOf(opportunity: Opportunity, slot: DatedSlot, now: number, zone: string): Occasion | undefined {
  const startsAt = millis(slot.startsAt);
  if (startsAt <= now) return undefined;
  const day = dayAt(startsAt, zone);
  const left = daysBetween(dayAt(now, zone), day);
  const days = reminderDays(opportunity, slot).findLast((one) => one >= left);
  if (days === undefined) return undefined;
  const dueAt = dueOn(day, days, zone);
  return dueAt <= now ? { kind: 'reminder', day, days, dueAt } : undefined;
}

/** The thanks of a slot that are due, if any. */
function thanksFor(_opportunity: Opportunity, slot: DatedSlot, now: number, zone: string): Occasion | undefined {
  const day = lastDayOf(slot, zone);
  const days = daysBetween(day, dayAt(now, zone));
  if (days < 1 || days > THANKS_DAYS) return undefined;
  const dueAt = dueOn(day, -days, zone);
  return dueAt <= now ? { kind: 'thanks', day, days, dueAt } : undefined;
}

/** The day on which it is over. What ends at midnight is of the day before. */
export const lastDayOf = ({ startsAt, endsAt }: DatedSlot, zone: string): Day =>
  dayAt(endsAt === undefined ? millis(startsAt) : millis(endsAt) - 1, zone);

const dueOn = (day: Day, days: number, zone: string): number => hourOf(daysLater(day, -days), DUE_HOUR, zone);

/**
 * Whether a person is reminded of a slot `days` before its day: when of the slot's reminders whose day has come it is the last, and they were told of slot and time well before.
 * `knownSince`: when they signed up, or the slot was given this time.
 */
export function isReminded(
  { opportunity, slot, zone }: { readonly opportunity: Opportunity; readonly slot: DatedSlot; readonly zone: string },
  days: number,
  knownSince: number,
  now: number,
): boolean {
  const all = reminderDays(opportunity, slot);
  const left = daysBetween(dayAt(now, zone), dayAt(millis(slot.startsAt), zone));
  // an event that comes late, after the next reminder's day has begun, is overtaken by it
  if (all.findLast((one) => one >= left) !== days) return false;
  const dueAt = dueOn(dayAt(millis(slot.startsAt), zone), days, zone);
  return knownSince <= (isLastReminder(opportunity, slot, days) ? dueAt : dueAt - FRESH_MS);
}
