/** What a form that knows nothing of series keeps of them. Pure. */
import type { OpportunityToSave } from '#contracts/resources/opportunity.ts';

/**
 * `definition` with what `stored` says of series. A date that is no longer among its slots is left out of its series; a
 * series without any date is gone.
 */
export function keepingSeries(
  definition: OpportunityToSave,
  stored: Pick<OpportunityToSave, 'slots' | 'series'> | undefined,
): OpportunityToSave {
  const slots = definition.slots.map((slot) => {
    const series = stored?.slots.find(({ slotId }) => slotId === slot.slotId)?.series;
    return { ...slot, ...(series && { series }) };
  });
  const series = stored?.series
    ?.filter(({ seriesId }) => slots.some((slot) => slot.series?.seriesId === seriesId))
    .map((one) => {
      const gone = (stored?.slots ?? []).flatMap(({ slotId, series: date }) =>
        date?.seriesId === one.seriesId && !slots.some((slot) => slot.slotId === slotId) ? [{ day: date.day }] : [],
      );
      return gone.length === 0 ? one : { ...one, leftOut: [...one.leftOut, ...gone].sort((a, b) => (a.day < b.day ? -1 : 1)) };
    });
  return { ...definition, slots, ...(series && series.length > 0 && { series }) };
}
