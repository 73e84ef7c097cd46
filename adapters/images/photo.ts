/** A photo of a campaign as clean images: its pixels, decoded, made small enough for pages and mails, and written anew. Where it was taken stays behind. */
import { MAX_PHOTO_BYTES, MAX_PHOTO_PIXELS, MAX_PHOTO_SIDE_PIXELS, MIN_PHOTO_SIDE_PIXELS, PHOTO_BOX } from '#contracts/resources/photo.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { encodeJpeg, encodeWebp } from './encode.ts';
import { fitted } from './fit.ts';
import { type PictureUse, readPicture } from './picture.ts';
import type { PictureFault } from './picture-header.ts';
import type { Pixels } from './pixels.ts';

export const PHOTO = {
  maxBytes: MAX_PHOTO_BYTES,
  maxSidePixels: MAX_PHOTO_SIDE_PIXELS,
  maxPixels: MAX_PHOTO_PIXELS,
  minSidePixels: MIN_PHOTO_SIDE_PIXELS,
  // the most that 50 million pixels took is 697 MiB, a turned progressive JPEG without subsampling; all of the function then had 1,020 MB
  maxCodecBytes: 800 * 1024 * 1024,
  box: PHOTO_BOX.page,
} as const satisfies PictureUse;

export interface CleanPhoto {
  /** Of the one for pages. */
  readonly width: number;
  readonly height: number;
  /** For pages. */
  readonly webp: Uint8Array;
  /** For mails: not every mail program knows WebP. */
  readonly jpeg: Uint8Array;
}

/** `bytes` may be anything at all. Keeps proportions and the way up a photo has; never enlarges. What is transparent becomes white. */
export async function readPhoto(bytes: Uint8Array): Promise<Result<CleanPhoto, { readonly code: `photo.${PictureFault}` }>> {
  const read = await readPicture(bytes, PHOTO);
  if (!read.ok) return refused({ code: `photo.${read.error.code}` });
  const pixels = onWhite(read.value);
  return ok({
    width: pixels.width,
    height: pixels.height,
    webp: await encodeWebp(pixels, { quality: 76, sharp: false }),
    jpeg: await encodeJpeg(fitted(pixels, PHOTO_BOX.mail)),
  });
}

/** A JPEG has no opacity, and a photo needs none. */
function onWhite({ data, width, height }: Pixels): Pixels {
  const opaque = new Uint8Array(data);
  for (let at = 0; at < opaque.length; at += 4) {
    const opacity = (opaque[at + 3] as number) / 255;
    if (opacity === 1) continue;
    for (let channel = at; channel < at + 3; channel += 1)
      opaque[channel] = Math.round((opaque[channel] as number) * opacity + 255 * (1 - opacity));
    opaque[at + 3] = 255;
  }
  return { data: opaque, width, height };
}
