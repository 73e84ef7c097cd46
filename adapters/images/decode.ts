/** A stranger's image file as pixels: Rust's `png`, MozJPEG and libwebp, each in WebAssembly. */
import jpegFactory from '@jsquash/jpeg/codec/dec/mozjpeg_dec.js';
import webpFactory from '@jsquash/webp/codec/dec/webp_dec.js';
import { bindgenCodec } from './bindgen.ts';
import { emscriptenCodec } from './emscripten.ts';
import type { LogoKind } from './logo-header.ts';
import type { Pixels } from './pixels.ts';
import { pngPicture } from './png-picture.ts';

/** A progressive JPEG is gone over in every scan. Encoders make about ten; 2,647 fit into 176 KB and took 18 seconds. */
const MAX_SCANS = 200;
const START_OF_SCAN = Buffer.from([0xff, 0xda]);

/** Absent: it can't be decoded, or not all of it. Of an animated PNG it is the image for those who show no animation; an animated WebP has none. */
export async function decode(kind: LogoKind, bytes: Uint8Array): Promise<Pixels | undefined> {
  const decoder = await DECODERS[kind]();
  try {
    return await decoder(bytes);
  } catch {
    // the decoders' one way to refuse a file, from a clean error to a trap or having no memory left
    return undefined;
  }
}

type Decoder = (bytes: Uint8Array) => Pixels | undefined | Promise<Pixels | undefined>;
const DECODERS: Readonly<Record<LogoKind, () => Promise<Decoder>>> = { png: pngDecoder, jpeg: jpegDecoder, webp: webpDecoder };

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

async function jpegDecoder(): Promise<Decoder> {
  const codec = await emscriptenCodec<{ readonly decode: (bytes: Uint8Array, turned: boolean) => ImageData }>('jpegDecoder', jpegFactory);
  // turned as its EXIF data say, which stay behind
  return (bytes) => (hasTooManyScans(bytes) ? undefined : pixelsOf(codec.decode(bytes, true)));
}

/** Counts what looks like a scan wherever it stands; 5 MB of other data have about 80 by chance. */
function hasTooManyScans(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let scans = 0;
  for (let at = file.indexOf(START_OF_SCAN); at !== -1 && scans <= MAX_SCANS; at = file.indexOf(START_OF_SCAN, at + 2)) scans += 1;
  return scans > MAX_SCANS;
}

async function webpDecoder(): Promise<Decoder> {
  const codec = await emscriptenCodec<{ readonly decode: (bytes: Uint8Array) => ImageData | null }>('webpDecoder', webpFactory);
  return (bytes) => {
    const decoded = codec.decode(bytes);
    return decoded === null ? undefined : pixelsOf(decoded);
  };
}
