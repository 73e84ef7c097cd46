/** A sponsor's uploaded logo as clean images: its pixels, decoded, made small enough for every place we show them, and written anew. */
import { ok, type Result, refused } from '#domain/result.ts';
import { decode } from './decode.ts';
import { encodePng, encodeWebp, resize } from './encode.ts';
import { type LogoHeader, type LogoRefusal, readLogoHeader } from './logo-header.ts';
import type { Pixels } from './pixels.ts';

/** The box that a clean logo fits into, twice as large as any place for it, for screens with small pixels. */
export const LOGO_BOX = { width: 480, height: 240 } as const;

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
export async function readLogo(bytes: Uint8Array): Promise<Result<CleanLogo, { readonly code: LogoRefusal }>> {
  const header = readLogoHeader(bytes);
  if (!header.ok) return header;
  const decoded = await decode(header.value.kind, bytes);
  if (decoded === undefined || !isAsAnnounced(decoded, header.value)) return refused({ code: 'logo.broken' });
  const pixels = fitted(decoded);
  const { width, height } = pixels;
  return ok({
    webp: { bytes: await encodeWebp(pixels), width, height },
    png: { bytes: encodePng(pixels), width, height },
  });
}

/** A JPEG may have been turned. */
function isAsAnnounced({ data, width, height }: Pixels, header: LogoHeader): boolean {
  const same = width === header.width && height === header.height;
  const turned = header.kind === 'jpeg' && width === header.height && height === header.width;
  return (same || turned) && data.length === width * height * 4;
}

function fitted(pixels: Pixels): Pixels {
  const scale = Math.min(1, LOGO_BOX.width / pixels.width, LOGO_BOX.height / pixels.height);
  if (scale === 1) return pixels;
  // of something long and thin, one pixel stays
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  return resize(pixels, { width: side(pixels.width), height: side(pixels.height) });
}
