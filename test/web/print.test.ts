/** A paper printed from its page is one sheet of Letter paper, with the paper on it and nothing of the site around it. */
import type { Browser } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentPage } from '#web/documents/page.tsx';
import { ALL_PAGES, contextIn } from './all-pages.ts';
import { CSS, launch } from './browser.ts';
import { instalments, invoice, letter, PAPERS } from './papers.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(async () => browser?.close());

/** As the browser's print command with its usual settings. */
async function printed(html: string, css = CSS): Promise<{ text: string; sheets: number; inches: readonly number[] }> {
  const page = await browser.newPage();
  try {
    await page.setContent(html, { waitUntil: 'domcontentloaded' });
    await page.addStyleTag({ content: css });
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
    const { text } = await extractText(pdf, { mergePages: true });
    return { text: text.replace(/\s+/g, ' '), sheets: pdf.numPages, inches: [width / 72, height / 72] };
  } finally {
    await page.close();
  }
}

it.each(Object.keys(PAPERS))('%s', { timeout: 30_000 }, async (name) => {
  const { text, sheets, inches } = await printed(ALL_PAGES[name]?.(contextIn('es')) ?? '');
  expect(sheets).toBe(1);
  expect(inches).toEqual([8.5, 11]);
  expect(text).toContain('400 Oak Street');
  expect(text).not.toMatch(/Guardar como PDF|Crosswalk|Privacidad/);
});

it('also with twelve instalments', { timeout: 30_000 }, async () => {
  const model = (facts: Parameters<typeof documentPage>[1]['facts']) => documentPage(contextIn('en'), { facts, pdfUrl: '/papers/1.pdf' });
  const twelve = instalments(12, 25_050);
  expect((await printed(model(invoice('en', { schedule: twelve })))).sheets).toBe(1);
  const pledged = letter('en', { commitment: { kind: 'money', amountCents: 300_600, instalments: twelve } });
  expect((await printed(model(pledged))).sheets).toBe(1);
});

it('would be noticed: the site around the paper, another size', { timeout: 30_000 }, async () => {
  const html = ALL_PAGES.invoice?.(contextIn('es')) ?? '';
  const { text } = await printed(html, CSS.replaceAll('@media print', '@media speech'));
  expect(text).toContain('Guardar como PDF');
  const { inches } = await printed(html, CSS.replace('size: letter', 'size: a4'));
  expect(inches).not.toEqual([8.5, 11]);
});
