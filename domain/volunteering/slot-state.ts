/**
 * The rule of places: whether a slot can be taken at an instant, and how many places a newcomer finds.
 *
 * A slot opens at `opensAt` and is closed at `closesAt` and started at `startsAt`: each of these instants belongs to what comes after it.
 */
import type { SlotState } from '#contracts/resources/availability.ts';
import type { SlotRefusal } from '#contracts/resources/sign-up.ts';
import type { PersonId, SignUpId } from '#contracts/values.ts';
import { millis } from '../time.ts';
import type { SlotFigures, SlotLedger } from './ports.ts';
import { MOST_WAITING } from './waitlist.ts';

/** What a newcomer can have: nothing that somebody who waits has a use for, never negative. Whether the slot is open is another question. */
export function placesLeft({
  capacity,
  taken,
  held,
  leastWaiting,
}: Pick<SlotFigures, 'capacity' | 'taken' | 'held' | 'leastWaiting'>): number {
  const free = Math.max(0, capacity - taken - held);
  return leastWaiting !== undefined && free >= leastWaiting ? 0 : free;
}

/** The state shown and refused by. A slot that has started says so even when it is also full or closed. */
export function slotState(figures: Omit<SlotFigures, 'slotId'>, now: number): SlotState {
  if (figures.startsAt !== undefined && now >= millis(figures.startsAt)) return 'started';
  if (figures.state === 'closed') return 'closed';
  if (figures.closesAt !== undefined && now >= millis(figures.closesAt)) return 'closed';
  if (figures.opensAt !== undefined && now < millis(figures.opensAt)) return 'not-open-yet';
  return placesLeft(figures) === 0 ? 'full' : 'open';
}

/** Why a slot can't be given, with what is left of it. */
export interface SlotDenial {
  readonly code: SlotRefusal;
  readonly placesLeft: number;
}

const STATE_CODES = { full: 'slot.full', 'not-open-yet': 'slot.not-open-yet', closed: 'slot.closed', started: 'slot.started' } as const;

/** Whether `places` could be added at `now`; undefined when they could. */
export function denialOf(figures: Omit<SlotFigures, 'slotId'>, places: number, now: number): SlotDenial | undefined {
  const left = placesLeft(figures);
  const state = slotState(figures, now);
  if (state !== 'open') return { code: STATE_CODES[state], placesLeft: left };
  return left < places ? { code: 'slot.not-enough-places', placesLeft: left } : undefined;
}

/** Whether staff could add `places`: there has to be room, whether or not the slot is open. */
export function roomDenial(figures: Parameters<typeof placesLeft>[0], places: number): SlotDenial | undefined {
  const left = placesLeft(figures);
  if (left >= places) return undefined;
  return { code: left === 0 ? 'slot.full' : 'slot.not-enough-places', placesLeft: left };
}

/** Why the ledger would not give, or did not give, a sign-up its places. A claim of the same sign-up is no reason: that is a repeat. */
export function claimDenial(
  ledger: SlotLedger,
  asked: { readonly personId: PersonId; readonly signUpId: SignUpId; readonly places: number },
  now: number,
): SlotDenial | undefined {
  return otherClaim(ledger, asked, () => denialOf(ledger, asked.places, now));
}

/** The same, where staff ask. */
export const staffDenial = (ledger: SlotLedger, asked: Parameters<typeof claimDenial>[1]): SlotDenial | undefined =>
  otherClaim(ledger, asked, () => roomDenial(ledger, asked.places));

/** Why somebody could not join those who wait; undefined when they could, or there is room. */
export const waitDenial = (ledger: SlotLedger, asked: Parameters<typeof claimDenial>[1], now: number): SlotDenial | undefined =>
  otherClaim(ledger, asked, () => {
    const denial = denialOf(ledger, asked.places, now);
    return denial && isForRoom(denial) ? lineDenial(ledger) : denial;
  });

/** The same, where staff put them there. */
export const staffWaitDenial = (ledger: SlotLedger, asked: Parameters<typeof claimDenial>[1]): SlotDenial | undefined =>
  otherClaim(ledger, asked, () => (roomDenial(ledger, asked.places) ? lineDenial(ledger) : undefined));

/** Whether it is only room that is missing. */
const isForRoom = ({ code }: SlotDenial): boolean => code === 'slot.full' || code === 'slot.not-enough-places';
const lineDenial = (ledger: SlotLedger): SlotDenial | undefined =>
  ledger.waiting < MOST_WAITING ? undefined : { code: 'slot.waitlist-full', placesLeft: placesLeft(ledger) };

function otherClaim(
  ledger: SlotLedger,
  { personId, signUpId }: Pick<Parameters<typeof claimDenial>[1], 'personId' | 'signUpId'>,
  otherwise: () => SlotDenial | undefined,
): SlotDenial | undefined {
  const there = ledger.claims[personId] ?? ledger.queue?.[personId];
  if (there?.signUpId === signUpId) return undefined;
  return there ? { code: 'sign-up.already', placesLeft: placesLeft(ledger) } : otherwise();
}
