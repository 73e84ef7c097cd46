/** What a mail tells of one slot: what, when, where, how many places, until when it can be changed, why it was not given. */

import type { CancelledSlot, ConfirmedSlot, PartOfDay, RefusedSlot } from '#contracts/resources/letters.ts';
import type { Slot } from '#contracts/resources/opportunity.ts';
import { canonicalJson } from '#contracts/same.ts';
import { foreignZone, mapLink, pick, slotTimes, slotWhen, type View } from '../components/view.ts';
import { lettersIn, seriesIn } from '../messages/areas.ts';
import { bySeries } from '../words/recurrence.ts';
import { sentence } from '../words/sentence.ts';
import type { Fact } from './blocks.ts';

/** Of which opportunity, at which school. */
type About = Pick<PartOfDay, 'opportunity' | 'school'>;

export function slotFacts(view: View, letter: About, slot: Slot): readonly Fact[] {
  const words = lettersIn(view.context.language);
  const zone = foreignZone(view, letter.school.zone);
  const when = slotWhen(view, slot, letter.school.zone);
  return [
    { label: words.what, value: pick(view, slot.label) },
    { label: words.when, value: { text: zone === undefined || slot.startsAt === undefined ? when : `${when} (${zone})` } },
  ];
}

export const placesFact = (view: View, places: number, of = (words: string) => words): Fact => ({
  label: view.m.form.places,
  value: { text: of(lettersIn(view.context.language).places(places)) },
});

/** Each group of facts is one slot, or some dates of a series of which the same is to be said. */
export const confirmedGroups = (view: View, letter: About, all: readonly ConfirmedSlot[]): readonly (readonly Fact[])[] =>
  groupsOf(
    view,
    letter,
    all,
    ({ places }) => String(places),
    (one) => confirmedFacts(view, letter, one),
    ({ places, slot: { note } }) => [
      placesFact(view, places, seriesIn(view.context.language).each),
      ...(note === undefined ? [] : [{ label: lettersIn(view.context.language).note, value: pick(view, note) }]),
    ],
  );

/** As of those that were given. */
export const refusedGroups = (view: View, letter: About, all: readonly RefusedSlot[]): readonly (readonly Fact[])[] =>
  groupsOf(
    view,
    letter,
    all,
    ({ code, placesLeft }) => `${code} ${placesLeft}`,
    (one) => refusedFacts(view, letter, one),
    (one) => [reasonFact(view, one)],
  );

/** As of those that were given. */
export const cancelledGroups = (view: View, letter: About, all: readonly CancelledSlot[]): readonly (readonly Fact[])[] =>
  groupsOf(
    view,
    letter,
    all,
    ({ places }) => String(places),
    ({ slot, places }) => [...slotFacts(view, letter, slot), placesFact(view, places)],
    ({ places }) => [placesFact(view, places, seriesIn(view.context.language).each)],
  );

function groupsOf<Told extends { readonly slot: Slot }>(
  view: View,
  letter: About,
  all: readonly Told[],
  kindOf: (one: Told) => string,
  alone: (one: Told) => readonly Fact[],
  ofAll: (first: Told) => readonly Fact[],
): readonly (readonly Fact[])[] {
  const { zone } = letter.school;
  // a date that was moved or named for itself stands by itself
  const kind = (one: Told): string => canonicalJson([kindOf(one), slotTimes(view, one.slot, zone), one.slot.label, one.slot.note]);
  return bySeries(all, ({ slot }) => slot, kind).map(([first, ...others]) => {
    if (!first) return [];
    return others.length === 0
      ? alone(first)
      : [...datesFacts(view, letter, [first.slot, ...others.map(({ slot }) => slot)]), ...ofAll(first)];
  });
}

/** Of a series: the time of day and which days, the first and the last with their year. */
function datesFacts(view: View, letter: About, slots: readonly [Slot, ...Slot[]]): readonly Fact[] {
  const words = seriesIn(view.context.language);
  const { zone } = letter.school;
  const starts = slots.flatMap(({ startsAt }) => startsAt ?? []).sort();
  const [first = '', last = first] = [starts[0], starts.at(-1)];
  const [what] = slotFacts(view, letter, slots[0]);
  const foreign = foreignZone(view, zone);
  const times = slotTimes(view, slots[0], zone);
  const when = `${words.span(view.dates.day(first, zone), view.dates.day(last, zone))}, ${times}${foreign === undefined ? '' : ` (${foreign})`}`;
  return [
    ...(what ? [what] : []),
    { label: lettersIn(view.context.language).when, value: { text: when } },
    { label: words.dates(starts.length), value: { text: starts.map((at) => view.dates.monthDay(at, zone)).join(' · ') } },
  ];
}

export function confirmedFacts(view: View, letter: About, confirmed: ConfirmedSlot): readonly Fact[] {
  const words = lettersIn(view.context.language);
  const { note } = confirmed.slot;
  return [
    ...slotFacts(view, letter, confirmed.slot),
    placesFact(view, confirmed.places),
    ...(note === undefined ? [] : [{ label: words.note, value: pick(view, note) }]),
    ...(confirmed.changeableUntil === undefined
      ? []
      : [{ label: words.changes, value: { text: words.until(view.dates.moment(confirmed.changeableUntil, letter.school.zone)) } }]),
  ];
}

export function placeFact(view: View, { opportunity: { place }, school }: About): Fact {
  const label = lettersIn(view.context.language).where;
  if (place === undefined) return { label, value: { text: view.m.opportunity.atHome } };
  return {
    label,
    value: { text: [place.name, place.address].filter((part) => part !== undefined).join(', ') },
    href: mapLink({ name: `${place.name}, ${school.address}`, address: place.address }),
  };
}

/** With the slot when there is one; once, below, when there are several: all slots of an opportunity are in one place. */
export const withPlace = (groups: readonly (readonly Fact[])[], place: Fact): readonly (readonly Fact[])[] =>
  groups.length === 1 ? groups.map((facts) => [...facts, place]) : [...groups, [place]];

const refusedFacts = (view: View, letter: About, refused: RefusedSlot): readonly Fact[] => [
  ...slotFacts(view, letter, refused.slot),
  reasonFact(view, refused),
];

function reasonFact(view: View, { code, placesLeft }: RefusedSlot): Fact {
  const left = placesLeft > 0 ? ` ${sentence(view.m.opportunity.placesLeft(placesLeft))}` : '';
  return { label: lettersIn(view.context.language).reason, value: { text: `${view.m.refusals[code]}${left}` } };
}
