/** What a change of an opportunity means to those who have its slots: what is not as it was. Pure. */
import type { SlotNews } from '#contracts/resources/letters.ts';
import type { Notice, SlotMoment } from '#contracts/resources/message.ts';
import { type Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import { isSameTime, takesPlace, timeOf } from './moments.ts';

/** When a slot is, and whether there is something to come to. */
export const momentOf = (opportunity: Pick<Opportunity, 'status'>, slot: Slot): SlotMoment => ({
  ...timeOf(slot),
  ...(!takesPlace(opportunity, slot) && { calledOff: true as const }),
});

export function newsOf(before: SlotMoment, now: SlotMoment, elsewhere: boolean): readonly SlotNews[] {
  if (now.calledOff) return before.calledOff ? [] : ['off'];
  return [
    ...(before.calledOff ? ['on' as const] : []),
    ...(isSameTime(before, now) ? [] : ['time' as const]),
    ...(elsewhere ? ['place' as const] : []),
  ];
}

export const isElsewhere = (before: Opportunity['place'], now: Opportunity['place']): boolean =>
  before?.name !== now?.name || before?.address !== now?.address;

/** The opportunity as a notice says it is, whatever was changed since: for staff who look at what was sent. */
export function asNoticed(opportunity: Opportunity, { changes, place }: Pick<Notice, 'changes' | 'place'>): Opportunity {
  const { place: now, ...rest } = opportunity;
  const then = place ? place.after : now;
  const slots = opportunity.slots.map((slot): Slot => {
    const after = changes.find(({ slotId }) => slotId === slot.slotId)?.after;
    const { startsAt: _startsAt, endsAt: _endsAt, calledOff: _calledOff, ...kept } = slot;
    return after ? Slot.parse({ ...kept, ...after }) : slot;
  });
  return { ...rest, status: 'published', slots, ...(then && { place: then }) };
}
