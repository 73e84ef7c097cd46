/** Papers as PDF, read back by another library: nothing is lost, whatever its length or script, and the same facts are the same file. */
import PDFDocument from 'pdfkit';
import { extractText, getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { DocumentFacts } from '#contracts/resources/documents.ts';
import { composeDocument } from '#web/documents/compose.ts';
import { fontFile, printable } from '#web/documents/fonts.ts';
import { documentPdf } from '#web/documents/pdf.ts';
import { goodsLetter, instalments, invoice, letter, PAPERS, receipt } from './papers.ts';

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children?: readonly Node[];
}

async function read(facts: DocumentFacts) {
  const pdf = await getDocumentProxy(await documentPdf(facts));
  const pages = (await extractText(pdf)).text.map((text) => text.replace(/\s+/g, ' '));
  const trees = await Promise.all(pages.map(async (_, index) => (await (await pdf.getPage(index + 1)).getStructTree()) as Node));
  const { info } = await pdf.getMetadata();
  return {
    pages,
    text: pages.join(' '),
    nodes: trees.flatMap(flat),
    info: info as Record<string, unknown>,
    view: (await pdf.getPage(1)).view,
  };
}

const flat = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(flat)];

async function bytesOf(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => pdf.on('end', resolve));
  return new Uint8Array(Buffer.concat(chunks));
}

/** What pages draw: how often in all, how often outside of any marked content, and marks that are not closed. */
async function marksOf(bytes: Uint8Array): Promise<{ drawn: number; bare: number; unbalanced: number }> {
  const pdf = await getDocumentProxy(bytes);
  const { OPS } = await getResolvedPDFJS();
  const seen = { drawn: 0, bare: 0, unbalanced: 0 };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    let depth = 0;
    for (const operator of (await (await pdf.getPage(number)).getOperatorList()).fnArray) {
      if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) depth += 1;
      if (operator === OPS.endMarkedContent) depth -= 1;
      if (operator !== OPS.showText && operator !== OPS.showSpacedText && operator !== OPS.constructPath) continue;
      seen.drawn += 1;
      if (depth === 0) seen.bare += 1;
    }
    seen.unbalanced += Math.abs(depth);
  }
  return seen;
}

/** All words of a paper, as far as they are one line's. */
const wordsOf = (value: unknown, key = ''): readonly string[] => {
  if (typeof value === 'string')
    return ['kind', 'language', 'dir', 'lang', 'title'].includes(key) && !/ /.test(value) ? [] : value.split(/\s+/);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => wordsOf(each, Array.isArray(value) ? key : name));
};

describe.each(['en', 'es'])('in %s', (language) => {
  it.each(Object.entries(PAPERS))('%s has all its words on one sheet of Letter paper', async (_name, paper) => {
    const facts = paper(language);
    const { text, pages, view } = await read(facts);
    const words = wordsOf(composeDocument(facts)).filter((word) => !text.includes(word));
    expect(words).toEqual([]);
    expect(pages).toHaveLength(1);
    expect(view.slice(2)).toEqual([612, 792]);
    expect(text).not.toMatch(/Page 1|Página 1/);
  });

  it.each(Object.entries(PAPERS))('%s names itself, its language and who issues it', async (_name, paper) => {
    const { info } = await read(paper(language));
    expect(info).toMatchObject({ Language: language, Title: composeDocument(paper(language)).title });
    expect(info.Author).toBe('Maple Valley Independent School District No. 12');
    expect(info.CreationDate).toBe('D:20270302120000Z');
  });
});

describe('for a screen reader', () => {
  it('has headings, lists and tables with their heads', async () => {
    const roles = (await read(invoice())).nodes.map(({ role }) => role);
    for (const role of ['Document', 'H1', 'H2', 'L', 'LI', 'Table', 'THead', 'TBody', 'TFoot', 'TR', 'TH', 'TD'])
      expect(roles).toContain(role);
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(roles.filter((role) => role === 'TD')).toHaveLength(2 + 3 + 3 + 1);
  });

  it('marks words in another language than the paper', async () => {
    const marked = (await read(letter('es'))).nodes.filter(({ lang }) => lang === 'en');
    expect(marked).toHaveLength(1);
  });

  it.each([
    ['one page', invoice()],
    [
      'several pages',
      invoice('en', {
        lines: Array.from({ length: 60 }, () => ({ of: 'pledge' as const, levelName: { en: 'Banner '.repeat(20) }, amountCents: 100 })),
      }),
    ],
    ['a text over pages', { ...goodsLetter(), commitment: { kind: 'goods', description: 'sand '.repeat(3_000), valueCents: 1 } }],
  ] as const)('has nothing drawn that is neither content nor decoration: %s', async (_name, facts) => {
    const marks = await marksOf(await documentPdf(facts));
    expect(marks.drawn).toBeGreaterThan(20);
    expect(marks).toMatchObject({ bare: 0, unbalanced: 0 });
  });

  it('would be noticed: a line that nobody marked', async () => {
    const pdf = new PDFDocument({ font: '', autoFirstPage: false, tagged: true });
    const bytes = bytesOf(pdf);
    pdf.addPage().moveTo(10, 10).lineTo(20, 20).stroke().end();
    expect((await marksOf(await bytes)).bare).toBe(1);
  });

  it('shows its title in the window, not its file name', async () => {
    const raw = Buffer.from(await documentPdf(receipt())).toString('latin1');
    expect(raw).toMatch(/\/DisplayDocTitle true/);
    expect(raw).toMatch(/\/Marked true/);
  });
});

it('is the same file for the same facts, and another for others', async () => {
  const bytes = async (facts: DocumentFacts) => Buffer.from(await documentPdf(facts)).toString('base64');
  expect(await bytes(invoice())).toBe(await bytes(invoice()));
  expect(await bytes(invoice())).not.toBe(await bytes(invoice('en', { paidCents: 1 })));
});

describe('nothing is lost', () => {
  it('of sixty lines and twelve instalments, over numbered pages that repeat the heads', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => ({
      of: 'pledge' as const,
      levelName: { en: `Banner no. ${index + 1}` },
      amountCents: 1_001 + index,
    }));
    const { text, pages } = await read(invoice('en', { lines, schedule: instalments(12, 25_050) }));
    for (let index = 0; index < 60; index += 1)
      expect(text).toContain(`Banner no. ${index + 1} $10.${String(index + 1).padStart(2, '0')} `);
    expect(text.match(/\$250\.50/g)).toHaveLength(12);
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => void expect(page).toContain(`Page ${index + 1} of ${pages.length}`));
    expect(pages[1]).toMatch(/^Description ?Amount/);
    expect(text).toContain('You get a receipt for each payment.');
  });

  it('of names that are longer than a line, with and without spaces', async () => {
    const sponsor = { name: 'Supercalifragilistic'.repeat(6), contactName: `${'Maximiliana '.repeat(8)}End` };
    const { text } = await read(letter('en', { sponsor, schoolName: 'Q'.repeat(120) }));
    const bare = text.replaceAll(' ', '');
    for (const words of [sponsor.name, sponsor.contactName, 'Q'.repeat(120)]) expect(bare).toContain(words.replaceAll(' ', ''));
  });

  it('of an address of sixty lines', async () => {
    const address = Array.from({ length: 60 }, (_, index) => `Line ${index + 1} of it`).join('\n');
    const { text } = await read(receipt('en', { sponsor: { name: 'Ana', address } }));
    for (let index = 0; index < 60; index += 1) expect(text).toContain(`Line ${index + 1} of it`);
    expect(text).toContain('R-2027-0031');
  });

  it('of a description that is longer than a page', async () => {
    const description = Array.from({ length: 1_500 }, (_, index) => `w${index}`).join(' ');
    const facts = goodsLetter();
    const { text, pages } = await read({ ...facts, commitment: { kind: 'goods', description, valueCents: 100 } });
    expect(pages.length).toBeGreaterThan(1);
    for (let index = 0; index < 1_500; index += 1) expect(text).toContain(`w${index} `);
  });

  it.each([
    'Łódź, Živko & Ñandú',
    'Жуковский и сыновья',
    'Nguyễn Thị Mỹ Hạnh',
    // as some keyboards and systems send it: letters and their marks apart
    'Nguyễn'.normalize('NFD'),
    'Ελληνικά',
  ])('of letters that the fonts have: %s', async (name) => {
    const { text, nodes } = await read(receipt('en', { sponsor: { name } }));
    expect(text).toContain(name.normalize('NFC'));
    expect(text).not.toContain('□');
    expect(nodes.some(({ alt }) => alt !== undefined)).toBe(false);
  });

  it.each(['محمد وأولاده', 'שרה כהן Ltd', '永和食品', 'Fun 🎪 Fair 👩‍👩‍👧'])(
    'of letters that the fonts lack, for who listens or searches: %s',
    async (name) => {
      const { text, nodes } = await read(receipt('en', { sponsor: { name } }));
      expect(text).toContain('□');
      expect(nodes.map(({ alt }) => alt)).toContain(name);
      expect(text).toContain('The web page shows them all.');
    },
  );
});

it('would be noticed without the stand-in: pdfkit alone loses such letters', async () => {
  const pdf = new PDFDocument({ font: '', autoFirstPage: false });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  pdf
    .font(Buffer.from(fontFile('regular')))
    .addPage()
    .text('Ana שרה')
    .end();
  await ended;
  const { text } = await extractText(new Uint8Array(Buffer.concat(chunks)), { mergePages: true });
  expect(text).toContain('Ana');
  expect(text).not.toMatch(/שרה|□/);
});

describe('what the fonts print', () => {
  it('has one stand-in for each character as people count them', () => {
    expect(printable('a👩‍👩‍👧b')).toBe('a□b');
    expect(printable('שלום')).toBe('□□□□');
  });
  it('keeps lines, drops what has no look, and has nothing that ends a line by surprise', () => {
    expect(printable('one\r\ntwo\rthree')).toBe('one\ntwo\nthree');
    expect(printable('soft\u00adly')).toBe('softly');
    expect(printable('a\tb\u0000c')).toBe('a b□c');
  });
});
