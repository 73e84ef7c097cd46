/**
 * The form of a message at the desk: how what was posted is read, and what body it makes. Reading never refuses and never repairs: values are kept as
 * typed, so that a form that is shown again has them all.
 */
import { postedForm, type Texts, written } from './posted.ts';

export interface MessageFormValues {
  /** Names the request, and with it the message. */
  readonly key: string;
  readonly slotIds: readonly string[];
  readonly subject: Texts;
  readonly body: Texts;
}

export function readMessageForm(posted: URLSearchParams): MessageFormValues {
  const { texts } = postedForm(posted);
  return { key: posted.get('key') ?? '', slotIds: posted.getAll('slotIds'), subject: texts('subject'), body: texts('body') };
}

/** A language in which nothing was typed is left out; one with half of it has both, so that the missing half is told. */
export function messageBody({ slotIds, subject, body }: MessageFormValues): unknown {
  const languages = Object.keys({ ...written(subject), ...written(body) });
  const of = (texts: Texts): Texts => Object.fromEntries(languages.map((language) => [language, texts[language] ?? '']));
  return { slotIds: [...slotIds], subject: of(subject), body: of(body) };
}

/** The id of the field a complaint is about. What concerns all languages is told at the first. */
export function messageFieldOf(pointer: string, firstLanguage: string): string {
  const [field = '', language] = pointer.slice(1).split('/');
  return field === 'slotIds' ? 'slotIds' : `${field}-${language ?? firstLanguage}`;
}
