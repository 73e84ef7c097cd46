/** Definitions of campaigns. A slug is an item of its own, so that two campaigns can't have the same. */
import type { Campaign } from '#contracts/resources/campaign.ts';
import { CampaignId } from '#contracts/values.ts';
import type { Campaigns } from '#domain/fundraising/ports.ts';
import type { Clock } from '#domain/ports.ts';
import { accountItem, campaignItem, campaignKey, campaignOf, LISTED, slugKey } from './fundraising-items.ts';
import { remembered } from './remembered.ts';
import { ABSENT, saveVersion, type Table } from './table.ts';

/** Campaigns change rarely; lists may show them this old. */
const LIST_MS = 2_000;

export function campaigns(table: Table, clock: Clock): Campaigns {
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
    async save(campaign) {
      // the slug first: a crash in between leaves a slug that leads to this very campaign, and the repeat passes
      const slug = await table.put(
        { ...slugKey(campaign.slug), campaignId: campaign.campaignId },
        { condition: 'attribute_not_exists(pk) OR campaignId = :own', values: { ':own': campaign.campaignId } },
      );
      if (!slug.done) return 'slug-taken';
      // changes only ever add to an account, so it is there before anyone can pledge
      if (campaign.version === 1) await table.put(accountItem(campaign.campaignId), ABSENT);
      return saveVersion(table, campaignItem(campaign));
    },
  };
}
