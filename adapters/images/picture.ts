/** A stranger's picture as clean pixels: looked at before it is decoded, the right way up, small enough for the places where it is shown. */
import { ok, type Result, refused } from '#domain/result.ts';
import { decode } from './decode.ts';
import { type Box, fitted } from './fit.ts';
import { type PictureFault, type PictureHeader, type PictureLimits, readHeader } from './picture-header.ts';
import type { Pixels } from './pixels.ts';

/** What pictures of one use are made of, and become. */
export interface PictureUse extends PictureLimits {
  readonly box: Box;
  /** What a decoder may take while it is at work. */
  readonly maxCodecBytes: number;
}

/** `bytes` may be anything at all. Keeps proportions, opacity, and the way up a photo has; never enlarges. */
export async function readPicture(bytes: Uint8Array, use: PictureUse): Promise<Result<Pixels, { readonly code: PictureFault }>> {
  const header = readHeader(bytes, use);
  if (!header.ok) return header;
  const decoded = await decode(header.value.kind, bytes, use.maxCodecBytes);
  if (decoded === undefined || !isAsAnnounced(decoded, header.value)) return refused({ code: 'broken' });
  return ok(fitted(decoded, use.box));
}

/** A JPEG may have been turned. */
function isAsAnnounced({ data, width, height }: Pixels, header: PictureHeader): boolean {
  const same = width === header.width && height === header.height;
  const turned = header.kind === 'jpeg' && width === header.height && height === header.width;
  return (same || turned) && data.length === width * height * 4;
}
