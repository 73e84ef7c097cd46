/** A poster is one sheet of the paper that was chosen, with everything that matters on it, however much there is to say. */
import type { Browser } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicOpportunity } from '#contracts/resources/availability.ts';
import { dotsIn, readQr } from '#test/support/qr-reader.ts';
import { type PosterModel, posterPage } from '#web/pages/index.ts';
import { contextIn } from './all-pages.ts';
import { CSS, launch, seen } from './browser.ts';
import { carnival } from './district.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(async () => browser?.close());

const model = (with_: Partial<PosterModel> = {}): PosterModel => ({
  opportunity: carnival,
  languages: ['en', 'es'],
  paper: 'letter',
  path: '/poster',
  back: '/',
  ...with_,
});

async function printed(with_: Partial<PosterModel>, css = CSS) {
  const page = await browser.newPage();
  try {
    await page.setContent(posterPage(contextIn('en'), model(with_)), { waitUntil: 'domcontentloaded' });
    await page.addStyleTag({ content: css });
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
    const { text } = await extractText(pdf, { mergePages: true });
    // where the code ends on paper, which nothing may push off it
    await page.setViewportSize({ width: Math.round(width * (96 / 72)) - 90, height: 800 });
    await page.emulateMedia({ media: 'print' });
    const inside = await page.evaluate(() => {
      const sheet = document.querySelector('.poster')?.getBoundingClientRect();
      const code = document.querySelector('.qr')?.getBoundingClientRect();
      return sheet !== undefined && code !== undefined && code.bottom <= sheet.bottom && code.right <= sheet.right && code.width > 150;
    });
    return { text: text.replace(/\s+/g, ' '), sheets: pdf.numPages, points: [Math.round(width), Math.round(height)], inside };
  } finally {
    await page.close();
  }
}

const words = (n: number, word: string): string => Array.from({ length: n }, () => word).join(' ');
/** As much as contracts allow. */
const most: PublicOpportunity = {
  ...carnival,
  title: { en: words(33, 'Games'), es: words(28, 'Juegos') },
  summary: { en: words(25, 'Lending'), es: words(24, 'Ayudando') },
  place: { name: words(20, 'Place'), address: words(33, 'Oak St') },
  contact: { name: words(16, 'Maria'), email: `${'m'.repeat(60)}@example.org`, phone: '+1 555 010 0101' },
  slots: Array.from({ length: 60 }, (_, n) => ({
    slot: {
      kind: 'shift' as const,
      slotId: `slot_01JC0N7Q9V8Z3M4K5P6R7S8${String(n).padStart(3, '0')}` as never,
      label: { en: `${words(30, 'Shift')} ${n}`, es: `${words(30, 'Turno')} ${n}` },
      capacity: 5,
      startsAt: new Date(Date.parse('2027-03-05T15:00:00Z') + n * 86_400_000).toISOString(),
      endsAt: new Date(Date.parse('2027-03-05T17:00:00Z') + n * 86_400_000).toISOString(),
    },
    availability: {
      slotId: `slot_01JC0N7Q9V8Z3M4K5P6R7S8${String(n).padStart(3, '0')}` as never,
      state: 'open' as const,
      capacity: 5,
      taken: 0,
      placesLeft: 5,
    },
  })),
};

const LETTER = [612, 792];
const A4 = [595, 842];

describe.each([
  ['letter', LETTER],
  ['a4', A4],
] as const)('on %s', (paper, points) => {
  it.each([
    ['in all languages', {}],
    ['in one', { languages: ['es'] }],
    ['for the door', { door: 'https://volunteer.example.org/check-in/o/x' }],
    ['with as much to say as there can be', { opportunity: most }],
    ['with as much in one language', { opportunity: most, languages: ['en'] }],
  ] as const)('%s', { timeout: 60_000 }, async (_name, with_) => {
    const sheet = await printed({ ...with_, paper });
    expect([sheet.sheets, sheet.points, sheet.inside]).toEqual([1, points, true]);
    expect(sheet.text).toContain('Lincoln Elementary');
    // what is for the screen alone
    expect(sheet.text).not.toMatch(/Ctrl|Letter|Español/);
  });
});

it('says what, when, where and who to ask in both languages, and no figure that gets old', { timeout: 60_000 }, async () => {
  const { text } = await printed({});
  for (const one of [
    'Spring Carnival',
    'Friday, March 5',
    'viernes, 5 de marzo',
    'Main gym',
    'Scan to sign up',
    'Escanee',
    'ana.gomez@example.org',
  ])
    expect(text).toContain(one);
  expect(text).not.toMatch(/places left|Quedan/);
});

it('has a code of the page, or of the check-in for the door', () => {
  const html = (with_: Partial<PosterModel>) => posterPage(contextIn('en'), model(with_));
  expect(html({})).toContain(`QR code for https://volunteer.example.org/opportunities/${carnival.opportunityId}"`);
  expect(html({ door: 'https://volunteer.example.org/check-in/o/x' })).toContain('QR code for https://volunteer.example.org/check-in/o/x"');
});

it('has a code that reads as what it says, with four dots of margin, where colors are inverted, too', { timeout: 60_000 }, async () => {
  const page = await browser.newPage({ colorScheme: 'dark' });
  for (const media of ['print', 'screen'] as const) {
    await page.setContent(posterPage(contextIn('en'), model()), { waitUntil: 'domcontentloaded' });
    await page.addStyleTag({ content: CSS });
    await page.emulateMedia({ media });
    const { dots, quiet } = dotsIn(await seen(page.locator('.qr')));
    expect(readQr(dots)).toBe(`https://volunteer.example.org/opportunities/${carnival.opportunityId}`);
    expect(quiet).toBeGreaterThan(3.8);
  }
  await page.close();
});

it('says where it is by street, as who walks by needs it: the place’s own, or the school’s', () => {
  const at = (place: PublicOpportunity['place']) =>
    posterPage(contextIn('en'), model({ opportunity: { ...carnival, place } as PublicOpportunity }));
  expect(at({ name: 'Town hall', address: '1 Main Street' })).toContain('1 Main Street');
  expect(at({ name: 'Main gym' })).toContain(carnival.school.address);
});

it('would be noticed: a sheet that may be cut in two, another size', { timeout: 60_000 }, async () => {
  const loose = CSS.replace('contain: size', 'contain: none').replace('block-size: calc(11in - 24mm)', 'block-size: auto');
  expect((await printed({ opportunity: most }, loose)).sheets).toBeGreaterThan(1);
  expect((await printed({}, CSS.replace('size: letter;\n  margin: 12mm;', 'size: a5;\n  margin: 12mm;'))).points).not.toEqual(LETTER);
});
