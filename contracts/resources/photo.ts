/** Photos of a campaign: what is shown of them and where, what was sent and why it could not be used. */
import * as z from 'zod/mini';
import { CampaignId, Instant, LocalizedLine, PhotoId, UploadId } from '../values.ts';

/** A campaign has at most this many. */
export const MAX_PHOTOS = 8;

/** What one file may be: phones make up to 50 million pixels, in 15 MB or so. */
export const MAX_PHOTO_BYTES = 20 * 1024 * 1024;
export const MAX_PHOTO_PIXELS = 51_000_000;
export const MAX_PHOTO_SIDE_PIXELS = 16_000;
/** On the longer side. */
export const MIN_PHOTO_SIDE_PIXELS = 320;

/** What drawings fit into, in pixels: pages show them at most half as large, or all of it on a small screen with small pixels. */
export const PHOTO_BOX = { page: { width: 960, height: 960 }, mail: { width: 640, height: 640 } } as const;

/** `story`: with what the campaign is for. `impact`: with what became of it, and in the mail that tells. */
export const PhotoPlace = z.enum(['story', 'impact']);
export type PhotoPlace = z.infer<typeof PhotoPlace>;

/** What a photo shows, in words, for those who don't see it. */
const words = { alt: LocalizedLine, place: PhotoPlace };

/** As we draw it for pages: within a box of 960 by 960 pixels. */
export const Photo = z.object({
  photoId: PhotoId,
  width: z.int().check(z.gte(1)),
  height: z.int().check(z.gte(1)),
  ...words,
});
export type Photo = z.infer<typeof Photo>;

/** Why a file can't be used as a photo. `photo.too-large`: empty, or more than `MAX_PHOTO_BYTES`. `photo.too-many`: the campaign has all it can have. */
export const PhotoProblem = z.enum([
  'photo.svg',
  'photo.unknown-kind',
  'photo.too-large',
  'photo.too-many-pixels',
  'photo.too-small',
  'photo.broken',
  'photo.too-many',
]);
export type PhotoProblem = z.infer<typeof PhotoProblem>;

/** Staff say it before they send one. On a children's site nobody is shown without their family's word. */
export const PhotoRequest = z.strictObject({ ...words, permission: z.literal(true, 'photo.permission-missing') });
export type PhotoRequest = z.infer<typeof PhotoRequest>;

/** All photos of a campaign as they shall be, in order. */
export const PhotosToSave = z.strictObject({
  /** The one that was looked at. */
  version: z.int().check(z.gte(0)),
  photos: z.array(z.strictObject({ photoId: PhotoId, ...words })).check(z.maxLength(MAX_PHOTOS)),
});
export type PhotosToSave = z.infer<typeof PhotosToSave>;

export const CampaignPhotos = z.object({
  campaignId: CampaignId,
  /** In the order in which they are shown; 8 at most. */
  photos: z.array(Photo),
  /** Counts changes; 0 when there never was one. */
  version: z.int(),
});
export type CampaignPhotos = z.infer<typeof CampaignPhotos>;

/** What was said of a file before it was sent, and what became of it. Goes after a day. */
export const SentPhoto = z.object({
  uploadId: UploadId,
  campaignId: CampaignId,
  ...words,
  /** The member's address. */
  by: z.string(),
  /** `used` is never used again. */
  state: z.enum(['awaited', 'used', 'unusable']),
  problem: z.optional(PhotoProblem),
  invitedAt: Instant,
  expiresAt: Instant,
});
export type SentPhoto = z.infer<typeof SentPhoto>;
