/** A series in words: its rule, and which of its dates are meant. */
import type { Slot } from '#contracts/resources/opportunity.ts';
import type { Series } from '#contracts/resources/series.ts';
import type { seriesIn } from '../messages/areas.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** `Every Tuesday and Thursday`, `The last Friday of each month`; without its end. */
export function ruleIn(words: ReturnType<typeof seriesIn>, { rule }: Pick<Series, 'rule'>): string {
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const every = Number(parts.get('INTERVAL') ?? 1);
  const named = (parts.get('BYDAY') ?? '').split(',');
  if (parts.get('FREQ') === 'WEEKLY') return words.weekly(named.map((day) => DAYS.indexOf(day)).sort(), every);
  const [day = ''] = named;
  return words.monthly(Number(day.slice(0, -2)), DAYS.indexOf(day.slice(-2)), every);
}

/** Fewer dates of a series are named one by one. */
const FEW = 3;

/**
 * What belongs together, in the order of its first: dates of one series, where there are some, and else each by itself. `kindOf` keeps apart what is said in
 * different words.
 */
export function bySeries<Item>(
  items: readonly Item[],
  slotOf: (item: Item) => Slot | undefined,
  kindOf: (item: Item) => string = () => '',
): readonly (readonly Item[])[] {
  const keyOf = (item: Item): string => {
    const seriesId = slotOf(item)?.series?.seriesId;
    return seriesId === undefined ? '' : `${seriesId} ${kindOf(item)}`;
  };
  const groups = Map.groupBy(items, keyOf);
  const seen = new Set<string>();
  return items.flatMap((item): readonly (readonly Item[])[] => {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    if (key === '' || group.length < FEW) return [[item]];
    if (seen.has(key)) return [];
    seen.add(key);
    return [group];
  });
}
