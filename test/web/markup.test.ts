/** Every page in every state and language is valid, and holds what a screen reader and our content policy need. */
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#web/messages/index.ts';
import { ALL_PAGES, contextIn, INVITATION } from './all-pages.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'void-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'tel-non-breaking': 'off',
    // live regions that are filled or focused; no native element does that
    'prefer-native-element': ['error', { exclude: ['alert', 'status'] }],
    'form-dup-name': ['error', { shared: ['checkbox', 'radio', 'submit', 'button', 'reset'] }],
    'no-inline-style': 'error',
  },
});

const problemsOf = (html: string): readonly string[] =>
  validator.validateStringSync(html).results.flatMap((result) => result.messages.map((message) => `${message.ruleId}: ${message.message}`));

/** Fields that a screen reader could not name; html-validate 11 misses a label that is for nothing. */
const unnamedFields = (html: string): readonly string[] =>
  [...html.matchAll(/<(?:input|select)[^>]*>/g)]
    .map(([field]) => field)
    .filter((field) => !/type="hidden"|aria-label="/.test(field))
    .filter((field) => {
      const id = /\sid="([^"]+)"/.exec(field)?.[1];
      return !(id !== undefined && html.includes(` for="${id}"`)) && !html.includes(`<label class="chip">${field}`);
    });

describe.each(Object.keys(LANGUAGES))('in %s', (language) => {
  describe.each(Object.entries(ALL_PAGES))('%s', (_name, render) => {
    const html = render(contextIn(language));

    it('is valid HTML', () => {
      expect(problemsOf(html)).toEqual([]);
    });

    it('has one h1, a language, and no script or style in the page', () => {
      expect(html.match(/<h1[ >]/g)).toHaveLength(1);
      expect(html).toContain(`<html lang="${language}" dir="ltr">`);
      expect(html).not.toMatch(/<style|<script(?! type="module" src="\/static\/)|\son[a-z]+=/);
    });

    it('names every field', () => {
      expect(unnamedFields(html)).toEqual([]);
    });

    it('asks nobody else for anything', () => {
      // one form goes elsewhere: where files are kept
      const own = html.replaceAll(`action="${INVITATION.url}"`, '');
      expect(own).not.toMatch(/(?:src|srcset|action)="(?:https?:)?\/\//);
      expect(html).not.toMatch(/<link rel="(?:stylesheet|preload|icon)" href="(?:https?:)?\/\//);
    });
  });
});

it('would notice broken markup', () => {
  const html = ALL_PAGES.opportunity?.(contextIn('en')) ?? '';
  expect(unnamedFields(html.replace('<label for="name">', '<label>'))).toHaveLength(1);
  expect(problemsOf(html.replace('id="name"', 'id="email"'))).not.toEqual([]);
  expect(problemsOf(html.replace('</fieldset>', ''))).not.toEqual([]);
});

it('says "Error:" first in the title, and links from the summary to a field that exists', () => {
  const html = ALL_PAGES['opportunity, form with errors']?.(contextIn('en')) ?? '';
  expect(html).toMatch(/<title>Error: /);
  const summary = html.slice(html.indexOf('data-focus'), html.indexOf('</section>', html.indexOf('data-focus')));
  const targets = [...summary.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
  expect(targets.length).toBeGreaterThanOrEqual(4);
  for (const target of targets) expect(html).toContain(` id="${target}"`);
});

it('keeps all that was typed in a form with errors', () => {
  const html = ALL_PAGES['opportunity, form with errors']?.(contextIn('en')) ?? '';
  expect(html).toContain('value="maria@"');
  expect(html).toContain('value="call me"');
  expect(html).toContain("I bring &lt;two> &quot;friends&quot; &amp; O'Brien");
  expect(html).toMatch(/<input id="slot-[^>]+ checked/);
  expect(html).toMatch(/<option selected value="0">0<\/option>|<option value="0" selected>0<\/option>/);
});
