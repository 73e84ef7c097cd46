/** Letter, invoices and receipts follow from what is kept of a pledge. */
import { describe, expect, it } from 'vitest';
import type { InvoiceDocument, Receipt } from '#contracts/resources/documents.ts';
import { pledgeFacts } from '#domain/fundraising/facts-for-mail.ts';
import { paperOf } from '#domain/fundraising/papers.ts';
import { campaignId } from '#test/support/builders.ts';
import { aGiftRequest, aPayment, aPledgeRequest, fundraising, STAFF } from '#test/support/fundraising.ts';
import { district } from '#test/web/district.ts';

const key = (n: number): string => `key-${String(n).padStart(16, '0')}`;

/** A gold pledge of $2,500 in two parts with a match of $1,000, accepted; benefits are worth $100. */
async function scene() {
  const all = await fundraising();
  const made = await all.makePledge({ request: aPledgeRequest({ matchUpToCents: 100_000 }), key: { kind: 'api', value: key(1) } });
  if (!made.ok) throw new Error(made.error.code);
  const move = { campaignId: campaignId(), pledgeId: made.value.pledgeId, by: STAFF };
  const paper = async (name: string) => {
    const facts = await pledgeFacts(all.ports).of(campaignId(), made.value.pledgeId);
    return facts && paperOf({ pledge: facts.pledge, language: facts.language, district, schoolName: 'Lincoln Elementary' }, name);
  };
  return { ...all, move, paper };
}

describe('the pledge letter', () => {
  it('is there from the offer on, of the day it was made in the district’s zone', async () => {
    const { paper } = await scene();
    expect(await paper('letter')).toMatchObject({
      kind: 'pledge-letter',
      issuedOn: '2027-03-01',
      schoolName: 'Lincoln Elementary',
      organisation: { name: district.name, taxId: '12-3456789' },
      commitment: { amountCents: 250_000, levelName: { en: 'Gold' }, instalments: [{ dueOn: '2027-03-31' }, { dueOn: '2027-04-30' }] },
      matchUpToCents: 100_000,
      benefits: [{ en: 'Banner' }],
    });
  });

  it('is not there for a pledge that is no more', async () => {
    const { paper, cancelPledge, move } = await scene();
    await cancelPledge({ ...move, by: 'sponsor' });
    expect(await paper('letter')).toBeUndefined();
  });
});

describe('an invoice', () => {
  it('asks for the pledge in its parts, and for the match as far as it was used, with the last one', async () => {
    const { paper, acceptPledge, recordGift, invoicePledge, move } = await scene();
    await acceptPledge(move);
    await recordGift({ request: aGiftRequest({ amountCents: 30_000 }), by: STAFF, key: key(2) });
    await invoicePledge(move);
    const invoice = (await paper('invoice-2027-0001')) as InvoiceDocument;
    expect(invoice.lines.map(({ amountCents }) => amountCents)).toEqual([250_000, 30_000]);
    expect(invoice.schedule.map(({ dueOn, amountCents }) => [dueOn, amountCents])).toEqual([
      ['2027-03-31', 125_000],
      ['2027-04-30', 125_000],
      ['2027-04-30', 30_000],
    ]);
    expect(await paper('invoice-2027-0002')).toBeUndefined();
  });

  it('of a match used later asks for that alone', async () => {
    const { paper, acceptPledge, recordGift, invoicePledge, move } = await scene();
    await acceptPledge(move);
    await invoicePledge(move);
    await recordGift({ request: aGiftRequest({ amountCents: 30_000 }), by: STAFF, key: key(2) });
    await invoicePledge(move);
    const sums = (await Promise.all(['invoice-2027-0001', 'invoice-2027-0002'].map(paper))) as InvoiceDocument[];
    expect(sums.map(({ lines }) => lines.reduce((sum, { amountCents }) => sum + amountCents, 0))).toEqual([250_000, 30_000]);
    expect(sums[1]?.schedule).toHaveLength(1);
  });
});

describe('receipts', () => {
  it('tell the value of benefits once, on the first payments, until it is used up', async () => {
    const { paper, acceptPledge, recordPayment, move, ports } = await scene();
    await acceptPledge(move);
    for (const [n, cents] of [6_000, 10_000, 50_000].entries())
      await recordPayment({ ...move, request: aPayment(cents), key: key(10 + n) });
    const pledge = await ports.ledger.pledge(campaignId(), move.pledgeId);
    const payments = pledge && 'payments' in pledge ? pledge.payments : [];
    const receipts = (await Promise.all(payments.map(({ paymentId }) => paper(`receipt-${paymentId}`)))) as Receipt[];
    expect(receipts.map(({ benefitValueCents }) => benefitValueCents)).toEqual([6_000, 4_000, 0]);
    expect(receipts.map(({ benefits }) => benefits.length)).toEqual([1, 1, 0]);
  });

  it('are not made of money that went back', async () => {
    const { paper, acceptPledge, recordPayment, refundPayment, move, ports } = await scene();
    await acceptPledge(move);
    await recordPayment({ ...move, request: aPayment(50_000), key: key(3) });
    await refundPayment({ ...move, request: aPayment(50_000), key: key(4) });
    const pledge = await ports.ledger.pledge(campaignId(), move.pledgeId);
    const refund = pledge && 'payments' in pledge ? pledge.payments.find(({ kind }) => kind === 'refund') : undefined;
    expect(refund).toBeDefined();
    expect(await paper(`receipt-${refund?.paymentId}`)).toBeUndefined();
  });
});
