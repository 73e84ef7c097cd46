/** What papers say, before they are drawn. */
import { describe, expect, it } from 'vitest';
import type { SumTable } from '#web/documents/blocks.ts';
import { composeDocument } from '#web/documents/compose.ts';
import { documentPage } from '#web/documents/page.tsx';
import { context } from './district.ts';
import { CAMPAIGN_PAPERS, goodsLetter, instalments, invoice, letter, statement } from './papers.ts';

const tablesOf = (facts: Parameters<typeof composeDocument>[0]): readonly SumTable[] =>
  composeDocument(facts).blocks.filter((block) => block.kind === 'table');
const said = (facts: Parameters<typeof composeDocument>[0]): string => JSON.stringify(composeDocument(facts));

describe.each(Object.entries(CAMPAIGN_PAPERS))('%s', (_name, paper) => {
  const facts = paper('en');

  it('has letterhead, addressee, number and a date with its weekday', () => {
    const words = said(facts);
    for (const part of [
      'Maple Valley School District',
      '400 Oak Street',
      '12-3456789',
      'help@example.org',
      'Nguyễn & Łukasz Hardware',
      '77 Cañon Road',
      facts.number,
      'Tuesday, March 2, 2027',
      'A new playground',
      'Lincoln Elementary',
    ])
      expect(words).toContain(part);
    expect(words).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe('an invoice', () => {
  it('adds up: lines, what was paid, what is due', () => {
    const [lines, schedule] = tablesOf(invoice());
    expect(lines?.rows.map(({ amount }) => amount)).toEqual(['$2,500.00', '$501.50']);
    expect(lines?.totals.map(({ amount }) => amount)).toEqual(['$3,001.50', '-$1,000.50', '$2,001.00']);
    expect(schedule?.totals[0]?.amount).toBe('$3,001.50');
    expect(composeDocument(invoice()).headline?.value.text).toBe('$2,001');
  });

  it('tells the one day it is due among its facts', () => {
    const one = invoice('en', { schedule: instalments(1, 300_150) });
    expect(composeDocument(one).entries.at(-1)?.value.text).toBe('Friday, January 1, 2027');
    expect(tablesOf(one)).toHaveLength(1);
  });

  it('asks for a payment, by check and transfer, with a reference', () => {
    const words = said(invoice());
    expect(words).toContain('payable to Maple Valley ISD');
    expect(words).toContain('Account number 000111222');
    expect(words).toContain('Please write INV 2027-0007');
  });

  it('asks for nothing when all is paid, or more than all', () => {
    for (const paidCents of [300_150, 300_151]) {
      expect(said(invoice('en', { paidCents }))).not.toContain('payable to');
      expect(composeDocument(invoice('en', { paidCents })).headline?.value.text).toBe('Paid in full. Thank you.');
    }
    expect(said(invoice('en', { paidCents: 300_149 }))).toContain('payable to');
  });
});

describe('a pledge letter', () => {
  it('tells sum, level, instalments, match, benefits and recognition', () => {
    const words = said(letter());
    for (const part of ['$3,001.50', 'Gold', 'up to $5,000', 'Four tickets', 'thank you by name']) expect(words).toContain(part);
    expect(tablesOf(letter())[0]?.rows).toHaveLength(3);
  });

  it('tells goods with the value the sponsor stated, and keeps an anonymous sponsor anonymous', () => {
    const words = said(goodsLetter());
    for (const part of ['40 bags of play sand', '$480', 'anonymous']) expect(words).toContain(part);
    expect(words).not.toContain('thank you by name');
  });

  it('is no receipt, and says so', () => {
    expect(said(letter())).toContain('not a receipt');
    expect(said(invoice())).toContain('not a receipt');
  });
});

describe('a statement of hours', () => {
  it('adds up for each school, and in all', () => {
    expect(tablesOf(statement()).map(({ title, rows, totals }) => [title, ...[...rows, ...totals].map(({ amount }) => amount)])).toEqual([
      ['Lincoln Elementary', '2 h', '1 h 30 min', '3 h 30 min'],
      ['César Chávez Elementary', '2 h 35 min', '2 h 35 min'],
    ]);
    expect(composeDocument(statement()).headline?.value.text).toBe('6 hours 5 minutes (6.08 h)');
    const hours = statement().hours.slice(0, 1);
    expect(composeDocument(statement('en', { hours })).headline?.value.text).toBe('2 hours');
  });

  it('tells each day with its weekday and year, and the year it is of', () => {
    const words = said(statement());
    for (const part of [
      'Sat, Sep 26, 2026',
      'Wednesday, July 1, 2026',
      'Wednesday, June 30, 2027',
      'Tuesday, March 2, 2027',
      'Garden Saturday',
    ])
      expect(words).toContain(part);
  });

  it('says whose hours, by whom, and that the others are left out', () => {
    const words = said(statement());
    for (const part of ['María O’Brien Peña', 'Maple Valley School District', '12-3456789', 'without a check-in are left out'])
      expect(words).toContain(part);
  });
});

it('speaks Spanish, and marks what staff wrote in English only', () => {
  const words = said(letter('es'));
  expect(words).toContain('Carta de compromiso');
  expect(words).toContain('martes, 2 de marzo de 2027');
  expect(words).toContain('{"text":"Your name on the fence, 2 × 1 ft","lang":"en"}');
});

describe('the page of a paper', () => {
  const page = documentPage(context({ language: 'en' }), { facts: invoice('es'), pdfUrl: '/papers/7.pdf' });

  it('speaks the reader’s language around a paper in its own', () => {
    expect(page).toContain('<html lang="en"');
    expect(page).toContain('<article class="paper" lang="es" dir="ltr">');
    expect(page).toContain('Save as PDF');
    expect(page).toContain('Facturar a');
  });

  it('links the file, and is nothing for search engines', () => {
    expect(page).toContain('href="/papers/7.pdf"');
    expect(page).toContain('<meta name="robots" content="noindex"');
  });
});
