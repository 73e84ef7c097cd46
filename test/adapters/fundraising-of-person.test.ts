/** What a person pledged and gave, and what staff did with it by month, on DynamoDB. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fundraisingHistory } from '#adapters/dynamo/fundraising-history.ts';
import { fundraisingOfPerson } from '#adapters/dynamo/fundraising-of-person.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { campaignId } from '#test/support/builders.ts';
import { fundraisingOn, type TestEngine, testEngine } from '#test/support/dynoxide.ts';
import { fakeClock } from '#test/support/fakes.ts';
import { aCampaign, aGiftRequest, aPledgeRequest, operations, STAFF } from '#test/support/fundraising.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.stop());

/** A pledge that was accepted, and a gift of somebody else. */
async function scene() {
  const { fundraising } = await engine.createTables();
  const client = engine.connect();
  const ports = fundraisingOn(client, fundraising, fakeClock());
  await ports.campaigns.save(aCampaign());
  const does = operations(ports);
  const made = await does.makePledge({ request: aPledgeRequest(), key: { kind: 'form', value: 'key-of-a-pledge-0123456789' } });
  if (!made.ok) throw new Error(made.error.code);
  await does.acceptPledge({ campaignId: campaignId(), pledgeId: made.value.pledgeId, by: STAFF });
  await does.recordGift({
    request: aGiftRequest({ giver: { name: 'Gil', email: 'gil@example.org' } }),
    by: STAFF,
    key: 'key-of-a-gift-0123456789',
  });
  const { pledges, gifts } = await ports.ledger.parts(campaignId());
  return { pledges, gifts, table: tableOn(client, fundraising), history: await ports.ledger.history(campaignId()) };
}

it('finds pledges by whoever made them, and gifts by whoever gave, and of others nothing', async () => {
  const { table, pledges, gifts } = await scene();
  const [pledge] = pledges;
  const [gift] = gifts;
  if (!pledge || !gift?.giverId) throw new Error('there must be a pledge, and a gift of somebody known');
  expect(await fundraisingOfPerson(table).of(pledge.personId)).toMatchObject({ pledges: [{ pledgeId: pledge.pledgeId }] });
  expect((await fundraisingOfPerson(table).of(gift.giverId)).gifts).toEqual([gift]);
  expect(await fundraisingOfPerson(table).of('x'.repeat(16) as never)).toEqual({ pledges: [], gifts: [] });
});

it('tells what staff did in a month, the latest first, and not what the sponsor did', async () => {
  const { table, history } = await scene();
  const [made] = history;
  if (!made) throw new Error('there must be a history');
  const told = await fundraisingHistory(table).inMonth(made.at.slice(0, 7), 100);
  expect(new Set(told.map(({ by }) => by))).toEqual(new Set([STAFF]));
  expect(told.map(({ what }) => what).toSorted()).toEqual(['accepted', 'gift-recorded']);
  expect(await fundraisingHistory(table).inMonth('2020-01', 100)).toEqual([]);
  expect(await fundraisingHistory(table).inMonth(made.at.slice(0, 7), 1)).toHaveLength(1);
});
