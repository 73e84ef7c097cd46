/** Whom a change of an opportunity concerns: people who have places in a slot that is then, there or for so many no more. Pure. */
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import type { OpportunityState, SlotLedger } from './ports.ts';

/**
 * `off`: it does not take place, so that nothing else about it matters. `on`: it does after all. `time`: it starts or ends at another time.
 * `place`: it is elsewhere. `over`: more places are taken than it then has; nobody is dropped.
 */
export type Concern = 'off' | 'on' | 'time' | 'place' | 'over';

export interface AffectedSlot {
  /** As it is before the change. */
  readonly slot: Slot;
  readonly people: number;
  readonly places: number;
  readonly concerns: readonly Concern[];
}

/** Slots in which nobody has places are not in it. */
export function affectedBy(
  { opportunity, ledgers }: OpportunityState,
  after: Pick<Opportunity, 'slots' | 'place'>,
): readonly AffectedSlot[] {
  const elsewhere = opportunity.place?.name !== after.place?.name || opportunity.place?.address !== after.place?.address;
  return opportunity.slots.flatMap((slot) => {
    const ledger = ledgers.find(({ slotId }) => slotId === slot.slotId);
    const then = after.slots.find(({ slotId }) => slotId === slot.slotId);
    if (!ledger || !then || ledger.taken === 0) return [];
    const concerns = concernsOf(slot, then, ledger, elsewhere);
    return concerns.length === 0 ? [] : [{ slot, people: Object.keys(ledger.claims).length, places: ledger.taken, concerns }];
  });
}

function concernsOf(slot: Slot, then: Slot, { taken }: SlotLedger, elsewhere: boolean): readonly Concern[] {
  if (then.calledOff) return slot.calledOff ? [] : ['off'];
  return [
    ...(slot.calledOff ? ['on' as const] : []),
    ...(isSameMoment(slot.startsAt, then.startsAt) && isSameMoment(slot.endsAt, then.endsAt) ? [] : ['time' as const]),
    ...(elsewhere ? ['place' as const] : []),
    ...(then.capacity < slot.capacity && then.capacity < taken ? ['over' as const] : []),
  ];
}

const isSameMoment = (one: string | undefined, other: string | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && Date.parse(one) === Date.parse(other));
