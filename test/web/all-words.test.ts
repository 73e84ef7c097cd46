/** Every area of words has all of its words in every language; one that is missing, empty, or still in English is named. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as areas from '#web/messages/areas.ts';
import { LANGUAGES, messagesFor } from '#web/messages/index.ts';

type Words = Readonly<Record<string, unknown>>;
const AREAS: ReadonlyMap<string, (language: string) => Words> = new Map([
  ['every page', messagesFor as unknown as (language: string) => Words],
  ...Object.entries(areas).flatMap(([name, words]) =>
    name.endsWith('In') ? [[name, words as unknown as (language: string) => Words]] : [],
  ),
] as [string, (language: string) => Words][]);
const OTHERS = Object.keys(LANGUAGES).filter((language) => language !== 'en');

/** As many letters that say the same in two languages are no name of a thing. */
const LONG = 24;
const isObject = (value: unknown): value is Words => typeof value === 'object' && value !== null;

/** What is wrong with words, against the English ones: where, and how. */
function faults(words: unknown, english: unknown, path: string): readonly string[] {
  if (words === undefined) return [`${path} is missing`];
  if (typeof words !== typeof english || Array.isArray(words) !== Array.isArray(english)) return [`${path} is of another kind`];
  if (typeof words === 'string') {
    if (words.trim() === '') return english === '' ? [] : [`${path} is empty`];
    const isTechnical = /[<>{}&=/]|https?:/.test(words);
    return words === english && words.length > LONG && words.includes(' ') && !isTechnical ? [`${path} is still in English`] : [];
  }
  if (!isObject(words) || !isObject(english)) return [];
  const names = new Set([...Object.keys(english), ...Object.keys(words)]);
  return [...names].flatMap((name) =>
    name in english ? faults(words[name], english[name], `${path}.${name}`) : [`${path}.${name} is in no other language`],
  );
}

it('sees every area there is', () => {
  const folder = new URL('../../web/messages/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('-en.ts'));
  expect(files.length).toBeGreaterThan(20);
  for (const language of OTHERS) {
    const theirs = readdirSync(folder).filter((name) => name.endsWith(`-${language}.ts`));
    expect(theirs).toEqual(files.map((name) => name.replace('-en.ts', `-${language}.ts`)));
  }
  // the words of every page are one area more, and have the names of fields in them
  expect(AREAS.size).toBe(files.length);
});

describe.each(OTHERS)('in %s', (language) => {
  it.each([...AREAS.keys()])('%s is whole', (area) => {
    const words = AREAS.get(area);
    if (!words) throw new Error(`there is no area ${area}`);
    const [theirs, english] = [words(language), words('en')];
    expect(theirs, 'falls back to English as a whole').not.toBe(english);
    expect(faults(theirs, english, area)).toEqual([]);
  });

  it.each([...AREAS.keys()])('a word that is taken out of %s is missed, whichever it is', (area) => {
    const words = AREAS.get(area);
    const english = words?.('en') ?? {};
    const theirs = words?.(language) ?? {};
    for (const name of Object.keys(english)) {
      const { [name]: _out, ...rest } = theirs;
      expect(faults(rest, english, area)).toContain(`${area}.${name} is missing`);
    }
  });
});
