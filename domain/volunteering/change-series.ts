/**
 * Changes of a series: one date, it and all after it, or all that have not begun. What is past stays as it was, and no date is lost: a slot that
 * somebody can have taken keeps its id, whatever series it then belongs to.
 *
 * `following` splits a series in two, so that each says by its own rule what it is; dates that were changed by themselves keep what was changed of them.
 *
 * Only the desk imports this file: the libraries of rules and zones stay out of what parents use.
 */
import type { FieldProblem } from '#contracts/problems.ts';
import type { Slot } from '#contracts/resources/opportunity.ts';
import type { Series, SeriesChange, SeriesScope } from '#contracts/resources/series.ts';
import type { Day, SeriesId } from '#contracts/values.ts';
import { instantAt, minutesAfter } from '../calendar.ts';
import { daysLater } from '../days.ts';
import { millis } from '../time.ts';
import { ruleUntil } from './recurrence.ts';
import { ownFields, slotOn, type WithSeries } from './series.ts';

export interface ChangeSeries {
  readonly seriesId: SeriesId;
  /** The date it is about; of `all` it names none. */
  readonly day?: Day | undefined;
  readonly scope: SeriesScope;
  readonly change: SeriesChange;
}
interface Facts {
  readonly zone: string;
  readonly now: number;
  /** Of the later part of a series that is split there. */
  readonly splitId: (from: SeriesId, day: Day) => SeriesId;
}
export type Changed<Definition> =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly fields: readonly FieldProblem[] };

export function changeSeries<Definition extends WithSeries>(
  definition: Definition,
  { seriesId: named, day, scope, change }: ChangeSeries,
  facts: Facts,
): Changed<Definition> {
  // who asks for the same again means the part that was split off
  const split = scope === 'following' && day !== undefined ? facts.splitId(named, day) : undefined;
  const seriesId = split !== undefined && definition.series?.some((one) => one.seriesId === split) ? split : named;
  const series = definition.series?.find((one) => one.seriesId === seriesId);
  const dates = datesOf(definition.slots, seriesId);
  const first = scope === 'all' ? dates.find((slot) => !hasBegun(slot, facts.now)) : dates.find((slot) => slot.series.day === day);
  if (!series) return wrong('/seriesId', 'series.unknown', 'the opportunity has no such series');
  if (!first) return wrong('/day', 'series.no-date', scope === 'all' ? 'all its dates have begun' : 'the series has no such date');
  if (hasBegun(first, facts.now)) return wrong('/day', 'series.past', 'what has begun stays as it was');

  const isMeant = (slot: Slot): boolean =>
    slot.series?.seriesId === seriesId &&
    (scope === 'this' ? slot.slotId === first.slotId : slot.series.day >= first.series.day && !hasBegun(slot, facts.now));
  if (scope === 'this') {
    return {
      ok: true,
      definition: { ...definition, slots: definition.slots.map((slot) => (isMeant(slot) ? one(slot, change, facts.zone) : slot)) },
    };
  }
  // a date that begins earlier than one before it may have been moved there; the split is where the first one stays
  const isWhole = dates.every((slot) => isMeant(slot));
  const at = first.series.day;
  const later: Series = {
    ...series,
    ...templateOf(series, change),
    seriesId: isWhole ? seriesId : facts.splitId(seriesId, at),
    ...(!isWhole && { startsOn: at, leftOut: series.leftOut.filter((out) => out.day >= at), rule: ruleUntil(series.rule, lastDay(dates)) }),
  };
  const earlier = {
    ...series,
    rule: ruleUntil(series.rule, daysLater(at, -1)),
    leftOut: series.leftOut.filter((out) => out.day < at),
  };
  return {
    ok: true,
    definition: {
      ...definition,
      series: definition.series?.flatMap((each) => (each === series ? (isWhole ? [later] : [earlier, later]) : [each])),
      slots: definition.slots.map((slot) => (isMeant(slot) ? follow(slot, series, later, change, facts.zone) : slot)),
    },
  };
}

type DateOf = Slot & { readonly series: NonNullable<Slot['series']> };

/** Slots of a series in the order of its days. */
export const datesOf = (slots: readonly Slot[], seriesId: SeriesId): readonly DateOf[] =>
  slots.filter((slot): slot is DateOf => slot.series?.seriesId === seriesId).sort((a, b) => (a.series.day < b.series.day ? -1 : 1));

export const hasBegun = ({ startsAt }: Slot, now: number): boolean => startsAt !== undefined && millis(startsAt) <= now;

const lastDay = (dates: readonly DateOf[]): Day => dates.at(-1)?.series.day as Day; // of a series that has dates

function templateOf({ note: before, ...series }: Series, { from, minutes, label, note, capacity }: SeriesChange) {
  const after = note === undefined ? before : (note ?? undefined);
  return {
    from: from ?? series.from,
    minutes: minutes ?? series.minutes,
    label: label ?? series.label,
    capacity: capacity ?? series.capacity,
    note: after,
  };
}

/** One date by itself. */
function one(slot: Slot, change: SeriesChange, zone: string): Slot {
  const { note: before, calledOff: wasOff, ...kept } = slot;
  const note = change.note === undefined ? before : (change.note ?? undefined);
  const isOff = change.calledOff ?? wasOff ?? false;
  return {
    ...kept,
    ...timesOf(slot, change, zone),
    ...(change.label && { label: change.label }),
    ...(change.capacity !== undefined && { capacity: change.capacity }),
    ...(note && { note }),
    ...(isOff && { calledOff: true as const }),
  };
}

function timesOf({ startsAt, endsAt, series }: Slot, { from, minutes }: SeriesChange, zone: string) {
  if (!series || startsAt === undefined || endsAt === undefined || (from === undefined && minutes === undefined)) return {};
  const start = from === undefined ? startsAt : (instantAt(series.day, from, zone) ?? startsAt);
  return { startsAt: start, endsAt: minutesAfter(start, minutes ?? (millis(endsAt) - millis(startsAt)) / 60_000) };
}

/** A date goes with its series, except in what was changed of it alone. */
function follow(slot: Slot, series: Series, later: Series, { calledOff }: SeriesChange, zone: string): Slot {
  const own = ownFields(slot, series, zone);
  const day = slot.series?.day as Day; // of a date of a series
  const meant = slotOn(later, day, zone, slot.slotId);
  const { note: _note, calledOff: wasOff, ...kept } = slot;
  const note = own.includes('note') ? slot.note : meant.note;
  return {
    ...kept,
    ...(!own.includes('time') &&
      meant.startsAt !== undefined &&
      meant.endsAt !== undefined && { startsAt: meant.startsAt, endsAt: meant.endsAt }),
    ...(!own.includes('label') && { label: meant.label }),
    ...(!own.includes('capacity') && { capacity: meant.capacity }),
    ...(note && { note }),
    ...((calledOff ?? wasOff ?? false) && { calledOff: true as const }),
    series: { seriesId: later.seriesId, day },
  };
}

const wrong = (pointer: string, code: string, detail: string) => ({ ok: false, fields: [{ pointer, code, detail }] }) as const;
