/**
 * Who of a slot was there, and the minutes that come of it. Pure.
 *
 * Marks reach the ledger late, twice and in any order: phones at the door have no network. What stands of one person is therefore the greatest mark in
 * one order, by when it was seen, and not the last that came.
 */
import type { MarkedPerson } from '#contracts/resources/check-in.ts';
import type { PersonId } from '#contracts/values.ts';
import { HOUR, iso, millis, SECOND } from '../time.ts';
import type { Attendance, SlotLedger } from './ports.ts';

const MINUTE = 60 * SECOND;
/** Check-in of a slot begins so long before its start: whoever sets up is there early, and nobody is checked in for next week. */
const OPENS_MS = 24 * HOUR;

/** When check-in of a slot begins; the first of all moments for one without a start. */
export const checkInOpensAt = ({ startsAt }: Pick<SlotLedger, 'startsAt'>): string =>
  startsAt === undefined ? iso(0) : iso(millis(startsAt) - OPENS_MS);

/** Of two marks of one moment: what was said of somebody weighs more than what was said of all others. */
function weightOf({ state, isRest }: Attendance): number {
  if (state === 'open') return 0;
  return (isRest ? 1 : 3) + (state === 'missed' ? 1 : 0);
}

/** Whether `mark` stands where `than` stood. A total order, so that marks in any order and number leave the same. */
export function outweighs(mark: Attendance, than: Attendance | undefined): boolean {
  if (than === undefined) return true;
  if (mark.at !== than.at) return mark.at > than.at;
  const weight = weightOf(mark) - weightOf(than);
  return weight !== 0 ? weight > 0 : (mark.minutes ?? -1) > (than.minutes ?? -1);
}

/** Of somebody with places: what their sign-up is. */
export function stateOfHeld(ledger: Pick<SlotLedger, 'attendance'> | undefined, personId: PersonId): 'confirmed' | 'attended' | 'missed' {
  const state = ledger?.attendance?.[personId]?.state ?? 'open';
  return state === 'open' ? 'confirmed' : state;
}

type Seen = Pick<SlotLedger, 'attendance' | 'startsAt' | 'endsAt'>;

/** Minutes from start to end, whole; 0 for a slot that lacks one of them. */
export const lengthOf = ({ startsAt, endsAt }: Pick<SlotLedger, 'startsAt' | 'endsAt'>): number =>
  startsAt === undefined || endsAt === undefined ? 0 : Math.max(0, Math.round((millis(endsAt) - millis(startsAt)) / MINUTE));

/** Whether anybody of the slot was checked in. From then on who was not seen was not there. */
export const hasCheckIn = ({ attendance }: Pick<SlotLedger, 'attendance'>): boolean =>
  attendance !== undefined && Object.values(attendance).some(({ state }) => state === 'attended');

/**
 * `planned`: nobody was checked in, so the sign-up itself is what is known. `unseen`: others were, this one was not.
 */
export type Presence = 'attended' | 'missed' | 'planned' | 'unseen';

export const presenceOf = (ledger: Pick<SlotLedger, 'attendance'>, personId: PersonId): Presence =>
  presence(ledger.attendance?.[personId], hasCheckIn(ledger));

/** Whether somebody with places counts as having taken part: they were seen, or nobody of the slot was marked as seen. */
export function tookPart(ledger: Pick<SlotLedger, 'attendance'>, personId: PersonId): boolean {
  const was = presenceOf(ledger, personId);
  return was === 'attended' || was === 'planned';
}

function presence(mark: Attendance | undefined, othersSeen: boolean): Presence {
  if (mark !== undefined && mark.state !== 'open') return mark.state;
  return othersSeen ? 'unseen' : 'planned';
}

/**
 * Minutes that somebody with places in the slot gave of their own time, however many places they have: as staff set them, else the slot's length; none
 * when they were not there. Whoever adds up places multiplies by them: each place is a person's.
 */
export const minutesOf = (ledger: Seen, personId: PersonId): number =>
  minutes(presenceOf(ledger, personId), ledger.attendance?.[personId], lengthOf(ledger));

function minutes(was: Presence, mark: Attendance | undefined, length: number): number {
  if (was === 'missed' || was === 'unseen') return 0;
  return (was === 'attended' ? mark?.minutes : undefined) ?? length;
}

/** What was said at the door of somebody with places, and the minutes that come of it. */
export function seenOf(ledger: Seen, personId: PersonId): Pick<MarkedPerson, 'attendance' | 'seenAt' | 'minutes'> {
  const mark = ledger.attendance?.[personId];
  if (mark === undefined) return { attendance: 'open' };
  return {
    attendance: mark.state,
    seenAt: mark.at,
    ...(mark.state === 'attended' && { minutes: minutes('attended', mark, lengthOf(ledger)) }),
  };
}

/** Of all places of a slot: minutes given, places of people who were seen, and of people who were expected and were not there. */
export function placesSeen(ledger: Seen & Pick<SlotLedger, 'claims' | 'taken'>) {
  const length = lengthOf(ledger);
  const { attendance } = ledger;
  if (attendance === undefined) return { minutes: ledger.taken * length, seen: 0, missed: 0 };
  const othersSeen = hasCheckIn(ledger);
  const sums = { minutes: 0, seen: 0, missed: 0 };
  for (const [id, { places }] of Object.entries(ledger.claims)) {
    const mark = attendance[id as PersonId];
    const was = presence(mark, othersSeen);
    sums.minutes += places * minutes(was, mark, length);
    if (was === 'attended') sums.seen += places;
    if (was === 'missed' || was === 'unseen') sums.missed += places;
  }
  return sums;
}
