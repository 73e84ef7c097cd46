/** A sponsor's logo has its place on the wall before its picture is there, so that nothing jumps and no box stands empty. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALL_PAGES, contextIn } from './all-pages.ts';
import { CSS, launch } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(async () => browser?.close());

/** Width and height of the first logo of the wall while its picture is still on its way, in CSS pixels. */
async function sizeOfLogo(css: string): Promise<readonly number[]> {
  const page = await browser.newPage();
  try {
    await page.route('http://site.test/**', (route) => {
      // a picture that does not come
      if (route.request().url().includes('/logos/')) return;
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: ALL_PAGES.campaign?.(contextIn('en')) ?? '' });
    });
    await page.goto('http://site.test/', { waitUntil: 'commit' });
    await page.locator('.wall img').first().waitFor({ state: 'attached' });
    await page.addStyleTag({ content: css });
    return await page
      .locator('.wall img')
      .first()
      .evaluate((img) => [img.clientWidth, img.clientHeight]);
  } finally {
    await page.close();
  }
}

it('keeps its place', async () => {
  const [width = 0, height = 0] = await sizeOfLogo(CSS);
  expect(width).toBeGreaterThan(100);
  expect(height).toBeGreaterThan(20);
});

it('would be noticed: a picture without a size of its own', async () => {
  const [width = 0] = await sizeOfLogo(
    CSS.replace(/(\.wall img \{[^}]*?)inline-size: [^;]+;/, '$1inline-size: auto;').replace(
      '.wall-large img {\n  inline-size: 12rem;',
      '.wall-large img {',
    ),
  );
  expect(width).toBeLessThan(50);
});
