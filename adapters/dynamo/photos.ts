/** Photos of campaigns, and what was said of files that are to come. */
import * as z from 'zod/mini';
import { CampaignPhotos, SentPhoto } from '#contracts/resources/photo.ts';
import { type CampaignId, PhotoId } from '#contracts/values.ts';
import type { KeptPhotos, Photos } from '#domain/fundraising/ports.ts';
import { historyItem } from './staff-history.ts';
import { ABSENT, type Condition, type Item, type Key, standsAsAsked, type Table, ttl } from './table.ts';
import { type Transact, versionedWrite } from './transactions.ts';

const photosKey = (campaignId: CampaignId): Key => ({ pk: campaignId, sk: 'PHOTOS' });
const sentKey = ({ campaignId, uploadId }: Pick<SentPhoto, 'campaignId' | 'uploadId'>): Key => ({
  pk: campaignId,
  sk: `SENTPHOTO#${uploadId}`,
});

const PhotosRow = z.object({ ...CampaignPhotos.shape, gone: z.array(PhotoId) });
const photosItem = ({ campaignId, photos, version, gone }: KeptPhotos): Key & Item & { readonly version: number } => ({
  ...photosKey(campaignId),
  campaignId,
  photos,
  gone,
  version,
});
const sentItem = (sent: SentPhoto): Key & Item => ({ ...sentKey(sent), sent, state: sent.state, expiresAt: ttl(sent.expiresAt) });

/** A file that was not looked at yet. */
const AWAITED: Condition = { condition: '#state = :awaited', names: { '#state': 'state' }, values: { ':awaited': 'awaited' } };

export function photos(table: Table, transact: Transact): Photos {
  /** Whether what stands there is what was to be written: by a repeat whose answer was lost. */
  const stands = async (item: Key & Item): Promise<boolean> =>
    standsAsAsked({ done: false, old: await table.get({ pk: item.pk, sk: item.sk }) }, item);
  return {
    async of(campaignId) {
      const item = await table.get(photosKey(campaignId));
      return item ? PhotosRow.parse(item) : { campaignId, photos: [], version: 0, gone: [] };
    },
    async save(kept, entry) {
      const item = photosItem(kept);
      const outcome = await transact([versionedWrite(item), { put: historyItem(entry) }]);
      if (outcome.kind === 'done') return 'saved';
      if (outcome.kind === 'busy') return 'busy';
      return (await stands(item)) ? 'saved' : 'version-conflict';
    },
    async add(kept, entry, from) {
      const item = photosItem(kept);
      const outcome = await transact([versionedWrite(item), { put: historyItem(entry) }, { put: sentItem(from), condition: AWAITED }]);
      if (outcome.kind === 'done') return 'saved';
      if (outcome.kind === 'busy') return 'busy';
      if (await stands(item)) return 'saved';
      return outcome.at.includes(2) ? 'used' : 'version-conflict';
    },
    async sent(of) {
      const item = await table.get(sentKey(of));
      return item && SentPhoto.parse(item.sent);
    },
    async announce(sent) {
      // refused means that it stands there already
      await table.put(sentItem(sent), ABSENT);
    },
    async refuse(sent) {
      await table.put(sentItem(sent), AWAITED);
    },
  };
}
