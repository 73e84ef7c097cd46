/**
 * The form of a message at the desk: how what was posted is read, and what body it makes. Reading never refuses and never repairs: values are kept as
 * typed, so that a form that is shown again has them all.
 */
import { linesOf } from '../words/links.ts';
import type { Texts } from './posted.ts';

export interface MessageFormValues {
  /** Names the request, and with it the message. */
  readonly key: string;
  readonly slotIds: readonly string[];
  readonly subject: Texts;
  readonly body: Texts;
}

export function readMessageForm(posted: URLSearchParams): MessageFormValues {
  const texts = (name: string): Texts =>
    Object.fromEntries([...posted].flatMap(([key, value]) => (key.startsWith(`${name}.`) ? [[key.slice(name.length + 1), value]] : [])));
  return { key: posted.get('key') ?? '', slotIds: posted.getAll('slotIds'), subject: texts('subject'), body: texts('body') };
}

/** A language in which nothing was typed is left out; one with half of it has both, so that the missing half is told. */
export function messageBody({ slotIds, subject, body }: MessageFormValues): unknown {
  const typed = (texts: Texts, language: string): string => (texts[language] ?? '').trim();
  const languages = [...new Set([...Object.keys(subject), ...Object.keys(body)])].filter(
    (language) => typed(subject, language) !== '' || typed(body, language) !== '',
  );
  const of = (texts: Texts): Texts => Object.fromEntries(languages.map((language) => [language, typed(texts, language)]));
  // browsers send line ends of their own
  const lines = (texts: Texts): Texts =>
    Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, linesOf(text).join('\n')]));
  return { slotIds: [...slotIds], subject: of(subject), body: lines(of(body)) };
}

/** The id of the field a complaint is about. What concerns all languages is told at the first. */
export function messageFieldOf(pointer: string, firstLanguage: string): string {
  const [field = '', language] = pointer.slice(1).split('/');
  return field === 'slotIds' ? 'slotIds' : `${field}-${language ?? firstLanguage}`;
}
