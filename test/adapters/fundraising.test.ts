/** Campaigns and their ledger, in memory and on DynamoDB: the same promises, kept by the same suite; then what only the engine can show. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fundraisingHistory } from '#adapters/dynamo/fundraising-history.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import { type Day, type Slug, UploadId } from '#contracts/values.ts';
import { NOTHING, recount } from '#domain/fundraising/account.ts';
import { decideLogo, incomingKey, removeLogo, takeLogo } from '#domain/fundraising/logo.ts';
import type { Campaigns, Ledger, Photos } from '#domain/fundraising/ports.ts';
import { compared, daysOf, rebuild, reconcile } from '#domain/fundraising/reconcile.ts';
import { remindOfDue } from '#domain/fundraising/reminders.ts';
import type { StaffHistory } from '#domain/ports.ts';
import { campaignId } from '#test/support/builders.ts';
import { fundraisingOn, meetTransactions, rewriteTransactions, type TestEngine, testEngine } from '#test/support/dynoxide.ts';
import { fakeFundraising } from '#test/support/fake-fundraising.ts';
import { fakeStudio, fakeUploads } from '#test/support/fake-uploads.ts';
import { fakeClock } from '#test/support/fakes.ts';
import { seeded } from '#test/support/faults.ts';
import { aCampaign, aGiftRequest, aPayment, aPledgeRequest, GOLD, operations, randomWork, STAFF } from '#test/support/fundraising.ts';

interface Ports {
  readonly campaigns: Campaigns;
  readonly ledger: Ledger;
  readonly campaignHistory: StaffHistory;
  readonly photos: Photos;
}

let engine: TestEngine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.stop());

async function onEngine(change: (client: ReturnType<TestEngine['connect']>) => void = () => {}): Promise<Ports> {
  const { fundraising } = await engine.createTables();
  const client = engine.connect();
  change(client);
  return fundraisingOn(client, fundraising, fakeClock());
}

const key = (n: number): string => `key-${String(n).padStart(16, '0')}`;
const shop = (n: number) => ({ name: `Shop ${n}`, kind: 'business' as const, contactName: 'Owner', email: `shop${n}@example.org` });

async function started(make: () => Promise<Ports> | Ports) {
  const ports = await make();
  await ports.campaigns.save(aCampaign());
  return operations(ports);
}

const exactly = async ({ ports: { ledger } }: ReturnType<typeof operations>) => {
  const { pledges, gifts } = await ledger.parts(campaignId());
  const days = daysOf(await ledger.history(campaignId()));
  return compared(await ledger.account(campaignId()), await ledger.days(campaignId()), {
    campaignId: campaignId(),
    ...recount(pledges, gifts),
    days,
  });
};

describe.each<[string, () => Promise<Ports> | Ports]>([
  ['in memory', () => fakeFundraising()],
  ['on DynamoDB', () => onEngine()],
])('fundraising %s', (_, make) => {
  it('saves a campaign once per version, and no two with one slug', async () => {
    const { campaigns } = await make();
    expect(await campaigns.save(aCampaign())).toBe('saved');
    expect(await campaigns.save(aCampaign({ goalCents: 100 }))).toBe('version-conflict');
    expect(await campaigns.save(aCampaign({ version: 2, goalCents: 900_000 }))).toBe('saved');
    expect(await campaigns.save(aCampaign({ campaignId: campaignId(2) }))).toBe('slug-taken');
    expect(await campaigns.bySlug('playground' as Slug)).toEqual(aCampaign({ version: 2, goalCents: 900_000 }));
    expect(await campaigns.bySlug('nowhere' as Slug)).toBeUndefined();
  });

  const entry = (version = 1, by = STAFF): StaffHistoryEntry => ({
    at: '2027-03-01T12:00:00.000Z',
    by,
    what: version === 1 ? 'campaign.added' : 'campaign.changed',
    about: campaignId(),
    ref: String(version),
    changes: [{ field: 'goalCents', before: 100, after: 4_800_000 }],
  });

  it('keeps a save and its history together: one that comes too late, or wants the slug of another, leaves neither', async () => {
    const { campaigns, campaignHistory } = await make();
    expect(await campaigns.save(aCampaign(), entry())).toBe('saved');
    expect(await campaigns.save(aCampaign({ goalCents: 100 }), entry(1, 'luis@riverbend.example'))).toBe('version-conflict');
    expect(await campaigns.save(aCampaign({ campaignId: campaignId(2) }), { ...entry(), about: campaignId(2) })).toBe('slug-taken');
    expect(await campaignHistory.about(campaignId())).toEqual([entry()]);
    expect(await campaignHistory.about(campaignId(2))).toEqual([]);
    expect([await campaigns.find(campaignId()), await campaigns.find(campaignId(2))]).toEqual([aCampaign(), undefined]);
  });

  it('says saved to the same save again, and its history stands once', async () => {
    const { campaigns, campaignHistory } = await make();
    for (let n = 0; n < 2; n += 1) expect(await campaigns.save(aCampaign(), entry())).toBe('saved');
    expect(await campaignHistory.about(campaignId())).toHaveLength(1);
  });

  it('keeps drafts in a list of their own, and each campaign in one of the two', async () => {
    const { campaigns } = await make();
    const draft = aCampaign({ status: 'draft' });
    await campaigns.save(draft);
    expect([await campaigns.drafts(), await campaigns.listed()]).toEqual([[draft], []]);
    await campaigns.save(aCampaign({ version: 2 }));
    expect(await campaigns.drafts()).toEqual([]);
    expect(await campaigns.find(campaignId())).toMatchObject({ status: 'open' });
  });

  it('notes once that everyone was told what became of it, with its history', async () => {
    const { campaigns, ledger, campaignHistory } = await make();
    await campaigns.save(aCampaign());
    const told = { ...entry(), what: 'campaign.impact-told', ref: 'impact' } as const;
    expect(await ledger.tellImpact(campaignId(), entry().at, told)).toBe('done');
    const later = '2027-03-02T12:00:00.000Z';
    expect(await ledger.tellImpact(campaignId(), later, { ...told, at: later })).toBe('done');
    expect(await ledger.account(campaignId())).toMatchObject({ impactToldAt: entry().at });
    expect(await campaignHistory.about(campaignId())).toEqual([told]);
  });

  it('lists the gifts of a campaign, and of no other, in the order in which they were recorded', async () => {
    const all = await started(make);
    for (const n of [1, 2, 3]) {
      await all.recordGift({ request: aGiftRequest({ amountCents: 1_000 * n }), by: STAFF, key: key(n) });
      all.clock.advance(1_000);
    }
    expect((await all.ports.ledger.gifts(campaignId())).map(({ amountCents }) => amountCents)).toEqual([1_000, 2_000, 3_000]);
    expect(await all.ports.ledger.gifts(campaignId(2))).toEqual([]);
  });

  it('lists what is not a draft, what ends first first', async () => {
    const { campaigns } = await make();
    await campaigns.save(aCampaign({ closesAt: '2027-06-02T00:00:00Z' }));
    await campaigns.save(aCampaign({ campaignId: campaignId(2), slug: 'books' as Slug, status: 'closed' }));
    await campaigns.save(aCampaign({ campaignId: campaignId(3), slug: 'draft' as Slug, status: 'draft' }));
    expect((await campaigns.listed()).map((one) => one.campaignId)).toEqual([campaignId(2), campaignId(1)]);
  });

  it('keeps a pledge as it was made, and moves it through its whole life', async () => {
    const all = await started(make);
    const made = await all.makePledge({ request: aPledgeRequest({ matchUpToCents: 100_000 }), key: { kind: 'form', value: key(1) } });
    if (!made.ok) throw new Error(made.error.code);
    const { pledgeId } = made.value;
    const move = { campaignId: campaignId(), pledgeId, by: STAFF };
    expect(await all.ports.ledger.pledge(campaignId(), pledgeId)).toEqual(made.value);
    await all.acceptPledge(move);
    await all.recordGift({ request: aGiftRequest({ amountCents: 30_000 }), by: STAFF, key: key(2) });
    await all.invoicePledge(move);
    await all.recordPayment({ ...move, request: aPayment(125_000), key: key(3) });
    const paid = await all.recordPayment({ ...move, request: aPayment(155_000), key: key(4) });
    expect(paid).toMatchObject({ ok: true, value: { state: 'fulfilled', version: 6, matchUsedCents: 30_000 } });
    expect(await all.ports.ledger.pledge(campaignId(), pledgeId)).toEqual(paid.ok && paid.value);
    expect((await all.ports.ledger.account(campaignId())).totals).toEqual({
      pledgedCents: 250_000,
      giftsCents: 30_000,
      matchedCents: 30_000,
      goodsCents: 0,
      receivedCents: 310_000,
      sponsors: 1,
      gifts: 1,
    });
    expect(await exactly(all)).toMatchObject({ exact: true });
    expect((await all.ports.ledger.history(campaignId())).map(({ what }) => what).toSorted()).toEqual(
      ['made', 'accepted', 'gift-recorded', 'invoiced', 'paid', 'paid'].toSorted(),
    );
    expect((await all.ports.ledger.historyOf(pledgeId)).map(({ what, version }) => [what, version])).toEqual([
      ['made', 1],
      ['accepted', 2],
      ['invoiced', 4],
      ['paid', 5],
      ['paid', 6],
    ]);
    expect(await all.ports.ledger.lastInvoice(2027)).toBe(1);
  });

  it('shows on the wall who is named and accepted, the largest first, and nobody else', async () => {
    const all = await started(make);
    const offer = async (n: number, amountCents: number, recognition: 'named' | 'anonymous', accepted: boolean) => {
      const made = await all.makePledge({
        request: aPledgeRequest({ sponsor: shop(n), commitment: { kind: 'money', amountCents, instalments: 1 }, recognition }),
        key: { kind: 'api', value: key(n) },
      });
      if (made.ok && accepted) await all.acceptPledge({ campaignId: campaignId(), pledgeId: made.value.pledgeId, by: STAFF });
      return made.ok ? made.value.pledgeId : undefined;
    };
    await offer(1, 50_000, 'named', true);
    await offer(2, 900_000, 'named', true);
    await offer(3, 300_000, 'anonymous', true);
    await offer(4, 400_000, 'named', false);
    const gone = await offer(5, 500_000, 'named', true);
    if (gone) await all.cancelPledge({ campaignId: campaignId(), pledgeId: gone, by: 'sponsor' });
    expect((await all.ports.ledger.wall(campaignId(), 10)).map(({ name }) => name)).toEqual(['Shop 2', 'Shop 1']);
    expect(await all.ports.ledger.wall(campaignId(), 1)).toHaveLength(1);
  });

  it('shows logos that were accepted, and only those', async () => {
    const all = await started(make);
    const made = await all.makePledge({ request: aPledgeRequest(), key: { kind: 'api', value: key(1) } });
    if (!made.ok) throw new Error(made.error.code);
    const move = { campaignId: campaignId(), pledgeId: made.value.pledgeId, by: STAFF };
    await all.acceptPledge(move);
    const ports = { ...all.ports, uploads: fakeUploads(), logoStudio: fakeStudio };
    const uploadId = UploadId.parse(`upl_${'a'.repeat(16)}`);
    ports.uploads.files.set(incomingKey({ ...move, uploadId }), Buffer.from('LOGO'));
    const taken = await takeLogo(ports)({ ...move, uploadId, uploadedAt: '2027-03-01T12:00:00Z', sizeBytes: 4 });
    const logo = taken.ok ? taken.value.logo : undefined;
    if (logo?.state !== 'to-check') throw new Error('the logo must be usable');
    expect((await all.ports.ledger.wall(campaignId(), 10)).map((one) => one.logo)).toEqual([undefined]);
    await decideLogo(ports)({ ...move, logoId: logo.logoId, decision: 'accept' });
    const { logoId, width, height } = logo;
    expect((await all.ports.ledger.wall(campaignId(), 10)).map((one) => one.logo)).toEqual([{ logoId, width, height }]);
    await removeLogo(ports)(move);
    expect((await all.ports.ledger.wall(campaignId(), 10)).map((one) => one.logo)).toEqual([undefined]);
  });

  it('finds whom to remind, those that wait longest first, and each once a time', async () => {
    const all = await started(make);
    const ids: string[] = [];
    for (const n of [1, 2, 3]) {
      all.clock.set(`2027-03-0${4 - n}T12:00:00Z`);
      const made = await all.makePledge({ request: aPledgeRequest({ sponsor: shop(n) }), key: { kind: 'api', value: key(n) } });
      if (!made.ok) throw new Error(made.error.code);
      const move = { campaignId: campaignId(), pledgeId: made.value.pledgeId, by: STAFF };
      ids.push(made.value.pledgeId);
      await all.acceptPledge(move);
      await all.invoicePledge(move);
    }
    const { ledger } = all.ports;
    const found = async (day: string, most = 10) => (await ledger.toRemind(day as Day, most)).map(({ pledgeId }) => pledgeId);
    expect(await found('2027-03-23')).toEqual([]);
    expect(await found('2027-03-25')).toEqual([ids[2], ids[1]]);
    expect(await found('2027-03-26')).toEqual([...ids].reverse());
    expect(await found('2027-03-26', 1)).toEqual([ids[2]]);
    all.clock.set('2027-03-26T17:00:00Z');
    expect(await remindOfDue(all.ports)()).toEqual({ reminded: 3, left: 0 });
    expect(await found('2027-03-26')).toEqual([]);
    // three days after the first was due
    expect(await found('2027-04-03')).toEqual([ids[2]]);
    expect(await exactly(all)).toMatchObject({ exact: true, wrong: [] });
  });

  it('lists for staff what counts, what needs a person, and what is overdue', async () => {
    const all = await started(make);
    const { ledger } = all.ports;
    const offer = async (n: number, amountCents: number) => {
      all.clock.advance(1_000);
      const commitment = { kind: 'money', amountCents, instalments: 1 } as const;
      const made = await all.makePledge({
        request: aPledgeRequest({ sponsor: shop(n), commitment, recognition: 'anonymous' }),
        key: { kind: 'api', value: key(n) },
      });
      if (!made.ok) throw new Error(made.error.code);
      return { campaignId: campaignId(), pledgeId: made.value.pledgeId, by: STAFF };
    };
    const [first, second, third] = [await offer(1, 10_000), await offer(2, 30_000), await offer(3, 20_000)];
    const needs = async (most = 10) => (await ledger.inNeed(most)).map((one) => `${one.sponsorName}: ${one.needs.join(', ')}`);
    expect(await needs()).toEqual(['Shop 1: decide', 'Shop 2: decide', 'Shop 3: decide']);
    expect(await needs(1)).toEqual(['Shop 1: decide']);
    for (const one of [second, third]) {
      all.clock.advance(1_000);
      await all.acceptPledge(one);
    }
    await all.declinePledge(first);
    expect(await needs()).toEqual(['Shop 2: invoice', 'Shop 3: invoice']);
    expect((await ledger.largest(campaignId(), 10)).map((one) => [one.sponsorName, one.owedCents])).toEqual([
      ['Shop 2', 30_000],
      ['Shop 3', 20_000],
    ]);
    for (const one of [second, third]) await all.invoicePledge(one);
    await all.recordPayment({ ...third, request: aPayment(5_000), key: key(9) });
    expect(await needs()).toEqual([]);
    const overdue = async (day: string) =>
      (await ledger.overdue(day as Day, 10)).map((one) => [one.sponsorName, one.dueOn, one.dueCents]).toSorted();
    expect(await overdue('2027-03-31')).toEqual([]);
    const late = [
      ['Shop 2', '2027-03-31', 30_000],
      ['Shop 3', '2027-03-31', 15_000],
    ];
    expect(await overdue('2027-04-01')).toEqual(late);
    await all.writeOffPledge({ ...second, reason: 'closed down' });
    expect(await overdue('2027-04-01')).toEqual(late.slice(1));
    // what was written off and never came counts for nothing
    expect((await ledger.largest(campaignId(), 10)).map((one) => [one.sponsorName, one.paidCents])).toEqual([['Shop 3', 5_000]]);
  });

  it('keeps what each day added, and makes two hundred days anew while gifts come', async () => {
    const all = await started(make);
    for (let n = 0; n < 5; n += 1) {
      all.clock.set(`2027-03-${10 + n}T18:00:00Z`);
      await all.recordGift({ request: aGiftRequest({ amountCents: 1_000 + n }), by: STAFF, key: key(n) });
    }
    expect((await all.ports.ledger.days(campaignId())).map(({ day, add }) => [day, add.giftsCents, add.gifts])).toEqual(
      [0, 1, 2, 3, 4].map((n) => [`2027-03-${10 + n}`, 1_000 + n, 1]),
    );
    const { ledger } = all.ports;
    const account = await ledger.account(campaignId());
    const days = Array.from({ length: 200 }, (_value, n) => ({
      day: new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10) as Day,
      add: { ...NOTHING, giftsCents: n + 1 },
    }));
    const wrong = { campaignId: campaignId(), totals: { ...NOTHING, giftsCents: 7 }, levels: {}, levelCents: {}, matches: {}, days };
    expect(await ledger.rebuild(wrong, account.version - 1)).toBe('stale');
    expect(await ledger.rebuild(wrong, account.version)).toBe('done');
    expect(await reconcile(all.ports)({ campaignId: campaignId() })).toMatchObject({ value: { exact: false } });
    const [made] = await Promise.all([
      rebuild(all.ports)({ campaignId: campaignId() }),
      all.recordGift({ request: aGiftRequest({ amountCents: 9_000 }), by: STAFF, key: key(9) }),
    ]);
    expect(made).toMatchObject({ ok: true, value: { exact: true } });
    expect(await exactly(all)).toMatchObject({ exact: true, wrong: [] });
    expect((await ledger.account(campaignId())).totals).toMatchObject({ giftsCents: 5 * 1_000 + 10 + 9_000, gifts: 6 });
  });

  it('sells a level of three to three of thirty who want it at once', async () => {
    const all = await started(make);
    const results = await Promise.all(
      Array.from({ length: 30 }, (_value, n) =>
        all.makePledge({ request: aPledgeRequest({ sponsor: shop(n) }), key: { kind: 'api', value: key(n) } }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(3);
    expect(new Set(results.flatMap((one) => (one.ok ? [] : [one.error.code])))).toEqual(new Set(['level.sold-out']));
    expect((await all.ports.ledger.account(campaignId())).levels[GOLD]).toBe(3);
  });

  it('gives numbers without gaps to invoices made at once', async () => {
    const all = await started(make);
    const ids = await Promise.all(
      Array.from({ length: 8 }, async (_value, n) => {
        const made = await all.makePledge({
          request: aPledgeRequest({ sponsor: shop(n), commitment: { kind: 'money', amountCents: 10_000, instalments: 1 } }),
          key: { kind: 'api', value: key(n) },
        });
        if (!made.ok) throw new Error(made.error.code);
        return made.value.pledgeId;
      }),
    );
    const numbers: string[] = [];
    for (const pledgeId of ids) await all.acceptPledge({ campaignId: campaignId(), pledgeId, by: STAFF });
    const invoiced = await Promise.all(ids.map((pledgeId) => all.invoicePledge({ campaignId: campaignId(), pledgeId, by: STAFF })));
    for (const one of invoiced) if (one.ok && 'invoices' in one.value) numbers.push(...one.value.invoices.map(({ number }) => number));
    expect(numbers.toSorted()).toEqual(Array.from({ length: 8 }, (_value, n) => `2027-000${n + 1}`));
  });
});

describe('the history of all, on DynamoDB', () => {
  it('has what staff changed in campaigns beside what they did to pledges, by month', async () => {
    const { fundraising } = await engine.createTables();
    const client = engine.connect();
    const ports = fundraisingOn(client, fundraising, fakeClock());
    const all = operations(ports);
    const added = {
      at: '2027-03-01T11:00:00.000Z',
      by: STAFF,
      what: 'campaign.added',
      about: campaignId(),
      ref: '1',
      changes: [],
    } as const;
    await ports.campaigns.save(aCampaign(), { ...added, changes: [] });
    await all.recordGift({ request: aGiftRequest(), by: STAFF, key: key(1) });
    const found = await fundraisingHistory(tableOn(client, fundraising)).inMonth('2027-03', 10);
    expect(found.map(({ what }) => what)).toEqual(['gift-recorded', 'campaign.added']);
    expect(found[1]).toEqual(added);
  });
});

describe('on DynamoDB', () => {
  // many short lives: what is recounted after each round of ten stays small
  it('ten thousand racing commands, a fifth of them repeats, leave the account exact after every round', { timeout: 300_000 }, async () => {
    let changes = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const all = await started(() => onEngine());
      const command = randomWork(all, seeded(seed));
      for (let round = 0; round < 25; round += 1) {
        await Promise.all(Array.from({ length: 10 }, () => command()()));
        expect(await exactly(all)).toMatchObject({ exact: true, wrong: [] });
      }
      changes += (await all.ports.ledger.account(campaignId())).version;
    }
    expect(changes).toBeGreaterThan(2_000);
  });

  it('nine of ten transactions meeting another one end in a bounded number of tries, and totals stay exact', async () => {
    const random = seeded(3);
    let tries = 0;
    let isMeeting = false;
    const all = await started(() =>
      onEngine((client) => {
        meetTransactions(client, () => {
          tries += 1;
          return isMeeting && random() < 0.9;
        });
      }),
    );
    isMeeting = true;
    const command = randomWork(all, random);
    const codes: unknown[] = [];
    for (let n = 0; n < 300; n += 1) {
      const before = tries;
      const result = (await command()()) as { ok: boolean; error?: { code: string } };
      expect(tries - before).toBeLessThanOrEqual(8);
      if (!result.ok) codes.push(result.error?.code);
    }
    expect(codes).toContain('request.conflict');
    expect(await exactly(all)).toMatchObject({ exact: true, wrong: [] });
    expect((await all.ports.ledger.account(campaignId())).version).toBeGreaterThan(50);
  });

  // every value of a condition must still be named in it, or the engine refuses the whole
  it.each<[string, RegExp, string]>([
    ['the limit of a level', /(#levels\.#level\d) < (:limit\d)/g, '$1 < $2 OR $1 >= $2'],
    ['the version of what is put', /^#version = :before$/, '#version = :before OR #version <> :before'],
  ])('is seen to go wrong without the condition on %s', async (_, condition, instead) => {
    const all = await started(() => onEngine((client) => rewriteTransactions(client, (text) => text.replace(condition, instead))));
    const command = randomWork(all, seeded(5));
    let wrong = false;
    for (let round = 0; round < 60 && !wrong; round += 1) {
      await Promise.allSettled(Array.from({ length: 10 }, () => command()()));
      wrong = !(await exactly(all)).exact || ((await all.ports.ledger.account(campaignId())).levels[GOLD] ?? 0) > 3;
    }
    expect(wrong).toBe(true);
  });

  it('recounting finds what somebody changed by hand', async () => {
    const all = await started(() => onEngine());
    await all.recordGift({ request: aGiftRequest(), by: STAFF, key: key(1) });
    expect(await reconcile(all.ports)({ campaignId: campaignId() })).toMatchObject({ ok: true, value: { exact: true } });
    const spoiled: Ledger = {
      ...all.ports.ledger,
      async account(id) {
        const account = await all.ports.ledger.account(id);
        return { ...account, totals: { ...account.totals, giftsCents: account.totals.giftsCents + 1 } };
      },
    };
    expect(await reconcile({ ledger: spoiled })({ campaignId: campaignId() })).toMatchObject({
      value: { exact: false, difference: { giftsCents: 1, receivedCents: 0 } },
    });
  });
});
