/** A campaign with its ledger, the operations on it, and random work by staff and sponsors that races and is repeated. */
import type { Campaign } from '#contracts/resources/campaign.ts';
import type { GiftRequest, PaymentRequest, PledgeRequest } from '#contracts/resources/pledge.ts';
import type { GiftId, PledgeId, SchoolId } from '#contracts/values.ts';
import { acceptPledge, cancelPledge, declinePledge, revisePledge, writeOffPledge } from '#domain/fundraising/decide-pledge.ts';
import { makePledge } from '#domain/fundraising/make-pledge.ts';
import type { Campaigns, Ledger, Photos } from '#domain/fundraising/ports.ts';
import { recordGift, refundGift } from '#domain/fundraising/record-gift.ts';
import { invoicePledge, recordPayment, refundPayment } from '#domain/fundraising/record-payment.ts';
import type { StaffHistory } from '#domain/ports.ts';
import { campaignId, levelId, schoolId } from './builders.ts';
import { type FundraisingSabotage, fakeFundraising } from './fake-fundraising.ts';
import { fakeStaffHistory } from './fake-history.ts';
import { fakeClock, fakeIds, fakePeople } from './fakes.ts';

export const STAFF = 'dana@riverbend.example';
export const GOLD = levelId(1);
export const SILVER = levelId(2);

/** Gold: three sponsors at most, with benefits worth something. Silver: any number. */
export const aCampaign = (with_: Partial<Campaign> = {}): Campaign => ({
  campaignId: campaignId(),
  slug: 'playground' as Campaign['slug'],
  status: 'open',
  title: { en: 'New playground', es: 'Un patio nuevo' },
  summary: { en: 'Swings for everybody', es: 'Columpios para todos' },
  story: { en: 'The old one is closed.', es: 'El de antes está cerrado.' },
  illustration: 'playground',
  buys: [{ label: { en: 'Swings', es: 'Columpios' }, priceCents: 420_000 }],
  goalCents: 4_800_000,
  opensAt: '2027-02-01T00:00:00Z',
  closesAt: '2027-06-01T00:00:00Z',
  levels: [
    {
      levelId: GOLD,
      name: { en: 'Gold', es: 'Oro' },
      amountCents: 250_000,
      benefits: [{ en: 'Banner', es: 'Lona' }],
      benefitValueCents: 10_000,
      limit: 3,
    },
    { levelId: SILVER, name: { en: 'Silver', es: 'Plata' }, amountCents: 100_000, benefits: [], benefitValueCents: 0 },
  ],
  contact: { name: 'Dana Whitfield', email: STAFF },
  version: 1,
  ...with_,
});

export const aPledgeRequest = (with_: Partial<PledgeRequest> = {}): PledgeRequest => ({
  campaignId: campaignId(),
  sponsor: { name: 'Corner Bakery', kind: 'business', contactName: 'Rosa Díaz', email: 'rosa@bakery.example' },
  commitment: { kind: 'money', levelId: GOLD, amountCents: 250_000, instalments: 2 },
  recognition: 'named',
  language: 'en' as PledgeRequest['language'],
  policy: true,
  consent: true,
  ...with_,
});

export const aGiftRequest = (with_: Partial<GiftRequest> = {}): GiftRequest => ({
  campaignId: campaignId(),
  amountCents: 5_000,
  method: 'cash',
  receivedOn: '2027-03-01' as GiftRequest['receivedOn'],
  language: 'en' as GiftRequest['language'],
  ...with_,
});

export const aPayment = (amountCents: number): PaymentRequest => ({
  amountCents,
  method: 'cheque',
  receivedOn: '2027-03-01' as PaymentRequest['receivedOn'],
});

/** All operations over these ports. */
export function operations(given: {
  readonly campaigns: Campaigns;
  readonly ledger: Ledger;
  readonly campaignHistory?: StaffHistory;
  readonly photos: Photos;
  readonly pause?: (ms: number) => Promise<void>;
}) {
  const clock = fakeClock();
  const isSchool = async (id: SchoolId) => [schoolId(1), schoolId(2)].includes(id);
  const known = { clock, ids: fakeIds(), people: fakePeople(), zone: 'America/Chicago', isSchool };
  const ports = { pause: async () => {}, campaignHistory: fakeStaffHistory(), ...given, ...known };
  return {
    ports,
    clock,
    makePledge: makePledge(ports),
    acceptPledge: acceptPledge(ports),
    declinePledge: declinePledge(ports),
    cancelPledge: cancelPledge(ports),
    revisePledge: revisePledge(ports),
    writeOffPledge: writeOffPledge(ports),
    invoicePledge: invoicePledge(ports),
    recordPayment: recordPayment(ports),
    refundPayment: refundPayment(ports),
    recordGift: recordGift(ports),
    refundGift: refundGift(ports),
  };
}
export type Operations = ReturnType<typeof operations>;

/** On fakes, with the campaign there. */
export async function fundraising(campaign: Partial<Campaign> = {}, sabotage: FundraisingSabotage = {}) {
  const fake = fakeFundraising(sabotage);
  await fake.campaigns.save(aCampaign(campaign));
  return operations(fake);
}

/** Makes one random command at a time out of what exists by then; `random` gives 0 to below 1. */
export function randomWork(all: Operations, random: () => number) {
  const pledges: PledgeId[] = [];
  const gifts: GiftId[] = [];
  const past: (() => Promise<unknown>)[] = [];
  let made = 0;
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const cents = (most: number): number => 100 + Math.floor(random() * (most - 100));

  const make = (): (() => Promise<unknown>) => {
    made += 1;
    const key = `key-${made.toString().padStart(16, '0')}`;
    // few at a time, so that their changes meet
    const pledgeId = pick(pledges.slice(-12));
    const giftId = pick(gifts.slice(-3));
    const move = pledgeId && { campaignId: campaignId(), pledgeId, by: STAFF };
    const dice = Math.floor(random() * 16);
    if (!move || dice < 3) return () => pledge(key, made);
    if (dice < 5) return () => gift(key);
    if (dice === 5 && giftId) {
      const refundedCents = cents(8_000);
      return () => all.refundGift({ campaignId: campaignId(), giftId, refundedCents, by: STAFF });
    }
    if (dice < 9) return () => all.acceptPledge(move);
    if (dice === 9) return () => all.declinePledge({ ...move, reason: 'not a fit' });
    if (dice === 10) return () => all.cancelPledge({ ...move, by: random() < 0.5 ? 'sponsor' : STAFF });
    if (dice === 11) return () => all.invoicePledge(move);
    if (dice === 12) return () => all.writeOffPledge({ ...move, reason: 'closed down' });
    if (dice === 13) {
      const request = aPayment(cents(200_000));
      return () => all.refundPayment({ ...move, request, key });
    }
    if (dice === 14) {
      const levelId = pick([GOLD, SILVER, undefined]);
      const amountCents = 250_000 + cents(50_000);
      return () => all.revisePledge({ ...move, commitment: { kind: 'money', amountCents, instalments: 3, ...(levelId && { levelId }) } });
    }
    const request = aPayment(cents(200_000));
    return () => all.recordPayment({ ...move, request, key });
  };

  const pledge = async (key: string, n: number): Promise<unknown> => {
    const goods = n % 7 === 0;
    const levelId = n % 2 === 0 ? GOLD : n % 3 === 0 ? SILVER : undefined;
    const result = await all.makePledge({
      request: aPledgeRequest({
        sponsor: { name: `Shop ${n}`, kind: 'business', contactName: 'Owner', email: `shop${n}@example.org` },
        commitment: goods
          ? { kind: 'goods', description: 'Paint', valueCents: 30_000 + n }
          : { kind: 'money', amountCents: 250_000 + n, instalments: 3, ...(levelId && { levelId }) },
        ...(n % 4 === 0 && { matchUpToCents: 7_000 + n }),
      }),
      key: { kind: 'api', value: key },
    });
    if (result.ok) pledges.push(result.value.pledgeId);
    return result;
  };
  const gift = async (key: string): Promise<unknown> => {
    const result = await all.recordGift({
      request: aGiftRequest({ amountCents: 1_000 + Math.floor(key.length * 37) + made }),
      by: STAFF,
      key,
    });
    if (result.ok) gifts.push(result.value.giftId);
    return result;
  };

  /** A new command, or, in one of five cases, one that ran before. */
  return (): (() => Promise<unknown>) => {
    const again = random() < 0.2 ? pick(past) : undefined;
    const command = again ?? make();
    if (!again) past.push(command);
    return command;
  };
}
