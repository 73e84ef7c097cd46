/** The codecs that read and write images, as bundles carry them: WebAssembly, out of the packages that bring it for browsers. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGES = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', '@jsquash');
/** No SIMD where there is a choice: for images as small as ours that is not felt, and the file is a fifth smaller. */
const CODECS = {
  png: 'png/codec/pkg/squoosh_png_bg.wasm',
  jpegDecoder: 'jpeg/codec/dec/mozjpeg_dec.wasm',
  jpegEncoder: 'jpeg/codec/enc/mozjpeg_enc.wasm',
  webpDecoder: 'webp/codec/dec/webp_dec.wasm',
  webpEncoder: 'webp/codec/enc/webp_enc.wasm',
  resize: 'resize/lib/resize/pkg/squoosh_resize_bg.wasm',
} as const;
const LICENSES = [
  'png/LICENSE',
  'png/codec/LICENSE.codec.md',
  'jpeg/codec/LICENSE.codec.md',
  'webp/codec/LICENSE.codec.md',
  'resize/lib/resize/LICENSE.codec.md',
];

/** Uncompressed, because compressors of different machines differ and the tests compare. */
export function imageCodecs() {
  return {
    // the licences ask to go where the codecs go
    licenses: LICENSES.map((name) => readFileSync(join(PACKAGES, name), 'utf8')),
    ...Object.fromEntries(Object.entries(CODECS).map(([name, file]) => [name, readFileSync(join(PACKAGES, file)).toString('base64')])),
  };
}
