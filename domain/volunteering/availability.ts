/** What anyone may see of an opportunity: its definition beside what is left of each slot. Numbers only, unless first names are given. */
import type { PublicOpportunity, PublicSchool, SlotAvailability } from '#contracts/resources/availability.ts';
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import type { School } from '#contracts/resources/school.ts';
import type { PersonId, SlotId } from '#contracts/values.ts';
import type { OpportunityState, OpportunitySummary, SlotFigures } from './ports.ts';
import { placesLeft, slotState } from './slot-state.ts';

export type FirstNames = Readonly<Record<SlotId, readonly string[]>>;

/** Every slot of the definition, in its order. A slot whose ledger is not open yet for anyone shows as closed. */
export function publicOpportunity(
  { opportunity, figures }: OpportunitySummary,
  school: School,
  now: number,
  firstNames: FirstNames = {},
): PublicOpportunity {
  const { slots, version: _version, status: _status, ...shown } = opportunity;
  return {
    ...shown,
    school: publicSchool(school),
    slots: slots.map((slot) => ({ slot, availability: availability(opportunity, slot, figures, now, firstNames) })),
  };
}

export const publicSchool = ({ version: _version, ...school }: School): PublicSchool => school;

/** Whether anyone may see it. */
export const isPublic = ({ status }: Pick<Opportunity, 'status'>): boolean => status === 'published' || status === 'closed';

/** Ledgers as figures: nobody's claims. */
export const summaryOf = ({ opportunity, ledgers }: OpportunityState): OpportunitySummary => ({ opportunity, figures: ledgers });

/** Slots of the opportunity that could be taken at `now` with at least `places`, without those left out and those the person has. */
export function alternatives(
  { opportunity, ledgers }: OpportunityState,
  wish: { readonly without: readonly SlotId[]; readonly personId: PersonId; readonly now: number; readonly places?: number },
): readonly { readonly slot: Slot; readonly placesLeft: number }[] {
  if (opportunity.status !== 'published') return [];
  return opportunity.slots.flatMap((slot) => {
    const ledger = ledgers.find((one) => one.slotId === slot.slotId);
    if (!ledger || wish.without.includes(slot.slotId) || ledger.claims[wish.personId] || ledger.queue?.[wish.personId]) return [];
    const left = placesLeft(ledger);
    return slotState(ledger, wish.now) === 'open' && left >= (wish.places ?? 1) ? [{ slot, placesLeft: left }] : [];
  });
}

function availability(
  opportunity: Opportunity,
  slot: Slot,
  figures: readonly SlotFigures[],
  now: number,
  firstNames: FirstNames,
): SlotAvailability {
  const known = figures.find((one) => one.slotId === slot.slotId);
  const names = firstNames[slot.slotId];
  const shown = {
    slotId: slot.slotId,
    capacity: known?.capacity ?? slot.capacity,
    taken: known?.taken ?? 0,
    ...(known && known.waiting > 0 && { waiting: known.waiting }),
    ...(opportunity.showFirstNames && names && { firstNames: [...names] }),
  };
  if (!known) return { ...shown, state: 'closed', placesLeft: 0 };
  const state = slotState(opportunity.status === 'published' ? known : { ...known, state: 'closed' }, now);
  return { ...shown, state, placesLeft: placesLeft(known) };
}
