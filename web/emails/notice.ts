/** What staff changed: for each slot that the person has what is and what was, a word of staff, what happens to the calendar. */
import type { NewsOfSlot, NoticeLetter, SlotNews } from '#contracts/resources/letters.ts';
import type { Slot } from '#contracts/resources/opportunity.ts';
import { pick, slotWhen, textOf, type View } from '../components/view.ts';
import { lettersIn, noticesIn } from '../messages/areas.ts';
import type { Block, Composed, Fact } from './blocks.ts';
import { placeFact, slotFacts, withPlace } from './facts.ts';
import { manage } from './manage.ts';
import { paragraphs } from './sponsor.ts';

export function noticeLetter(view: View, letter: NoticeLetter): Pick<Composed, 'subject' | 'preview' | 'blocks'> {
  const words = noticesIn(view.context.language);
  const title = textOf(view, letter.opportunity.title);
  const isOff = letter.slots.every(({ news }) => news.includes('off'));
  const lead = (isOff ? words.leadOff : words.lead)(title, letter.school.name);
  const isToConfirm = letter.slots.some(({ toConfirm }) => toConfirm);
  const groups = letter.slots.map((slot) => factsOf(view, letter, slot));
  return {
    subject: noticeSubject(view, title, letter.slots),
    preview: lead,
    blocks: [
      { kind: 'words', words: lead },
      ...saidByStaff(view, letter),
      { kind: 'facts', title: words.yours, groups: isOff ? groups : withPlaces(view, letter, groups) },
      ...calendarLine(view, letter, isOff),
      { kind: 'words', words: isToConfirm ? words.ask : isOff ? words.endOff : words.end },
      ...manage(view, letter, isToConfirm ? words.answer : undefined),
    ],
  };
}

/** By what is new, where that is one thing. */
export function noticeSubject(view: View, title: string, slots: readonly { readonly news: readonly SlotNews[] }[]): string {
  const { subject } = noticesIn(view.context.language);
  const [only, ...others] = [...new Set(slots.flatMap(({ news }) => news))];
  return subject[only === undefined || others.length > 0 ? 'several' : only](title);
}

function saidByStaff(view: View, { words: said, school }: NoticeLetter): readonly Block[] {
  if (!said) return [];
  const { text, ...lang } = pick(view, said);
  return [
    { kind: 'words', words: noticesIn(view.context.language).said(school.name), soft: true },
    ...paragraphs(text.replace(/\r\n?/g, '\n')).map((one): Block => ({ kind: 'said', said: { text: one, ...lang } })),
  ];
}

function factsOf(view: View, letter: NoticeLetter, { slot, before, news, places, waits, changeableUntil }: NewsOfSlot): readonly Fact[] {
  const words = noticesIn(view.context.language);
  const common = lettersIn(view.context.language);
  const { zone } = letter.school;
  const [what, when] = slotFacts(view, letter, slot);
  const isOff = news.includes('off');
  const isMoved = news.includes('time');
  const taken = common.places(places);
  const facts: readonly (Fact | undefined)[] = [
    what,
    when && isMoved ? { ...when, label: words.newTime } : when,
    isMoved ? { label: words.before, value: { text: slotWhen(view, { ...slot, ...before } as Slot, zone) } } : undefined,
    isOff ? { label: words.state, value: { text: words.off } } : undefined,
    news.includes('on') ? { label: words.state, value: { text: words.on } } : undefined,
    { label: view.m.form.places, value: { text: waits && !isOff ? words.waits(taken) : taken } },
    changeableUntil === undefined || isOff
      ? undefined
      : { label: common.changes, value: { text: common.until(view.dates.moment(changeableUntil, zone)) } },
  ];
  return facts.filter((fact) => fact !== undefined);
}

/** Where it is; and where it was, if that is elsewhere. */
function withPlaces(view: View, letter: NoticeLetter, groups: readonly (readonly Fact[])[]): readonly (readonly Fact[])[] {
  const { placeBefore, opportunity } = letter;
  const place = placeFact(view, letter);
  if (!placeBefore) return withPlace(groups, place);
  const { newPlace, before: label } = noticesIn(view.context.language);
  const { place: _place, ...elsewhere } = opportunity;
  const before = placeFact(view, { ...letter, opportunity: { ...elsewhere, ...(placeBefore.place && { place: placeBefore.place }) } });
  return [
    ...groups,
    [
      { ...place, label: newPlace },
      { label, value: before.value },
    ],
  ];
}

/** Who is in line has no entry. */
function calendarLine(view: View, { slots }: NoticeLetter, isOff: boolean): readonly Block[] {
  const words = noticesIn(view.context.language);
  const hasEntry = slots.some(({ slot, before, waits }) => !waits && (slot.startsAt ?? before.startsAt) !== undefined);
  return hasEntry ? [{ kind: 'words', words: isOff ? words.calendarOff : words.calendar, soft: true }] : [];
}
