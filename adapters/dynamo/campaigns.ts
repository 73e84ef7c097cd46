/** Definitions of campaigns. A slug is an item of its own, so that two campaigns can't have the same. */
import type { Campaign } from '#contracts/resources/campaign.ts';
import { CampaignId } from '#contracts/values.ts';
import type { Campaigns } from '#domain/fundraising/ports.ts';
import type { Clock } from '#domain/ports.ts';
import { accountItem, accountKey, campaignItem, campaignKey, campaignOf, LISTED, slugKey } from './fundraising-items.ts';
import { remembered } from './remembered.ts';
import { historyItem } from './staff-history.ts';
import { ABSENT, standsAsAsked, type Table } from './table.ts';
import { type Transact, versionedWrite, type Write } from './transactions.ts';

/** Campaigns change rarely; lists may show them this old. */
const LIST_MS = 2_000;

export function campaigns(table: Table, transact: Transact, clock: Clock): Campaigns {
  const find = async (campaignId: CampaignId): Promise<Campaign | undefined> => {
    const item = await table.get(campaignKey(campaignId));
    return item && campaignOf(item);
  };
  const listed = remembered(clock, LIST_MS, async (all: typeof LISTED) => {
    const items = await table.query({ condition: 'listed = :all', values: { ':all': all } }, { index: 'campaignsByEnd' });
    return items.map(campaignOf);
  });
  return {
    find,
    async bySlug(slug) {
      const claim = await table.get(slugKey(slug));
      return claim && find(CampaignId.parse(claim.campaignId));
    },
    listed: () => listed(LISTED),
    async drafts() {
      const items = await table.query({ condition: 'drafted = :all', values: { ':all': LISTED } }, { index: 'draftCampaigns' });
      return items.map(campaignOf);
    },
    async save(campaign, entry) {
      const { campaignId, slug, version } = campaign;
      const item = campaignItem(campaign);
      // changes only ever add to an account, so it is there before anyone can pledge
      const opensAccount = version === 1 && (await table.get(accountKey(campaignId))) === undefined;
      const outcome = await transact([
        versionedWrite(item),
        slugWrite(slug, campaignId),
        ...(opensAccount ? [{ put: accountItem(campaignId), condition: ABSENT }] : []),
        ...(entry ? [{ put: historyItem(entry) }] : []),
      ]);
      if (outcome.kind === 'done') return 'saved';
      if (outcome.kind === 'busy') return 'busy';
      if (outcome.at.includes(1)) return 'slug-taken';
      // by a repeat, or by the same save twice
      return standsAsAsked({ done: false, old: await table.get(campaignKey(campaignId)) }, item) ? 'saved' : 'version-conflict';
    },
  };
}

/** An address of old stays with its campaign: links to it still lead there. */
const slugWrite = (slug: string, campaignId: CampaignId): Write => ({
  put: { ...slugKey(slug), campaignId },
  condition: { condition: 'attribute_not_exists(pk) OR campaignId = :own', values: { ':own': campaignId } },
});
