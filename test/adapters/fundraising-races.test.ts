/** What meets in fundraising on DynamoDB: invoices of several campaigns, attempts that get lost; and what goes wrong without each guard. */
import { randomUUID } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jittered, pause } from '#adapters/system/pause.ts';
import type { Slug } from '#contracts/values.ts';
import { NOTHING } from '#domain/fundraising/account.ts';
import { campaignId } from '#test/support/builders.ts';
import { breakAttempts, fundraisingOn, rewriteTransactions, type TestEngine, testEngine } from '#test/support/dynoxide.ts';
import { fakeClock } from '#test/support/fakes.ts';
import { seeded } from '#test/support/faults.ts';
import { aCampaign, aGiftRequest, aPledgeRequest, type Operations, operations, randomWork, STAFF } from '#test/support/fundraising.ts';
import { keyOf, pledged, recounted, times } from './fundraising-work.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.stop());

async function onEngine(change: (client: DynamoDBClient) => void = () => {}): Promise<Operations> {
  const { fundraising } = await engine.createTables();
  const client = engine.connect();
  change(client);
  const all = operations({ ...fundraisingOn(client, fundraising, fakeClock()), pause: (ms) => pause(jittered(ms)) });
  await all.ports.campaigns.save(aCampaign());
  return all;
}

describe('invoices', () => {
  it('forty at once of four campaigns have the first forty numbers, each once', async () => {
    const all = await onEngine();
    const campaigns = times(4, (n) => campaignId(n + 1));
    for (const [n, id] of campaigns.entries()) await all.ports.campaigns.save(aCampaign({ campaignId: id, slug: `campaign-${n}` as Slug }));
    const moves = await Promise.all(times(40, (n) => pledged(all, n, campaigns[n % 4])));
    await Promise.all(moves.map((move) => all.acceptPledge(move)));
    let open = moves;
    for (let round = 0; open.length > 0 && round < 10; round += 1) {
      const answers = await Promise.all(open.map((move) => all.invoicePledge(move)));
      for (const one of answers) if (!one.ok) expect(one.error.code).toBe('request.conflict');
      open = open.filter((_, n) => !answers[n]?.ok);
    }
    expect(open).toEqual([]);
    const numbers = await Promise.all(
      campaigns.map(async (id) => {
        expect(await recounted(all, id)).toMatchObject({ exact: true });
        const invoices = await invoicesOf(all, id);
        expect(invoices.map(({ length }) => length)).toEqual(times(10, () => 1));
        return invoices.flat();
      }),
    );
    expect(numbers.flat().sort()).toEqual(times(40, (n) => `2027-${String(n + 1).padStart(4, '0')}`));
    expect(await all.ports.ledger.lastInvoice(2027)).toBe(40);
  });
});

/** Numbers, pledge by pledge. */
async function invoicesOf({ ports: { ledger } }: Operations, id = campaignId()): Promise<readonly (readonly string[])[]> {
  const { pledges } = await ledger.parts(id);
  return pledges.map((one) => ('invoices' in one ? one.invoices.map(({ number }) => number) : []));
}

describe('attempts that were lost and made again', () => {
  it.each([
    ['which the engine knows again', false],
    ['which the engine takes for others', true],
  ])('%s leave everything exact and every command answered', async (_, forgotten) => {
    const random = seeded(11);
    let lost = 0;
    const all = await onEngine((client) => {
      if (forgotten) forgetTokens(client);
      breakAttempts(client, (command, attempt) => {
        // never more than two of one call: the client's four attempts get through
        if (command !== 'TransactWriteItems' || attempt > 2 || random() >= 0.2) return undefined;
        lost += 1;
        return random() < 0.5 ? 'before' : 'after';
      });
    });
    const command = randomWork(all, random);
    // how many commands still write something depends on which came first
    for (let round = 0; round < 40 || (lost <= 30 && round < 200); round += 1) {
      await Promise.all(times(8, () => command()()));
      expect(await recounted(all)).toMatchObject({ exact: true, wrong: [] });
    }
    expect(lost).toBeGreaterThan(30);
  });
});

/** Each attempt has a token of its own, as if the engine had forgotten the one before. */
const forgetTokens = (client: DynamoDBClient): void =>
  client.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { body: Uint8Array };
      const text = new TextDecoder().decode(request.body);
      request.body = new TextEncoder().encode(text.replace(/(?<="ClientRequestToken":")[^"]*/, () => randomUUID()));
      return next(args);
    },
    { step: 'finalizeRequest', name: 'forgetTokens', priority: 'low' },
  );

/** What a condition says, what stands there instead, and whether something is not as it must be. Every value must still be named. */
const guards: readonly [string, RegExp, string, (all: Operations) => Promise<boolean>][] = [
  [
    'that it is new, a pledge asked for several times at once counts as several',
    /^attribute_not_exists\(pk\)$/,
    '$& OR attribute_exists(pk)',
    async (all) => {
      await Promise.all(times(4, () => all.makePledge({ request: aPledgeRequest(), key: { kind: 'api', value: keyOf(1) } })));
      return !(await recounted(all)).exact;
    },
  ],
  [
    'of its version, refunds of one gift at once are taken twice from the account',
    /^#version = :before$/,
    '$& OR #version <> :before',
    async (all) => {
      const gift = await all.recordGift({ request: aGiftRequest(), by: STAFF, key: keyOf(1) });
      if (!gift.ok) throw new Error(gift.error.code);
      const { giftId } = gift.value;
      await Promise.all(
        [1_000, 2_000, 3_000].map((refundedCents) => all.refundGift({ campaignId: campaignId(), giftId, refundedCents, by: STAFF })),
      );
      return !(await recounted(all)).exact;
    },
  ],
  [
    'of its version, a match doubles more than was promised',
    /^#version = :before$/,
    '$& OR #version <> :before',
    async (all) => {
      const made = await all.makePledge({ request: aPledgeRequest({ matchUpToCents: 5_000 }), key: { kind: 'api', value: keyOf(1) } });
      if (!made.ok) throw new Error(made.error.code);
      await all.acceptPledge({ campaignId: campaignId(), pledgeId: made.value.pledgeId, by: STAFF });
      await Promise.all(times(4, (n) => all.recordGift({ request: aGiftRequest({ amountCents: 4_000 + n }), by: STAFF, key: keyOf(n) })));
      return (await all.ports.ledger.account(campaignId())).totals.matchedCents > 5_000;
    },
  ],
  [
    'of the number before, invoices made at once have one number',
    /^#last = :before$/,
    '$& OR #last <> :before',
    async (all) => {
      const moves = await Promise.all(times(5, (n) => pledged(all, n)));
      await Promise.all(moves.map((move) => all.acceptPledge(move)));
      // the first number of a year has another guard
      await all.invoicePledge(moves[0] as (typeof moves)[number]);
      await Promise.all(moves.map((move) => all.invoicePledge(move)));
      const numbers = (await invoicesOf(all)).flat();
      return new Set(numbers).size < numbers.length;
    },
  ],
  [
    'that the account is there, money is taken for a campaign that has none',
    /^attribute_exists\(pk\)/,
    '($& OR attribute_not_exists(pk))',
    async ({ ports: { ledger } }) => {
      const account = { add: { ...NOTHING, giftsCents: 100 }, levels: [], matches: [] };
      const change = ledger.change({ campaignId: campaignId(9), pledges: [], account, history: [] });
      return change.then(
        (outcome) => outcome === 'done',
        (error) => !String(error).includes('has no account'),
      );
    },
  ],
];

describe('without the condition', () => {
  it.each(guards)('%s', async (_, condition, instead, goesWrong) => {
    expect(await goesWrong(await onEngine())).toBe(false);
    let wrong = false;
    for (let n = 0; n < 10 && !wrong; n += 1)
      wrong = await goesWrong(await onEngine((client) => rewriteTransactions(client, (text) => text.replace(condition, instead))));
    expect(wrong).toBe(true);
  });
});
