/** What an uploaded picture is, told from its first bytes: its kind and its size, before anything decodes it. Names and declared types don't count. */
import { imageSize } from 'image-size';
import { ok, type Result, refused } from '#domain/result.ts';

/** Of a WebP, to where its size ends. The library that reads sizes makes some up where bytes are missing. */
const SHORTEST_HEADER_BYTES = 30;

/** What pictures of one use may be. */
export interface PictureLimits {
  readonly maxBytes: number;
  readonly maxSidePixels: number;
  readonly maxPixels: number;
  /** On the longer side. Smaller ones look broken at the size at which we show them. */
  readonly minSidePixels: number;
}

export type PictureKind = 'png' | 'jpeg' | 'webp';
/** Why a picture can't be used. `too-large`: of bytes none, or more than there may be. */
export type PictureFault = 'svg' | 'unknown-kind' | 'too-large' | 'too-many-pixels' | 'too-small' | 'broken';

export interface PictureHeader {
  readonly kind: PictureKind;
  /** As stored: a photo that is to be turned has its sides the other way round. */
  readonly width: number;
  readonly height: number;
}

export function readHeader(bytes: Uint8Array, limits: PictureLimits): Result<PictureHeader, { readonly code: PictureFault }> {
  if (bytes.length === 0 || bytes.length > limits.maxBytes) return refused({ code: 'too-large' });
  const kind = kindOf(bytes);
  if (kind === undefined) return refused({ code: isSvg(bytes) ? 'svg' : 'unknown-kind' });
  const size = sizeOf(bytes);
  if (size === undefined || !(size.width > 0 && size.height > 0)) return refused({ code: 'broken' });
  const longer = Math.max(size.width, size.height);
  if (longer > limits.maxSidePixels || size.width * size.height > limits.maxPixels) return refused({ code: 'too-many-pixels' });
  if (longer < limits.minSidePixels) return refused({ code: 'too-small' });
  return ok({ kind, ...size });
}

function kindOf(bytes: Uint8Array): PictureKind | undefined {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  return /^RIFF[\s\S]{4}WEBP$/.test(start) ? 'webp' : undefined;
}

function sizeOf(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  if (bytes.length < SHORTEST_HEADER_BYTES) return undefined;
  try {
    const { width, height } = imageSize(bytes);
    return { width, height };
  } catch {
    // the library's one way to say that a header makes no sense
    return undefined;
  }
}

/** What may stand before the first element of an XML document, by how it begins and ends. */
const PROLOG = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
] as const;

/** Only for a better word to the person: what is no image of ours is refused either way. Steps through, as one pattern could take ages. */
function isSvg(bytes: Uint8Array): boolean {
  let rest = new TextDecoder().decode(bytes.subarray(0, 4096)).trimStart();
  for (;;) {
    const part = PROLOG.find(([begin]) => rest.startsWith(begin));
    if (part === undefined) return /^<(?:[\w-]+:)?svg[\s/>]/i.test(rest);
    const end = rest.indexOf(part[1], part[0].length);
    if (end === -1) return false;
    rest = rest.slice(end + part[1].length).trimStart();
  }
}
