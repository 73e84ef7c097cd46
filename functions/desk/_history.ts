/** The histories of all capabilities, and what of them a page shows: whoever wires the desk knows them all. */
import { campaigns } from '#adapters/dynamo/campaigns.ts';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { type FundraisingHistory, fundraisingHistory } from '#adapters/dynamo/fundraising-history.ts';
import { staffHistory } from '#adapters/dynamo/staff-history.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { systemClock } from '#adapters/system/clock.ts';
import type { HistoryRow } from '#contracts/resources/history.ts';
import type { HistorySource } from '#domain/desk/search-history.ts';
import type { Campaigns } from '#domain/fundraising/ports.ts';
import { environment } from '../_runtime/env.ts';

/** Of pledges and gifts: they belong where their campaign does. */
export const historyOfCampaigns = (history: FundraisingHistory, of: Pick<Campaigns, 'find'>): HistorySource => ({
  async inMonth(month, most) {
    const entries = await history.inMonth(month, most);
    const ids = [...new Set(entries.map(({ campaignId }) => campaignId))];
    const found = new Map(await Promise.all(ids.map(async (id) => [id, await of.find(id)] as const)));
    return entries.map(({ at, by, what, about, version, campaignId, reason, ref }): HistoryRow => {
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
    historyOfCampaigns(fundraisingHistory(fundraising), campaigns(fundraising, systemClock)),
  ];
}
