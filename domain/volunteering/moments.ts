/** When a slot is, whether it takes place, and whether it is over: by instants alone, without days and their library. Pure. */
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import type { SlotTime } from '#contracts/resources/sign-up.ts';
import type { SlotId } from '#contracts/values.ts';
import { millis } from '../time.ts';

export const timeOf = ({ startsAt, endsAt }: SlotTime): SlotTime => ({
  ...(startsAt !== undefined && { startsAt }),
  ...(endsAt !== undefined && { endsAt }),
});

export const timeIn = ({ slots }: Pick<Opportunity, 'slots'>, slotId: SlotId): SlotTime =>
  timeOf(slots.find((slot) => slot.slotId === slotId) ?? {});

export const isSameTime = (one: SlotTime, other: SlotTime): boolean =>
  isSameMoment(one.startsAt, other.startsAt) && isSameMoment(one.endsAt, other.endsAt);

const isSameMoment = (one: string | undefined, other: string | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && millis(one) === millis(other));

/** Whether there is something to come to: not of a draft, nor of what is archived or called off. */
export const takesPlace = ({ status }: Pick<Opportunity, 'status'>, { calledOff }: Pick<Slot, 'calledOff'>): boolean =>
  (status === 'published' || status === 'closed') && calledOff !== true;

/** Nobody needs to hear of what is over. A slot without a date is over with the last that has one. */
export function isOver({ slots }: Pick<Opportunity, 'slots'>, slot: Slot, now: number): boolean {
  const endOf = ({ startsAt, endsAt = startsAt }: Slot): readonly number[] => (endsAt === undefined ? [] : [millis(endsAt)]);
  const ends = endOf(slot).length > 0 ? endOf(slot) : slots.flatMap(endOf);
  return ends.length > 0 && Math.max(...ends) <= now;
}
