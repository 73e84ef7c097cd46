/** Sums of money in words: exact to the cent, without needless cents. */
import { expect, it } from 'vitest';
import { moneyColumnIn, moneyIn } from '#web/words/money.ts';

const en = moneyIn('en-US');

it('leaves out cents that are none', () => {
  expect(en(125_000)).toBe('$1,250');
  expect(en(0)).toBe('$0');
});

it('keeps cents that are some, always two digits', () => {
  expect(en(125_050)).toBe('$1,250.50');
  expect(en(1)).toBe('$0.01');
  expect(en(99)).toBe('$0.99');
});

it('is exact up to the greatest sum there can be', () => {
  expect(en(100_000_000)).toBe('$1,000,000');
  expect(en(99_999_999)).toBe('$999,999.99');
  expect(en(-2_500)).toBe('-$25');
});

it('writes dollars as the region does, in its other language too', () => {
  expect(moneyIn('es-US')(125_050)).toBe('$1,250.50');
  expect(moneyIn('es-US')(125_000)).toBe('$1,250');
});

it('gives a whole column cents when one sum has some', () => {
  const mixed = moneyColumnIn('en-US', [100_000, 25_050]);
  expect(mixed(100_000)).toBe('$1,000.00');
  expect(moneyColumnIn('en-US', [100_000, 25_000])(100_000)).toBe('$1,000');
  // a sum that was not named is still exact
  expect(moneyColumnIn('en-US', [100_000])(25_050)).toBe('$250.50');
});
