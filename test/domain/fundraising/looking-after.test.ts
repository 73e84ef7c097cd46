/** What sponsors put right themselves, what staff tick off, what everyone is told in the end, and making figures anew. */
import { describe, expect, it } from 'vitest';
import type { Campaign } from '#contracts/resources/campaign.ts';
import type { Day, PledgeId } from '#contracts/values.ts';
import { tickBenefit } from '#domain/fundraising/benefits.ts';
import { correctPledge } from '#domain/fundraising/correct-pledge.ts';
import { accountEvents, historyEvent } from '#domain/fundraising/ledger-events.ts';
import type { Ledger } from '#domain/fundraising/ports.ts';
import { daysOf, rebuild, reconcile, recountAll } from '#domain/fundraising/reconcile.ts';
import { getPledge } from '#domain/fundraising/staff-pledges.ts';
import { tellImpact } from '#domain/fundraising/tell-impact.ts';
import { campaignId } from '#test/support/builders.ts';
import { aCampaign, aGiftRequest, aPayment, aPledgeRequest, fundraising, STAFF } from '#test/support/fundraising.ts';

async function pledged(campaign: Partial<Campaign> = {}) {
  const all = await fundraising(campaign);
  const made = await all.makePledge({ request: aPledgeRequest(), key: { kind: 'form', value: 'k'.repeat(16) } });
  if (!made.ok) throw new Error(made.error.code);
  const ref = { campaignId: campaignId(), pledgeId: made.value.pledgeId };
  return { all, ref, move: { ...ref, by: STAFF }, pledge: () => all.ports.ledger.pledge(ref.campaignId, ref.pledgeId) };
}

const correction = {
  sponsor: { name: 'Corner Bakery', contactName: 'Rosa M. Díaz', phone: '555 123 4567', address: '1 Main St' },
  recognition: 'anonymous',
} as const;

describe('a sponsor', () => {
  it('puts all details right while the pledge is offered; kind and address of mails stay', async () => {
    const { all, ref, pledge } = await pledged();
    const named = { ...correction, sponsor: { ...correction.sponsor, name: 'The Corner Bakery' } };
    expect(await correctPledge(all.ports)(ref, named)).toMatchObject({ ok: true, value: { sponsor: named.sponsor } });
    expect(await pledge()).toMatchObject({
      sponsor: { ...named.sponsor, kind: 'business', email: 'rosa@bakery.example' },
      recognition: 'anonymous',
      version: 2,
    });
  });

  it('removes what is left out', async () => {
    const { all, ref, pledge } = await pledged();
    await correctPledge(all.ports)(ref, correction);
    await correctPledge(all.ports)(ref, { ...correction, sponsor: { name: 'Corner Bakery', contactName: 'Rosa' } });
    expect((await pledge())?.sponsor).toEqual({
      name: 'Corner Bakery',
      contactName: 'Rosa',
      kind: 'business',
      email: 'rosa@bakery.example',
    });
  });

  it('changes all but the name once it is accepted', async () => {
    const { all, ref, move, pledge } = await pledged();
    await all.acceptPledge(move);
    const renamed = { ...correction, sponsor: { ...correction.sponsor, name: 'Another Bakery' } };
    expect(await correctPledge(all.ports)(ref, renamed)).toMatchObject({
      ok: false,
      error: { code: 'request.invalid', fields: [{ pointer: '/sponsor/name', code: 'name.fixed' }] },
    });
    expect((await pledge())?.version).toBe(2);
    expect(await correctPledge(all.ports)(ref, correction)).toMatchObject({ ok: true });
  });

  it.each(['declined', 'cancelled', 'written-off'] as const)('changes nothing when the pledge is %s', async (state) => {
    const { all, ref, move } = await pledged();
    if (state === 'declined') await all.declinePledge(move);
    if (state === 'cancelled') await all.cancelPledge(move);
    if (state === 'written-off') {
      await all.acceptPledge(move);
      await all.writeOffPledge({ ...move, reason: 'closed down' });
    }
    expect(await correctPledge(all.ports)(ref, correction)).toEqual({ ok: false, error: { code: 'pledge.not-allowed-now' } });
  });

  it('who sends the same again changes nothing more', async () => {
    const { all, ref, pledge } = await pledged();
    await correctPledge(all.ports)(ref, correction);
    await correctPledge(all.ports)(ref, correction);
    expect((await pledge())?.version).toBe(2);
    expect((await all.ports.ledger.history(campaignId())).map(({ what }) => what)).toEqual(['made', 'corrected']);
  });

  it('of a pledge that is gone has an invalid link', async () => {
    const { all, ref } = await pledged();
    const gone = { ...ref, pledgeId: `plg_${'z'.repeat(16)}` as PledgeId };
    expect(await correctPledge(all.ports)(gone, correction)).toEqual({ ok: false, error: { code: 'link.invalid' } });
  });
});

describe('the benefits of a level', () => {
  const banner = { benefit: 'Banner', givenOn: '2027-03-05' as Day };

  it('are a list on which staff tick off what was given, and take a tick back', async () => {
    const { all, ref, move } = await pledged();
    await all.acceptPledge(move);
    const benefits = async () => {
      const found = await getPledge(all.ports)(ref);
      return found.ok && found.value.benefits;
    };
    expect(await benefits()).toEqual([{ benefit: 'Banner' }]);
    await tickBenefit(all.ports)({ ...move, ...banner });
    expect(await benefits()).toEqual([banner]);
    await tickBenefit(all.ports)({ ...move, benefit: 'Banner' });
    expect(await benefits()).toEqual([{ benefit: 'Banner' }]);
  });

  it('that were given stay on the list when the level no longer has them', async () => {
    const { all, ref, move } = await pledged();
    await all.acceptPledge(move);
    await tickBenefit(all.ports)({ ...move, ...banner });
    const [gold, silver] = aCampaign().levels;
    if (!gold || !silver) throw new Error('the campaign has two levels');
    await all.ports.campaigns.save(aCampaign({ version: 2, levels: [{ ...gold, benefits: [{ en: 'A plaque' }] }, silver] }));
    expect(await getPledge(all.ports)(ref)).toMatchObject({ value: { benefits: [{ benefit: 'A plaque' }, banner] } });
  });

  it('are not there for a pledge that is only offered, nor is one that the level does not have', async () => {
    const { all, move } = await pledged();
    expect(await tickBenefit(all.ports)({ ...move, ...banner })).toEqual({ ok: false, error: { code: 'pledge.not-allowed-now' } });
    await all.acceptPledge(move);
    expect(await tickBenefit(all.ports)({ ...move, ...banner, benefit: 'A car' })).toMatchObject({
      error: { code: 'request.invalid', fields: [{ pointer: '/benefit' }] },
    });
  });

  it('ticked twice change once', async () => {
    const { all, move, pledge } = await pledged();
    await all.acceptPledge(move);
    await tickBenefit(all.ports)({ ...move, ...banner });
    await tickBenefit(all.ports)({ ...move, ...banner });
    expect((await pledge())?.version).toBe(3);
  });
});

describe('what became of a campaign', () => {
  const over = { status: 'closed', impact: { en: 'Three swings stand.' } } as const;

  it('is told once, whoever asks again', async () => {
    const all = await fundraising(over);
    const first = await tellImpact(all.ports)({ campaignId: campaignId(), by: STAFF });
    all.clock.advance(60_000);
    expect(await tellImpact(all.ports)({ campaignId: campaignId(), by: STAFF })).toEqual(first);
    const account = await all.ports.ledger.account(campaignId());
    expect(accountEvents(undefined, account)).toMatchObject([{ type: 'campaign.impact-told.v1', id: `${campaignId()}:impact` }]);
    expect(accountEvents(account, account)).toEqual([]);
  });

  it.each([
    ['is still open', { impact: over.impact }, 'campaign.not-over'],
    ['has nothing written down', { status: 'closed' }, 'campaign.not-over'],
    ['is a draft', { ...over, status: 'draft' }, 'campaign.not-found'],
  ] as const)('is not told when it %s', async (_, campaign, code) => {
    const all = await fundraising(campaign);
    expect(await tellImpact(all.ports)({ campaignId: campaignId(), by: STAFF })).toEqual({ ok: false, error: { code } });
    expect((await all.ports.ledger.account(campaignId())).impactToldAt).toBeUndefined();
  });
});

describe('figures that somebody spoiled', () => {
  /** Two days of changes, and then an account, its levels and its days that are wrong. */
  async function spoiled() {
    const { all, move } = await pledged();
    await all.acceptPledge(move);
    all.clock.advance(86_400_000);
    await all.recordPayment({ ...move, request: aPayment(5_000), key: 'payment-0123456789' });
    await all.recordGift({ request: aGiftRequest(), by: STAFF, key: 'gift-0123456789abc' });
    const { account, parts } = { account: await all.ports.ledger.account(campaignId()), parts: await all.ports.ledger.days(campaignId()) };
    const wrong = { ...account.totals, giftsCents: account.totals.giftsCents + 1 };
    const days = [...parts.slice(1), { day: '2027-01-01' as Day, add: wrong }];
    await all.ports.ledger.rebuild(
      { campaignId: campaignId(), totals: wrong, levels: {}, levelCents: {}, matches: {}, days },
      account.version,
    );
    return { all, right: { account, days: parts } };
  }

  it('are found, and are right after they were made anew', async () => {
    const { all, right } = await spoiled();
    const found = await reconcile(all.ports)({ campaignId: campaignId() });
    expect(found).toMatchObject({ value: { exact: false, difference: { giftsCents: 1 } } });
    expect(found.ok && found.value.wrong.length).toBe(4);
    expect(await rebuild(all.ports)({ campaignId: campaignId() })).toMatchObject({ ok: true, value: { exact: true } });
    const { totals, levels, matches } = right.account;
    expect(await all.ports.ledger.account(campaignId())).toMatchObject({ totals, levels, matches });
    expect((await all.ports.ledger.days(campaignId())).filter(({ day }) => day !== '2027-01-01')).toEqual(right.days);
  });

  it('are told of by the nightly recount, and those that are right are not', async () => {
    const { all } = await spoiled();
    await all.ports.campaigns.save(aCampaign({ campaignId: campaignId(2), slug: 'books' as Campaign['slug'] }));
    const differ: string[] = [];
    expect(await recountAll(all.ports)((one) => differ.push(one.campaignId))).toEqual({ counted: 2, left: 0 });
    expect(differ).toEqual([campaignId()]);
  });

  it('are made anew although somebody changes something meanwhile', async () => {
    const { all } = await spoiled();
    let met = false;
    const ledger: Ledger = {
      ...all.ports.ledger,
      async rebuild(of, version) {
        if (!met) await all.recordGift({ request: aGiftRequest({ amountCents: 700 }), by: STAFF, key: 'gift-in-between-0123' });
        met = true;
        return all.ports.ledger.rebuild(of, version);
      },
    };
    expect(await rebuild({ ledger })({ campaignId: campaignId() })).toMatchObject({ ok: true, value: { exact: true } });
    expect((await all.ports.ledger.account(campaignId())).totals.gifts).toBe(2);
  });

  it('that are right are left as they are', async () => {
    const { all } = await pledged();
    const { version } = await all.ports.ledger.account(campaignId());
    await rebuild(all.ports)({ campaignId: campaignId() });
    expect((await all.ports.ledger.account(campaignId())).version).toBe(version);
  });
});

it('each day holds what the changes of that day in the district added', async () => {
  const { all, move } = await pledged();
  // half past eleven in the evening in Chicago, the next day in UTC
  all.clock.set('2027-03-05T05:30:00.000Z');
  await all.acceptPledge(move);
  all.clock.set('2027-03-05T06:00:00.000Z');
  await all.recordPayment({ ...move, request: aPayment(5_000), key: 'payment-0123456789' });
  const days = await all.ports.ledger.days(campaignId());
  expect(days.map(({ day, add }) => [day, add.pledgedCents, add.receivedCents])).toEqual([
    ['2027-03-04', 250_000, 0],
    ['2027-03-05', 0, 5_000],
  ]);
  expect(daysOf(await all.ports.ledger.history(campaignId()))).toEqual(days);
});

it('a reminder’s event says what it is about', async () => {
  const { all, ref } = await pledged();
  const [made] = await all.ports.ledger.history(campaignId());
  if (!made) throw new Error('there is a history');
  expect(historyEvent({ ...made, version: 5, what: 'reminded', ref: 'after-2:2027-03-31' })).toMatchObject({
    type: 'pledge.reminded.v1',
    id: `${ref.pledgeId}:5`,
    data: { ...ref, version: 5, stage: 'after', nth: 2, dueOn: '2027-03-31' },
  });
});
