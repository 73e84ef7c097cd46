/** Words that a message begins with, and in which language who reads it. */
import type { MessageToSend } from '#contracts/resources/message.ts';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import type { Language } from '#contracts/values.ts';
import { slotWhen, textOf, type View, viewOf } from '../components/view.ts';
import type { MessageFormValues } from '../forms/message-form.ts';
import { deskMessagesIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import type { ChangeToTell } from './models-messages.ts';

/** What changed, in each language of the district. Staff may say it in their own words. */
export function suggestedMessage(
  context: PageContext,
  { title }: Pick<Opportunity, 'title'>,
  zone: string,
  changed: ChangeToTell,
): Pick<MessageFormValues, 'subject' | 'body'> {
  const said = context.district.languages.map((language) => {
    const view = viewOf({ ...context, language });
    const words = deskMessagesIn(language).suggested;
    const name = textOf(view, title);
    return { language, subject: words.subject(name).slice(0, SUBJECT), body: bodyIn(view, name, zone, changed) };
  });
  return {
    subject: Object.fromEntries(said.map(({ language, subject }) => [language, subject])),
    body: Object.fromEntries(said.map(({ language, body }) => [language, body])),
  };
}

/** As long as a subject may be. */
const SUBJECT = 120;

function bodyIn(view: View, title: string, zone: string, { slots, place }: ChangeToTell): string {
  const words = deskMessagesIn(view.context.language).suggested;
  const when = (slot: (typeof slots)[number]['now']): string => slotWhen(view, slot, zone);
  const of = (concern: (typeof slots)[number]['concerns'][number]) => slots.filter(({ concerns }) => concerns.includes(concern));
  const times = of('time').map(({ before, now }) => words.time(textOf(view, now.label), when(now), when(before)));
  const off = of('off').map(({ before }) => words.off(textOf(view, before.label), when(before)));
  const on = of('on').map(({ now }) => words.on(textOf(view, now.label), when(now)));
  const over = of('over').map(({ now }) => words.over(textOf(view, now.label), when(now)));
  const lines = [...off, ...on, ...times, ...(place ? [words.place(placeIn(view, place.now), placeIn(view, place.before))] : []), ...over];
  const isAllOff = slots.every(({ concerns }) => concerns.includes('off'));
  return [words.lead(title), lines.join('\n'), isAllOff ? words.endOff : words.end].join('\n\n');
}

const placeIn = (view: View, place: Opportunity['place']): string =>
  place === undefined ? view.m.opportunity.atHome : [place.name, place.address].filter((part) => part !== undefined).join(', ');

/** Each language it is written in, with those who will read it in that: their own where it is there, else the district's first that is. */
export function writtenFor<Person extends { readonly language: Language }>(
  { district }: Pick<PageContext, 'district'>,
  { subject }: Pick<MessageToSend, 'subject'>,
  people: readonly Person[],
): readonly { readonly language: Language; readonly readers: readonly Person[] }[] {
  const written = Object.keys(subject);
  const ordered = [
    ...district.languages.filter((one) => written.includes(one)),
    ...written.filter((one) => !district.languages.includes(one)),
  ];
  const readIn = ({ language }: Person): Language | undefined => (written.includes(language) ? language : ordered[0]);
  return ordered.map((language) => ({ language, readers: people.filter((person) => readIn(person) === language) }));
}
