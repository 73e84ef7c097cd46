/** What a mail tells of one slot: what, when, where, how many places, until when it can be changed, why it was not given. */
import type { ConfirmedSlot, PartOfDay, RefusedSlot } from '#contracts/resources/letters.ts';
import type { Slot } from '#contracts/resources/opportunity.ts';
import { foreignZone, mapLink, pick, slotWhen, type View } from '../components/view.ts';
import { lettersIn } from '../messages/areas.ts';
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

export const placesFact = (view: View, places: number): Fact => ({
  label: view.m.form.places,
  value: { text: lettersIn(view.context.language).places(places) },
});

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

export function refusedFacts(view: View, letter: About, refused: RefusedSlot): readonly Fact[] {
  const why = view.m.refusals[refused.code];
  const left = refused.placesLeft > 0 ? ` ${sentence(view.m.opportunity.placesLeft(refused.placesLeft))}` : '';
  return [...slotFacts(view, letter, refused.slot), { label: lettersIn(view.context.language).reason, value: { text: `${why}${left}` } }];
}
