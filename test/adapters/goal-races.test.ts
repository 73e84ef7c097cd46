/** The moment a campaign reaches its goal: one, told once, however many look for it at the same time, in whatever order, as often as they like. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountEvents } from '#domain/fundraising/ledger-events.ts';
import type { Account, Campaigns, Ledger, Photos } from '#domain/fundraising/ports.ts';
import { watchGoal } from '#domain/fundraising/watch-goal.ts';
import { campaignId } from '#test/support/builders.ts';
import { fundraisingOn, rewriteConditions, type TestEngine, testEngine } from '#test/support/dynoxide.ts';
import { fakeFundraising } from '#test/support/fake-fundraising.ts';
import { fakeClock } from '#test/support/fakes.ts';
import { seeded } from '#test/support/faults.ts';
import { aCampaign, aGiftRequest, operations, STAFF } from '#test/support/fundraising.ts';
import { streamOf } from './account-stream.ts';
import { keyOf, pledged, times } from './fundraising-work.ts';

interface Images {
  readonly before: Account | undefined;
  readonly after: Account;
}
interface Ports {
  readonly campaigns: Campaigns;
  readonly ledger: Ledger;
  readonly photos: Photos;
  /** The account before and after each of its changes, in order. */
  readonly images: () => Promise<readonly Images[]>;
}

let engine: TestEngine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.stop());

async function onEngine(change: (client: DynamoDBClient) => void = () => {}): Promise<Ports> {
  const { fundraising } = await engine.createTables();
  const records = await streamOf(engine.connect(), fundraising);
  const client = engine.connect();
  change(client);
  return {
    ...fundraisingOn(client, fundraising, fakeClock()),
    images: async () => (await records()).flatMap((one) => (one.kind === 'account' ? [one] : [])),
  };
}

/** The fake does each call in one breath, so the account right after one is the image of that one. */
function inMemory(): Ports {
  const { campaigns, ledger, photos } = fakeFundraising();
  const accounts: Account[] = [];
  const noted =
    <Args extends readonly unknown[], Value>(call: (...args: Args) => Promise<Value>) =>
    async (...args: Args): Promise<Value> => {
      const answer = call(...args);
      accounts.push(structuredClone(await ledger.account(campaignId())));
      return answer;
    };
  return {
    campaigns,
    photos,
    ledger: { ...ledger, change: noted(ledger.change), reachGoal: noted(ledger.reachGoal) },
    images: async () => accounts.map((after, index) => ({ before: accounts[index - 1], after })),
  };
}

/** Twelve pledges, of which five are the goal; each acceptance is told to several consumers, in any order, while others are still accepted. */
async function racingToTheGoal(ports: Ports, random: () => number) {
  await ports.campaigns.save(aCampaign({ goalCents: 500_000 }));
  const all = operations(ports);
  // no two look at the same moment
  const clock = fakeClock();
  const ticking = {
    now: () => {
      clock.advance(1_000);
      return clock.now();
    },
  };
  const watch = () => watchGoal({ ...ports, clock: ticking })({ campaignId: campaignId() });
  const shuffled = <T>(from: readonly T[]): readonly T[] =>
    from
      .map((one) => ({ one, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one);
  const moves = await Promise.all(times(12, (n) => pledged(all, n)));
  const accepting = moves.map((move) => async () => {
    expect(await all.acceptPledge(move)).toMatchObject({ ok: true });
    await Promise.all(times(3, watch));
  });
  await Promise.all(shuffled([...accepting, ...times(24, () => watch)]).map((run) => run()));
  const first = (await ports.ledger.account(campaignId())).goalReachedAt;
  // below the goal again, above it again, and every event once more
  await Promise.all(moves.slice(0, 9).map((move) => all.cancelPledge(move)));
  await Promise.all(times(5, watch));
  await all.recordGift({ request: aGiftRequest({ amountCents: 900_000 }), by: STAFF, key: keyOf(1) });
  await Promise.all(times(24, watch));
  const images = await ports.images();
  return {
    first,
    moments: new Set(images.flatMap(({ after }) => after.goalReachedAt ?? [])),
    events: images.flatMap(({ before, after }) => accountEvents(before, after)),
    images: images.length,
  };
}

describe.each<[string, () => Promise<Ports> | Ports]>([
  ['in memory', inMemory],
  ['on DynamoDB', () => onEngine()],
])('a goal %s', (_, make) => {
  it.each([1, 2, 3])('is reached at one moment and told once, whoever looks for it whenever (%i)', async (seed) => {
    const { first, moments, events, images } = await racingToTheGoal(await make(), seeded(seed));
    expect(first).toBeDefined();
    expect([...moments]).toEqual([first]);
    expect(events).toEqual([expect.objectContaining({ type: 'campaign.goal-reached.v1', id: `${campaignId()}:goal`, time: first })]);
    // all twelve pledges, their acceptances, nine cancelled, a gift, and the note
    expect(images).toBeGreaterThanOrEqual(35);
  });
});

it('is seen to move without the condition that it is the first', async () => {
  const moments: number[] = [];
  for (const seed of [1, 2, 3]) {
    const ports = await onEngine((client) => rewriteConditions(client, (text) => text.replace(' AND attribute_not_exists(#what)', '')));
    moments.push((await racingToTheGoal(ports, seeded(seed))).moments.size);
  }
  expect(Math.max(...moments)).toBeGreaterThan(1);
});
