/** Whom a change of an opportunity concerns: people who have places, or wait, in a slot that is then, there or for so many no more. Pure. */
import type { SlotNews } from '#contracts/resources/letters.ts';
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import { isOver } from './moments.ts';
import { isElsewhere, momentOf, newsOf } from './news.ts';
import type { OpportunityState } from './ports.ts';

/** `over`: more places are taken than it then has. Nobody is dropped, and nobody is told by itself: staff see it, and may ask. */
export type Concern = SlotNews | 'over';

export interface AffectedSlot {
  /** As it is before the change. */
  readonly slot: Slot;
  /** Who have places, and how many these are; and who wait for some. */
  readonly people: number;
  readonly places: number;
  readonly waiting: number;
  readonly concerns: readonly Concern[];
}

/** Slots in which there is nobody, and those that are over, are not in it. */
export function affectedBy(
  { opportunity, ledgers }: OpportunityState,
  after: Pick<Opportunity, 'slots' | 'place' | 'status'>,
  now: number,
): readonly AffectedSlot[] {
  const elsewhere = isElsewhere(opportunity.place, after.place);
  return opportunity.slots.flatMap((slot) => {
    const ledger = ledgers.find(({ slotId }) => slotId === slot.slotId);
    const then = after.slots.find(({ slotId }) => slotId === slot.slotId);
    if (!ledger || !then || ledger.taken + ledger.waiting === 0 || isOver(after, then, now)) return [];
    const moment = momentOf(after, then);
    const isTight = !moment.calledOff && then.capacity < slot.capacity && then.capacity < ledger.taken;
    const concerns = [...newsOf(momentOf(opportunity, slot), moment, elsewhere), ...(isTight ? ['over' as const] : [])];
    const people = Object.keys(ledger.claims).length;
    return concerns.length === 0 ? [] : [{ slot, people, places: ledger.taken, waiting: ledger.waiting, concerns }];
  });
}

/** Those of them whose people are told. */
export const toldOf = (affected: readonly AffectedSlot[]): readonly AffectedSlot[] =>
  affected.filter(({ concerns }) => concerns.some((concern) => concern !== 'over'));
