/**
 * A slot of one date becomes the first of a series. It keeps its id, so whoever took it has it still; every further date is a slot of its own.
 *
 * Only the desk imports this file: the libraries of rules and zones stay out of what parents use.
 */
import type { FieldProblem } from '#contracts/problems.ts';
import { isDated, type Slot } from '#contracts/resources/opportunity.ts';
import type { LeftOut, Series, SlotToRepeat } from '#contracts/resources/series.ts';
import { same } from '#contracts/same.ts';
import type { Day, SeriesId, SlotId } from '#contracts/values.ts';
import { clockAt, weekdayOf } from '../calendar.ts';
import { dayAt } from '../days.ts';
import type { Ids } from '../ports.ts';
import { millis } from '../time.ts';
import { daysOf } from './recurrence.ts';
import { type WithSeries, withSeries } from './series.ts';

export type Repeated<Definition> =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly fields: readonly FieldProblem[] };

const LONGEST = 24 * 60;

/** Pure. The same again is there already. */
export function repeatSlot<Definition extends WithSeries>(
  definition: Definition,
  wanted: SlotToRepeat,
  { zone, ids }: { readonly zone: string; readonly ids: Pick<Ids, 'seriesId' | 'slotId'> },
): Repeated<Definition> {
  const { opportunityId, slots, series: known } = definition;
  const slot = slots.find(({ slotId }) => slotId === wanted.slotId);
  if (!slot) return wrong('/slotId', 'slot.unknown', 'the opportunity has no such slot');
  if (!isDated(slot)) return wrong('/slotId', 'slot.undated', 'what has no start and end can’t be repeated');
  const minutes = (millis(slot.endsAt) - millis(slot.startsAt)) / 60_000;
  if (minutes > LONGEST) return wrong('/slotId', 'slot.too-long', 'what is repeated lasts a day at most');
  if ((wanted.until === undefined) === (wanted.times === undefined))
    return wrong('/until', 'series.no-end', 'name the last day, or how many dates');

  const first = slot.series?.day ?? dayAt(millis(slot.startsAt), zone);
  const seriesId = ids.seriesId(opportunityId, slot.slotId);
  const { kind, label, note, capacity } = slot;
  const rule = ruleOf(wanted, first);
  const { leftOut } = leavingOut({ rule, startsOn: first }, wanted.without);
  if (slot.series) {
    const there = known?.find((one) => one.seriesId === slot.series?.seriesId);
    return there?.rule === rule && same(there.leftOut, leftOut)
      ? { ok: true, definition }
      : wrong('/slotId', 'slot.repeated', 'it is a date of a series already');
  }
  if (leftOut.some(({ day }) => day === first))
    return wrong('/without', 'series.first-day', 'the slot itself is on a day that is left out');

  const series = {
    rule,
    startsOn: first,
    kind,
    from: clockAt(slot.startsAt, zone),
    minutes,
    label,
    ...(note && { note }),
    capacity,
    leftOut,
  };
  const slotIdOn = (day: Day): SlotId => (day === first ? slot.slotId : ids.slotId(opportunityId, slot.slotId, day));
  const others = slots.filter((one) => one !== slot);
  const made = withSeries({ ...definition, slots: others }, series, { seriesId, zone, slotIdOn });
  if (!made.ok) return made;
  return {
    ok: true,
    definition: { ...made.definition, slots: inItsPlace(slots, slot, made.definition.slots.slice(others.length), seriesId) },
  };
}

/** The dates stand where the slot stood; it is the first of them, as it was. */
function inItsPlace(slots: readonly Slot[], slot: Slot, dates: readonly Slot[], seriesId: SeriesId): Slot[] {
  return slots.flatMap((one) =>
    one === slot
      ? dates.map((date) => (date.slotId === slot.slotId ? { ...slot, series: { seriesId, day: date.series?.day ?? '' } } : date))
      : [one],
  );
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** What begins on a fifth Tuesday is on the last one of each month. */
function ruleOf({ unit, every, until, times }: SlotToRepeat, first: Day): string {
  const { weekday, ofMonth } = weekdayOf(first);
  const name = WEEKDAYS[weekday - 1];
  return [
    unit === 'week' ? 'FREQ=WEEKLY' : 'FREQ=MONTHLY',
    ...(every > 1 ? [`INTERVAL=${every}`] : []),
    `BYDAY=${unit === 'week' ? '' : ofMonth > 4 ? '-1' : ofMonth}${name}`,
    until === undefined ? `COUNT=${times}` : `UNTIL=${until.replaceAll('-', '')}`,
  ].join(';');
}

/** Days of the rule that are not to be. Others say nothing: one list serves every series. */
function leavingOut(rule: Pick<Series, 'rule' | 'startsOn'>, without: SlotToRepeat['without']): { readonly leftOut: LeftOut[] } {
  const leftOut = daysOf(rule).flatMap((day) => {
    const out = without.find(({ from, to = from }) => from <= day && day <= to);
    return out ? [{ day, ...(out.name && { name: out.name }) }] : [];
  });
  return { leftOut };
}

const wrong = (pointer: string, code: string, detail: string) => ({ ok: false, fields: [{ pointer, code, detail }] }) as const;
