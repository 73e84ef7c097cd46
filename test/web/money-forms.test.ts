/** Sums as people type them: what is taken, and what is said of what is not. */
import { expect, it } from 'vitest';
import { cents, dollars, moneyFault, withMoneyFaults } from '#web/forms/money.ts';

it.each([
  ['1500', 150_000],
  ['1,500', 150_000],
  ['$1,500.00', 150_000],
  [' $ 1500.05 ', 150_005],
  ['0.50', 50],
])('%s is %d cents', (typed, amount) => expect(cents(typed)).toBe(amount));

it.each([
  ['-5', 'money.negative'],
  ['−5', 'money.negative'],
  ['$-5', 'money.negative'],
  ['1.005', 'money.fraction'],
  ['1,000.0001', 'money.fraction'],
  ['99999999999', 'money.too-large'],
  ['1.5', 'money.unreadable'],
  ['1,50', 'money.unreadable'],
  ['€5', 'money.unreadable'],
  ['1e3', 'money.unreadable'],
  ['', 'money.unreadable'],
] as const)('%s is no sum: %s', (typed, fault) => {
  expect(cents(typed)).toBe(typed);
  expect(moneyFault(typed)).toBe(fault);
});

it.each([100, 150_000, 150_050, 99_999_999])('%d cents stand in a field so that they are read again', (amount) =>
  expect(cents(dollars(amount))).toBe(amount),
);

it('says of each sum in a body why it is none, and leaves other problems as they are', () => {
  const at = (pointer: string, code = 'amount.not-whole-cents') => ({ pointer, code, detail: '' });
  const body = { goalCents: '-1', levels: [{ amountCents: '1.001' }], other: 3 };
  const errors = [at('/goalCents'), at('/levels/0/amountCents'), at('/other'), at('/missing/0'), at('/goalCents', 'amount.too-small')];
  expect(withMoneyFaults(body, errors).map(({ code }) => code)).toEqual([
    'money.negative',
    'money.fraction',
    'amount.not-whole-cents',
    'amount.not-whole-cents',
    'amount.too-small',
  ]);
});
