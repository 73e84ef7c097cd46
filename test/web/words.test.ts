/** All words for people come from `web/messages`: drawn in a made-up language, a page has no Latin letters of its own. */
import { describe, expect, it, vi } from 'vitest';
import { ProblemCode } from '#contracts/problems.ts';
import {
  aboutIn,
  deskProblemsIn,
  feedbackIn,
  homeIn,
  lettersIn,
  mineIn,
  sendLinkIn,
  waitlistIn,
  waitlistLettersIn,
  waitlistMineIn,
} from '#web/messages/areas.ts';
import { LANGUAGES, messagesFor } from '#web/messages/index.ts';
import type { InLanguages } from '#web/messages/language.ts';
import { ALL_PAGES, contextIn } from './all-pages.ts';

/** Words of a message, letters replaced; what is a form in braces or a name of the code stays. */
const pseudo = (words: string): string => words.replace(/\{n\}|[A-Za-zÀ-ÿ]/g, (found) => (found === '{n}' ? found : 'я'));

function translate(value: unknown, key = ''): unknown {
  if (key === 'locale') return 'ar';
  if (key === 'dir') return 'rtl';
  if (typeof value === 'string') return pseudo(value);
  if (typeof value === 'function') return (...given: readonly unknown[]) => translate(value(...given));
  if (Array.isArray(value)) return value.map((each) => translate(each));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, translate(each, name)]));
  }
  return value;
}

vi.mock('#web/messages/language.ts', async (original) => {
  const real = await original<typeof import('#web/messages/language.ts')>();
  return {
    wordsIn: <Words>(all: InLanguages<Words>, language: string): Words =>
      language === 'qps' ? (translate(all.en) as Words) : real.wordsIn(all, language),
  };
});

/** What people read or hear: text and the attributes that are spoken or shown. */
const readable = (html: string): string =>
  [
    ...html
      .replace(/<head>.*?<\/head>/s, ' ')
      .replace(/<[^>]+>/g, ' ')
      .matchAll(/.+/gs),
    ...[...html.matchAll(/\s(?:aria-label|alt|placeholder|data-once)="([^"]*)"/g)].map((match) => match[1] ?? ''),
    ...[...html.matchAll(/<title>([^<]*)</g)].map((match) => match[1] ?? ''),
  ].join(' ');

/** Names and staff-written words of the sample district, languages' own names, and technical words. */
function withoutData(words: string): string {
  const ours = /Crosswalk|English|Español|Maple Valley|School District|\S+@\S+|&\w+;/g;
  return words.replace(ours, ' ');
}

/** Staff-written words are marked with their language: their element says so. */
const withoutForeignParts = (html: string): string =>
  html.replace(/<(span|div|dd|option|a)(?= )[^>]*\slang="en"[^>]*>.*?<\/\1>/gs, ' ').replace(/<code.*?<\/code>/gs, ' ');

describe('a page in a language nobody has written', () => {
  const names = [
    'link sent',
    'link invalid',
    'privacy',
    'not found',
    'busy',
    'broken',
    'send link',
    'send link, wrong address',
    'home, nothing planned',
    'home, nothing found',
    'manage, empty',
  ];
  it.each(names)('has no word of its own: %s', (name) => {
    const html = ALL_PAGES[name]?.(contextIn('qps')) ?? '';
    expect(html).toContain('dir="rtl"');
    const left = withoutData(readable(withoutForeignParts(html)))
      .replace(/Maria|O’Brien|Lincoln Elementary|Rosa Parks Middle School|Riverside High School|César Chávez Elementary|req-1234|a@b/g, ' ')
      .match(/[A-Za-z]{2,}/g);
    expect(left ?? []).toEqual([]);
  });

  it('marks staff-written words with their own language', () => {
    const html = ALL_PAGES.opportunity?.(contextIn('qps')) ?? '';
    expect(html).toContain('<h1><span lang="en" dir="auto">Spring Carnival</span></h1>');
    expect(html).toContain('<span lang="en" dir="auto">Set up booths</span>');
  });

  it('uses nothing of English in forms and lists beside names and staff-written words', () => {
    for (const name of [
      'home',
      'opportunity',
      'opportunity, form with errors',
      'signed up for some',
      'manage',
      'pledge letter',
      'invoice',
      'receipt',
    ]) {
      const left = withoutData(readable(withoutForeignParts(ALL_PAGES[name]?.(contextIn('qps')) ?? '')));
      const english = left.match(/\b(?:the|your|and|of|places?|taken|left|sign|cancel|move|any|time|from|open|full|required|optional)\b/gi);
      expect(english ?? [], name).toEqual([]);
    }
  });
});

describe.each(Object.keys(LANGUAGES))('messages in %s', (language) => {
  const m = messagesFor(language);
  it('word every problem', () => {
    for (const code of ProblemCode.options)
      expect({ ...m.problems, ...deskProblemsIn(language), ...feedbackIn(language).problems }[code], code).toMatch(/\S.+[.?]$/);
  });
  it('have no empty words and no leftover placeholder', () => {
    const visit = (value: unknown, path: string): void => {
      if (typeof value === 'string') expect(value.trim(), path).not.toBe('');
      else if (Array.isArray(value)) value.forEach((each, index) => void visit(each, `${path}.${index}`));
      else if (typeof value === 'object' && value !== null) for (const [key, each] of Object.entries(value)) visit(each, `${path}.${key}`);
    };
    visit(
      {
        ...m,
        letters: lettersIn(language),
        home: homeIn(language),
        mine: mineIn(language),
        sendLink: sendLinkIn(language),
        waitlist: waitlistIn(language),
        waiting: waitlistMineIn(language),
        waitlistLetters: waitlistLettersIn(language),
        about: aboutIn(language),
      },
      language,
    );
    for (const n of [0, 1, 2, 5, 1000]) {
      for (const words of [
        m.opportunity.left(n),
        m.opportunity.taken(n, n),
        mineIn(language).manage.lead(n),
        homeIn(language).home.results(n),
        lettersIn(language).places(n),
      ]) {
        expect(words).not.toMatch(/[{}]|undefined/);
      }
    }
  });
  it('tell one from many', () => {
    expect(m.opportunity.left(1)).not.toBe(m.opportunity.left(2).replace('2', '1'));
  });
});

it('takes the base language for a region, and English for the unknown', () => {
  expect(messagesFor('es-MX').name).toBe('Español');
  expect(messagesFor('xx').name).toBe('English');
});
