/**
 * All dates of an opportunity on other days, by the school's calendar: nine in the morning stays nine, whatever the clocks do between.
 *
 * Only the desk imports this file: the time zone library stays out of what parents use.
 */
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import type { OpportunityId, SlotId } from '#contracts/values.ts';
import { type Move, moved } from '../calendar.ts';

/** Slots and the time of sign-up. Pure. */
export function onOtherDates<Definition extends Pick<Opportunity, 'slots' | 'opensAt' | 'closesAt'>>(
  definition: Definition,
  zone: string,
  move: Move,
): Definition {
  const { opensAt, closesAt, slots } = definition;
  return {
    ...definition,
    slots: slots.map((slot) => withTimes(slot, (instant) => moved(instant, zone, move))),
    ...(opensAt !== undefined && { opensAt: moved(opensAt, zone, move) }),
    ...(closesAt !== undefined && { closesAt: moved(closesAt, zone, move) }),
  };
}

function withTimes(slot: Slot, change: (instant: string) => string): Slot {
  const { startsAt, endsAt } = slot;
  return {
    ...slot,
    ...(startsAt !== undefined && { startsAt: change(startsAt) }),
    ...(endsAt !== undefined && { endsAt: change(endsAt) }),
  };
}

/**
 * A draft like it, with slots of its own: nobody who took part in the one has places in the other. What was a series is so many dates: its rule and its
 * holidays are those of the other year. Pure.
 */
export function copyOf(
  opportunity: Opportunity,
  ids: { readonly opportunityId: OpportunityId; readonly slotId: (of: SlotId) => SlotId },
  zone: string,
  days: number,
): Opportunity {
  const { series: _series, ...dated } = onOtherDates(opportunity, zone, { days, minutes: 0 });
  return {
    ...dated,
    opportunityId: ids.opportunityId,
    status: 'draft',
    slots: dated.slots.map(({ series: _date, ...slot }) => ({ ...slot, slotId: ids.slotId(slot.slotId) })),
    version: 1,
  };
}
