/** When the parts of a pledge are due, what an invoice asks for, and what of it is open. */
import { describe, expect, it } from 'vitest';
import type { Day } from '#contracts/values.ts';
import { dayAt, daysLater, dueOfInvoice, instalmentPlan, openPart } from '#domain/fundraising/instalments.ts';

describe('the parts of a sum', () => {
  const on = (day: string) => day as Day;

  it('come to it exactly, the larger ones first', () => {
    expect(instalmentPlan(100_000, 3, on('2027-03-01')).map(({ amountCents }) => amountCents)).toEqual([33_334, 33_333, 33_333]);
    expect(instalmentPlan(100_001, 3, on('2027-03-01')).map(({ amountCents }) => amountCents)).toEqual([33_334, 33_334, 33_333]);
    expect(instalmentPlan(100_002, 3, on('2027-03-01')).map(({ amountCents }) => amountCents)).toEqual([33_334, 33_334, 33_334]);
  });

  it('are due from thirty days later on, each month; a 31st is the last day of a shorter month', () => {
    expect(instalmentPlan(400, 4, on('2027-01-01')).map(({ dueOn }) => dueOn)).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
    ]);
  });

  const invoiceOf = (number: string, amountCents: number) => ({ number, amountCents, issuedOn: on('2027-03-10') });
  const planned = [
    { dueOn: on('2027-03-31'), amountCents: 600 },
    { dueOn: on('2027-04-30'), amountCents: 400 },
  ];
  const commitment = { kind: 'money', amountCents: 1_000, instalments: planned } as const;

  it('are asked for by the first invoice, with the match at the last of them; later invoices are for the match, at once', () => {
    const [first, second] = [invoiceOf('2027-0001', 1_300), invoiceOf('2027-0002', 50)];
    const asked = { commitment: { ...commitment, instalments: [...planned] }, invoices: [first, second] };
    expect(dueOfInvoice(asked, first)).toEqual({ planned, match: [{ dueOn: '2027-04-30', amountCents: 300 }] });
    expect(dueOfInvoice(asked, second)).toEqual({ planned: [], match: [{ dueOn: '2027-03-10', amountCents: 50 }] });
    const plain = invoiceOf('2027-0001', 1_000);
    expect(dueOfInvoice({ ...asked, invoices: [plain] }, plain)).toEqual({ planned, match: [] });
    const goods = { kind: 'goods', description: 'Paint', valueCents: 100 } as const;
    expect(dueOfInvoice({ commitment: goods, invoices: [second] }, second)).toEqual({
      planned: [],
      match: [{ dueOn: '2027-03-10', amountCents: 50 }],
    });
  });

  it.each([
    [0, { dueOn: '2027-03-31', amountCents: 600 }],
    [599, { dueOn: '2027-03-31', amountCents: 1 }],
    [600, { dueOn: '2027-04-30', amountCents: 400 }],
    [1_000, { dueOn: '2027-03-10', amountCents: 50 }],
    [1_050, undefined],
  ])('are open from the first that is not paid on: with %i cents paid', (paid, open) => {
    const invoices = [invoiceOf('2027-0001', 1_000), invoiceOf('2027-0002', 50)];
    const found = openPart({ commitment: { ...commitment, instalments: [...planned] }, invoices }, paid);
    expect(found).toEqual(open && { ...open, askedOn: '2027-03-10' });
  });

  it('are counted from a day of the district', () => {
    expect(dayAt(Date.parse('2027-03-02T05:59:59Z'), 'America/Chicago')).toBe('2027-03-01');
    expect(dayAt(Date.parse('2027-03-02T06:00:00Z'), 'America/Chicago')).toBe('2027-03-02');
    expect([daysLater(on('2027-02-28'), 1), daysLater(on('2027-03-01'), -1)]).toEqual(['2027-03-01', '2027-02-28']);
  });
});
