/** Making pledges: when a campaign takes them, what a level asks for, and what a repeat is. */
import { describe, expect, it } from 'vitest';
import { previewPledge } from '#domain/fundraising/make-pledge.ts';
import { campaignId, levelId } from '#test/support/builders.ts';
import { aCampaign, aPledgeRequest, fundraising, GOLD, SILVER, STAFF } from '#test/support/fundraising.ts';

const key = (n: number) => ({ kind: 'api', value: `key-${n}-0123456789` }) as const;
const code = (outcome: { ok: true } | { ok: false; error: { code: string } }) => (outcome.ok ? 'ok' : outcome.error.code);
const silver = { kind: 'money', levelId: SILVER, amountCents: 100_000, instalments: 1 } as const;

describe('a campaign', () => {
  it.each([
    ['before it opens', '2027-01-31T23:59:59.999Z', 'campaign.not-open-yet'],
    ['the moment it opens', '2027-02-01T00:00:00Z', 'ok'],
    ['a moment before it closes', '2027-05-31T23:59:59.999Z', 'ok'],
    ['the moment it closes', '2027-06-01T00:00:00Z', 'campaign.closed'],
  ])('%s takes pledges or says why not', async (_, at, expected) => {
    const all = await fundraising();
    all.clock.set(at);
    expect(code(await previewPledge(all.ports)(aPledgeRequest()))).toBe(expected);
    expect(code(await all.makePledge({ request: aPledgeRequest(), key: key(1) }))).toBe(expected);
  });

  it.each([
    ['draft', 'campaign.not-found'],
    ['closed', 'campaign.closed'],
  ] as const)('that is %s takes none', async (status, expected) => {
    const all = await fundraising({ status });
    expect(code(await all.makePledge({ request: aPledgeRequest(), key: key(1) }))).toBe(expected);
  });

  it('that is not there takes none', async () => {
    const all = await fundraising();
    const request = aPledgeRequest({ campaignId: campaignId(2) });
    expect(code(await all.makePledge({ request, key: key(1) }))).toBe('campaign.not-found');
    expect(code(await previewPledge(all.ports)(request))).toBe('campaign.not-found');
  });
});

describe('a level', () => {
  it.each([
    ['less than it costs', { ...silver, amountCents: 99_999 }, { pointer: '/commitment/amountCents', code: 'amount.below-level' }],
    [
      'one that the campaign does not have',
      { ...silver, levelId: levelId(9) },
      { pointer: '/commitment/levelId', code: 'level.not-found' },
    ],
  ])('is not had for %s', async (_, commitment, field) => {
    const all = await fundraising();
    expect(await all.makePledge({ request: aPledgeRequest({ commitment }), key: key(1) })).toMatchObject({
      error: { code: 'request.invalid', fields: [{ ...field, detail: expect.stringMatching(/./) }] },
    });
    expect((await all.ports.ledger.parts(campaignId())).pledges).toEqual([]);
  });

  it('is had for what it costs and for more; without one any amount is welcome', async () => {
    const all = await fundraising();
    const asked = [silver, { ...silver, amountCents: 100_001 }, { kind: 'money', amountCents: 1, instalments: 1 } as const];
    for (const [n, commitment] of asked.entries()) {
      const made = await all.makePledge({ request: aPledgeRequest({ commitment }), key: key(n) });
      const { instalments, ...rest } = commitment;
      expect(made).toMatchObject({ ok: true, value: { commitment: { ...rest, instalments: [{ amountCents: rest.amountCents }] } } });
    }
    expect((await all.ports.ledger.account(campaignId())).levels).toEqual({ [SILVER]: 2 });
  });

  it('that has all its sponsors is sold out, and free again when one withdraws', async () => {
    const all = await fundraising({ levels: aCampaign().levels.map((level) => ({ ...level, limit: 1 })) });
    const first = await all.makePledge({ request: aPledgeRequest(), key: key(1) });
    expect(await all.makePledge({ request: aPledgeRequest(), key: key(2) })).toEqual({ ok: false, error: { code: 'level.sold-out' } });
    expect(code(await all.makePledge({ request: aPledgeRequest({ commitment: silver }), key: key(3) }))).toBe('ok');
    if (first.ok) await all.cancelPledge({ campaignId: campaignId(), pledgeId: first.value.pledgeId, by: 'sponsor' });
    expect(code(await all.makePledge({ request: aPledgeRequest(), key: key(2) }))).toBe('ok');
    expect((await all.ports.ledger.account(campaignId())).levels).toEqual({ [GOLD]: 1, [SILVER]: 1 });
  });

  it('is not taken by a preview', async () => {
    const all = await fundraising();
    expect(await previewPledge(all.ports)(aPledgeRequest())).toMatchObject({ ok: true, value: { kind: 'money', levelId: GOLD } });
    expect(await all.ports.ledger.account(campaignId())).toMatchObject({ version: 0 });
  });
});

describe('a pledge', () => {
  it('is kept as it was asked for, with who made it and when, and noted in the history', async () => {
    const all = await fundraising();
    const request = aPledgeRequest({ matchUpToCents: 7_000, recognition: 'anonymous' });
    const made = await all.makePledge({ request, key: key(1) });
    if (!made.ok) throw new Error(made.error.code);
    const { pledgeId } = made.value;
    expect(made.value).toEqual({
      pledgeId,
      campaignId: campaignId(),
      personId: await all.ports.people.identify('rosa@bakery.example'),
      submissionId: expect.any(String),
      fingerprint: all.ports.ids.fingerprint(request),
      sponsor: request.sponsor,
      commitment: {
        kind: 'money',
        levelId: GOLD,
        amountCents: 250_000,
        instalments: [
          { dueOn: '2027-03-31', amountCents: 125_000 },
          { dueOn: '2027-04-30', amountCents: 125_000 },
        ],
      },
      matchUpToCents: 7_000,
      recognition: 'anonymous',
      language: 'en',
      offeredAt: '2027-03-01T12:00:00.000Z',
      version: 1,
      state: 'offered',
    });
    expect(await all.ports.ledger.history(campaignId())).toEqual([
      expect.objectContaining({ about: pledgeId, version: 1, on: '2027-03-01', by: 'sponsor', what: 'made' }),
    ]);
  });

  it('is on the district’s day, not on that of the world', async () => {
    const all = await fundraising();
    all.clock.set('2027-03-02T05:59:59Z');
    await all.makePledge({ request: aPledgeRequest(), key: key(1) });
    expect((await all.ports.ledger.history(campaignId()))[0]?.on).toBe('2027-03-01');
  });

  it('asked for again is the same one, even after the campaign closed', async () => {
    const all = await fundraising();
    const made = await all.makePledge({ request: aPledgeRequest(), key: key(1) });
    all.clock.set('2027-06-02T00:00:00Z');
    expect(await all.makePledge({ request: aPledgeRequest(), key: key(1) })).toEqual(made);
  });

  it('is another one under another key, of another person, or from a form that says something else', async () => {
    const all = await fundraising();
    const other = aPledgeRequest({ commitment: silver });
    const of = (email: string) => aPledgeRequest({ commitment: silver, sponsor: { ...other.sponsor, email } });
    const form = { kind: 'form', value: key(1).value } as const;
    const asked = [
      { request: other, key: key(1) },
      { request: other, key: key(2) },
      { request: of('pat@bakery.example'), key: key(1) },
      { request: other, key: form },
      { request: of('pat@bakery.example'), key: form },
    ];
    const ids: unknown[] = [];
    for (const one of asked) {
      const made = await all.makePledge(one);
      ids.push(made.ok && made.value.pledgeId);
    }
    expect(new Set(ids).size).toBe(asked.length);
    // a program's key stands for one request
    expect(code(await all.makePledge({ request: aPledgeRequest(), key: key(1) }))).toBe('request-key.reused');
  });
});

it('another level is taken within its limit when staff revise, and the old one given back', async () => {
  const all = await fundraising({ levels: aCampaign().levels.map((level) => ({ ...level, limit: 1 })) });
  const made = await all.makePledge({ request: aPledgeRequest(), key: key(1) });
  await all.makePledge({ request: aPledgeRequest({ commitment: silver }), key: key(2) });
  if (!made.ok) throw new Error(made.error.code);
  const move = { campaignId: campaignId(), pledgeId: made.value.pledgeId, by: STAFF };
  expect(code(await all.revisePledge({ ...move, commitment: silver }))).toBe('level.sold-out');
  expect(code(await all.revisePledge({ ...move, commitment: { ...silver, amountCents: 1 } }))).toBe('request.invalid');
  expect(code(await all.revisePledge({ ...move, commitment: { kind: 'money', amountCents: 1, instalments: 1 } }))).toBe('ok');
  expect((await all.ports.ledger.account(campaignId())).levels).toEqual({ [GOLD]: 0, [SILVER]: 1 });
});
