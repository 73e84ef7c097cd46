/** Copies a campaign into a new draft on other dates, without its pledges and gifts: last year's. The same key makes the same copy. */
import type { Campaign, CampaignToSave } from '#contracts/resources/campaign.ts';
import { type CampaignId, type Email, type LevelId, type RequestKey, Slug } from '#contracts/values.ts';
import { moved } from '../calendar.ts';
import type { Ids } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import type { Campaigns } from './ports.ts';
import { type ChangeCampaignError, type SaveCampaignPorts, saveCampaign } from './save-campaign.ts';

export type CopyCampaignError = Exclude<ChangeCampaignError, { readonly code: 'campaign.changed-meanwhile' }>;

export const copyCampaign =
  (ports: SaveCampaignPorts & { readonly ids: Ids; readonly zone: string }) =>
  async (
    from: Campaign,
    { days, key, by }: { readonly days: number; readonly key: RequestKey; readonly by: Email },
  ): Promise<Result<Campaign, CopyCampaignError>> => {
    const campaignId = ports.ids.campaignId('copy', from.campaignId, String(days), key);
    const there = await ports.campaigns.find(campaignId);
    if (there) return ok(there);
    const ids = { campaignId, levelId: (of: string) => ports.ids.levelId(campaignId, of) };
    const copy = copyOf(from, ids, ports.zone, days);
    const slug = await freeSlug(ports.campaigns, copy);
    const saved = await saveCampaign(ports)({ definition: { ...copy, slug }, by });
    if (saved.ok) return saved;
    if (saved.error.code === 'school.not-found') throw new Error(`the school of ${from.campaignId} is missing`);
    // the same request was there a moment earlier: the next try finds its copy
    return refused(saved.error.code === 'request.invalid' ? saved.error : { code: 'request.conflict' });
  };

/** A draft like it, with levels of its own. What became of the money is not copied. Pure. */
export function copyOf(
  { impact: _told, ...campaign }: Campaign,
  ids: { readonly campaignId: CampaignId; readonly levelId: (of: LevelId) => LevelId },
  zone: string,
  days: number,
): CampaignToSave {
  const move = { days, minutes: 0 };
  return {
    ...campaign,
    campaignId: ids.campaignId,
    status: 'draft',
    opensAt: moved(campaign.opensAt, zone, move),
    closesAt: moved(campaign.closesAt, zone, move),
    levels: campaign.levels.map((level) => ({ ...level, levelId: ids.levelId(level.levelId) })),
    version: 0,
  };
}

const MOST_LETTERS = 64;
const MOST_TRIES = 50;

/** `playground-2028`, the year in which it closes; with a number after it where that is taken. */
async function freeSlug(campaigns: Pick<Campaigns, 'bySlug'>, { slug, closesAt }: CampaignToSave): Promise<Slug> {
  const name = slug.replace(/-\d{4}(?:-\d+)?$/, '');
  for (let n = 1; n <= MOST_TRIES; n += 1) {
    const end = `-${closesAt.slice(0, 'yyyy'.length)}${n === 1 ? '' : `-${n}`}`;
    const free = Slug.parse(name.slice(0, MOST_LETTERS - end.length).replace(/-$/, '') + end);
    if (!(await campaigns.bySlug(free))) return free;
  }
  throw new Error(`${MOST_TRIES} campaigns are called like ${slug}`);
}
