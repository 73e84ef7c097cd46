/**
 * Slots that were moved: whether those who have places are asked if the new time still suits them. Each sign-up keeps the time its person knows, so small
 * moves add up, and who said yes to one time has said nothing of the next. Nobody loses a place by not answering. Pure.
 */
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import type { SlotTime } from '#contracts/resources/sign-up.ts';
import { HOUR, millis } from '../time.ts';
import { isOver, takesPlace } from './moments.ts';

/** Moved by no more than this, nobody is asked. */
const SMALL_MS = HOUR;

/** Whether start or end is further away than somebody takes lightly. A slot that has no date any more has no time to ask about; one that got its first has. */
export function isFarFrom(before: SlotTime, { startsAt, endsAt }: SlotTime): boolean {
  if (startsAt === undefined) return false;
  return before.startsAt === undefined || isFar(before.startsAt, startsAt) || isFar(before.endsAt, endsAt);
}

const isFar = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && Math.abs(millis(one) - millis(other)) > SMALL_MS;

/** The time that somebody with places knows, where they have yet to say whether the slot's suits them. Not of what is over or called off. */
export function timeToConfirm(
  opportunity: Pick<Opportunity, 'slots' | 'status'>,
  slot: Slot,
  { timeKnown }: { readonly timeKnown?: SlotTime },
  now: number,
): SlotTime | undefined {
  const isAsked = timeKnown && takesPlace(opportunity, slot) && !isOver(opportunity, slot, now) && isFarFrom(timeKnown, slot);
  return isAsked ? timeKnown : undefined;
}
