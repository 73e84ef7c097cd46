/** Gifts: which matches double them, how far, what a repeat is, and what becomes of the matches when a gift is given back. */
import { describe, expect, it } from 'vitest';
import type { PledgeId } from '#contracts/values.ts';
import type { Gift } from '#domain/fundraising/ports.ts';
import { refundGift } from '#domain/fundraising/record-gift.ts';
import { saveCampaign } from '#domain/fundraising/save-campaign.ts';
import { iso } from '#domain/time.ts';
import { campaignId } from '#test/support/builders.ts';
import { aCampaign, aGiftRequest, aPayment, aPledgeRequest, fundraising, type Operations, STAFF } from '#test/support/fundraising.ts';

const code = (outcome: { ok: true } | { ok: false; error: { code: string } }) => (outcome.ok ? 'ok' : outcome.error.code);
const keyOf = (n: number | string): string => `key-${n}-0123456789`;

/** An accepted pledge of the shop with this number, whose match doubles up to so much; a minute after the one before. */
async function matching(all: Operations, n: number, matchUpToCents: number) {
  all.clock.advance(60_000);
  const made = await all.makePledge({
    request: aPledgeRequest({
      sponsor: { name: `Shop ${n}`, kind: 'business', contactName: 'Owner', email: `shop${n}@example.org` },
      commitment: { kind: 'money', amountCents: 10_000, instalments: 1 },
      matchUpToCents,
    }),
    key: { kind: 'api', value: keyOf(n) },
  });
  if (!made.ok) throw new Error(made.error.code);
  const move = { campaignId: campaignId(), pledgeId: made.value.pledgeId, by: STAFF };
  await all.acceptPledge(move);
  return move;
}

async function given(all: Operations, amountCents: number, with_: Parameters<typeof aGiftRequest>[0] = {}, key: number | string = 'gift') {
  const made = await all.recordGift({ request: aGiftRequest({ amountCents, ...with_ }), by: STAFF, key: keyOf(key) });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}
const refunded = (all: Operations, { giftId }: Gift, refundedCents: number) =>
  all.refundGift({ campaignId: campaignId(), giftId, refundedCents, by: STAFF });

async function used(all: Operations, pledgeId: PledgeId): Promise<number> {
  const pledge = await all.ports.ledger.pledge(campaignId(), pledgeId);
  if (!pledge || !('matchUsedCents' in pledge)) throw new Error('no such pledge');
  return pledge.matchUsedCents;
}

describe('a gift', () => {
  it('is kept as it was recorded, and noted in the history with what it added', async () => {
    const all = await fundraising();
    const gift = await given(all, 5_000, { giver: { name: 'Ana Gómez', email: 'Ana@example.org' } });
    expect(gift).toEqual({
      giftId: expect.stringMatching(/^gft_/),
      campaignId: campaignId(),
      giver: { name: 'Ana Gómez', email: 'Ana@example.org' },
      giverId: await all.ports.people.identify('ana@example.org'),
      amountCents: 5_000,
      refundedCents: 0,
      method: 'cash',
      receivedOn: '2027-03-01',
      language: 'en',
      matched: [],
      submissionId: expect.any(String),
      recordedAt: '2027-03-01T12:00:00.000Z',
      version: 1,
    });
    expect(await all.ports.ledger.gift(campaignId(), gift.giftId)).toEqual(gift);
    expect(await all.ports.ledger.history(campaignId())).toEqual([
      expect.objectContaining({
        about: gift.giftId,
        version: 1,
        at: '2027-03-01T12:00:00.000Z',
        on: '2027-03-01',
        by: STAFF,
        what: 'gift-recorded',
        add: expect.objectContaining({ giftsCents: 5_000, receivedCents: 5_000, gifts: 1, matchedCents: 0 }),
      }),
    ]);
  });

  it('without a giver, or of one without an address, is nobody’s', async () => {
    const all = await fundraising();
    expect(await given(all, 100)).not.toHaveProperty('giver');
    expect(await given(all, 100, { giver: { name: 'Ana Gómez' } }, 'named')).not.toHaveProperty('giverId');
  });

  it('recorded again under its key is the same; another one under it is refused', async () => {
    const all = await fundraising();
    await matching(all, 1, 50_000);
    const gift = await given(all, 5_000);
    all.clock.advance(60_000);
    expect(await given(all, 5_000)).toEqual(gift);
    expect(code(await all.recordGift({ request: aGiftRequest({ amountCents: 5_001 }), by: STAFF, key: keyOf('gift') }))).toBe(
      'request-key.reused',
    );
    expect((await given(all, 5_000, {}, 'other')).giftId).not.toBe(gift.giftId);
    expect((await all.ports.ledger.account(campaignId())).totals).toMatchObject({ giftsCents: 10_000, matchedCents: 10_000, gifts: 2 });
  });

  it.each([
    ['draft', 'campaign.not-found'],
    ['closed', 'ok'],
  ] as const)('for a campaign that is %s: %s', async (status, expected) => {
    const all = await fundraising({ status });
    expect(code(await all.recordGift({ request: aGiftRequest(), by: STAFF, key: keyOf(1) }))).toBe(expected);
    const nowhere = aGiftRequest({ campaignId: campaignId(2) });
    expect(code(await all.recordGift({ request: nowhere, by: STAFF, key: keyOf(1) }))).toBe('campaign.not-found');
  });
});

describe('matches', () => {
  it('double gifts in the order they were offered, each up to what was promised', async () => {
    const all = await fundraising();
    const [first, second] = [await matching(all, 2, 3_000), await matching(all, 1, 10_000)];
    expect((await given(all, 2_000, {}, 1)).matched).toEqual([{ pledgeId: first.pledgeId, amountCents: 2_000 }]);
    expect((await given(all, 2_000, {}, 2)).matched).toEqual([
      { pledgeId: first.pledgeId, amountCents: 1_000 },
      { pledgeId: second.pledgeId, amountCents: 1_000 },
    ]);
    expect((await given(all, 20_000, {}, 3)).matched).toEqual([{ pledgeId: second.pledgeId, amountCents: 9_000 }]);
    expect((await given(all, 100, {}, 4)).matched).toEqual([]);
    expect((await all.ports.ledger.account(campaignId())).matches).toEqual({});
    expect((await all.ports.ledger.account(campaignId())).totals).toMatchObject({ giftsCents: 24_100, matchedCents: 13_000 });
  });

  it('that were offered at one moment are taken by their names, so that a repeat takes the same', async () => {
    const all = await fundraising();
    const moves = [];
    for (const n of [1, 2, 3]) {
      moves.push(await matching(all, n, 1_000));
      all.clock.advance(-60_000);
    }
    const { matched } = await given(all, 3_000);
    expect(matched.map(({ pledgeId }) => pledgeId)).toEqual(moves.map(({ pledgeId }) => pledgeId).sort());
  });

  it('don’t double what their own sponsor gives, however the address is written', async () => {
    const all = await fundraising();
    const [own, other] = [await matching(all, 1, 5_000), await matching(all, 2, 5_000)];
    const gift = await given(all, 3_000, { giver: { name: 'Owner', email: 'SHOP1@Example.org' } });
    expect(gift.matched).toEqual([{ pledgeId: other.pledgeId, amountCents: 3_000 }]);
    expect(await used(all, own.pledgeId)).toBe(0);
  });

  it('of pledges that were written off double no more; those that are paid go on', async () => {
    const all = await fundraising();
    const [off, fulfilled] = [await matching(all, 1, 5_000), await matching(all, 2, 5_000)];
    await all.writeOffPledge({ ...off, reason: 'closed down' });
    await all.invoicePledge(fulfilled);
    await all.recordPayment({ ...fulfilled, request: aPayment(10_000), key: keyOf('payment') });
    expect((await given(all, 3_000)).matched).toEqual([{ pledgeId: fulfilled.pledgeId, amountCents: 3_000 }]);
    expect(await all.ports.ledger.pledge(campaignId(), fulfilled.pledgeId)).toMatchObject({ state: 'part-paid', matchUsedCents: 3_000 });
  });

  it('of more than twenty pledges are used of the first twenty', async () => {
    const all = await fundraising();
    const moves = [];
    for (let n = 0; n < 21; n += 1) moves.push(await matching(all, n, 100));
    expect((await given(all, 5_000)).matched).toEqual(moves.slice(0, 20).map(({ pledgeId }) => ({ pledgeId, amountCents: 100 })));
  });
});

describe('giving back', () => {
  it('takes the match that was used last first, and leaves each gift doubled by no more than what is left of it', async () => {
    const all = await fundraising();
    const [first, second] = [await matching(all, 1, 3_000), await matching(all, 2, 10_000)];
    const gift = await given(all, 5_000);
    expect(await refunded(all, gift, 1_500)).toMatchObject({
      ok: true,
      value: {
        refundedCents: 1_500,
        version: 2,
        matched: [
          { pledgeId: first.pledgeId, amountCents: 3_000 },
          { pledgeId: second.pledgeId, amountCents: 500 },
        ],
      },
    });
    expect([await used(all, first.pledgeId), await used(all, second.pledgeId)]).toEqual([3_000, 500]);
    const more = await refunded(all, gift, 4_000);
    expect(more).toMatchObject({ value: { matched: [{ pledgeId: first.pledgeId, amountCents: 1_000 }] } });
    expect((await all.ports.ledger.account(campaignId())).matches).toEqual({ [first.pledgeId]: 2_000, [second.pledgeId]: 10_000 });
    expect(await refunded(all, gift, 5_000)).toMatchObject({ value: { matched: [], version: 4 } });
    expect((await all.ports.ledger.account(campaignId())).totals).toMatchObject({ giftsCents: 0, matchedCents: 0, gifts: 0 });
  });

  it('leaves a match alone that is covered by what is left, and counts as one change of the gift', async () => {
    const all = await fundraising();
    const match = await matching(all, 1, 1_000);
    const gift = await given(all, 5_000);
    const before = await all.ports.ledger.pledge(campaignId(), match.pledgeId);
    await refunded(all, gift, 4_000);
    expect(await all.ports.ledger.pledge(campaignId(), match.pledgeId)).toEqual(before);
    expect((await all.ports.ledger.history(campaignId())).at(-1)).toMatchObject({ about: gift.giftId, version: 2, what: 'gift-refunded' });
  });

  it('is told as what was given back in all: less or the same changes nothing, more than the gift is refused', async () => {
    const all = await fundraising();
    const gift = await given(all, 5_000);
    await refunded(all, gift, 2_000);
    for (const cents of [0, 1_999, 2_000])
      expect(await refunded(all, gift, cents)).toMatchObject({ value: { refundedCents: 2_000, version: 2 } });
    expect(code(await refunded(all, gift, 5_001))).toBe('payment.too-much');
    expect(code(await refunded(all, gift, 5_000))).toBe('ok');
    expect(code(await refunded(all, { ...gift, giftId: 'gft_nobody0123456789' as Gift['giftId'] }, 1))).toBe('gift.not-found');
  });

  it('takes the match from a pledge that was written off meanwhile', async () => {
    const all = await fundraising();
    const match = await matching(all, 1, 3_000);
    const gift = await given(all, 3_000);
    await all.recordPayment({ ...match, request: aPayment(12_000), key: keyOf('payment') });
    await all.writeOffPledge({ ...match, reason: 'closed down' });
    expect((await all.ports.ledger.account(campaignId())).totals).toMatchObject({ pledgedCents: 10_000, matchedCents: 2_000 });
    await refunded(all, gift, 2_000);
    expect(await all.ports.ledger.pledge(campaignId(), match.pledgeId)).toMatchObject({ state: 'written-off', matchUsedCents: 1_000 });
    expect((await all.ports.ledger.account(campaignId())).totals).toMatchObject({ pledgedCents: 10_000, matchedCents: 1_000 });
  });

  it('throws when the pledge of a match that was used is not there', async () => {
    const all = await fundraising();
    await matching(all, 1, 3_000);
    const gift = await given(all, 3_000);
    const without = { ...all.ports, ledger: { ...all.ports.ledger, pledge: async () => undefined } };
    const asked = refundGift(without)({ campaignId: campaignId(), giftId: gift.giftId, refundedCents: 1, by: STAFF });
    await expect(asked).rejects.toThrow(/match of plg_\S+ was used, but its pledge is not there/);
  });
});

describe('a goal', () => {
  const saved = async (all: Operations, goalCents: number) => {
    const version = (await all.ports.campaigns.find(campaignId()))?.version ?? 0;
    return saveCampaign(all.ports)({ definition: aCampaign({ goalCents, version }), by: STAFF });
  };
  const reachedAt = async (all: Operations) => (await all.ports.ledger.account(campaignId())).goalReachedAt;

  it('that is lowered to what there is already is reached with it, once', async () => {
    const all = await fundraising();
    await given(all, 50_000);
    await saved(all, 50_001);
    expect(await reachedAt(all)).toBeUndefined();
    await saved(all, 50_000);
    const first = await reachedAt(all);
    expect(first).toBe(iso(all.clock.now()));
    all.clock.advance(60_000);
    await saved(all, 50_000);
    expect(await reachedAt(all)).toBe(first);
  });
});
