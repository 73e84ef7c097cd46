/** Pages stay light: P8 of the quality figures. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { ALL_PAGES, contextIn } from './all-pages.ts';

const gzipped = (text: string | Buffer): number => gzipSync(text).length;
const file = (name: string): Buffer => readFileSync(new URL(`../../web/static/${name}`, import.meta.url));

it.each(['home', 'opportunity', 'opportunity, 100 dates', 'manage'])('%s with style and script is at most 60 KB gzipped', (name) => {
  const html = ALL_PAGES[name]?.(contextIn('es')) ?? '';
  const weight = gzipped(html) + gzipped(file('site.css')) + gzipped(file('site.js'));
  expect(html.length).toBeGreaterThan(5_000);
  expect(weight).toBeLessThanOrEqual(60 * 1024);
});

it('the script is at most 3 KB gzipped', () => {
  expect(gzipped(file('site.js'))).toBeLessThanOrEqual(3 * 1024);
});

it('what a page at the door loads more is at most 4 KB gzipped', () => {
  expect(gzipped(file('check-in.js'))).toBeLessThanOrEqual(4 * 1024);
});

it('the stylesheet loads nothing', () => {
  expect(file('site.css').toString()).not.toMatch(/url\(|@import|@font-face/);
});
