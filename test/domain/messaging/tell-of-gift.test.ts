/** Receipts and impact notes: one mail each, to those who can be written to, and to nobody else. */
import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '#contracts/events/index.ts';
import { giftFacts, pledgeFacts } from '#domain/fundraising/facts-for-mail.ts';
import { historyEvent } from '#domain/fundraising/ledger-events.ts';
import { saveMailPreferences } from '#domain/messaging/save-mail-preferences.ts';
import { type TellGiverPorts, tellOfGift, tellOfImpact } from '#domain/messaging/tell-of-gift.ts';
import { type PledgeEvent, type TellSponsorPorts, tellOfPledge } from '#domain/messaging/tell-of-pledge.ts';
import { campaignId, schoolId } from '#test/support/builders.ts';
import { fakePledgeLinks } from '#test/support/fake-fundraising.ts';
import { fakeMailer, fakeMailLedger } from '#test/support/fake-mail.ts';
import { aGiftRequest, aPayment, aPledgeRequest, fundraising, STAFF } from '#test/support/fundraising.ts';
import { fakeLetters } from '#test/support/world.ts';
import { district } from '#test/web/district.ts';

const over = { status: 'closed', impact: { en: 'Three swings stand.' }, schoolId: schoolId(1) } as const;

async function scene() {
  const all = await fundraising({ schoolId: schoolId(1) });
  const mailer = fakeMailer();
  const mailLedger = fakeMailLedger();
  const ports: TellGiverPorts & TellSponsorPorts = {
    mailLedger,
    preferences: mailLedger.preferences,
    zone: 'America/New_York',
    mailer,
    letters: fakeLetters,
    clock: all.clock,
    pause: async (ms) => all.clock.advance(ms),
    pledges: pledgeFacts(all.ports),
    gifts: giftFacts({ ...all.ports, district, schoolName: async (id) => (id === schoolId(1) ? 'Lincoln Elementary' : undefined) }),
    papers: { file: async (paper) => ({ filename: 'receipt.pdf', contentType: 'application/pdf', content: JSON.stringify(paper) }) },
    sponsorLinks: fakePledgeLinks(),
    siteUrl: district.siteUrl,
  };
  const give = async (email: string | undefined, n: number, amountCents = 5_000) => {
    const giver = { name: `Giver ${n}`, ...(email !== undefined && { email }) };
    const made = await all.recordGift({ request: aGiftRequest({ giver, amountCents }), by: STAFF, key: `gift-${n}-0123456789` });
    if (!made.ok) throw new Error(made.error.code);
    return made.value.giftId;
  };
  const pledge = async (email: string) => {
    const sponsor = { ...aPledgeRequest().sponsor, email };
    const made = await all.makePledge({ request: aPledgeRequest({ sponsor }), key: { kind: 'api', value: `key-of-${email}` } });
    if (!made.ok) throw new Error(made.error.code);
    const move = { campaignId: campaignId(), pledgeId: made.value.pledgeId, by: STAFF };
    await all.acceptPledge(move);
    return move;
  };
  /** The events of all that happened so far. */
  const events = async (): Promise<readonly DomainEvent[]> => (await all.ports.ledger.history(campaignId())).map(historyEvent);
  const gifts = async () =>
    (await events()).filter((one) => one.type === 'gift.recorded.v1' || one.type === 'gift.refunded.v1') as DomainEvent<
      'gift.recorded.v1' | 'gift.refunded.v1'
    >[];
  const { preferences } = mailLedger;
  return { all, ports, preferences, mailer, give, pledge, events, gifts };
}

describe('a gift', () => {
  it('whose giver’s address is known is followed by one receipt, however often the event comes', async () => {
    const { ports, mailer, give, gifts } = await scene();
    const giftId = await give('ana@example.org', 1, 12_345);
    for (const event of [...(await gifts()), ...(await gifts())]) await tellOfGift(ports)(event);
    expect(mailer.sent.map(({ key }) => key)).toEqual([`gift/${giftId}/1`]);
    const mail = mailer.sent[0]?.mail;
    expect(mail?.to).toEqual({ name: 'Giver 1', email: 'ana@example.org' });
    expect(JSON.parse(String(mail?.attachments?.[0]?.content))).toMatchObject({
      kind: 'receipt',
      number: giftId,
      schoolName: 'Lincoln Elementary',
      gift: { kind: 'money', amountCents: 12_345 },
      benefitValueCents: 0,
    });
  });

  it.each([
    ['without an address', undefined],
    ['of nobody known', null],
  ])('%s is followed by no mail', async (_, email) => {
    const { all, ports, mailer, give, gifts } = await scene();
    if (email === null) await all.recordGift({ request: aGiftRequest(), by: STAFF, key: 'gift-1-0123456789' });
    else await give(email, 1);
    for (const event of await gifts()) expect(await tellOfGift(ports)(event)).toEqual({ kind: 'skipped' });
    expect(mailer.sent).toEqual([]);
  });

  it('that is given back is told of, without another receipt', async () => {
    const { all, ports, mailer, give, gifts } = await scene();
    const giftId = await give('ana@example.org', 1);
    await all.refundGift({ campaignId: campaignId(), giftId, refundedCents: 1_000, by: STAFF });
    for (const event of await gifts()) await tellOfGift(ports)(event);
    expect(mailer.sent.map(({ key, mail }) => [key, mail.attachments?.length ?? 0])).toEqual([
      [`gift/${giftId}/1`, 1],
      [`gift/${giftId}/2`, 0],
    ]);
  });
});

describe('what became of a campaign', () => {
  const told = { data: { campaignId: campaignId() } } as DomainEvent<'campaign.impact-told.v1'>;

  it('is told once to each who gave: sponsors and givers, whatever they gave and however often', async () => {
    const { all, ports, mailer, give, pledge } = await scene();
    await pledge('rosa@bakery.example');
    const declined = await pledge('no@shop.example');
    await all.cancelPledge({ ...declined, by: 'sponsor' });
    await give('ana@example.org', 1);
    await give('Ana@Example.org', 2);
    await give('rosa@bakery.example', 3);
    await give(undefined, 4);
    const back = await give('gone@example.org', 5);
    await all.refundGift({ campaignId: campaignId(), giftId: back, refundedCents: 5_000, by: STAFF });
    const stored = await all.ports.campaigns.find(campaignId());
    if (stored) await all.ports.campaigns.save({ ...stored, ...over, version: stored.version + 1 });
    await tellOfImpact(ports)(told);
    await tellOfImpact(ports)(told);
    expect(mailer.sent.map(({ mail }) => mail.to.email.toLowerCase()).toSorted()).toEqual(['ana@example.org', 'rosa@bakery.example']);
    expect(mailer.sent.every(({ key }) => key.startsWith(`impact/${campaignId()}/`))).toBe(true);
  });

  it('is told to the rest when the one who told was cut off', async () => {
    const { ports, mailer, give } = await scene();
    for (let n = 1; n <= 12; n += 1) await give(`person${n}@example.org`, n);
    mailer.script('send', 'send', 'send', 'send', 'send', 'send', 'refuse');
    await expect(tellOfImpact(ports)(told)).rejects.toThrow();
    await tellOfImpact(ports)(told);
    expect(new Set(mailer.sent.map(({ mail }) => mail.to.email)).size).toBe(12);
    expect(mailer.sent).toHaveLength(12);
  });
});

describe('a reminder', () => {
  async function reminded() {
    const here = await scene();
    const move = await here.pledge('rosa@bakery.example');
    await here.all.invoicePledge(move);
    const event = {
      type: 'pledge.reminded.v1',
      id: `${move.pledgeId}:9`,
      data: { ...move, version: 9, dueOn: '2027-03-31', stage: 'before', nth: 1 },
    } as unknown as PledgeEvent;
    return { ...here, move, event };
  }

  it('tells what is missing of the part that is due', async () => {
    const { all, ports, mailer, move, event } = await reminded();
    await all.recordPayment({ ...move, request: aPayment(25_000), key: 'payment-0123456789' });
    await tellOfPledge(ports)(event);
    expect(JSON.parse(mailer.sent[0]?.mail.text ?? '{}').news).toEqual({
      about: 'reminded',
      stage: 'before',
      due: { dueOn: '2027-03-31', amountCents: 100_000 },
    });
  });

  it('is not sent when the part was paid in the meantime', async () => {
    const { all, ports, mailer, move, event } = await reminded();
    await all.recordPayment({ ...move, request: aPayment(125_000), key: 'payment-0123456789' });
    expect(await tellOfPledge(ports)(event)).toEqual({ kind: 'skipped' });
    expect(mailer.sent).toEqual([]);
  });
});

describe('whoever chose Spanish and only what is necessary', () => {
  it('is told of their pledge and their gift all the same, in Spanish', async () => {
    const { all, ports, preferences, mailer, pledge, give, events, gifts } = await scene();
    for (const email of ['shop@example.org', 'ana@example.org'])
      await saveMailPreferences({ preferences, clock: all.clock, languages: ['es'] })(await all.ports.people.identify(email), {
        reminders: 'none',
        thanks: false,
        language: 'es',
      });
    await pledge('shop@example.org');
    await give('ana@example.org', 1);
    const [made] = (await events()).filter(({ type }) => type === 'pledge.made.v1');
    await tellOfPledge(ports)(made as PledgeEvent);
    for (const event of await gifts()) await tellOfGift(ports)(event);
    expect(mailer.sent.map(({ mail }) => [mail.to.email, mail.language, JSON.parse(mail.text).language])).toEqual([
      ['shop@example.org', 'es', 'es'],
      ['ana@example.org', 'es', 'es'],
    ]);
  });
});
