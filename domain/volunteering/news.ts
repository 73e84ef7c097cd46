/** What a change of an opportunity means to those who have its slots: what is not as it was. Pure. */
import type { SlotNews } from '#contracts/resources/letters.ts';
import type { Notice, SlotMoment } from '#contracts/resources/message.ts';
import { type Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import { millis } from '../time.ts';
import { takesPlace } from './occasions.ts';

/** When a slot is, and whether there is something to come to. */
export const momentOf = (opportunity: Pick<Opportunity, 'status'>, slot: Slot): SlotMoment => ({
  ...(slot.startsAt !== undefined && { startsAt: slot.startsAt }),
  ...(slot.endsAt !== undefined && { endsAt: slot.endsAt }),
  ...(!takesPlace(opportunity, slot) && { calledOff: true as const }),
});

export function newsOf(before: SlotMoment, now: SlotMoment, elsewhere: boolean): readonly SlotNews[] {
  if (now.calledOff) return before.calledOff ? [] : ['off'];
  return [
    ...(before.calledOff ? ['on' as const] : []),
    ...(isSameMoment(before.startsAt, now.startsAt) && isSameMoment(before.endsAt, now.endsAt) ? [] : ['time' as const]),
    ...(elsewhere ? ['place' as const] : []),
  ];
}

const isSameMoment = (one: string | undefined, other: string | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && millis(one) === millis(other));

export const isElsewhere = (before: Opportunity['place'], now: Opportunity['place']): boolean =>
  before?.name !== now?.name || before?.address !== now?.address;

/** Nobody needs to hear of what is over. A slot without a date is over with the last that has one. */
export function isOver({ slots }: Pick<Opportunity, 'slots'>, slot: Slot, now: number): boolean {
  const endOf = ({ startsAt, endsAt = startsAt }: Slot): readonly number[] => (endsAt === undefined ? [] : [millis(endsAt)]);
  const ends = endOf(slot).length > 0 ? endOf(slot) : slots.flatMap(endOf);
  return ends.length > 0 && Math.max(...ends) <= now;
}

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
