/** Every page in every state passes axe's WCAG 2.2 AA rules in a real browser, in light and dark, on a phone and a desk; none scrolls sideways. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderLetter } from '#web/emails/index.ts';
import { ALL_PAGES, contextIn } from './all-pages.ts';
import { violationsIn } from './axe.ts';
import { CSS, DESK_CSS, launch } from './browser.ts';
import { district } from './district.ts';
import { letters } from './letters.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(async () => browser?.close());

interface Seen {
  readonly violations: readonly string[];
  readonly sideways: number;
}

/**
 * All rules in light; in dark and on a wide window the same markup only differs in colours and sizes.
 * `page` is used again for the next one: axe stays in its window, and reading axe takes several times as long as what it then does.
 */
async function look(page: Page, html: string, colorScheme: 'light' | 'dark'): Promise<Seen> {
  await page.setContent(html, { waitUntil: 'domcontentloaded' });
  if (html.includes('/static/')) await page.addStyleTag({ content: CSS });
  if (html.includes('/static/desk.')) await page.addStyleTag({ content: DESK_CSS });
  const violations = await violationsIn(page, colorScheme === 'light' ? undefined : ['color-contrast', 'target-size']);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return { violations: violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`)), sideways };
}

describe.each([
  ['light', 320, 'en'],
  ['dark', 1280, 'es'],
] as const)('%s, %i px wide', (scheme, width, language) => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage({ colorScheme: scheme, viewport: { width, height: 800 } });
  });
  afterAll(() => page?.close());

  it.each(Object.entries(ALL_PAGES))('%s', { timeout: 60_000 }, async (_name, render) => {
    expect(await look(page, render(contextIn(language)), scheme)).toEqual({ violations: [], sideways: 0 });
  });

  it.each(letters(language).map((letter) => [letter.kind, letter] as const))('mail: %s', { timeout: 60_000 }, async (_kind, letter) => {
    const { violations, sideways } = await look(page, renderLetter(letter, district).html, scheme);
    // a mail is no page: it has no landmarks and its title is the subject
    expect(violations.filter((found) => !/^(region|landmark-one-main|page-has-heading-one|heading-order)/.test(found))).toEqual([]);
    expect(sideways).toBe(0);
  });
});

it('would be noticed: a field without its label, words too faint, a page too wide', { timeout: 60_000 }, async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
  // as the second one on its page
  await look(page, '<!doctype html><title>Before</title>', 'light');
  const html = ALL_PAGES['send link']?.(contextIn('en')) ?? '';
  const faint = html.replace('<p class="lead">', '<p style="color:#ccc;inline-size:90rem">').replace('<label for="email">', '<label>');
  const { violations, sideways } = await look(page, faint, 'light');
  expect(violations.some((found) => found.startsWith('color-contrast'))).toBe(true);
  expect(violations.some((found) => found.startsWith('label'))).toBe(true);
  expect(sideways).toBeGreaterThan(0);
});
