/** Each change of money is killed at each of its awaits, before and after the effect; whoever asked asks again. It then happened once, to the cent. */
import { describe, expect, it } from 'vitest';
import type { GiftId, PledgeId } from '#contracts/values.ts';
import { NOTHING, recount } from '#domain/fundraising/account.ts';
import { acceptPledge, declinePledge, revisePledge, writeOffPledge } from '#domain/fundraising/decide-pledge.ts';
import { historyEvent } from '#domain/fundraising/ledger-events.ts';
import { makePledge } from '#domain/fundraising/make-pledge.ts';
import { withdrawPledge } from '#domain/fundraising/my-pledge.ts';
import type { Happening, Ledger } from '#domain/fundraising/ports.ts';
import { compared, daysOf } from '#domain/fundraising/reconcile.ts';
import { recordGift, refundGift } from '#domain/fundraising/record-gift.ts';
import { invoicePledge, receiveGoods, recordPayment, refundPayment } from '#domain/fundraising/record-payment.ts';
import type { Result } from '#domain/result.ts';
import { campaignId } from '#test/support/builders.ts';
import { type Fault, Killed, withFault } from '#test/support/faults.ts';
import { aGiftRequest, aPayment, aPledgeRequest, fundraising, type Operations, SILVER, STAFF } from '#test/support/fundraising.ts';

type Ports = Operations['ports'];
interface Here {
  readonly all: Operations;
  /** The pledge it is about, offered by the bakery. */
  readonly move: { readonly campaignId: ReturnType<typeof campaignId>; readonly pledgeId: PledgeId; readonly by: string };
  /** A gift of 50 dollars that the match of another pledge doubled. */
  readonly giftId: GiftId;
}
type Answer = Promise<Result<unknown, { readonly code: string }>>;
interface Operation {
  readonly before?: (here: Here) => Promise<unknown>;
  readonly run: (ports: Ports, here: Here) => Answer;
  readonly what: Happening;
}

const key = (name: string): string => `${name}-0123456789abcdef`;
const accepted = ({ all, move }: Here) => all.acceptPledge(move);
const paid = async (here: Here) => {
  await accepted(here);
  await here.all.recordPayment({ ...here.move, request: aPayment(100_000), key: key('earlier') });
};

const OPERATIONS: Readonly<Record<string, Operation>> = {
  'making a pledge': {
    run: (ports) => makePledge(ports)({ request: shop('Hardware'), key: { kind: 'form', value: key('form') } }),
    what: 'made',
  },
  'accepting it': { run: (ports, { move }) => acceptPledge(ports)(move), what: 'accepted' },
  'declining it': { run: (ports, { move }) => declinePledge(ports)({ ...move, reason: 'not a fit' }), what: 'declined' },
  'withdrawing it': { run: (ports, { move }) => withdrawPledge(ports)(move), what: 'cancelled' },
  'moving it to another level': {
    before: accepted,
    run: (ports, { move }) =>
      revisePledge(ports)({ ...move, commitment: { kind: 'money', levelId: SILVER, amountCents: 120_000, instalments: 1 } }),
    what: 'revised',
  },
  'invoicing it': { before: accepted, run: (ports, { move }) => invoicePledge(ports)(move), what: 'invoiced' },
  'recording a payment': {
    before: accepted,
    run: (ports, { move }) => recordPayment(ports)({ ...move, request: aPayment(100_000), key: key('payment') }),
    what: 'paid',
  },
  'giving a payment back': {
    before: paid,
    run: (ports, { move }) => refundPayment(ports)({ ...move, request: aPayment(40_000), key: key('refund') }),
    what: 'refunded',
  },
  'writing it off': {
    before: paid,
    run: (ports, { move }) => writeOffPledge(ports)({ ...move, reason: 'closed down' }),
    what: 'written-off',
  },
  'receiving goods': {
    before: async (here) => {
      await here.all.revisePledge({ ...here.move, commitment: { kind: 'goods', description: 'Paint', valueCents: 30_000 } });
      await accepted(here);
    },
    run: (ports, { move }) => receiveGoods(ports)({ ...move, deliveredOn: aPayment(1).receivedOn }),
    what: 'delivered',
  },
  'recording a gift that a match doubles': {
    run: (ports) => recordGift(ports)({ request: aGiftRequest({ amountCents: 7_500 }), by: STAFF, key: key('gift') }),
    what: 'gift-recorded',
  },
  'giving a doubled gift back': {
    run: (ports, { giftId }) => refundGift(ports)({ campaignId: campaignId(), giftId, refundedCents: 2_000, by: STAFF }),
    what: 'gift-refunded',
  },
};

const shop = (name: string, matchUpToCents?: number) =>
  aPledgeRequest({
    sponsor: { name, kind: 'business', contactName: 'Owner', email: `owner@${name.toLowerCase()}.example` },
    commitment: { kind: 'money', amountCents: 60_000, instalments: 3 },
    ...(matchUpToCents !== undefined && { matchUpToCents }),
  });

/** A campaign with a pledge that is offered, another one whose match doubles gifts up to 100 dollars, and a gift that it doubled. */
async function prepared({ before }: Pick<Operation, 'before'>): Promise<Here> {
  const all = await fundraising();
  const made = await all.makePledge({ request: aPledgeRequest(), key: { kind: 'api', value: key('own') } });
  const matching = await all.makePledge({ request: shop('Books', 10_000), key: { kind: 'api', value: key('match') } });
  if (!made.ok || !matching.ok) throw new Error('nothing to work with');
  await all.acceptPledge({ campaignId: campaignId(), pledgeId: matching.value.pledgeId, by: STAFF });
  const gift = await all.recordGift({ request: aGiftRequest(), by: STAFF, key: key('first') });
  if (!gift.ok || gift.value.matched.length !== 1) throw new Error('the gift was not doubled');
  const here = { all, move: { campaignId: campaignId(), pledgeId: made.value.pledgeId, by: STAFF }, giftId: gift.value.giftId };
  await before?.(here);
  return here;
}

/** Everything there is in the end; throws where the account is not the sum of its parts, or a number of an invoice is lost or stands twice. */
async function remains({ all: { ports } }: Here) {
  const { ledger } = ports;
  const [parts, account, history, days, last] = await Promise.all([
    ledger.parts(campaignId()),
    ledger.account(campaignId()),
    ledger.history(campaignId()),
    ledger.days(campaignId()),
    ledger.lastInvoice(2027),
  ]);
  const made = { campaignId: campaignId(), ...recount(parts.pledges, parts.gifts), days: daysOf(history) };
  const numbers = parts.pledges.flatMap((one) => ('invoices' in one ? one.invoices.map(({ number }) => number) : [])).sort();
  expect(compared(account, days, made)).toMatchObject({ exact: true, wrong: [] });
  expect(numbers).toEqual(Array.from({ length: last }, (_, n) => `2027-${String(n + 1).padStart(4, '0')}`));
  expect(new Set(history.map((entry) => historyEvent(entry).id)).size).toBe(history.length);
  return { parts, account, history, days, last };
}

/** Others go on meanwhile: a sponsor more, their invoice, a gift that uses the match, and the next day comes. */
async function othersWork({ all }: Here): Promise<void> {
  all.clock.advance(24 * 3_600_000);
  const made = await all.makePledge({ request: shop('Garage'), key: { kind: 'api', value: key('other') } });
  if (!made.ok) throw new Error(made.error.code);
  const move = { campaignId: campaignId(), pledgeId: made.value.pledgeId, by: STAFF };
  await all.acceptPledge(move);
  await all.invoicePledge(move);
  await all.recordGift({ request: aGiftRequest({ amountCents: 1_000 }), by: STAFF, key: key('other') });
}

/** Runs `run` until the fault strikes; undefined when it got through without meeting it. */
async function killed(here: Here, { run }: Operation, fault: Fault, between: (ports: Ports) => Ports = (ports) => ports) {
  const { ports, counter } = withFault(here.all.ports, fault);
  const { version } = await here.all.ports.ledger.account(campaignId());
  try {
    await run(between(ports), here);
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
  // calls in flight when it died still reach their tables
  await new Promise((resolve) => setImmediate(resolve));
  return counter.struck ? { written: (await here.all.ports.ledger.account(campaignId())).version > version } : undefined;
}

/** All kills of an operation, one after the other, each over a world of its own. */
async function* kills(operation: Operation, between?: (ports: Ports) => Ports) {
  for (let call = 1, struck = true; struck; call += 1) {
    for (const when of ['before', 'after'] as const) {
      const here = await prepared(operation);
      const found = await killed(here, operation, { call, when }, between);
      struck = found !== undefined;
      if (!found) break;
      yield { here, name: `${when} call ${call}`, ...found };
    }
  }
}

describe.each(Object.entries(OPERATIONS))('%s', (_, operation) => {
  it('killed at any await and asked for again leaves what it leaves without that, and answers the same', async () => {
    const clean = await prepared(operation);
    const answer = await operation.run(clean.all.ports, clean);
    expect(answer.ok).toBe(true);
    const expected = await remains(clean);
    const died = { unwritten: 0, written: 0 };
    for await (const { here, name, written } of kills(operation)) {
      died[written ? 'written' : 'unwritten'] += 1;
      expect.soft(await operation.run(here.all.ports, here), name).toEqual(answer);
      expect.soft(await remains(here), name).toEqual(expected);
    }
    // a run in which it never died, or never with its answer lost, would show nothing
    expect(died.unwritten).toBeGreaterThanOrEqual(4);
    expect(died.written).toBeGreaterThanOrEqual(1);
  });

  it('killed at any await, and asked for again after others went on, happened once', async () => {
    const clean = await prepared(operation);
    await operation.run(clean.all.ports, clean);
    const { about } = (await remains(clean)).history.at(-1) ?? {};
    for await (const { here, name } of kills(operation)) {
      const earlier = (await remains(here)).history.filter((one) => one.about === about && one.what === operation.what);
      await othersWork(here);
      expect.soft(await operation.run(here.all.ports, here), name).toMatchObject({ ok: true });
      const { history } = await remains(here);
      const entries = history.filter((one) => one.about === about && one.what === operation.what);
      expect.soft(entries, name).toHaveLength(1);
      // what was written before the kill is not written over by the repeat
      expect.soft(entries.slice(0, earlier.length), name).toEqual(earlier);
    }
  });
});

/** Every change in two writes instead of one: first the account, then what it is about. */
function inTwo(ports: Ports): Ports {
  const change: Ledger['change'] = async ({ campaignId: id, account, ...parts }) => {
    const outcome = await ports.ledger.change({ campaignId: id, account, pledges: [], history: [] });
    const nothing = { add: NOTHING, levels: [], matches: [] };
    return outcome === 'done' ? ports.ledger.change({ campaignId: id, account: nothing, ...parts }) : outcome;
  };
  return { ...ports, ledger: { ...ports.ledger, change } };
}

it.each(['accepting it', 'recording a payment', 'recording a gift that a match doubles', 'giving a doubled gift back'])(
  '%s in two writes instead of one is seen to leave a wrong account behind',
  async (name) => {
    const operation = OPERATIONS[name] as Operation;
    let wrong = 0;
    for await (const { here } of kills(operation, inTwo)) {
      await operation.run(here.all.ports, here);
      await remains(here).catch(() => {
        wrong += 1;
      });
    }
    expect(wrong).toBeGreaterThan(0);
  },
);
