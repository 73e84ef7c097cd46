/** One campaign at a glance: its pace, its levels, its weeks, and what needs a person. */
import { describe, expect, it } from 'vitest';
import type { CampaignTotals } from '#contracts/resources/campaign.ts';
import type { Day } from '#contracts/values.ts';
import { NOTHING } from '#domain/fundraising/account.ts';
import { campaignDashboard, paceOf } from '#domain/fundraising/campaign-dashboard.ts';
import type { Ledger } from '#domain/fundraising/ports.ts';
import { campaignId } from '#test/support/builders.ts';
import { aCampaign, aGiftRequest, aPayment, aPledgeRequest, fundraising, STAFF } from '#test/support/fundraising.ts';

const ZONE = 'America/Chicago';
const at = (day: string, add: Partial<CampaignTotals>) => ({ day: day as Day, add: { ...NOTHING, ...add } });
const day = (text: string) => text as Day;

describe('the pace', () => {
  /** A hundred days, $1,000 to raise. */
  const campaign = aCampaign({ goalCents: 100_000, opensAt: '2027-01-01T06:00:00Z', closesAt: '2027-04-11T05:00:00Z' });
  const pace = (today: string, ...days: ReturnType<typeof at>[]) => paceOf(campaign, days, day(today), ZONE);

  it('adds up the days, and says what an even pace would have raised by today', () => {
    const found = pace(
      '2027-01-10',
      at('2027-01-02', { pledgedCents: 3_000 }),
      at('2027-01-09', { giftsCents: 1_000, receivedCents: 500 }),
    );
    expect(found).toMatchObject({ opensOn: '2027-01-01', closesOn: '2027-04-10', evenCents: 10_000 });
    expect(found.points).toEqual([
      { day: '2027-01-02', raisedCents: 3_000, receivedCents: 0 },
      { day: '2027-01-09', raisedCents: 4_000, receivedCents: 500 },
    ]);
  });

  it('leads to where it would end if it went on as since it opened', () => {
    // ten days, 50 a day; ninety days to go
    expect(pace('2027-01-10', at('2027-01-05', { pledgedCents: 50_000 })).projection).toEqual({
      closesCents: 500_000,
      overDays: 10,
      reachesOn: '2027-01-20',
    });
  });

  it('looks back on four weeks, not on a start that was better', () => {
    const { projection } = pace('2027-03-01', at('2027-01-02', { pledgedCents: 50_000 }), at('2027-02-20', { pledgedCents: 2_800 }));
    expect(projection).toEqual({ closesCents: 52_800 + 40 * 100, overDays: 28 });
  });

  it('that is not enough names no day on which the goal would be reached', () => {
    expect(pace('2027-01-10', at('2027-01-05', { pledgedCents: 1_000 })).projection?.reachesOn).toBeUndefined();
  });

  it('of nothing leads to nothing, and of a goal that is reached to no day', () => {
    expect(pace('2027-01-10').projection).toEqual({ closesCents: 0, overDays: 10 });
    expect(pace('2027-01-10', at('2027-01-05', { pledgedCents: 100_000 })).projection?.reachesOn).toBeUndefined();
  });

  it.each(['2026-12-31', '2027-04-10', '2027-05-01'])('has no projection on %s, before it opens or at its end', (today) => {
    expect(pace(today).projection).toBeUndefined();
  });

  it.each([
    ['2026-12-31', 0],
    ['2027-01-01', 1_000],
    ['2027-04-10', 100_000],
    ['2027-06-01', 100_000],
  ])('is even at its borders: %s', (today, cents) => {
    expect(pace(today).evenCents).toBe(cents);
  });
});

async function busy() {
  const all = await fundraising();
  const offer = async (n: number, levelled: boolean, amountCents: number) => {
    const sponsor = { ...aPledgeRequest().sponsor, name: `Shop ${n}`, email: `shop${n}@example.org` };
    const { commitment } = aPledgeRequest();
    const free = { kind: 'money', amountCents, instalments: 1 } as const;
    const made = await all.makePledge({
      request: aPledgeRequest({ sponsor, commitment: levelled ? ({ ...commitment, amountCents } as never) : free }),
      key: { kind: 'api', value: `key-${n}-0123456789` },
    });
    if (!made.ok) throw new Error(made.error.code);
    return { campaignId: campaignId(), pledgeId: made.value.pledgeId, by: STAFF };
  };
  const gold = await offer(1, true, 300_000);
  await all.acceptPledge(gold);
  await all.invoicePledge(gold);
  const other = await offer(2, false, 40_000);
  await all.acceptPledge(other);
  await offer(3, true, 250_000);
  all.clock.set('2027-03-08T18:00:00Z');
  await all.recordPayment({ ...gold, request: aPayment(100_000), key: 'payment-0123456789' });
  await all.recordGift({ request: aGiftRequest({ amountCents: 7_000 }), by: STAFF, key: 'gift-0123456789abc' });
  return { all, gold, other, dashboard: campaignDashboard(all.ports) };
}

describe('a campaign’s dashboard', () => {
  it('says what each level has raised, and what came at none', async () => {
    const found = await (await busy()).dashboard({ campaignId: campaignId() });
    expect(found).toMatchObject({
      ok: true,
      value: {
        raisedCents: 347_000,
        levels: [
          { amountCents: 250_000, held: 2, limit: 3, pledgedCents: 300_000 },
          { amountCents: 100_000, held: 0, pledgedCents: 0 },
        ],
        otherCents: 40_000,
      },
    });
  });

  it('lists weeks from Monday on, those without a change too', async () => {
    const found = await (await busy()).dashboard({ campaignId: campaignId() });
    const weeks = found.ok ? found.value.weeks : [];
    expect(weeks).toHaveLength(12);
    expect(weeks.slice(-3)).toEqual([
      { startsOn: '2027-02-22', raisedCents: 0, receivedCents: 0 },
      { startsOn: '2027-03-01', raisedCents: 340_000, receivedCents: 0 },
      { startsOn: '2027-03-08', raisedCents: 7_000, receivedCents: 107_000 },
    ]);
  });

  it('of one that is over ends with the week in which it closed, or of the last change after that', async () => {
    const { all, dashboard } = await busy();
    const closesAt = '2027-04-01T05:00:00Z';
    const campaign = await all.ports.campaigns.find(campaignId());
    if (!campaign) throw new Error('no campaign');
    await all.ports.campaigns.save({ ...campaign, closesAt, version: campaign.version + 1 });
    const lastWeek = async (now: string): Promise<string | undefined> => {
      all.clock.set(now);
      const found = await dashboard({ campaignId: campaignId() });
      return found.ok ? found.value.weeks.at(-1)?.startsOn : undefined;
    };
    expect(await lastWeek('2027-03-16T18:00:00Z')).toBe('2027-03-15');
    expect(await lastWeek('2027-08-16T18:00:00Z')).toBe('2027-03-29');
  });

  it('lists the largest, what needs a person, and what is overdue', async () => {
    const { all, dashboard } = await busy();
    all.clock.set('2027-04-01T18:00:00Z');
    const found = await dashboard({ campaignId: campaignId() });
    if (!found.ok) throw new Error(found.error.code);
    const { largest, inNeed, overdue } = found.value;
    expect(largest.map((one) => [one.sponsorName, one.owedCents, one.paidCents])).toEqual([
      ['Shop 1', 300_000, 100_000],
      ['Shop 2', 40_000, 0],
    ]);
    expect(inNeed.map((one) => [one.sponsorName, ...one.needs]).toSorted()).toEqual([
      ['Shop 2', 'invoice'],
      ['Shop 3', 'decide'],
    ]);
    expect(overdue.map((one) => [one.sponsorName, one.dueOn, one.dueCents])).toEqual([['Shop 1', '2027-03-31', 50_000]]);
  });

  it('keeps what belongs to another campaign out', async () => {
    const { all, dashboard } = await busy();
    await all.ports.campaigns.save(aCampaign({ campaignId: campaignId(2), slug: 'books' as never }));
    const found = await dashboard({ campaignId: campaignId(2) });
    expect(found).toMatchObject({ value: { raisedCents: 0, largest: [], inNeed: [], overdue: [], otherCents: 0 } });
  });

  it('of a campaign that is not there is not found; a draft is', async () => {
    const { all, dashboard } = await busy();
    expect(await dashboard({ campaignId: campaignId(9) })).toEqual({ ok: false, error: { code: 'campaign.not-found' } });
    await all.ports.campaigns.save(aCampaign({ campaignId: campaignId(2), slug: 'books' as never, status: 'draft' }));
    expect(await dashboard({ campaignId: campaignId(2) })).toMatchObject({ ok: true });
  });

  it('asks for no part of the campaign one by one, however many there are', async () => {
    const { all } = await busy();
    const asked: string[] = [];
    const ledger = new Proxy(all.ports.ledger, {
      get(target, name: keyof Ledger) {
        asked.push(name);
        return target[name];
      },
    });
    await campaignDashboard({ ...all.ports, ledger })({ campaignId: campaignId() });
    expect(asked.toSorted()).toEqual(['account', 'days', 'inNeed', 'largest', 'overdue']);
  });
});
