/** Invoices, payments and what is given back: how much is asked for, how much is taken, and what a repeat is. */
import { describe, expect, it } from 'vitest';
import { campaignId } from '#test/support/builders.ts';
import { aGiftRequest, aPayment, aPledgeRequest, fundraising, STAFF } from '#test/support/fundraising.ts';

const keyOf = (n: number | string): string => `key-${n}-0123456789`;
const code = (outcome: { ok: true } | { ok: false; error: { code: string } }) => (outcome.ok ? 'ok' : outcome.error.code);

/** An accepted pledge of 1,000 dollars whose match doubles gifts up to 50. */
async function accepted() {
  const all = await fundraising();
  const made = await all.makePledge({
    request: aPledgeRequest({ commitment: { kind: 'money', amountCents: 100_000, instalments: 1 }, matchUpToCents: 5_000 }),
    key: { kind: 'api', value: keyOf(1) },
  });
  if (!made.ok) throw new Error(made.error.code);
  const move = { campaignId: campaignId(), pledgeId: made.value.pledgeId, by: STAFF };
  await all.acceptPledge(move);
  return {
    all,
    invoice: () => all.invoicePledge(move),
    pay: (amountCents: number, key = `${amountCents}`) => all.recordPayment({ ...move, request: aPayment(amountCents), key: keyOf(key) }),
    giveBack: (amountCents: number, key = `${amountCents}`) =>
      all.refundPayment({ ...move, request: aPayment(amountCents), key: keyOf(key) }),
    gift: (amountCents: number, key = 'gift') => all.recordGift({ request: aGiftRequest({ amountCents }), by: STAFF, key: keyOf(key) }),
    last: async () => (await all.ports.ledger.history(campaignId())).at(-1),
  };
}

describe('an invoice', () => {
  it('asks for all that is owed, under the next number of the district’s year, and is noted', async () => {
    const { all, invoice, last } = await accepted();
    expect(await invoice()).toMatchObject({
      ok: true,
      value: { state: 'invoiced', invoices: [{ number: '2027-0001', amountCents: 100_000, issuedOn: '2027-03-01' }] },
    });
    expect(await last()).toMatchObject({ what: 'invoiced', ref: '2027-0001', by: STAFF });
    expect(await all.ports.ledger.lastInvoice(2027)).toBe(1);
  });

  it('has a number of the year it is in the district', async () => {
    const { all, invoice } = await accepted();
    all.clock.set('2028-01-01T05:59:59Z');
    expect(await invoice()).toMatchObject({ value: { invoices: [{ number: '2027-0001', issuedOn: '2027-12-31' }] } });
    expect([await all.ports.ledger.lastInvoice(2027), await all.ports.ledger.lastInvoice(2028)]).toEqual([1, 0]);
  });

  it('is not made twice; a second one asks just for the match that was used since', async () => {
    const { invoice, gift } = await accepted();
    await invoice();
    expect(await invoice()).toMatchObject({ value: { invoices: [{ number: '2027-0001' }] } });
    await gift(2_000);
    expect(await invoice()).toMatchObject({ value: { invoices: [{}, { number: '2027-0002', amountCents: 2_000 }] } });
  });

  it('asks for no less than was invoiced when a gift is given back afterwards', async () => {
    const { all, invoice, gift } = await accepted();
    const made = await gift(2_000);
    await invoice();
    if (made.ok) await all.refundGift({ campaignId: campaignId(), giftId: made.value.giftId, refundedCents: 2_000, by: STAFF });
    expect(await invoice()).toMatchObject({ ok: true, value: { invoices: [{ amountCents: 102_000 }], version: 5 } });
  });
});

describe('a payment', () => {
  it('is kept with when it came and when it was recorded, and noted under its name', async () => {
    const { pay, last } = await accepted();
    const paid = await pay(40_000);
    if (!paid.ok || !('payments' in paid.value)) throw new Error('not paid');
    expect(paid.value.payments).toEqual([
      {
        paymentId: expect.stringMatching(/^pay_/),
        kind: 'payment',
        amountCents: 40_000,
        method: 'cheque',
        receivedOn: '2027-03-01',
        recordedAt: '2027-03-01T12:00:00.000Z',
      },
    ]);
    expect(await last()).toMatchObject({
      what: 'paid',
      ref: paid.value.payments[0]?.paymentId,
      add: { receivedCents: 40_000, pledgedCents: 0 },
    });
  });

  it('is taken up to what is owed, the match that was used included, and not a cent more', async () => {
    const { pay, gift } = await accepted();
    await gift(2_000);
    expect(code(await pay(102_001))).toBe('payment.too-much');
    expect(code(await pay(101_999))).toBe('ok');
    expect(code(await pay(2))).toBe('payment.too-much');
    expect(await pay(1)).toMatchObject({ ok: true, value: { state: 'fulfilled' } });
  });

  it('recorded again under its key is the same; other money under it is refused, whatever differs', async () => {
    const { all, pay, last } = await accepted();
    const first = await pay(40_000, 'one');
    all.clock.advance(60_000);
    expect(await pay(40_000, 'one')).toEqual(first);
    if (!first.ok) throw new Error(first.error.code);
    const { pledgeId } = first.value;
    const others = [{ amountCents: 40_001 }, { method: 'card' }, { receivedOn: '2027-02-28' }] as const;
    for (const other of others) {
      const request = { ...aPayment(40_000), ...other } as ReturnType<typeof aPayment>;
      expect(code(await all.recordPayment({ campaignId: campaignId(), pledgeId, by: STAFF, request, key: keyOf('one') }))).toBe(
        'request-key.reused',
      );
    }
    expect(code(await pay(40_000, 'two'))).toBe('ok');
    expect(await last()).toMatchObject({ version: 4 });
  });
});

describe('giving back', () => {
  it('takes from what came, never more, and is another thing than a payment under the same key', async () => {
    const { all, pay, giveBack, last } = await accepted();
    await pay(40_000, 'one');
    expect(code(await giveBack(40_001))).toBe('payment.too-much');
    const back = await giveBack(15_000, 'one');
    expect(back).toMatchObject({ ok: true, value: { state: 'part-paid', payments: [{ kind: 'payment' }, { kind: 'refund' }] } });
    expect(await giveBack(15_000, 'one')).toEqual(back);
    expect(code(await giveBack(25_001))).toBe('payment.too-much');
    expect(await giveBack(25_000)).toMatchObject({ ok: true, value: { state: 'accepted' } });
    expect(await last()).toMatchObject({ what: 'refunded', add: { receivedCents: -25_000 } });
    expect((await all.ports.ledger.account(campaignId())).totals).toMatchObject({ receivedCents: 0, pledgedCents: 100_000 });
  });
});

it('a pledge is fulfilled when what is owed falls to what came', async () => {
  const { all, pay, gift } = await accepted();
  const made = await gift(2_000);
  await pay(100_000);
  const pledge = async () => (await all.ports.ledger.parts(campaignId())).pledges[0];
  expect(await pledge()).toMatchObject({ state: 'part-paid' });
  if (made.ok) await all.refundGift({ campaignId: campaignId(), giftId: made.value.giftId, refundedCents: 2_000, by: STAFF });
  expect(await pledge()).toMatchObject({ state: 'fulfilled', matchUsedCents: 0 });
});
