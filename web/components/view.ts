/** What every component needs beside its data: the words, the dates and the place of the page. */
import { LANGUAGE_PARAMETER } from '#contracts/pages.ts';
import type { ProblemCode } from '#contracts/problems.ts';
import type { SlotTime } from '#contracts/resources/sign-up.ts';
import type { Language, LocalizedText } from '#contracts/values.ts';
import { type Messages, messagesFor } from '../messages/index.ts';
import type { PageContext } from '../pages/models.ts';
import { type DateWords, dateWords } from '../words/dates.ts';

/** Staff-written words, with the language they are in when it is not that of the page. */
export interface Picked {
  readonly text: string;
  readonly lang?: string;
}

export interface View {
  readonly context: PageContext;
  readonly m: Messages;
  readonly dates: DateWords;
}

/** What choosing among languages needs to know. */
export interface Reader {
  readonly context: { readonly language: Language; readonly district: { readonly languages: readonly Language[] } };
}

/** A refusal in words, on the public site. Those that only the desk meets have theirs in `web/desk/problem-words.ts`. */
export function problemWords({ m }: Pick<View, 'm'>, code: ProblemCode): string {
  const words: Readonly<Partial<Record<ProblemCode, string>>> = m.problems;
  return words[code] ?? m.problems['service.broken'];
}

export function viewOf(context: PageContext): View {
  const m = messagesFor(context.language);
  return { context, m, dates: dateWords(m.locale, context.now) };
}

/** In the page's language, else in the district's languages in their order, else in any. */
export function pick(view: Reader, words: LocalizedText): Picked {
  const { language, district } = view.context;
  for (const candidate of [language, ...district.languages, ...Object.keys(words)]) {
    const text = words[candidate];
    if (text !== undefined) return candidate === language ? { text } : { text, lang: candidate };
  }
  return { text: '' };
}

/** The words alone, where no element can carry their language: attributes, the page's title. */
export const textOf = (view: Reader, words: LocalizedText): string => pick(view, words).text;

/** `url` in another language. */
export function inLanguage(url: string, language: string): string {
  const [path = '/', query] = url.split('?', 2);
  const parameters = new URLSearchParams(query ?? '');
  parameters.set(LANGUAGE_PARAMETER, language);
  return `${path}?${parameters}`;
}

/** `5:00 – 7:30 PM`, `5:00 PM`, or undefined for a slot without a time. */
export function slotTimes(view: View, slot: SlotTime, zone: string): string | undefined {
  if (slot.startsAt === undefined) return undefined;
  return slot.endsAt === undefined ? view.dates.time(slot.startsAt, zone) : view.dates.times(slot.startsAt, slot.endsAt, zone);
}

/** `Friday, March 6, 5:00 – 7:30 PM`, or "any time". */
export function slotWhen(view: View, slot: SlotTime, zone: string): string {
  const times = slotTimes(view, slot, zone);
  return slot.startsAt === undefined ? view.m.opportunity.undated : `${view.dates.day(slot.startsAt, zone)}, ${times}`;
}

/** The times of most of them: single dates of a series may have been moved. */
export function usualTimes(view: View, slots: readonly SlotTime[], zone: string): string {
  const counts = [...Map.groupBy(slots, (slot) => slotTimes(view, slot, zone) ?? '')].sort(([, a], [, b]) => b.length - a.length);
  return counts[0]?.[0] ?? '';
}

/** The zone's name, where the school's clocks differ from the district's. */
export const foreignZone = (view: View, zone: string): string | undefined =>
  zone === view.context.district.zone ? undefined : view.dates.zoneName(view.context.now, zone);

/** A search for the place; a plain link, so that nothing is loaded from elsewhere. */
export const mapLink = (place: { readonly name: string; readonly address?: string | undefined }): string =>
  `https://www.openstreetmap.org/search?query=${encodeURIComponent(place.address ?? place.name)}`;

export const telLink = (phone: string): string => `tel:${phone.replace(/(?:x|ext\.?)\s?\d+$/i, '').replace(/[^\d+]/g, '')}`;
