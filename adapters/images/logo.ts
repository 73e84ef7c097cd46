/** A sponsor's uploaded logo as clean images: its pixels, decoded, made small enough for every place we show them, and written anew. */
import { type LogoProblem, MAX_LOGO_BYTES } from '#contracts/resources/logo.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { MAX_CODEC_BYTES } from './emscripten.ts';
import { encodePng, encodeWebp } from './encode.ts';
import { type PictureUse, readPicture } from './picture.ts';

export const LOGO = {
  maxBytes: MAX_LOGO_BYTES,
  maxSidePixels: 4096,
  maxPixels: 16_000_000,
  minSidePixels: 64,
  maxCodecBytes: MAX_CODEC_BYTES,
  /** Twice as large as any place for it, for screens with small pixels. */
  box: { width: 480, height: 240 },
} as const satisfies PictureUse;

export interface LogoImage {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}
/** Both from the same pixels, without anything else of what was uploaded. */
export interface CleanLogo {
  /** For pages. */
  readonly webp: LogoImage;
  /** For papers: PDFs take no WebP. */
  readonly png: LogoImage;
}

/** `bytes` may be anything at all. Keeps proportions, opacity, and the way up a photo has; never enlarges. */
export async function readLogo(bytes: Uint8Array): Promise<Result<CleanLogo, { readonly code: LogoProblem }>> {
  const read = await readPicture(bytes, LOGO);
  if (!read.ok) return refused({ code: `logo.${read.error.code}` });
  const { width, height } = read.value;
  return ok({
    webp: { bytes: await encodeWebp(read.value), width, height },
    png: { bytes: encodePng(read.value), width, height },
  });
}
