/**
 * Which slots stand in a calendar that is subscribed to, and how each stands there.
 *
 * What a calendar says depends on what was saved and on the day (of UTC), never on the moment: asked twice on one day it is the same, byte for byte, unless
 * somebody changed something.
 */
import { type DatedSlot, isDated, type Opportunity } from '#contracts/resources/opportunity.ts';
import { DAY, iso, millis } from '../time.ts';
import type { CalendarSource } from './calendar-ports.ts';

/** Slots that ended this long ago are still there, so that nothing vanishes from a calendar the moment it is over. */
const BACK_DAYS = 30;
const AHEAD_DAYS = 400;

export interface CalendarWindow {
  /** Slots that end at or after it. */
  readonly from: string;
  /** Slots that start before it. */
  readonly until: string;
  /** Since when the window is this one. */
  readonly since: string;
}

export function calendarWindow(now: number): CalendarWindow {
  const today = now - (now % DAY);
  return { from: iso(today - BACK_DAYS * DAY), until: iso(today + AHEAD_DAYS * DAY), since: iso(today) };
}

/** The slots of an opportunity that have a place in the window. */
export const slotsWithin = ({ slots }: Pick<Opportunity, 'slots'>, { from, until }: CalendarWindow): readonly DatedSlot[] =>
  slots.filter(isDated).filter(({ startsAt, endsAt }) => millis(endsAt) >= millis(from) && millis(startsAt) < millis(until));

/** For what was saved before its moment was noted: long ago, and the same each time. */
const LONG_AGO = '2020-01-01T00:00:00.000Z';
export const savedAtOf = ({ savedAt }: CalendarSource): string => savedAt ?? LONG_AGO;

/** Whether a slot does not take place: staff said so, or its opportunity was put away before it was over. */
export const isCalledOff = (source: CalendarSource, { endsAt, calledOff }: DatedSlot): boolean =>
  calledOff === true || (source.opportunity.status === 'archived' && millis(endsAt) > millis(savedAtOf(source)));

/** The latest of some instants. */
export const latest = (instants: readonly string[]): string => iso(Math.max(...instants.map(millis)));
