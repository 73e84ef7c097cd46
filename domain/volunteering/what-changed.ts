/** What a change that staff saved means to those who signed up: what was and what is, for a message that tells them. Pure. */
import * as z from 'zod/mini';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import { type AffectedSlot, affectedBy } from './affected.ts';
import type { OpportunityState } from './ports.ts';

export interface WhatChanged {
  readonly slots: readonly { readonly before: Slot; readonly now: Slot; readonly concerns: AffectedSlot['concerns'] }[];
  /** Absent where it is where it was. */
  readonly place?: { readonly before?: Opportunity['place']; readonly now?: Opportunity['place'] };
}

const Place = Opportunity.shape.place;
/** Fields of people's concern, as the history keeps them. */
const KEPT = { slots: z.array(Slot), place: Place } as const;

/**
 * Compares what was before `entry` with what is now: who saves twice tells of both. Undefined when the entry is none of a change that concerns
 * anyone with places.
 */
export function whatChanged(state: OpportunityState, entry: StaffHistoryEntry): WhatChanged | undefined {
  const { opportunity, ledgers } = state;
  const of = (field: keyof typeof KEPT) => entry.changes.find((change) => change.field === field);
  const [slots, place] = [of('slots'), of('place')];
  const oldSlots = slots ? KEPT.slots.safeParse(slots.before) : { success: true as const, data: opportunity.slots };
  const oldPlace = place ? KEPT.place.safeParse(place.before) : { success: true as const, data: opportunity.place };
  if (!oldSlots.success || !oldPlace.success) return undefined;
  const { place: now, ...rest } = opportunity;
  const before: Opportunity = { ...rest, slots: oldSlots.data, ...(oldPlace.data && { place: oldPlace.data }) };
  const affected = affectedBy({ opportunity: before, ledgers }, opportunity).flatMap(({ slot, concerns }) => {
    const then = opportunity.slots.find(({ slotId }) => slotId === slot.slotId);
    return then ? [{ before: slot, now: then, concerns }] : [];
  });
  if (affected.length === 0) return undefined;
  const moved = affected.some(({ concerns }) => concerns.includes('place'));
  return { slots: affected, ...(moved && { place: { ...(oldPlace.data && { before: oldPlace.data }), ...(now && { now }) } }) };
}
