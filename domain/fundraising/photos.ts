/**
 * Photos of a campaign: staff say what one shows and send it past us, what arrives is drawn anew, and it is seen with the campaign. The file that was
 * sent is never shown to anyone, and what is removed is deleted.
 */
import type { FieldProblem } from '#contracts/problems.ts';
import type { Campaign } from '#contracts/resources/campaign.ts';
import type { StaffDeed, StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { UploadInvitation } from '#contracts/resources/logo.ts';
import {
  type CampaignPhotos,
  MAX_PHOTO_BYTES,
  MAX_PHOTOS,
  type Photo,
  type PhotoProblem,
  type PhotoRequest,
  type PhotosToSave,
  type SentPhoto,
} from '#contracts/resources/photo.ts';
import { same } from '#contracts/same.ts';
import type { CampaignId, Email, PhotoId, UploadId } from '#contracts/values.ts';
import { changesBetween } from '../changes.ts';
import type { Clock, Ids } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { DAY, iso, millis } from '../time.ts';
import { MOST_SENT_BYTES, type Uploads } from '../uploads.ts';
import type { Campaigns, KeptPhotos, Photos } from './ports.ts';

/** A photo drawn anew, as pages show it and as mails do. */
export interface DrawnPhoto {
  /** Of what it shows. */
  readonly digest: string;
  readonly width: number;
  readonly height: number;
  readonly webp: Uint8Array;
  readonly jpeg: Uint8Array;
}
/** Draws what somebody sent anew, or tells why it can't be used. */
export interface PhotoStudio {
  draw(bytes: Uint8Array): Promise<Result<DrawnPhoto, { readonly code: PhotoProblem }>>;
}

export interface SentPhotoRef {
  readonly campaignId: CampaignId;
  readonly uploadId: UploadId;
}
export interface PhotoRef {
  readonly campaignId: CampaignId;
  readonly photoId: PhotoId;
}

/** Drawings are kept in both. */
export const PHOTO_KINDS = ['webp', 'jpg'] as const;
export type PhotoKind = (typeof PHOTO_KINDS)[number];

/** What arrives is kept for a day under here, and is nobody's to see. */
export const sentPhotoKey = ({ campaignId, uploadId }: SentPhotoRef): string => `incoming-photos/${campaignId}/${uploadId}`;
export const photoKey = ({ campaignId, photoId }: PhotoRef, kind: PhotoKind): string => `photos/${campaignId}/${photoId}.${kind}`;

/** As long as what was sent is kept. */
const KEPT_MS = DAY;

export interface InvitePhotoPorts {
  readonly photos: Photos;
  readonly uploads: Uploads;
  readonly ids: Ids;
  readonly clock: Clock;
}
export interface InvitePhoto {
  readonly campaignId: CampaignId;
  readonly request: PhotoRequest;
  readonly by: Email;
  /** The same key is the same photo. */
  readonly key: string;
}

/** Notes what staff say of a photo, and invites them to send it. `backTo`: the page that one is sent to after the file arrived. */
export const invitePhoto =
  ({ photos, uploads, ids, clock }: InvitePhotoPorts) =>
  async (
    { campaignId, request, by, key }: InvitePhoto,
    backTo: (uploadId: UploadId) => string,
  ): Promise<Result<UploadInvitation, { readonly code: 'photo.too-many' | 'request-key.reused' }>> => {
    const { alt, place } = request;
    const uploadId = ids.uploadId(ids.submissionId('photo', campaignId, by, key));
    const noted = await photos.sent({ campaignId, uploadId });
    if (noted && !same({ alt: noted.alt, place: noted.place }, { alt, place })) return refused({ code: 'request-key.reused' });
    if (!noted && (await photos.of(campaignId)).photos.length >= MAX_PHOTOS) return refused({ code: 'photo.too-many' });
    const now = clock.now();
    if (!noted)
      await photos.announce({ uploadId, campaignId, alt, place, by, state: 'awaited', invitedAt: iso(now), expiresAt: iso(now + KEPT_MS) });
    return ok(await inviteFile({ uploads })({ campaignId, uploadId }, backTo));
  };

/** To send the file of a photo that was noted. */
export const inviteFile =
  ({ uploads }: Pick<InvitePhotoPorts, 'uploads'>) =>
  async (ref: SentPhotoRef, backTo: (uploadId: UploadId) => string): Promise<UploadInvitation> => {
    const { uploadId } = ref;
    const invitation = await uploads.invite(sentPhotoKey(ref), { maxBytes: MOST_SENT_BYTES, redirectTo: backTo(uploadId) });
    return { uploadId, maxBytes: MAX_PHOTO_BYTES, url: invitation.url, fields: { ...invitation.fields } };
  };

/** What was said of a file, while it is of use; undefined when nothing was, or its day is over. */
export const sentPhoto =
  ({ photos, clock }: { readonly photos: Photos; readonly clock: Clock }) =>
  async (ref: SentPhotoRef): Promise<SentPhoto | undefined> => {
    const sent = await photos.sent(ref);
    return sent && clock.now() < millis(sent.expiresAt) ? sent : undefined;
  };

export interface TakePhotoPorts {
  readonly campaigns: Campaigns;
  readonly photos: Photos;
  readonly uploads: Uploads;
  readonly photoStudio: PhotoStudio;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** How often it is tried again when others change the campaign's photos at the same time. */
const TRIES = 5;

/** A file arrived. Whatever comes twice, late, or without that staff said anything of it changes nothing. */
export const takePhoto =
  (ports: TakePhotoPorts) =>
  async (file: SentPhotoRef & { readonly sizeBytes: number }): Promise<Result<'added' | 'left', { readonly code: PhotoProblem }>> => {
    const { photos, campaigns } = ports;
    const sent = await sentPhoto(ports)(file);
    const campaign = await campaigns.find(file.campaignId);
    if (sent?.state !== 'awaited' || !campaign) return ok('left');
    const unusable = async (problem: PhotoProblem) => {
      await photos.refuse({ ...sent, state: 'unusable', problem });
      return refused({ code: problem });
    };
    const drawn = file.sizeBytes > MAX_PHOTO_BYTES ? refused({ code: 'photo.too-large' as const }) : await drawnFrom(ports, file);
    if (!drawn.ok) return unusable(drawn.error.code);
    const photo = photoOf(sent, drawn.value, ports.ids);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const kept = await photos.of(file.campaignId);
      if (kept.photos.length >= MAX_PHOTOS) return unusable('photo.too-many');
      await keep(ports.uploads, { campaignId: file.campaignId, photoId: photo.photoId }, drawn.value);
      const next = { ...kept, photos: [...kept.photos, photo], version: kept.version + 1 };
      const entry = entryOf('photo.added', kept, next, campaign, { by: sent.by, at: iso(ports.clock.now()) });
      const outcome = await photos.add(next, entry, { ...sent, state: 'used' });
      if (outcome === 'saved') return ok('added');
      if (outcome === 'used') return ok('left');
    }
    throw new Error(`the photo of ${file.uploadId} could not be noted now`);
  };

async function drawnFrom({ uploads, photoStudio }: TakePhotoPorts, file: SentPhotoRef): ReturnType<PhotoStudio['draw']> {
  const bytes = await uploads.read(sentPhotoKey(file));
  if (!bytes) throw new Error(`the file of ${file.uploadId} is gone before anyone looked at it`);
  return photoStudio.draw(bytes);
}

function photoOf({ uploadId, alt, place }: SentPhoto, { digest, width, height }: DrawnPhoto, ids: Ids): Photo {
  // who sends two files with one form has two pictures, and neither takes the other's place
  return { photoId: ids.photoId(uploadId, digest), width, height, alt, place };
}

async function keep(uploads: Uploads, ref: PhotoRef, { webp, jpeg }: DrawnPhoto): Promise<void> {
  await Promise.all([uploads.write(photoKey(ref, 'webp'), webp, 'image/webp'), uploads.write(photoKey(ref, 'jpg'), jpeg, 'image/jpeg')]);
}

export interface SavePhotos {
  readonly campaign: Campaign;
  readonly wanted: PhotosToSave;
  readonly by: Email;
}
export type SavePhotosError =
  | { readonly code: 'version.conflict' | 'request.conflict' }
  | { readonly code: 'request.invalid'; readonly fields: readonly FieldProblem[] };

/**
 * All photos as they shall be: what each shows, where, in which order. Those that are left out are removed, and their files deleted; a repeat deletes
 * what was not deleted yet.
 */
export const savePhotos =
  ({ photos, uploads, clock }: { readonly photos: Photos; readonly uploads: Uploads; readonly clock: Clock }) =>
  async ({ campaign, wanted, by }: SavePhotos): Promise<Result<CampaignPhotos, SavePhotosError>> => {
    const { campaignId } = campaign;
    const kept = await photos.of(campaignId);
    if (same(kept.photos.map(wordsOf), wanted.photos)) {
      await erase(uploads, kept);
      return ok(shown(kept));
    }
    if (kept.version !== wanted.version) return refused({ code: 'version.conflict' });
    const fields = unknownPhotos(kept, wanted);
    if (fields.length > 0) return refused({ code: 'request.invalid', fields });
    // of a removal that was cut off
    await erase(uploads, kept);
    const next = decidePhotos(kept, wanted);
    const what = next.gone.length > 0 ? 'photo.removed' : 'photo.changed';
    const outcome = await photos.save(next, entryOf(what, kept, next, campaign, { by, at: iso(clock.now()) }));
    if (outcome === 'busy') return refused({ code: 'request.conflict' });
    if (outcome === 'version-conflict') return refused({ code: 'version.conflict' });
    await erase(uploads, next);
    return ok(shown(next));
  };

/** Pure; each of `wanted` is there. */
export function decidePhotos(kept: KeptPhotos, wanted: PhotosToSave): KeptPhotos {
  const photos = wanted.photos.map((one) => ({ ...(kept.photos.find(({ photoId }) => photoId === one.photoId) as Photo), ...one }));
  const gone = kept.photos.map(({ photoId }) => photoId).filter((photoId) => !photos.some((one) => one.photoId === photoId));
  return { ...kept, photos, gone, version: kept.version + 1 };
}

function unknownPhotos(kept: KeptPhotos, { photos }: PhotosToSave): readonly FieldProblem[] {
  const ids = photos.map(({ photoId }) => photoId);
  return ids.flatMap((photoId, index) => {
    const pointer = `/photos/${index}/photoId`;
    if (ids.indexOf(photoId) !== index) return [{ pointer, code: 'value.repeated', detail: `${photoId} stands twice` }];
    if (kept.photos.some((one) => one.photoId === photoId)) return [];
    return [{ pointer, code: 'photo.unknown', detail: `the campaign has no photo ${photoId}` }];
  });
}

/** Files of photos that were removed with the last change. */
async function erase(uploads: Uploads, { campaignId, gone }: KeptPhotos): Promise<void> {
  await Promise.all(gone.flatMap((photoId) => PHOTO_KINDS.map((kind) => uploads.remove(photoKey({ campaignId, photoId }, kind)))));
}

const wordsOf = ({ photoId, alt, place }: Photo) => ({ photoId, alt, place });
export const shown = ({ campaignId, photos, version }: KeptPhotos): CampaignPhotos => ({ campaignId, photos: [...photos], version });

/** What the photos show and where, in order. */
const told = ({ photos }: KeptPhotos) => ({ photos: photos.map(({ alt }) => alt), photoPlaces: photos.map(({ place }) => place) });

function entryOf(
  what: StaffDeed,
  before: KeptPhotos,
  after: KeptPhotos,
  { campaignId, schoolId }: Campaign,
  { by, at }: Pick<StaffHistoryEntry, 'by' | 'at'>,
): StaffHistoryEntry {
  return {
    at,
    by,
    what,
    about: campaignId,
    // the campaign's definition counts versions of its own
    ref: `photos-${after.version}`,
    ...(schoolId !== undefined && { schoolId }),
    changes: [...changesBetween(told(before), told(after))],
  };
}

/** The picture of a photo, for everyone. Undefined: there is none that everyone may see. */
export const publicPhoto =
  (ports: { readonly campaigns: Campaigns; readonly photos: Photos; readonly uploads: Uploads }) =>
  async (ref: PhotoRef, kind: PhotoKind): Promise<Uint8Array | undefined> => {
    const campaign = await ports.campaigns.find(ref.campaignId);
    return campaign && campaign.status !== 'draft' ? deskPhoto(ports)(ref, kind) : undefined;
  };

/** The picture of a photo, for staff: of drafts, too. */
export const deskPhoto =
  ({ photos, uploads }: { readonly photos: Photos; readonly uploads: Uploads }) =>
  async (ref: PhotoRef, kind: PhotoKind): Promise<Uint8Array | undefined> => {
    const kept = await photos.of(ref.campaignId);
    return kept.photos.some(({ photoId }) => photoId === ref.photoId) ? uploads.read(photoKey(ref, kind)) : undefined;
  };
