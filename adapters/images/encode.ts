/** Pixels made fewer, and written as PNG, WebP and JPEG. Nothing but pixels goes in, so nothing else comes out. */
import jpegFactory from '@jsquash/jpeg/codec/enc/mozjpeg_enc.js';
import { defaultOptions as jpegDefaults } from '@jsquash/jpeg/meta.js';
import webpFactory from '@jsquash/webp/codec/enc/webp_enc.js';
import { defaultOptions } from '@jsquash/webp/meta.js';
import { bindgenCodec } from './bindgen.ts';
import { emscriptenCodec } from './emscripten.ts';
import type { Pixels } from './pixels.ts';

/** Its place among the library's methods. */
const LANCZOS_3 = 3;

interface Resizer {
  readonly resize: (
    place: number,
    at: number,
    length: number,
    width: number,
    height: number,
    toWidth: number,
    toHeight: number,
    method: number,
    premultiplied: boolean,
    linear: boolean,
  ) => void;
}

/** Weighs colours by their opacity and in linear light: no dark seams around transparent parts, thin lines stay as strong as they were. */
export function resize({ data, width, height }: Pixels, to: Pick<Pixels, 'width' | 'height'>): Pixels {
  const { functions, put, returned } = bindgenCodec<Resizer>('resize');
  const at = put(data);
  const resized = returned((place) => functions.resize(place, at, data.length, width, height, to.width, to.height, LANCZOS_3, true, true));
  return { data: resized, width: to.width, height: to.height };
}

interface PngEncoder {
  readonly encode: (place: number, at: number, length: number, width: number, height: number, bitDepth: number) => void;
}
export function encodePng({ data, width, height }: Pixels): Uint8Array {
  const { functions, put, returned } = bindgenCodec<PngEncoder>('png');
  const at = put(data);
  return returned((place) => functions.encode(place, at, data.length, width, height, 8));
}

interface WebpEncoder {
  readonly encode: (data: Uint8Array, width: number, height: number, options: typeof defaultOptions) => Uint8Array | null;
}
export interface WebpQuality {
  /** 0 to 100. */
  readonly quality: number;
  /** Sharp colours at edges cost some more bytes. */
  readonly sharp: boolean;
}
const FOR_EDGES: WebpQuality = { quality: 90, sharp: true };

/** Opacity is kept as it is. */
export async function encodeWebp({ data, width, height }: Pixels, { quality, sharp }: WebpQuality = FOR_EDGES): Promise<Uint8Array> {
  const codec = await emscriptenCodec<WebpEncoder>('webpEncoder', webpFactory);
  const bytes = codec.encode(data, width, height, { ...defaultOptions, quality, use_sharp_yuv: sharp ? 1 : 0 });
  if (bytes === null) throw new Error(`no WebP came of ${width} × ${height} pixels`);
  return bytes;
}

interface JpegEncoder {
  readonly encode: (data: Uint8Array, width: number, height: number, options: typeof jpegDefaults) => Uint8Array;
}
/** Whatever is transparent is as if it were not. */
export async function encodeJpeg({ data, width, height }: Pixels): Promise<Uint8Array> {
  const codec = await emscriptenCodec<JpegEncoder>('jpegEncoder', jpegFactory);
  return codec.encode(data, width, height, { ...jpegDefaults, quality: 78 });
}
