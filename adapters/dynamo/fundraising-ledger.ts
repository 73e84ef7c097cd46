/** The ledger of campaigns: one transaction per change, in which the account takes the exact difference that its parts make. */
import type { CampaignTotals } from '#contracts/resources/campaign.ts';
import type { CampaignId } from '#contracts/values.ts';
import type { AccountChange, FundraisingChange, HistoryEntry, Ledger } from '#domain/fundraising/ports.ts';
import {
  accountKey,
  accountOf,
  giftItem,
  giftKey,
  giftOf,
  historyItem,
  historyOf,
  numbersKey,
  pledgeItem,
  pledgeKey,
  pledgeOf,
  wallEntryOf,
} from './fundraising-items.ts';
import { ABSENT, type Condition, type Item, type Key, type Table } from './table.ts';
import type { Transact, Write } from './transactions.ts';

export function fundraisingLedger(table: Table, transact: Transact): Ledger {
  const below = (campaignId: CampaignId, start: string): Promise<readonly Item[]> =>
    table.query(
      { condition: 'pk = :pk AND begins_with(sk, :start)', values: { ':pk': campaignId, ':start': start } },
      { consistent: true },
    );
  return {
    account: async (campaignId) => accountOf(campaignId, await table.get(accountKey(campaignId))),
    async pledge(campaignId, pledgeId) {
      const item = await table.get(pledgeKey(campaignId, pledgeId));
      return item && pledgeOf(item);
    },
    async gift(campaignId, giftId) {
      const item = await table.get(giftKey(campaignId, giftId));
      return item && giftOf(item);
    },
    async parts(campaignId) {
      const [pledges, gifts] = await Promise.all([below(campaignId, 'PLEDGE#'), below(campaignId, 'GIFT#')]);
      return { pledges: pledges.map(pledgeOf), gifts: gifts.map(giftOf) };
    },
    history: async (campaignId) => (await below(campaignId, 'HISTORY#')).map(historyOf),
    lastInvoice: async (year) => Number((await table.get(numbersKey(year)))?.last ?? 0),
    async wall(campaignId, most) {
      const items = await table.query(
        { condition: 'wallOf = :campaign', values: { ':campaign': campaignId } },
        { index: 'wallByCampaign', most },
      );
      return items.map(wallEntryOf);
    },
    async reachGoal(campaignId, at) {
      await table.update(accountKey(campaignId), 'SET goalReachedAt = :at', {
        condition: 'attribute_exists(pk) AND attribute_not_exists(goalReachedAt)',
        values: { ':at': at },
      });
    },
    async change(change) {
      const outcome = await transact(writesOf(change));
      if (outcome.kind !== 'refused') return outcome.kind;
      // the account comes first, and asks for nothing but places of limited levels
      return outcome.at.every((index) => index === 0) ? 'level-full' : 'stale';
    },
  };
}

const writesOf = ({ campaignId, account, pledges, gift, invoice, history }: FundraisingChange): readonly Write[] => [
  accountWrite(campaignId, account),
  ...pledges.map((pledge) => versioned(pledgeItem(pledge), pledge.version)),
  ...(gift ? [versioned(giftItem(gift), gift.version)] : []),
  ...(invoice ? [numberWrite(invoice)] : []),
  ...history.map((entry: HistoryEntry) => ({ put: historyItem(entry) })),
];

/** What is put must follow what was read; version 1 must be new. */
const versioned = (put: Key & Item, version: number): Write => ({
  put,
  condition:
    version === 1 ? ABSENT : { condition: '#version = :before', names: { '#version': 'version' }, values: { ':before': version - 1 } },
});

const numberWrite = ({ year, sequence }: NonNullable<FundraisingChange['invoice']>): Write => ({
  put: { ...numbersKey(year), last: sequence },
  condition: sequence === 1 ? ABSENT : { condition: '#last = :before', names: { '#last': 'last' }, values: { ':before': sequence - 1 } },
});

/** Adds, never sets: two changes that don't meet in a pledge don't care which comes first. */
function accountWrite(campaignId: CampaignId, { add, levels, matches }: AccountChange): Write {
  const names: Record<string, string> = { '#version': 'version' };
  const values: Record<string, number> = { ':one': 1 };
  const sets: string[] = [];
  const removes: string[] = [];
  const conditions = ['attribute_exists(pk)'];
  const adds = ['#version :one'];
  for (const [total, cents] of Object.entries(add) as [keyof CampaignTotals, number][]) {
    if (cents === 0) continue;
    values[`:${total}`] = cents;
    names[`#${total}`] = total;
    adds.push(`#${total} :${total}`);
  }
  for (const [index, { levelId, add: places, limit }] of levels.entries()) {
    const level = `#levels.#level${index}`;
    names['#levels'] = 'levels';
    names[`#level${index}`] = levelId;
    values[`:places${index}`] = places;
    values[':none'] = 0;
    sets.push(`${level} = if_not_exists(${level}, :none) + :places${index}`);
    if (limit === undefined || places < 0) continue;
    values[`:limit${index}`] = limit;
    conditions.push(`(attribute_not_exists(${level}) OR ${level} < :limit${index})`);
  }
  for (const [index, { pledgeId, leftCents }] of matches.entries()) {
    names['#matches'] = 'matches';
    names[`#match${index}`] = pledgeId;
    if (leftCents === undefined) removes.push(`#matches.#match${index}`);
    else {
      values[`:left${index}`] = leftCents;
      sets.push(`#matches.#match${index} = :left${index}`);
    }
  }
  const clauses = [
    ...(sets.length > 0 ? [`SET ${sets.join(', ')}`] : []),
    ...(removes.length > 0 ? [`REMOVE ${removes.join(', ')}`] : []),
    `ADD ${adds.join(', ')}`,
  ];
  const condition: Condition = { condition: conditions.join(' AND '), names, values };
  return { key: accountKey(campaignId), update: clauses.join(' '), condition };
}
