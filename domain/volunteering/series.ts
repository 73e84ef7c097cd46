/**
 * A series and its slots: which it makes, which of them were changed by themselves. In the school's zone: half past eight stays half past eight,
 * whatever the clocks do between two dates.
 *
 * Only the desk imports this file: the libraries of rules and zones stay out of what parents use.
 */
import type { FieldProblem } from '#contracts/problems.ts';
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import { MOST_DATES, MOST_SLOTS, type Series, type SeriesToAdd } from '#contracts/resources/series.ts';
import { same } from '#contracts/same.ts';
import type { Day, SeriesId, SlotId } from '#contracts/values.ts';
import { instantAt, minutesAfter } from '../calendar.ts';
import { daysOf } from './recurrence.ts';

/** The slot of one date, as the series has it. */
export function slotOn(series: Series, day: Day, zone: string, slotId: SlotId): Slot {
  const { seriesId, kind, from, minutes, label, note, capacity } = series;
  const startsAt = instantAt(day, from, zone);
  if (startsAt === undefined) throw new Error(`${day} ${from} is no time`);
  return {
    kind,
    slotId,
    label,
    ...(note && { note }),
    capacity,
    startsAt,
    endsAt: minutesAfter(startsAt, minutes),
    series: { seriesId, day },
  };
}

/** Every slot of a series, in the order of its dates. The same series makes the same slots. */
export function slotsOf(series: Series, zone: string, slotIdOn: (day: Day) => SlotId): readonly Slot[] {
  return heldDays(series).map((day) => slotOn(series, day, zone, slotIdOn(day)));
}

/** Days of the rule that are not left out. */
export const heldDays = (series: Pick<Series, 'rule' | 'startsOn' | 'leftOut'>): readonly Day[] =>
  daysOf(series).filter((day) => !series.leftOut.some((out) => out.day === day));

/** What of a slot was changed by itself: fields that are not as its series has them. */
export function ownFields(slot: Slot, series: Series, zone: string): readonly ('time' | 'label' | 'note' | 'capacity')[] {
  if (!slot.series) return [];
  const meant = slotOn(series, slot.series.day, zone, slot.slotId);
  const isAt = (one: string | undefined, other: string | undefined) => one !== undefined && Date.parse(one) === Date.parse(other ?? '');
  return [
    ...(isAt(slot.startsAt, meant.startsAt) && isAt(slot.endsAt, meant.endsAt) ? [] : (['time'] as const)),
    ...(same(slot.label, meant.label) ? [] : (['label'] as const)),
    ...(same(slot.note, meant.note) ? [] : (['note'] as const)),
    ...(slot.capacity === meant.capacity ? [] : (['capacity'] as const)),
  ];
}

export type WithSeries = Pick<Opportunity, 'opportunityId' | 'slots' | 'series'>;

/** The opportunity with one series more; or what is wrong with it. The same series again is there already. */
export function withSeries<Definition extends WithSeries>(
  definition: Definition,
  wanted: SeriesToAdd,
  facts: {
    readonly seriesId: SeriesId;
    readonly zone: string;
    readonly slotIdOn: (day: Day) => SlotId;
  },
): { readonly ok: true; readonly definition: Definition } | { readonly ok: false; readonly fields: readonly FieldProblem[] } {
  const { seriesId, zone, slotIdOn } = facts;
  if (definition.series?.some((one) => one.seriesId === seriesId)) return { ok: true, definition };
  if (daysOf(wanted).length > MOST_DATES) return wrong('/rule', 'series.too-many', `a series has ${MOST_DATES} dates at most`);
  const series: Series = { seriesId, ...wanted };
  const slots = slotsOf(series, zone, slotIdOn);
  if (slots.length === 0) return wrong('/rule', 'series.no-dates', 'the rule names no day on which anything takes place');
  if (definition.slots.length + slots.length > MOST_SLOTS)
    return wrong('/rule', 'slots.too-many-in-all', `an opportunity has ${MOST_SLOTS} slots at most`);
  return {
    ok: true,
    definition: { ...definition, slots: [...definition.slots, ...slots], series: [...(definition.series ?? []), series] },
  };
}

const wrong = (pointer: string, code: string, detail: string) => ({ ok: false, fields: [{ pointer, code, detail }] }) as const;
