/** The histories of all capabilities, and what of them a page shows: whoever wires the desk knows them all. */
import { campaigns } from '#adapters/dynamo/campaigns.ts';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { type FundraisingHistory, fundraisingHistory } from '#adapters/dynamo/fundraising-history.ts';
import { staffHistory } from '#adapters/dynamo/staff-history.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import { systemClock } from '#adapters/system/clock.ts';
import type { HistoryRow } from '#contracts/resources/history.ts';
import type { HistorySource } from '#domain/desk/search-history.ts';
import type { Campaigns } from '#domain/fundraising/ports.ts';
import { environment } from '../_runtime/env.ts';

/** Of campaigns, and of pledges and gifts, which belong where their campaign does. */
export const historyOfCampaigns = (history: FundraisingHistory, of: Pick<Campaigns, 'find'>): HistorySource => ({
  async inMonth(month, most) {
    const entries = await history.inMonth(month, most);
    const ids = [...new Set(entries.flatMap((one) => ('campaignId' in one ? one.campaignId : [])))];
    const found = new Map(await Promise.all(ids.map(async (id) => [id, await of.find(id)] as const)));
    return entries.map((entry): HistoryRow => {
      if (!('campaignId' in entry)) return entry;
      const { at, by, what, about, version, campaignId, reason, ref } = entry;
      const schoolId = found.get(campaignId)?.schoolId;
      return {
        at,
        by,
        what: `pledge.${what}`,
        about,
        ref: String(version),
        campaignId,
        changes: ref === undefined ? [] : [{ field: 'ref', after: ref }],
        ...(schoolId !== undefined && { schoolId }),
        ...(reason !== undefined && { reason }),
      };
    });
  },
});

export function historySources(): readonly HistorySource[] {
  const env = environment(['VOLUNTEERING_TABLE', 'FUNDRAISING_TABLE', 'MESSAGING_TABLE', 'DESK_TABLE']);
  const client = dynamoClient();
  const fundraising = tableOn(client, env.FUNDRAISING_TABLE);
  return [
    ...[env.VOLUNTEERING_TABLE, env.MESSAGING_TABLE, env.DESK_TABLE].map((name) => staffHistory(tableOn(client, name))),
    historyOfCampaigns(fundraisingHistory(fundraising), campaigns(fundraising, transactionsOn(client, env.FUNDRAISING_TABLE), systemClock)),
  ];
}
