/** Each move of a pledge from each state it can be in: what becomes of it, or that it is refused, is done already, or changes nothing. */
import { describe, expect, it } from 'vitest';
import { cancelPledge } from '#domain/fundraising/decide-pledge.ts';
import { inState } from '#domain/fundraising/pledge-states.ts';
import type { Pledge } from '#domain/fundraising/ports.ts';
import { receiveGoods } from '#domain/fundraising/record-payment.ts';
import type { Result } from '#domain/result.ts';
import { campaignId } from '#test/support/builders.ts';
import { aGiftRequest, aPayment, aPledgeRequest, fundraising, type Operations, STAFF } from '#test/support/fundraising.ts';

type Move = { readonly campaignId: ReturnType<typeof campaignId>; readonly pledgeId: Pledge['pledgeId']; readonly by: string };
type Step = (all: Operations, move: Move) => Promise<Result<Pledge, { readonly code: string }>>;

const pay =
  (amountCents: number, key: string): Step =>
  (all, move) =>
    all.recordPayment({ ...move, request: aPayment(amountCents), key: `${key}-0123456789` });
const accept: Step = (all, move) => all.acceptPledge(move);
const invoice: Step = (all, move) => all.invoicePledge(move);
const writeOff: Step = (all, move) => all.writeOffPledge({ ...move, reason: 'closed down' });

/** A pledge of 1,000 dollars, brought into each state. */
const STATES: Readonly<Record<string, readonly Step[]>> = {
  offered: [],
  accepted: [accept],
  declined: [(all, move) => all.declinePledge(move)],
  cancelled: [(all, move) => all.cancelPledge(move)],
  invoiced: [accept, invoice],
  'part-paid': [accept, invoice, pay(40_000, 'part')],
  fulfilled: [accept, invoice, pay(100_000, 'all')],
  'written-off': [accept, invoice, pay(40_000, 'part'), writeOff],
};

const MOVES: Readonly<Record<string, Step>> = {
  accept,
  decline: (all, move) => all.declinePledge({ ...move, reason: 'not a fit' }),
  cancel: (all, move) => all.cancelPledge(move),
  revise: (all, move) => all.revisePledge({ ...move, commitment: { kind: 'money', amountCents: 90_000, instalments: 1 }, reason: 'asked' }),
  invoice,
  'pay a part': pay(30_000, 'more'),
  'pay the rest': pay(60_000, 'rest'),
  'give back': (all, move) => all.refundPayment({ ...move, request: aPayment(40_000), key: 'back-0123456789' }),
  'write off': writeOff,
  'take goods': (all, move) => receiveGoods(all.ports)({ ...move, deliveredOn: aPayment(1).receivedOn }),
};

const NOT_NOW = 'pledge.not-allowed-now';
const TOO_MUCH = 'payment.too-much';
/** The state after it; `=`: done before, nothing changes; or the refusal. What is not here is refused as not allowed now. */
const TABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  offered: { accept: 'accepted', decline: 'declined', cancel: 'cancelled', revise: 'offered' },
  accepted: {
    accept: '=',
    cancel: 'cancelled',
    revise: 'accepted',
    invoice: 'invoiced',
    'pay a part': 'part-paid',
    'pay the rest': 'part-paid',
    'give back': TOO_MUCH,
    'write off': 'written-off',
  },
  declined: { decline: '=' },
  cancelled: { cancel: '=' },
  invoiced: {
    accept: '=',
    invoice: '=',
    'pay a part': 'part-paid',
    'pay the rest': 'part-paid',
    'give back': TOO_MUCH,
    'write off': 'written-off',
  },
  'part-paid': {
    accept: '=',
    invoice: '=',
    'pay a part': 'part-paid',
    'pay the rest': 'fulfilled',
    'give back': 'invoiced',
    'write off': 'written-off',
  },
  fulfilled: { accept: '=', invoice: '=', 'pay a part': TOO_MUCH, 'pay the rest': TOO_MUCH, 'give back': 'part-paid' },
  'written-off': { 'pay a part': 'written-off', 'pay the rest': 'written-off', 'give back': 'written-off', 'write off': '=' },
};

async function pledgeIn(steps: readonly Step[], with_: Parameters<typeof aPledgeRequest>[0] = {}) {
  const all = await fundraising();
  const made = await all.makePledge({
    request: aPledgeRequest({ commitment: { kind: 'money', amountCents: 100_000, instalments: 2 }, ...with_ }),
    key: { kind: 'api', value: 'pledge-0123456789' },
  });
  if (!made.ok) throw new Error(made.error.code);
  const move = { campaignId: campaignId(), pledgeId: made.value.pledgeId, by: STAFF };
  for (const step of steps) expect(await step(all, move)).toMatchObject({ ok: true });
  const now = async () => {
    const pledge = await all.ports.ledger.pledge(campaignId(), move.pledgeId);
    if (!pledge) throw new Error('the pledge is gone');
    return pledge;
  };
  return { all, move, now };
}

describe.each(Object.entries(STATES))('a pledge that is %s', (state, steps) => {
  it.each(Object.entries(MOVES))('%s', async (name, run) => {
    const { all, move, now } = await pledgeIn(steps);
    const before = await now();
    expect(before.state).toBe(state);
    const answer = await run(all, move);
    const after = await now();
    const changed = after.version - before.version;
    const expected = TABLE[state]?.[name] ?? NOT_NOW;
    expect(answer.ok ? (changed === 0 ? '=' : after.state) : answer.error.code).toBe(expected);
    // an answer is what is kept now; a refusal and a repeat change nothing, anything else makes one version
    expect(answer.ok ? answer.value : after).toEqual(after);
    expect(changed).toBe(answer.ok && expected !== '=' ? 1 : 0);
    expect(await all.ports.ledger.history(campaignId())).toHaveLength(after.version);
  });
});

describe('what a move notes', () => {
  it('is when staff accepted, and that nothing else happened yet', async () => {
    const { all, move, now } = await pledgeIn([]);
    const offered = await now();
    all.clock.advance(60_000);
    await all.acceptPledge(move);
    expect(await now()).toEqual({
      ...offered,
      version: 2,
      state: 'accepted',
      acceptedAt: '2027-03-01T12:01:00.000Z',
      matchUsedCents: 0,
      invoices: [],
      payments: [],
      reminders: [],
      benefitsGiven: [],
    });
  });

  it('is when staff declined and, if they said it, why', async () => {
    const { all, move, now } = await pledgeIn([]);
    const offered = await now();
    await all.declinePledge({ ...move, reason: 'not a fit' });
    expect(await now()).toEqual({ ...offered, version: 2, state: 'declined', declinedAt: '2027-03-01T12:00:00.000Z', reason: 'not a fit' });
    expect((await all.ports.ledger.history(campaignId())).at(-1)).toMatchObject({ what: 'declined', by: STAFF, reason: 'not a fit' });
    const silent = await pledgeIn([(other, its) => other.declinePledge(its)]);
    expect(await silent.now()).not.toHaveProperty('reason');
    expect((await silent.all.ports.ledger.history(campaignId())).at(-1)).not.toHaveProperty('reason');
  });

  it.each([
    ['sponsor', 'sponsor'],
    [STAFF, 'staff'],
  ])('is when it was taken back and that it was %s', async (by, told) => {
    const { all, move, now } = await pledgeIn([], { matchUpToCents: 5_000 });
    const offered = await now();
    await all.acceptPledge(move);
    await cancelPledge(all.ports)({ ...move, by });
    expect(await now()).toEqual({ ...offered, version: 3, state: 'cancelled', cancelledAt: '2027-03-01T12:00:00.000Z', by: told });
  });

  it('is when and why it was written off, with all that came', async () => {
    const { all, move, now } = await pledgeIn(STATES['part-paid'] ?? []);
    const before = await now();
    await all.writeOffPledge({ ...move, reason: 'closed down' });
    expect(await now()).toEqual({
      ...before,
      version: 5,
      state: 'written-off',
      writtenOffAt: '2027-03-01T12:00:00.000Z',
      reason: 'closed down',
    });
    expect((await all.ports.ledger.history(campaignId())).at(-1)).toMatchObject({ what: 'written-off', reason: 'closed down' });
  });

  it('is the revised sum with its reason, and the plan that follows from it', async () => {
    const { all, move, now } = await pledgeIn([]);
    await all.revisePledge({ ...move, commitment: { kind: 'money', amountCents: 90_000, instalments: 1 }, reason: 'asked' });
    expect((await now()).commitment).toEqual({
      kind: 'money',
      amountCents: 90_000,
      instalments: [{ dueOn: '2027-03-31', amountCents: 90_000 }],
    });
    expect((await all.ports.ledger.history(campaignId())).at(-1)).toMatchObject({ what: 'revised', reason: 'asked' });
  });
});

it('a pledge whose match doubled a gift can’t be taken back, only written off', async () => {
  const { all, move } = await pledgeIn([accept], { matchUpToCents: 5_000 });
  await all.recordGift({ request: aGiftRequest(), by: STAFF, key: 'gift-0123456789' });
  expect(await all.cancelPledge(move)).toEqual({ ok: false, error: { code: NOT_NOW } });
  expect(await writeOff(all, move)).toMatchObject({ ok: true, value: { state: 'written-off', matchUsedCents: 5_000 } });
});

it('a pledge of goods is fulfilled when they came, and no sooner', async () => {
  const goods = { commitment: { kind: 'goods', description: 'Paint', valueCents: 30_000 } } as const;
  const { all, move, now } = await pledgeIn([accept], goods);
  const take = MOVES['take goods'] as Step;
  expect(await invoice(all, move)).toEqual({ ok: false, error: { code: NOT_NOW } });
  expect(await pay(1, 'cent')(all, move)).toEqual({ ok: false, error: { code: TOO_MUCH } });
  expect(await take(all, move)).toMatchObject({ ok: true, value: { state: 'fulfilled', deliveredOn: '2027-03-01', version: 3 } });
  expect(await take(all, move)).toMatchObject({ ok: true, value: { version: 3 } });
  expect((await all.ports.ledger.history(campaignId())).at(-1)).toMatchObject({ what: 'delivered' });
  expect(inState(await now(), 'accepted', 'invoiced')).toBeUndefined();
});

it('goods with a match that was used are fulfilled when both came', async () => {
  const goods = { commitment: { kind: 'goods', description: 'Paint', valueCents: 30_000 }, matchUpToCents: 5_000 } as const;
  const { all, move, now } = await pledgeIn([accept], goods);
  await all.recordGift({ request: aGiftRequest({ amountCents: 4_000 }), by: STAFF, key: 'gift-0123456789' });
  await pay(4_000, 'match')(all, move);
  expect((await now()).state).toBe('part-paid');
  await (MOVES['take goods'] as Step)(all, move);
  expect((await now()).state).toBe('fulfilled');
});

it('nothing is done with a pledge that is not there', async () => {
  const { all, move } = await pledgeIn([]);
  const nobody = { ...move, campaignId: campaignId(2) };
  for (const run of Object.values(MOVES)) expect(await run(all, nobody)).toEqual({ ok: false, error: { code: 'pledge.not-found' } });
});
