/** A stranger's image file as pixels: Rust's `png`, MozJPEG and libwebp, each in WebAssembly. */
import jpegFactory from '@jsquash/jpeg/codec/dec/mozjpeg_dec.js';
import webpFactory from '@jsquash/webp/codec/dec/webp_dec.js';
import { bindgenCodec } from './bindgen.ts';
import { emscriptenCodec } from './emscripten.ts';
import { jpegPicture } from './jpeg-picture.ts';
import type { PictureKind } from './picture-header.ts';
import type { Pixels } from './pixels.ts';
import { pngPicture } from './png-picture.ts';

/** Absent: it can't be decoded, or not all of it. Of an animated PNG it is the image for those who show no animation; an animated WebP has none. */
export async function decode(kind: PictureKind, bytes: Uint8Array, maxCodecBytes: number): Promise<Pixels | undefined> {
  const decoder = await DECODERS[kind](maxCodecBytes);
  try {
    return await decoder(bytes);
  } catch {
    // the decoders' one way to refuse a file, from a clean error to a trap or having no memory left
    return undefined;
  }
}

type Decoder = (bytes: Uint8Array) => Pixels | undefined | Promise<Pixels | undefined>;
const DECODERS: Readonly<Record<PictureKind, (maxCodecBytes: number) => Promise<Decoder>>> = {
  png: pngDecoder,
  jpeg: jpegDecoder,
  webp: webpDecoder,
};

async function pngDecoder(): Promise<Decoder> {
  let pixels: Pixels | undefined;
  const { functions, put } = bindgenCodec<{ readonly decode: (at: number, length: number) => number }>('png', (take) => ({
    // its `new ImageData(…)`
    __wbg_newwithownedu8clampedarrayandsh: (at = 0, length = 0, width = 0, height = 0) => {
      pixels = { data: take(at, length), width: width >>> 0, height: height >>> 0 };
      return 0;
    },
  }));
  return async (bytes) => {
    const picture = await pngPicture(bytes);
    if (picture) functions.decode(put(picture), picture.length);
    return pixels;
  };
}

/** Decoders made by Emscripten bring a stand-in for this class of browsers. */
interface ImageData extends Pick<Pixels, 'width' | 'height'> {
  readonly data: Uint8ClampedArray;
}
const pixelsOf = ({ data, width, height }: ImageData): Pixels => ({ data: new Uint8Array(data.buffer), width, height });

async function jpegDecoder(maxCodecBytes: number): Promise<Decoder> {
  type Codec = { readonly decode: (bytes: Uint8Array, turned: boolean) => ImageData };
  const codec = await emscriptenCodec<Codec>('jpegDecoder', jpegFactory, maxCodecBytes);
  // turned as its EXIF data say, which stay behind
  return (bytes) => {
    const picture = jpegPicture(bytes);
    return picture && pixelsOf(codec.decode(picture, true));
  };
}

async function webpDecoder(maxCodecBytes: number): Promise<Decoder> {
  type Codec = { readonly decode: (bytes: Uint8Array) => ImageData | null };
  const codec = await emscriptenCodec<Codec>('webpDecoder', webpFactory, maxCodecBytes);
  return (bytes) => {
    const decoded = codec.decode(bytes);
    return decoded === null ? undefined : pixelsOf(decoded);
  };
}
