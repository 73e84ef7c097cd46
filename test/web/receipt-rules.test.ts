/** What US law has a receipt say (IRS Publication 1771; 26 U.S.C. § 170(f)(8) and § 6115), at its exact thresholds. */
import { describe, expect, it } from 'vitest';
import type { Receipt } from '#contracts/resources/documents.ts';
import { composeDocument } from '#web/documents/compose.ts';
import { us } from '#web/documents/rules/us.ts';
import { sayingFor } from '#web/documents/saying.ts';
import { documentsIn } from '#web/messages/areas.ts';
import { receipt } from './papers.ts';

const say = documentsIn('en').receipt.us;
const statements = (changes: Partial<Receipt>): readonly string[] => {
  const facts = receipt('en', changes);
  return us.statements(facts, sayingFor(facts));
};
const money = (amountCents: number): Receipt['gift'] => ({ kind: 'money', amountCents, method: 'card' });
const NOTHING = { benefitValueCents: 0, benefits: [] };
const DINNER = { benefitValueCents: 4_000 };

describe('with nothing given in return', () => {
  it.each([7_500, 7_501, 24_999])('says so below $250: %i cents', (cents) => {
    expect(statements({ ...NOTHING, gift: money(cents) })).toEqual([say.nothingGiven, say.keep]);
  });

  it.each([25_000, 25_001])('is the written acknowledgment from $250 on: %i cents', (cents) => {
    expect(statements({ ...NOTHING, gift: money(cents) })).toEqual([say.nothingGiven, say.acknowledgment]);
  });
});

describe('with something given in return', () => {
  it('names it and estimates its value, whatever the sum', () => {
    for (const cents of [5_000, 7_501, 25_000]) expect(statements({ ...DINNER, gift: money(cents) })[0]).toBe(say.given('$40'));
  });

  it('says nothing of what is deductible at $75.00', () => {
    expect(statements({ ...DINNER, gift: money(7_500) })).toEqual([say.given('$40'), say.keep]);
  });

  it('limits what is deductible to the excess from $75.01 on', () => {
    expect(statements({ ...DINNER, gift: money(7_501) })).toEqual([say.given('$40'), say.limited('$75.01', '$40', '$35.01'), say.keep]);
  });

  it('is no acknowledgment of § 170(f)(8) at $249.99', () => {
    expect(statements({ ...DINNER, gift: money(24_999) })).toEqual([say.given('$40'), say.limited('$249.99', '$40', '$209.99'), say.keep]);
  });

  it('is one at $250.00, by what was paid', () => {
    expect(statements({ ...DINNER, gift: money(25_000) })).toEqual([
      say.given('$40'),
      say.limited('$250', '$40', '$210'),
      say.acknowledgment,
    ]);
  });

  it('never finds less than nothing deductible', () => {
    expect(statements({ benefitValueCents: 9_000, gift: money(8_000) })[1]).toBe(say.limited('$80', '$90', '$0'));
  });

  it('says that it was agreed when staff listed no benefits', () => {
    expect(statements({ ...DINNER, benefits: [], gift: money(8_000) })[0]).toBe(say.givenUnnamed('$40'));
  });
});

describe('for goods', () => {
  const sand: Receipt['gift'] = { kind: 'goods', description: '40 bags of play sand' };

  it('describes them and states no value', () => {
    const document = composeDocument(receipt('en', { ...NOTHING, gift: sand }));
    expect(JSON.stringify(document)).toContain('40 bags of play sand');
    expect(JSON.stringify(document.blocks).replace(say.acknowledgment, '')).not.toContain('$');
    expect(statements({ ...NOTHING, gift: sand })).toEqual([say.nothingGiven, say.goodsValue, say.acknowledgment]);
  });

  it('limits what is deductible when something was given in return, for no threshold is known to be missed', () => {
    expect(statements({ ...DINNER, gift: sand })).toEqual([say.given('$40'), say.limitedGoods('$40'), say.goodsValue, say.acknowledgment]);
  });
});

describe('each receipt', () => {
  it.each(['en', 'es'])('names organisation, date, sum and, if any, what was given in return: %s', (language) => {
    const words = JSON.stringify(composeDocument(receipt(language)));
    const { day } = sayingFor(receipt(language));
    for (const part of ['Maple Valley Independent School District No. 12', '12-3456789', '$500', '$40', '$460', day('2027-02-26')])
      expect(words).toContain(part);
    expect(words).toContain(language === 'en' ? 'Four tickets' : 'Cuatro entradas');
  });

  it.each(['en', 'es'])('says in %s what the law asks for, in words that the law knows', (language) => {
    const words = documentsIn(language).receipt.us;
    expect(words.nothingGiven).toMatch(/goods or services|bienes ni servicios/);
    expect(words.given('$40')).toMatch(/(?:good-faith estimate|buena fe).*\$40/);
    expect(words.limited('$100', '$40', '$60')).toMatch(
      /(?:deductible|deducible).*(?:federal income tax|impuesto federal).*(?:excess|excede)/,
    );
    expect(words.acknowledgment).toContain('$250');
  });
});
