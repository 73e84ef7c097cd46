/** What a pledge or gift adds to its campaign's account in each state, to the cent, and the difference that a change makes. */
import { describe, expect, it } from 'vitest';
import { accountChange, isNothing, minus, NOTHING, plus, recount, shareOfGift, shareOfPledge } from '#domain/fundraising/account.ts';
import { accept, cancel, decline, deliver, invoice, pay, useMatch, writeOff } from '#domain/fundraising/pledge-states.ts';
import type { AcceptedPledge, Gift, OfferedPledge, RunningPledge } from '#domain/fundraising/ports.ts';
import { aGiftRequest, aPayment, aPledgeRequest, fundraising, GOLD, SILVER, STAFF } from '#test/support/fundraising.ts';

const NOON = '2027-03-01T12:00:00.000Z' as OfferedPledge['offeredAt'];
const some = (with_: Partial<typeof NOTHING>) => ({ ...NOTHING, ...with_ });

async function offered(with_: Parameters<typeof aPledgeRequest>[0] = {}): Promise<OfferedPledge> {
  const all = await fundraising();
  const made = await all.makePledge({ request: aPledgeRequest(with_), key: { kind: 'api', value: 'key-0123456789' } });
  if (!made.ok || made.value.state !== 'offered') throw new Error('no pledge');
  return made.value;
}
async function aGift(amountCents: number): Promise<Gift> {
  const all = await fundraising();
  const made = await all.recordGift({ request: aGiftRequest({ amountCents }), by: STAFF, key: 'gift-0123456789' });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}
const money = (kind: 'payment' | 'refund', amountCents: number) => ({
  ...aPayment(amountCents),
  paymentId: `pay_${kind}-${amountCents}` as never,
  kind,
  recordedAt: NOON,
});
const paid = (pledge: AcceptedPledge | RunningPledge, amountCents: number) =>
  pay(pledge, money('payment', amountCents)) as AcceptedPledge | RunningPledge;

describe('a pledge of 2,500 dollars for a level', () => {
  it('holds its place and adds nothing while it is offered', async () => {
    expect(shareOfPledge(await offered())).toEqual({ totals: NOTHING, levelId: GOLD });
  });

  it.each([
    ['declined', (pledge: OfferedPledge) => decline(pledge, NOON)],
    ['cancelled', (pledge: OfferedPledge) => cancel(pledge, NOON, 'sponsor')],
  ])('is nothing once it is %s', async (_, move) => {
    expect(shareOfPledge(move(await offered()))).toEqual({ totals: NOTHING });
    expect(shareOfPledge(undefined)).toEqual({ totals: NOTHING });
  });

  it('is promised and its sponsor counted once it is accepted, and what came of it is received', async () => {
    const accepted = accept(await offered(), NOON);
    expect(shareOfPledge(accepted)).toEqual({ totals: some({ pledgedCents: 250_000, sponsors: 1 }), levelId: GOLD });
    const part = paid(invoice(accepted, { number: '2027-0001', amountCents: 250_000, issuedOn: aPayment(1).receivedOn }), 40_000);
    expect(shareOfPledge(part).totals).toEqual(some({ pledgedCents: 250_000, sponsors: 1, receivedCents: 40_000 }));
    const back = pay(part, money('refund', 15_000));
    expect(shareOfPledge(back).totals).toEqual(some({ pledgedCents: 250_000, sponsors: 1, receivedCents: 25_000 }));
  });

  it('is only what came of it once it is written off, and keeps its place', async () => {
    const accepted = accept(await offered(), NOON);
    expect(shareOfPledge(writeOff(accepted, NOON, 'gone'))).toEqual({ totals: NOTHING, levelId: GOLD });
    const off = writeOff(paid(accepted, 40_000), NOON, 'gone');
    expect(shareOfPledge(off).totals).toEqual(some({ pledgedCents: 40_000, receivedCents: 40_000, sponsors: 1 }));
    const back = pay(off, money('refund', 40_000));
    expect(shareOfPledge(back).totals).toEqual(NOTHING);
    const late = pay(off, money('payment', 210_000));
    expect(shareOfPledge(late).totals).toEqual(some({ pledgedCents: 250_000, receivedCents: 250_000, sponsors: 1 }));
  });
});

describe('a match', () => {
  const matching = async () => accept(await offered({ matchUpToCents: 10_000 }), NOON);

  it('has all of itself left when its pledge is accepted, less when it was used, and is gone when it is used up', async () => {
    const accepted = await matching();
    const { pledgeId } = accepted;
    expect(shareOfPledge(accepted).match).toEqual({ pledgeId, leftCents: 10_000 });
    expect(shareOfPledge(useMatch(accepted, 9_999)).match).toEqual({ pledgeId, leftCents: 1 });
    expect(shareOfPledge(useMatch(accepted, 10_000))).not.toHaveProperty('match');
    expect(shareOfPledge(accept(await offered(), NOON))).not.toHaveProperty('match');
    expect(shareOfPledge(await offered({ matchUpToCents: 10_000 }))).not.toHaveProperty('match');
  });

  it('doubles no more once its pledge is written off; what came counts for the sum promised first', async () => {
    const used = useMatch(await matching(), 6_000) as AcceptedPledge;
    expect(shareOfPledge(used).totals).toEqual(some({ pledgedCents: 250_000, matchedCents: 6_000, sponsors: 1 }));
    const off = writeOff(paid(used, 253_000), NOON, 'gone');
    expect(shareOfPledge(off)).toEqual({
      totals: some({ pledgedCents: 250_000, matchedCents: 3_000, receivedCents: 253_000, sponsors: 1 }),
      levelId: GOLD,
    });
  });

  it('that becomes less than what came takes no more than is owed from a pledge that is written off', async () => {
    const off = writeOff(paid(useMatch(await matching(), 6_000) as AcceptedPledge, 256_000), NOON, 'gone');
    expect(shareOfPledge(useMatch(off, 1_000)).totals).toEqual(
      some({ pledgedCents: 250_000, matchedCents: 1_000, receivedCents: 256_000, sponsors: 1 }),
    );
  });
});

describe('a pledge of goods', () => {
  const goods = () => offered({ commitment: { kind: 'goods', description: 'Paint', valueCents: 30_000 } });

  it('adds their value from its acceptance on, whether they came or not, and holds no level', async () => {
    const accepted = accept(await goods(), NOON);
    const value = { totals: some({ goodsCents: 30_000, sponsors: 1 }) };
    expect(shareOfPledge(await goods())).toEqual({ totals: NOTHING });
    expect(shareOfPledge(accepted)).toEqual(value);
    expect(shareOfPledge(deliver(accepted, aPayment(1).receivedOn))).toEqual(value);
  });

  it('adds it only if they came, once it is written off', async () => {
    const accepted = accept(await goods(), NOON);
    expect(shareOfPledge(writeOff(accepted, NOON, 'gone')).totals).toEqual(NOTHING);
    const came = deliver(accepted, aPayment(1).receivedOn);
    expect(shareOfPledge(writeOff(came, NOON, 'gone')).totals).toEqual(some({ goodsCents: 30_000, sponsors: 1 }));
  });
});

it('a gift adds what is left of it, and counts while anything is', async () => {
  const gift = await aGift(5_000);
  expect(shareOfGift(gift).totals).toEqual(some({ giftsCents: 5_000, receivedCents: 5_000, gifts: 1 }));
  expect(shareOfGift({ ...gift, refundedCents: 4_999 }).totals).toEqual(some({ giftsCents: 1, receivedCents: 1, gifts: 1 }));
  expect(shareOfGift({ ...gift, refundedCents: 5_000 }).totals).toEqual(NOTHING);
  expect(shareOfGift(undefined).totals).toEqual(NOTHING);
});

describe('a change', () => {
  const pledgeId = 'plg_1' as never;

  it('adds what is after it less what was before, over all its parts', () => {
    const change = accountChange([
      { before: { totals: some({ pledgedCents: 100 }) }, after: { totals: some({ pledgedCents: 70, sponsors: 1 }) } },
      { before: { totals: NOTHING }, after: { totals: some({ giftsCents: 5 }) } },
    ]);
    expect(change).toEqual({ add: some({ pledgedCents: -30, sponsors: 1, giftsCents: 5 }), levels: [], matches: [] });
  });

  it('takes a place of a level within its limit, gives one back, or does both, each with the money promised for it', () => {
    const limitOf = (level: string) => (level === GOLD ? 3 : undefined);
    const share = (pledgedCents: number, levelId?: typeof GOLD) => ({ totals: some({ pledgedCents }), ...(levelId && { levelId }) });
    const levels = (before: ReturnType<typeof share>, after: ReturnType<typeof share>) =>
      accountChange([{ before, after }], limitOf).levels;
    expect(levels(share(0), share(70, GOLD))).toEqual([{ levelId: GOLD, add: 1, addCents: 70, limit: 3 }]);
    expect(levels(share(0), share(70, SILVER))).toEqual([{ levelId: SILVER, add: 1, addCents: 70 }]);
    expect(levels(share(70, GOLD), share(0))).toEqual([{ levelId: GOLD, add: -1, addCents: -70 }]);
    expect(levels(share(70, SILVER), share(90, GOLD))).toEqual([
      { levelId: SILVER, add: -1, addCents: -70 },
      { levelId: GOLD, add: 1, addCents: 90, limit: 3 },
    ]);
    expect(levels(share(70, GOLD), share(90, GOLD))).toEqual([{ levelId: GOLD, add: 0, addCents: 20 }]);
    expect(levels(share(70, GOLD), share(70, GOLD))).toEqual([]);
    expect(levels(share(70), share(90))).toEqual([]);
  });

  it('says what is left of a match where that changed, and when nothing is', () => {
    const matches = (before: number | undefined, after: number | undefined) => {
      const share = (leftCents: number | undefined) => ({
        totals: NOTHING,
        ...(leftCents !== undefined && { match: { pledgeId, leftCents } }),
      });
      return accountChange([{ before: share(before), after: share(after) }]).matches;
    };
    expect(matches(undefined, 10)).toEqual([{ pledgeId, leftCents: 10 }]);
    expect(matches(10, 4)).toEqual([{ pledgeId, leftCents: 4 }]);
    expect(matches(4, undefined)).toEqual([{ pledgeId, leftCents: undefined }]);
    expect(matches(4, 4)).toEqual([]);
    expect(matches(undefined, undefined)).toEqual([]);
  });
});

it('recounting adds all shares: totals, places by level, what is left of each match', async () => {
  const first = accept(await offered({ matchUpToCents: 10_000 }), NOON);
  const second = { ...(await offered()), pledgeId: 'plg_2' as never };
  const gift = await aGift(5_000);
  expect(recount([first, second, cancel(second, NOON, 'staff')], [gift, gift])).toEqual({
    totals: some({ pledgedCents: 250_000, sponsors: 1, giftsCents: 10_000, receivedCents: 10_000, gifts: 2 }),
    levels: { [GOLD]: 2 },
    levelCents: { [GOLD]: 250_000 },
    matches: { [first.pledgeId]: 10_000 },
  });
  expect(recount([], [])).toEqual({ totals: NOTHING, levels: {}, levelCents: {}, matches: {} });
});

it('totals are added and taken away sum by sum, and are nothing only if each is', () => {
  const a = some({ pledgedCents: 5, gifts: 1 });
  expect(plus(a, a)).toEqual(some({ pledgedCents: 10, gifts: 2 }));
  expect(minus(a, a)).toEqual(NOTHING);
  expect([isNothing(NOTHING), isNothing(some({ gifts: 1 })), isNothing(some({ pledgedCents: -1 }))]).toEqual([true, false, false]);
});
