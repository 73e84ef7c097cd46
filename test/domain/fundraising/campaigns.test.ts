/** Campaigns as staff define them: what a save is refused for, what it leaves behind, what it concerns, and copies of last year's. */
import { describe, expect, it } from 'vitest';
import type { CampaignToSave } from '#contracts/resources/campaign.ts';
import type { Day, RequestKey } from '#contracts/values.ts';
import { concernsOf } from '#domain/fundraising/campaign-concerns.ts';
import { copyCampaign } from '#domain/fundraising/copy-campaign.ts';
import { changeCampaign, nextStatuses, saveCampaign } from '#domain/fundraising/save-campaign.ts';
import { tellImpact, toldOfImpact } from '#domain/fundraising/tell-impact.ts';
import { weekOfMoney } from '#domain/fundraising/week-of-money.ts';
import { whichPledges } from '#domain/fundraising/which-pledges.ts';
import { campaignId, schoolId } from '#test/support/builders.ts';
import {
  aCampaign,
  aGiftRequest,
  aPayment,
  aPledgeRequest,
  fundraising,
  GOLD,
  type Operations,
  SILVER,
  STAFF,
} from '#test/support/fundraising.ts';

const KEY = 'key-of-a-copy-0123456789' as RequestKey;
const saved = (all: Operations, over: Partial<CampaignToSave> = {}) =>
  saveCampaign(all.ports)({ definition: { ...aCampaign(), ...over }, by: STAFF });

async function pledged(all: Operations, n: number, over: Parameters<typeof aPledgeRequest>[0] = {}) {
  const sponsor = { ...aPledgeRequest().sponsor, email: `shop${n}@example.org` };
  const made = await all.makePledge({
    request: aPledgeRequest({ sponsor, ...over }),
    key: { kind: 'api', value: `key-of-shop-${n}-0123456789` },
  });
  if (!made.ok) throw new Error(made.error.code);
  return { campaignId: campaignId(), pledgeId: made.value.pledgeId, by: STAFF };
}

describe('a save', () => {
  it('keeps each field that changed in the history, with who and when', async () => {
    const all = await fundraising();
    expect(await saved(all, { goalCents: 900_000, schoolId: schoolId(1) })).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await all.ports.campaignHistory.about(campaignId())).toMatchObject([
      {
        by: STAFF,
        what: 'campaign.changed',
        ref: '2',
        schoolId: schoolId(1),
        changes: [
          { field: 'goalCents', before: 4_800_000, after: 900_000 },
          { field: 'schoolId', after: schoolId(1) },
        ],
      },
    ]);
  });

  it('of the same again is no change, at whatever version it is named', async () => {
    const all = await fundraising();
    await saved(all, { goalCents: 900_000 });
    expect(await saved(all, { goalCents: 900_000 })).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await all.ports.campaignHistory.about(campaignId())).toHaveLength(1);
  });

  it('that comes after another is refused with what the other changed', async () => {
    const all = await fundraising();
    await saved(all, { goalCents: 900_000 });
    expect(await saved(all, { slug: 'late' as never })).toMatchObject({
      ok: false,
      error: { code: 'campaign.changed-meanwhile', version: 2, meanwhile: [{ changes: [{ field: 'goalCents' }] }] },
    });
    expect(await all.ports.campaigns.find(campaignId())).toMatchObject({ slug: 'playground', version: 2 });
  });

  it('that loses the race in the table is refused the same way', async () => {
    const all = await fundraising();
    const racing = { ...all.ports, campaigns: { ...all.ports.campaigns, save: async () => 'version-conflict' as const } };
    const late = await saveCampaign(racing)({ definition: aCampaign({ goalCents: 1_000 }), by: STAFF });
    expect(late).toMatchObject({ ok: false, error: { code: 'campaign.changed-meanwhile', version: 1 } });
  });

  it('stores levels the dearest first, and names what is wrong where it was sent', async () => {
    const all = await fundraising();
    const [gold, silver] = aCampaign().levels as [never, never];
    expect(await saved(all, { levels: [silver, gold] })).toMatchObject({
      ok: true,
      value: { version: 1, levels: [{ levelId: GOLD }, {}] },
    });
    const worth = { ...(silver as object), benefitValueCents: 100_000 } as never;
    expect(await saved(all, { levels: [worth, gold] })).toMatchObject({
      ok: false,
      error: { fields: [{ pointer: '/levels/0/benefitValueCents', code: 'value.not-less' }] },
    });
  });

  it.each([
    ['draft', ['draft', 'open']],
    ['open', ['open', 'closed']],
    ['closed', ['closed', 'open']],
  ] as const)('a %s one can become %j', async (status, next) => {
    expect(nextStatuses(status)).toEqual(next);
    for (const to of ['draft', 'open', 'closed'] as const) {
      const all = await fundraising({ status });
      const outcome = await saved(all, { status: to });
      expect([to, outcome.ok]).toEqual([to, (next as readonly string[]).includes(to)]);
    }
  });

  it('of a new one that is closed already, or of a school that there is not, is refused', async () => {
    const all = await fundraising();
    const fresh = { campaignId: campaignId(2), slug: 'fresh' as never, version: 0 };
    expect(await saved(all, { ...fresh, status: 'closed' })).toMatchObject({ error: { fields: [{ code: 'status.not-next' }] } });
    expect(await saved(all, { ...fresh, schoolId: schoolId(9) })).toMatchObject({ error: { code: 'school.not-found' } });
    expect(await all.ports.campaigns.find(campaignId(2))).toBeUndefined();
  });

  it('throws when a campaign that is there is of a school that is gone', async () => {
    const all = await fundraising();
    const asked = changeCampaign(all.ports)(aCampaign(), { schoolId: schoolId(9), version: 1 }, STAFF);
    await expect(asked).rejects.toThrow(/the school of cmp_\w+ is missing/);
  });
});

describe('what a change concerns', () => {
  const account = async (all: Operations) => all.ports.ledger.account(campaignId());

  it('is nothing while nobody pledged or gave', async () => {
    expect(
      concernsOf(aCampaign(), aCampaign({ goalCents: 100, closesAt: '2027-07-01T00:00:00Z' }), await account(await fundraising())),
    ).toEqual([]);
  });

  it('are levels that sponsors chose, each with what is other', async () => {
    const all = await fundraising();
    for (const n of [1, 2]) await pledged(all, n);
    const [gold, silver] = aCampaign().levels;
    const levels = [
      { ...gold, amountCents: 300_000, benefits: [], benefitValueCents: 1, limit: 1 },
      { ...silver, amountCents: 1_000 },
    ] as CampaignToSave['levels'];
    expect(concernsOf(aCampaign(), { ...aCampaign(), levels }, await account(all))).toEqual([
      { kind: 'level', levelId: GOLD, sponsors: 2, concerns: ['amount', 'benefits', 'value', 'limit'] },
    ]);
    const atLimit = [{ ...gold, limit: 2 }, silver] as CampaignToSave['levels'];
    expect(concernsOf(aCampaign(), { ...aCampaign(), levels: atLimit }, await account(all))).toEqual([]);
  });

  it.each([
    [5_001, false],
    [5_000, true],
  ])('is a goal of %d, which 5,000 reach: %s; dates and the school, too', async (goalCents, reached) => {
    const all = await fundraising();
    await all.recordGift({ request: aGiftRequest({ amountCents: 5_000 }), by: STAFF, key: 'key-of-gift-0123456789' });
    const after = aCampaign({ goalCents, opensAt: '2027-02-02T00:00:00Z', schoolId: schoolId(1) });
    expect(concernsOf(aCampaign(), after, await account(all))).toEqual([{ kind: 'goal', reached }, { kind: 'dates' }, { kind: 'school' }]);
  });
});

describe('a copy', () => {
  it('is a draft a year later on the same weekday and hour, whatever the clocks do, and takes the next free address', async () => {
    const all = await fundraising({ opensAt: '2027-03-10T14:00:00.000Z', closesAt: '2027-04-01T01:00:00.000Z', impact: { en: 'Told' } });
    const from = (await all.ports.campaigns.find(campaignId())) as ReturnType<typeof aCampaign>;
    const copy = (days: number, key: string) => copyCampaign(all.ports)(from, { days, key: key as RequestKey, by: STAFF });
    // by the calendar of Chicago: from before to before the change of the clocks, and from after to after
    expect(await copy(364, KEY)).toMatchObject({
      ok: true,
      value: { status: 'draft', slug: 'playground-2028', opensAt: '2028-03-08T14:00:00.000Z', closesAt: '2028-03-30T01:00:00.000Z' },
    });
    expect(await copy(364, 'another-key-0123456789')).toMatchObject({ value: { slug: 'playground-2028-2' } });
    const [first] = await all.ports.campaigns.drafts();
    const again = await copyCampaign(all.ports)(first as never, { days: 364, key: KEY, by: STAFF });
    expect(again).toMatchObject({ value: { slug: 'playground-2029' } });
    expect(first).not.toHaveProperty('impact');
  });
});

describe('who is told what became of it', () => {
  it('is each who gave, once, whose address is known; not who took it back', async () => {
    const all = await fundraising();
    const [one, two] = [await pledged(all, 1), await pledged(all, 2)];
    await all.acceptPledge(one);
    await all.declinePledge(two);
    const give = (email: string | undefined, n: number) =>
      all.recordGift({
        request: aGiftRequest({ ...(email && { giver: { name: 'G', email } }) }),
        by: STAFF,
        key: `key-of-gift-${n}-0123456789`,
      });
    // the sponsor gave, too; somebody gave twice; one is anonymous, and one was given back
    for (const [n, email] of ['shop1@example.org', 'ana@example.org', 'ana@example.org', undefined].entries()) await give(email, n);
    const back = await give('gone@example.org', 9);
    if (back.ok)
      await all.refundGift({ campaignId: campaignId(), giftId: back.value.giftId, refundedCents: 5_000, reason: 'Theirs', by: STAFF });
    expect(toldOfImpact(await all.ports.ledger.parts(campaignId()))).toEqual({ people: 2, unknown: 1 });
  });

  it('is kept in the history once, and refused for a note that is not the one that was read', async () => {
    const all = await fundraising({ status: 'closed', impact: { en: 'It stands.' } });
    const tell = (version: number) => tellImpact(all.ports)({ campaignId: campaignId(), by: STAFF, version });
    expect(await tell(7)).toMatchObject({ error: { code: 'campaign.changed-meanwhile', version: 1 } });
    expect((await all.ports.ledger.account(campaignId())).impactToldAt).toBeUndefined();
    for (let n = 0; n < 2; n += 1) expect(await tell(1)).toMatchObject({ ok: true });
    expect((await all.ports.campaignHistory.about(campaignId())).map(({ what }) => what)).toEqual(['campaign.impact-told']);
  });
});

describe('what a figure counts', () => {
  it('are the pledges of its list, and nothing else', async () => {
    const all = await fundraising();
    const goods = { kind: 'goods', description: 'Paint', valueCents: 30_000 } as const;
    const free = { kind: 'money', amountCents: 50_000, instalments: 1 } as const;
    const [offered, gold, own, paint, off, gone] = [
      await pledged(all, 1),
      await pledged(all, 2, { matchUpToCents: 10_000 }),
      await pledged(all, 3, { commitment: free }),
      await pledged(all, 4, { commitment: goods }),
      await pledged(all, 5, { commitment: { ...free, levelId: SILVER, amountCents: 100_000 } }),
      await pledged(all, 6),
    ];
    for (const one of [gold, own, paint, off]) await all.acceptPledge(one);
    await all.recordPayment({ ...own, request: aPayment(50_000), key: 'key-of-payment-0123456789' });
    await all.writeOffPledge({ ...off, reason: 'closed down' });
    await all.declinePledge({ ...gone, reason: 'no' });
    const { pledges } = await all.ports.ledger.parts(campaignId());
    const ids = (...shown: Parameters<typeof whichPledges> extends [unknown, ...infer Rest] ? Rest : never) =>
      whichPledges(pledges, ...shown)
        .map(({ pledgeId }) => pledgeId)
        .toSorted();
    const sorted = (...of: readonly { readonly pledgeId: string }[]) => of.map(({ pledgeId }) => pledgeId).toSorted();
    expect(ids('all')).toHaveLength(6);
    expect(ids('counting')).toEqual(sorted(gold, own, paint));
    expect(ids('counting')).toHaveLength((await all.ports.ledger.account(campaignId())).totals.sponsors);
    expect(ids('open')).toEqual(sorted(gold));
    expect(ids('paid')).toEqual(sorted(own));
    expect(ids('match')).toEqual(sorted(gold));
    expect(ids('goods')).toEqual(sorted(paint));
    expect(ids('all', GOLD)).toEqual(sorted(offered, gold));
    expect(ids('all', GOLD)).toHaveLength((await all.ports.ledger.account(campaignId())).levels[GOLD] ?? 0);
    expect(ids('all', SILVER)).toEqual(sorted(off));
    expect(ids('all', 'none')).toEqual(sorted(own));
  });

  it('of a week comes to what its bar shows, from Monday to Sunday', async () => {
    const all = await fundraising();
    const one = await pledged(all, 1, { commitment: { kind: 'money', amountCents: 50_000, instalments: 1 } });
    await all.acceptPledge(one);
    await all.recordGift({ request: aGiftRequest({ amountCents: 2_050 }), by: STAFF, key: 'key-of-gift-0123456789' });
    // March 1, 2027 is a Monday
    const week = await weekOfMoney(all.ports)(campaignId(), '2027-03-07' as Day);
    expect(week).toMatchObject({ startsOn: '2027-03-01', endsOn: '2027-03-07' });
    expect(week.moves.map(({ what, raisedCents, receivedCents }) => [what, raisedCents, receivedCents])).toEqual([
      ['accepted', 50_000, 0],
      ['gift-recorded', 2_050, 2_050],
    ]);
    expect((await weekOfMoney(all.ports)(campaignId(), '2027-03-08' as Day)).moves).toEqual([]);
    expect((await weekOfMoney(all.ports)(campaignId(), '2027-02-28' as Day)).moves).toEqual([]);
  });
});
