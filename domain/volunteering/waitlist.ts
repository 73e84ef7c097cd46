/**
 * The rule of the waitlist of a slot: who stands where, who is served next, and until when an offer stands. Pure.
 *
 * In the order of joining, the first who can use what is free is served. Who wanted no more than that has it: at once while the start is far away, as an offer
 * to be accepted when it is near. Who wanted more is offered what there is, and more as more comes free. An offer that is passed, or runs out, takes its
 * person off the list; one of fewer places than they wanted leaves them where they stand, and lets those behind them go first for gaps of just that size.
 */
import type { PersonId } from '#contracts/values.ts';
import { HOUR, iso, millis } from '../time.ts';
import type { QueueEntry, QueueStep, WaitlistView } from './ports.ts';

/** People waiting for one slot: each makes the item, and with it every write to it, larger. */
export const MOST_WAITING = 100;
/** Closer to its start than this, a place is offered and not just given. */
export const NEAR_MS = 48 * HOUR;
/** How long an offer stands: a quarter of the time left, within these bounds, and never past the moment at which the slot closes. */
const SHORTEST_MS = HOUR / 2;
const LONGEST_MS = 24 * HOUR;

export interface Waiting extends QueueEntry {
  readonly personId: PersonId;
}

/** Those who wait, with those who have an offer, in the order in which they joined. */
export const waitingIn = ({ queue = {} }: Pick<WaitlistView, 'queue'>): readonly Waiting[] =>
  (Object.entries(queue) as [PersonId, QueueEntry][])
    .map(([personId, entry]) => ({ personId, ...entry }))
    .sort((a, b) => a.since - b.since);

/** From 1; undefined for who does not wait. */
export function positionOf(ledger: Pick<WaitlistView, 'queue'>, personId: PersonId): number | undefined {
  const index = waitingIn(ledger).findIndex((one) => one.personId === personId);
  return index < 0 ? undefined : index + 1;
}

/** The fewest free places that somebody who waits has a use for; infinite for who is offered all they want. */
const useOf = ({ places, least = 1, offer }: QueueEntry): number =>
  offer === undefined ? least : offer.places < places ? 1 : Number.POSITIVE_INFINITY;

/** The smallest gap that belongs to somebody who waits: a newcomer can have a smaller one. Undefined when nobody has a use for any. */
export function leastWaiting(ledger: Pick<WaitlistView, 'queue'>): number | undefined {
  const least = Math.min(...Object.values(ledger.queue ?? {}).map(useOf));
  return Number.isFinite(least) ? least : undefined;
}

/** Nobody's by name and nobody's by offer; below zero when staff cut the capacity. */
export const freeIn = ({ capacity, taken, held }: Pick<WaitlistView, 'capacity' | 'taken' | 'held'>): number => capacity - taken - held;

/** When nobody can be given a place any more: the slot closes, or starts. */
export function endOfWaiting({ closesAt, startsAt }: Pick<WaitlistView, 'closesAt' | 'startsAt'>): number | undefined {
  const ends = [closesAt, startsAt].flatMap((one) => (one === undefined ? [] : [millis(one)]));
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** Until when an offer made at `now` stands. */
export function offerUntil(slot: Pick<WaitlistView, 'closesAt' | 'startsAt'>, now: number): string {
  const end = endOfWaiting(slot);
  const starts = slot.startsAt === undefined ? end : millis(slot.startsAt);
  const share = starts === undefined ? LONGEST_MS : (starts - now) / 4;
  const until = now + Math.min(LONGEST_MS, Math.max(SHORTEST_MS, share));
  return iso(Math.floor(Math.min(until, end ?? until)));
}

export const isFar = ({ startsAt }: Pick<WaitlistView, 'startsAt'>, now: number): boolean =>
  startsAt === undefined || millis(startsAt) - now > NEAR_MS;

/**
 * What is to be done next with those who wait, one thing at a time; undefined when there is nothing to do at `now`.
 * First what time ended, then the first in order who can use what is free. Where staff closed the sign-up nobody is served until it is open again.
 */
export function nextQueueStep(ledger: WaitlistView, now: number): QueueStep | undefined {
  const waiting = waitingIn(ledger);
  const [first] = waiting;
  if (!first) return undefined;
  const end = endOfWaiting(ledger);
  if (end !== undefined && now >= end) return { kind: 'unqueued', personId: first.personId, why: first.offer ? 'expired' : 'ended' };
  const late = waiting.find(({ offer }) => offer !== undefined && now >= millis(offer.until));
  if (late) return passStep(late, 'expired');
  if (ledger.state !== 'open') return undefined;
  const free = freeIn(ledger);
  const next = waiting.find((one) => useOf(one) <= free);
  return next && serve(ledger, next, free, now);
}

function serve(ledger: WaitlistView, { personId, places, offer }: Waiting, free: number, now: number): QueueStep {
  const served = Math.min(places, (offer?.places ?? 0) + free);
  if (served === places && isFar(ledger, now)) return { kind: 'promoted', personId, places };
  const until = offerUntil(ledger, now);
  return { kind: 'offered', personId, places: served, until: offer !== undefined && offer.until > until ? offer.until : until };
}

/** What becomes of an offer that is not taken. */
export const passStep = ({ personId, places, offer }: Waiting, why: 'passed' | 'expired'): QueueStep =>
  offer !== undefined && offer.places < places ? { kind: 'passed', personId, why } : { kind: 'unqueued', personId, why };
