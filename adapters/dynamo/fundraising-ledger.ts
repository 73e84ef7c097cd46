/** The ledger of campaigns: one transaction per change, in which the account takes the exact difference that its parts make. */
import type { CampaignId, Instant } from '#contracts/values.ts';
import type { FundraisingChange, Gift, Ledger } from '#domain/fundraising/ports.ts';
import { millis } from '#domain/time.ts';
import { accountWrite, dayWrites, rebuildWrites, takesLimited } from './account-writes.ts';
import {
  accountKey,
  accountOf,
  DAY,
  dayOf,
  giftItem,
  giftKey,
  giftOf,
  historyItem,
  historyOf,
  numbersKey,
  pledgeItem,
  pledgeKey,
  pledgeOf,
} from './fundraising-items.ts';
import { countedOf, needOf, OPEN, overdueOf, toRemindOf, wallEntryOf } from './fundraising-lists.ts';
import { historyItem as staffHistoryItem } from './staff-history.ts';
import { ABSENT, type Item, type Table } from './table.ts';
import { type Transact, versionedWrite, type Write } from './transactions.ts';

export function fundraisingLedger(table: Table, transact: Transact): Ledger {
  const below = (campaignId: CampaignId, start: string): Promise<readonly Item[]> =>
    table.query(
      { condition: 'pk = :pk AND begins_with(sk, :start)', values: { ':pk': campaignId, ':start': start } },
      { consistent: true },
    );
  /** Once: whoever comes later changes nothing. */
  const noting = (what: 'goalReachedAt' | 'impactToldAt', at: Instant) => ({
    condition: 'attribute_exists(pk) AND attribute_not_exists(#what)',
    names: { '#what': what },
    values: { ':at': at },
  });
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
    gifts: async (campaignId) => (await below(campaignId, 'GIFT#')).map(giftOf).sort(byTime),
    async parts(campaignId) {
      const [pledges, gifts] = await Promise.all([below(campaignId, 'PLEDGE#'), below(campaignId, 'GIFT#')]);
      return { pledges: pledges.map(pledgeOf), gifts: gifts.map(giftOf) };
    },
    history: async (campaignId) => (await below(campaignId, 'HISTORY#')).map(historyOf),
    async historyOf(about) {
      const condition = { condition: 'about = :about', values: { ':about': about } };
      return (await table.query(condition, { index: 'historyByAbout' })).map(historyOf);
    },
    days: async (campaignId) => (await below(campaignId, DAY)).map(dayOf),
    async rebuild(of, version) {
      for (const writes of rebuildWrites(of, version)) {
        const { kind } = await transact(writes);
        if (kind !== 'done') return kind === 'refused' ? 'stale' : 'busy';
      }
      return 'done';
    },
    lastInvoice: async (year) => Number((await table.get(numbersKey(year)))?.last ?? 0),
    async wall(campaignId, most) {
      const items = await table.query(
        { condition: 'wallOf = :campaign', values: { ':campaign': campaignId } },
        { index: 'wallByCampaign', most },
      );
      return items.map(wallEntryOf);
    },
    async largest(campaignId, most) {
      const condition = { condition: 'countsFor = :campaign', values: { ':campaign': campaignId } };
      return (await table.query(condition, { index: 'pledgesBySize', most })).map(countedOf);
    },
    async inNeed(most) {
      const condition = { condition: 'needState = :open', values: { ':open': OPEN } };
      return (await table.query(condition, { index: 'pledgesByNeed', most })).map(needOf);
    },
    async overdue(day, most) {
      const condition = { condition: 'dueState = :open AND dueOn < :day', values: { ':open': OPEN, ':day': day } };
      return (await table.query(condition, { index: 'pledgesByDue', most })).map(overdueOf);
    },
    async reachGoal(campaignId, at) {
      await table.update(accountKey(campaignId), 'SET #what = :at', noting('goalReachedAt', at));
    },
    async tellImpact(campaignId, at, entry) {
      const note = { update: 'SET #what = :at', key: accountKey(campaignId), condition: noting('impactToldAt', at) };
      const { kind } = await transact([note, { put: staffHistoryItem(entry) }]);
      return kind === 'busy' ? 'busy' : 'done';
    },
    async toRemind(day, most) {
      // every day's keys come before those of the next, whose first sign is `#`'s follower
      const items = await table.query(
        { condition: 'remindState = :open AND remindOn < :after', values: { ':open': OPEN, ':after': `${day}$` } },
        { index: 'pledgesByReminder', most },
      );
      return items.map(toRemindOf);
    },
    async change(change) {
      const outcome = await transact(writesOf(change));
      if (outcome.kind !== 'refused') return outcome.kind;
      if (outcome.at.some((index) => index !== 0)) return 'stale';
      // the account comes first, and asks for nothing but to be there and places of limited levels
      if (!change.account.levels.some(takesLimited)) throw new Error(`campaign ${change.campaignId} has no account`);
      return 'level-full';
    },
  };
}

const byTime = (a: Gift, b: Gift): number => millis(a.recordedAt) - millis(b.recordedAt) || (a.giftId < b.giftId ? -1 : 1);

/** The account comes first: what it is refused for is told apart by its place. */
const writesOf = ({ campaignId, account, pledges, gift, invoice, history }: FundraisingChange): readonly Write[] => [
  accountWrite(campaignId, account),
  ...pledges.map((pledge) => versionedWrite({ ...pledgeItem(pledge), version: pledge.version })),
  ...(gift ? [versionedWrite({ ...giftItem(gift), version: gift.version })] : []),
  ...(invoice ? [numberWrite(invoice)] : []),
  ...history.flatMap((entry) => [{ put: historyItem(entry) }, ...dayWrites(entry)]),
];

const numberWrite = ({ year, sequence }: NonNullable<FundraisingChange['invoice']>): Write => ({
  put: { ...numbersKey(year), last: sequence },
  condition: sequence === 1 ? ABSENT : { condition: '#last = :before', names: { '#last': 'last' }, values: { ':before': sequence - 1 } },
});
