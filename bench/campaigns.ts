/** Campaigns for measuring: opened over the real adapters, worked on by processes of their own, or filled with pledges that are already there. */
import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { campaigns } from '#adapters/dynamo/campaigns.ts';
import { accountItem, pledgeItem } from '#adapters/dynamo/fundraising-items.ts';
import { fundraisingLedger } from '#adapters/dynamo/fundraising-ledger.ts';
import { photos } from '#adapters/dynamo/photos.ts';
import { type Item, type Key, tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { systemIds } from '#adapters/system/ids.ts';
import { pause } from '#adapters/system/pause.ts';
import { people } from '#adapters/system/people.ts';
import type { Campaign } from '#contracts/resources/campaign.ts';
import type { PledgeRequest } from '#contracts/resources/pledge.ts';
import type { Slug } from '#contracts/values.ts';
import { recount } from '#domain/fundraising/account.ts';
import { makePledge } from '#domain/fundraising/make-pledge.ts';
import { accept, inState } from '#domain/fundraising/pledge-states.ts';
import type { Pledge } from '#domain/fundraising/ports.ts';
import { iso } from '#domain/time.ts';
import { campaignId } from '#test/support/builders.ts';
import { aCampaign, aPledgeRequest } from '#test/support/fundraising.ts';

export const ZONE = 'America/Chicago';

/** The ports of one process, with the pauses of production. */
export const portsOn = (client: DynamoDBClient, tableName: string) => ({
  campaigns: campaigns(tableOn(client, tableName), transactionsOn(client, tableName), systemClock),
  ledger: fundraisingLedger(tableOn(client, tableName), transactionsOn(client, tableName)),
  photos: photos(tableOn(client, tableName), transactionsOn(client, tableName)),
  people: people(async () => 'the key of a district that is made up'),
  clock: systemClock,
  ids: systemIds,
  zone: ZONE,
  pause,
});

/** Open for as long as anyone measures. */
export const anOpenCampaign = (n = 1): Campaign =>
  aCampaign({
    campaignId: campaignId(n),
    slug: `campaign-${n}` as Slug,
    opensAt: iso(Date.now() - 86_400_000),
    closesAt: '2099-06-01T00:00:00Z',
  });

/** Money for a level that anyone can have, from a business of its own. */
export const requestOf = (n: number, of = campaignId()): PledgeRequest => {
  const [, silver] = aCampaign().levels;
  if (!silver) throw new Error('the campaign has no second level');
  return aPledgeRequest({
    campaignId: of,
    sponsor: { name: `Business number ${n}`, kind: 'business', contactName: `Owner ${n}`, email: `owner-${n}@example.org` },
    commitment: { kind: 'money', levelId: silver.levelId, amountCents: silver.amountCents + n, instalments: 3 },
  });
};
export const keyOf = (n: number) => ({ kind: 'form', value: `form-of-business-${n}` }) as const;

/** BatchWriteItem takes this many; this many calls at once keep an engine busy. */
const BATCH = 25;
const CALLS = 8;

/** Fills an open campaign, whose first pledge is made, up to `count` accepted pledges of named sponsors, and its account with what they come to. */
export async function fill(client: DynamoDBClient, tableName: string, count: number): Promise<void> {
  const ports = portsOn(client, tableName);
  const made = await makePledge(ports)({ request: requestOf(0), key: keyOf(0) });
  const offered = made.ok && inState(made.value, 'offered');
  if (!offered) throw new Error('the first pledge was not made');
  const first = accept(offered, iso(Date.now()));
  const pledges = Array.from({ length: count }, (_, n): Pledge => {
    const { sponsor } = requestOf(n);
    const pledgeId = n === 0 ? first.pledgeId : systemIds.pledgeId(systemIds.submissionId('filled', String(n)));
    return { ...first, pledgeId, sponsor };
  });
  const { totals, ...held } = recount(pledges, []);
  const account = { ...accountItem(campaignId()), ...totals, ...held, version: count };
  const items: (Key & Item)[] = [account, ...pledges.map(pledgeItem)];
  const put = async (): Promise<void> => {
    for (let batch = items.splice(0, BATCH); batch.length > 0; batch = items.splice(0, BATCH)) {
      const requests = batch.map((item) => ({ PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) } }));
      const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: requests } }));
      if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error('the engine left items unwritten');
    }
  };
  await Promise.all(Array.from({ length: CALLS }, put));
}
