/**
 * Answers to choose from, as staff type them: one a line, its languages between bars. What an answer is kept as (`value`) is not typed: a line that is as
 * it was, or stands where one was, keeps it, so that answers already given keep their meaning.
 */
import { asArray, asObject, asText } from '../words/json.ts';
import type { QuestionValues } from './opportunity-form.ts';

interface Choice {
  readonly value: string;
  readonly text: Readonly<Record<string, string>>;
}

const MOST = 60;

/** `Small | Pequeña`; languages at the end that it does not have are left out. */
export const choiceLine = (text: Choice['text'], languages: readonly string[]): string =>
  languages
    .map((language) => text[language] ?? '')
    .join(' | ')
    .replace(/[\s|]+$/, '')
    .trim();

export function choicesOf({
  text,
  choices,
  languages,
  kept,
}: Pick<QuestionValues, 'text' | 'choices' | 'languages' | 'kept'>): readonly Choice[] {
  const order = languages === '' ? Object.keys(text) : languages.split(' ');
  const before = keptIn(kept).map((choice) => ({ choice, line: choiceLine(choice.text, order) }));
  const lines = choices
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  // a line is one that was there if it reads the same, else if one whose words are gone stood at its place
  const same = lines.map((line) => before.find((one) => one.line === line)?.choice);
  const reworded = (index: number): Choice | undefined => {
    const there = before[index];
    return there && !lines.includes(there.line) && lines.length === before.length ? there.choice : undefined;
  };
  return lines.map((line, index) => {
    const unchanged = same[index];
    if (unchanged) return unchanged;
    const typed = textsOf(line, order);
    // what an answer is kept as: the first words of it, in its first language
    return { value: reworded(index)?.value ?? (Object.values(typed)[0] ?? '').slice(0, MOST), text: typed };
  });
}

function textsOf(line: string, order: readonly string[]): Choice['text'] {
  const parts = line.split('|').map((part) => part.trim());
  return Object.fromEntries(parts.flatMap((part, index) => (part === '' ? [] : [[order[index] ?? `x${index}`, part]])));
}

/** What comes back with the form may be anything: what is no choice is left out. */
function keptIn(json: string): readonly Choice[] {
  try {
    return asArray(JSON.parse(json)).flatMap((one): readonly Choice[] => {
      const { value, text } = asObject(one);
      const texts = Object.fromEntries(Object.entries(asObject(text)).map(([language, words]) => [language, asText(words)]));
      return asText(value) === '' ? [] : [{ value: asText(value), text: texts }];
    });
  } catch {
    return [];
  }
}
