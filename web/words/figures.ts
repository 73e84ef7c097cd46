/** What an opportunity's slots come to: places in all, and the one state that its card shows. */
import type { PublicOpportunity, PublicSlot, SlotState } from '#contracts/resources/availability.ts';

export interface Figures {
  readonly capacity: number;
  readonly taken: number;
  readonly placesLeft: number;
  /** Open if any slot is; else the most hopeful state of any. */
  readonly state: SlotState;
}

const MOST_HOPEFUL: readonly SlotState[] = ['open', 'not-open-yet', 'full', 'closed', 'started'];

export function figuresOf(opportunity: PublicOpportunity): Figures {
  const all = opportunity.slots.map((slot) => slot.availability);
  const sum = (of: (slot: (typeof all)[number]) => number): number => all.reduce((total, slot) => total + of(slot), 0);
  return {
    capacity: sum((slot) => slot.capacity),
    taken: sum((slot) => slot.taken),
    placesLeft: sum((slot) => (slot.state === 'open' || slot.state === 'not-open-yet' ? slot.placesLeft : 0)),
    state: MOST_HOPEFUL.find((state) => all.some((slot) => slot.state === state)) ?? 'closed',
  };
}

/** Dated slots by start, then those without a time in their own order. */
export const inOrder = (slots: readonly PublicSlot[]): readonly PublicSlot[] =>
  slots.toSorted((a, b) => Math.sign(startOf(a) - startOf(b)) || 0);

/** The first slot that is not over at `now`, else the first of all. */
export function nextSlot(opportunity: PublicOpportunity, now: string): PublicSlot | undefined {
  const slots = inOrder(opportunity.slots);
  return slots.find((slot) => startOf(slot) >= Date.parse(now)) ?? slots[0];
}

const startOf = ({ slot }: PublicSlot): number => (slot.startsAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(slot.startsAt));

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Opportunities with room in a slot that starts within seven days, the emptiest first. */
export function needingHelpThisWeek(
  opportunities: readonly PublicOpportunity[],
  now: string,
  atMost: number,
): readonly PublicOpportunity[] {
  const from = Date.parse(now);
  const room = (opportunity: PublicOpportunity): number =>
    opportunity.slots
      .filter((slot) => slot.availability.state === 'open' && startOf(slot) >= from && startOf(slot) < from + WEEK_MS)
      .reduce((sum, slot) => sum + slot.availability.placesLeft, 0);
  return opportunities
    .map((opportunity) => ({ opportunity, room: room(opportunity) }))
    .filter(({ room }) => room > 0)
    .sort((a, b) => b.room - a.room)
    .slice(0, atMost)
    .map(({ opportunity }) => opportunity);
}
