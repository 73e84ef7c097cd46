/** When a pledge or gift no longer says who gave: at the boundaries, after runs that were missed, and wherever a run is cut off. */
import { describe, expect, it } from 'vitest';
import type { RetentionRules } from '#contracts/resources/retention.ts';
import type { Day, LogoId } from '#contracts/values.ts';
import { recount } from '#domain/fundraising/account.ts';
import { contactOfPledge, withoutContact } from '#domain/fundraising/contacts.ts';
import { forgetContact } from '#domain/fundraising/forget-person.ts';
import { logoKey } from '#domain/fundraising/logo.ts';
import { myPledge } from '#domain/fundraising/my-pledge.ts';
import type { Pledge } from '#domain/fundraising/ports.ts';
import { compared, daysOf } from '#domain/fundraising/reconcile.ts';
import { dueContacts, forgetOldContacts, keptFrom, MOST } from '#domain/fundraising/retention.ts';
import { campaignId } from '#test/support/builders.ts';
import { fakeOldContacts } from '#test/support/fake-fundraising.ts';
import { fakeUploads } from '#test/support/fake-uploads.ts';
import { Killed, withFault } from '#test/support/faults.ts';
import { aGiftRequest, aPayment, aPledgeRequest, fundraising, type Operations, STAFF } from '#test/support/fundraising.ts';

const RULES: RetentionRules = { booksYears: 7, offerDays: 400 };
const portsOf = (all: Operations) => ({
  ...all.ports,
  oldContacts: fakeOldContacts(all.ports, campaignId()),
  uploads: fakeUploads(),
  rules: RULES,
});

/** A pledge that was paid on 2027-03-01, one that was declined that day, one that is running, and a gift of that day. */
async function scene() {
  const all = await fundraising();
  const made = async (name: string, more = {}, matchUpToCents?: number) => {
    const sponsor = {
      name,
      kind: 'business',
      contactName: `Contact of ${name}`,
      email: `a@${name.toLowerCase()}.example`,
      ...more,
    } as const;
    const request = aPledgeRequest({
      sponsor,
      commitment: { kind: 'money', amountCents: 30_000, instalments: 1 },
      ...(matchUpToCents !== undefined && { matchUpToCents }),
    });
    const one = await all.makePledge({ request, key: { kind: 'api', value: `key-of-${name}-0123456789` } });
    if (!one.ok) throw new Error(one.error.code);
    return { campaignId: campaignId(), pledgeId: one.value.pledgeId, by: STAFF };
  };
  const paid = await made('Paid', { phone: '217-555-0199', address: '1 Old Road' });
  await all.acceptPledge(paid);
  await all.recordPayment({ ...paid, request: aPayment(30_000), key: 'key-of-a-payment-0123456789' });
  const declined = await made('Declined');
  await all.declinePledge(declined);
  const running = await made('Running');
  await all.acceptPledge(running);
  await all.recordGift({
    request: aGiftRequest({ giver: { name: 'Gil', email: 'gil@example.org' } }),
    by: STAFF,
    key: 'key-of-a-gift-0123456789',
  });
  return { all, ports: portsOf(all), paid, declined, running };
}

const exact = async ({ ports: { ledger } }: Operations) => {
  const { pledges, gifts } = await ledger.parts(campaignId());
  const account = await ledger.account(campaignId());
  const days = daysOf(await ledger.history(campaignId()));
  return compared(account, await ledger.days(campaignId()), { campaignId: campaignId(), ...recount(pledges, gifts), days }).exact;
};

describe('the first day that is still too young', () => {
  it.each([
    ['books', '2034-03-02', '2027-03-02'],
    ['books', '2028-02-29', '2021-02-29'],
    ['offer', '2028-04-04', '2027-03-01'],
    ['asked', '2027-03-01', '2027-03-02'],
  ] as const)('of %s on %s is %s', (kept, today, from) => expect(keptFrom(kept, today as Day, RULES)).toBe(from));
});

describe('a pledge or gift', () => {
  it('says who gave until it is over for long enough, and not a day longer', async () => {
    const { all, ports } = await scene();
    const due = async (at: string) => {
      all.clock.set(at);
      return (await dueContacts(ports)()).contacts.map(({ kept, id }) => `${kept} ${id.slice(0, 3)}`);
    };
    // noon in Chicago
    expect(await due('2028-04-04T18:00:00Z')).toEqual([]);
    expect(await due('2028-04-05T18:00:00Z')).toEqual(['offer plg']);
    expect(await due('2034-03-01T18:00:00Z')).toEqual(['offer plg']);
    expect((await due('2034-03-02T18:00:00Z')).toSorted()).toEqual(['books gft', 'books plg', 'offer plg']);
  });

  it('keeps its amounts and its sums, names the business and nobody else, and its link leads nowhere', async () => {
    const { all, ports, paid, running } = await scene();
    const { totals } = await ports.ledger.account(campaignId());
    all.clock.set('2034-03-02T18:00:00Z');
    expect(await forgetOldContacts(ports)()).toEqual({ forgotten: 3, left: 0 });
    const pledge = await ports.ledger.pledge(campaignId(), paid.pledgeId);
    expect(pledge).toMatchObject({ state: 'fulfilled', sponsor: { name: 'Paid', contactName: '—' }, payments: [{ amountCents: 30_000 }] });
    expect(JSON.stringify(await ports.ledger.parts(campaignId()))).not.toMatch(/Contact of (Paid|Declined)|217-555|Old Road|Gil|gil@/);
    expect(await ports.ledger.pledge(campaignId(), running.pledgeId)).toMatchObject({ sponsor: { contactName: 'Contact of Running' } });
    expect((await ports.ledger.account(campaignId())).totals).toEqual(totals);
    expect(await exact(all)).toBe(true);
    expect(await myPledge(ports)(paid)).toMatchObject({ ok: false, error: { code: 'link.invalid' } });
    // the next night finds nothing
    expect(await forgetOldContacts(ports)()).toEqual({ forgotten: 0, left: 0 });
  });

  it('of a person loses its logo with the file of it, one of a business keeps both', async () => {
    const { all, ports, paid } = await scene();
    const logoId = `lgo_${'x'.repeat(16)}` as LogoId;
    const key = logoKey(paid.pledgeId, logoId, 'webp');
    const stored = await ports.ledger.pledge(campaignId(), paid.pledgeId);
    if (!stored) throw new Error('no pledge');
    const sent = { uploadId: `upl_${'x'.repeat(16)}` as never, uploadedAt: '2027-03-01T12:00:00Z' };
    for (const [kind, stays] of [
      ['business', true],
      ['person', false],
    ] as const) {
      const pledge: Pledge = {
        ...stored,
        sponsor: { ...stored.sponsor, kind },
        logo: { ...sent, state: 'accepted', logoId, width: 1, height: 1 },
      };
      const ledger = { ...ports.ledger, pledge: async () => pledge, change: async () => ({ kind: 'done' }) as never };
      ports.uploads.files.set(key, Buffer.from('LOGO'));
      await forgetContact({ ...all.ports, uploads: ports.uploads, ledger })(campaignId(), paid.pledgeId);
      expect(ports.uploads.files.has(key)).toBe(stays);
    }
  });

  it('of somebody who asked while it was running goes as soon as it is over, however that ends', async () => {
    const { all, ports, running } = await scene();
    const asked = withoutContact((await ports.ledger.pledge(campaignId(), running.pledgeId)) as Pledge, '2027-03-01T12:00:00.000Z');
    expect(asked).toMatchObject({ sponsor: { contactName: 'Contact of Running' }, toForgetSince: '2027-03-01T12:00:00.000Z' });
    expect(contactOfPledge(asked as Pledge)).toBeUndefined();
    expect(withoutContact(asked as Pledge, '2027-03-02T12:00:00.000Z')).toBeUndefined();
    await ports.ledger.change({
      campaignId: campaignId(),
      pledges: [asked as Pledge],
      account: {
        add: {
          ...(await ports.ledger.account(campaignId())).totals,
          pledgedCents: 0,
          giftsCents: 0,
          matchedCents: 0,
          goodsCents: 0,
          receivedCents: 0,
          sponsors: 0,
          gifts: 0,
        },
        levels: [],
        matches: [],
      },
      history: [],
    });
    expect((await dueContacts(ports)()).contacts).toEqual([]);
    await all.writeOffPledge({ ...running, reason: 'closed down' });
    expect((await dueContacts(ports)()).contacts).toMatchObject([{ id: running.pledgeId, kept: 'asked' }]);
    await forgetOldContacts(ports)();
    expect(await ports.ledger.pledge(campaignId(), running.pledgeId)).toMatchObject({
      state: 'written-off',
      sponsor: { contactName: '—' },
    });
  });
});

it('that is over gives up what is open of its match: nobody could be asked for it', async () => {
  const { all, ports } = await scene();
  const matching = await all.makePledge({
    request: aPledgeRequest({ commitment: { kind: 'money', amountCents: 20_000, instalments: 1 }, matchUpToCents: 8_000 }),
    key: { kind: 'api', value: 'key-of-a-match-0123456789' },
  });
  if (!matching.ok) throw new Error(matching.error.code);
  const move = { campaignId: campaignId(), pledgeId: matching.value.pledgeId, by: STAFF };
  await all.acceptPledge(move);
  await all.recordPayment({ ...move, request: aPayment(20_000), key: 'key-of-its-payment-0123456789' });
  expect(Object.keys((await ports.ledger.account(campaignId())).matches)).toEqual([move.pledgeId]);
  all.clock.set('2034-03-02T18:00:00Z');
  await forgetOldContacts(ports)();
  expect((await ports.ledger.account(campaignId())).matches).toEqual({});
  expect(await exact(all)).toBe(true);
});

describe('a run', () => {
  it('takes no more than it can, says so, and leaves the rest to the next', async () => {
    const { ports } = await scene();
    const many = Array.from({ length: MOST + 5 }, (_, n) => ({
      campaignId: campaignId(),
      id: `gft_${String(n).padStart(16, '0')}` as never,
      kept: 'books' as const,
      finishedOn: '2020-01-01' as Day,
    }));
    const asked: number[] = [];
    const oldContacts = {
      over: async (kept: string, _day: Day, most: number) => {
        asked.push(most);
        return kept === 'books' ? many.slice(0, most) : [];
      },
    };
    const found = await dueContacts({ ...ports, oldContacts })();
    expect([found.contacts.length, found.complete]).toEqual([MOST, false]);
    expect(Math.max(...asked)).toBe(MOST + 1);
  });

  it('that is killed at any await is made up for by the next', async () => {
    let kills = 0;
    for (let call = 1, struck = true; struck; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const { all, ports } = await scene();
        all.clock.set('2034-03-02T18:00:00Z');
        const faulty = withFault(ports, { call, when });
        try {
          await forgetOldContacts(faulty.ports)();
        } catch (error) {
          if (!(error instanceof Killed)) throw error;
        }
        struck = faulty.counter.struck;
        if (!struck) break;
        kills += 1;
        await forgetOldContacts(ports)();
        expect((await dueContacts(ports)()).contacts, `${when} call ${call}`).toEqual([]);
        expect(await exact(all), `${when} call ${call}`).toBe(true);
      }
    }
    expect(kills).toBeGreaterThan(10);
  });
});
