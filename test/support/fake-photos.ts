/** Photos of campaigns in memory, and what was said of files that are to come. */
import { isDeepStrictEqual } from 'node:util';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { SentPhoto } from '#contracts/resources/photo.ts';
import type { KeptPhotos, Photos } from '#domain/fundraising/ports.ts';
import type { StaffHistory } from '#domain/ports.ts';

/** Conditions to leave out, for tests that must then fail. */
export interface PhotosSabotage {
  readonly photosVersion?: boolean;
  readonly photoOnce?: boolean;
}

export function fakePhotos(history: Pick<StaffHistory, 'add'>, without: PhotosSabotage = {}): Photos {
  const all = new Map<string, KeptPhotos>();
  const files = new Map<string, SentPhoto>();
  const awaited = (uploadId: string): boolean => files.get(uploadId)?.state === 'awaited';
  const save = async (kept: KeptPhotos, entry: StaffHistoryEntry): Promise<'saved' | 'version-conflict'> => {
    const stored = all.get(kept.campaignId);
    if (isDeepStrictEqual(stored, kept)) return 'saved';
    if (!without.photosVersion && (stored?.version ?? 0) !== kept.version - 1) return 'version-conflict';
    all.set(kept.campaignId, kept);
    await history.add(entry);
    return 'saved';
  };
  return {
    of: async (campaignId) => all.get(campaignId) ?? { campaignId, photos: [], version: 0, gone: [] },
    save,
    async add(kept, entry, from) {
      if (isDeepStrictEqual(all.get(kept.campaignId), kept)) return 'saved';
      if (!without.photoOnce && !awaited(from.uploadId)) return 'used';
      const outcome = await save(kept, entry);
      if (outcome === 'saved') files.set(from.uploadId, from);
      return outcome;
    },
    sent: async ({ campaignId, uploadId }) => {
      const sent = files.get(uploadId);
      return sent?.campaignId === campaignId ? sent : undefined;
    },
    async announce(sent) {
      if (!files.has(sent.uploadId)) files.set(sent.uploadId, sent);
    },
    async refuse(sent) {
      if (awaited(sent.uploadId)) files.set(sent.uploadId, sent);
    },
  };
}
