/** Logos that are damaged at random: each gets an answer, none an exception, and none keeps us waiting. */
import { inflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeWebp } from '#adapters/images/encode.ts';
import { LOGO, readLogo } from '#adapters/images/logo.ts';
import { readHeader } from '#adapters/images/picture-header.ts';
import { chunk, exif, jpeg, losslessWebp, pixels, png, pngChunks, pngOf, segment, withSegments } from './image-files.ts';

/** Of many colours and opacities, so that there is much to damage. */
const IMAGE = pixels(120, 80, (x, y) => [(x * 7 + y * 31) & 255, (x * y) & 255, (x ^ y) & 255, 255 - (x & 31)]);
const drawing = png(IMAGE);
const contentOf = (type: string): Buffer => pngChunks(drawing).find((each) => each.type === type)?.content ?? Buffer.alloc(0);
const rows = inflateSync(contentOf('IDAT'));
const [photo, progressive] = [await jpeg(IMAGE, { progressive: false }), await jpeg(IMAGE, { progressive: true })];
const turned = withSegments(photo, segment(0xe1, exif(6)));
const [picture, lossless] = [await encodeWebp(IMAGE), await losslessWebp(IMAGE)];

/** Bytes to write over a file, and where, in millionths of its length. */
type Damage = readonly (readonly [where: number, bytes: Uint8Array])[];
const DAMAGE: fc.Arbitrary<Damage> = fc.array(
  fc.tuple(fc.noBias(fc.nat(999_999)), fc.noBias(fc.uint8Array({ minLength: 1, maxLength: 3 }))),
  { minLength: 1, maxLength: 4 },
);
function damaged(file: Uint8Array, damage: Damage): Buffer {
  const copy = Buffer.from(file);
  for (const [where, bytes] of damage)
    for (const [index, byte] of bytes.entries()) copy[Math.floor((where * copy.length) / 1e6) + index] = byte;
  return copy;
}

/** With right check sums, so that damage gets as far as the decoder. */
const pngWith = (header: Buffer, data: Buffer): Buffer =>
  Buffer.concat([drawing.subarray(0, 8), chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);

const FILES: Readonly<Record<string, (damage: Damage) => Buffer>> = {
  'a PNG': (damage) => damaged(drawing, damage),
  'the header of a PNG': (damage) => pngWith(damaged(contentOf('IHDR'), damage.slice(0, 1)), contentOf('IDAT')),
  'the data of a PNG': (damage) => pngWith(contentOf('IHDR'), damaged(contentOf('IDAT'), damage)),
  'the rows of a PNG': (damage) => pngOf({ ...IMAGE, rows: damaged(rows, damage) }),
  'a JPEG': (damage) => damaged(photo, damage),
  'a progressive JPEG': (damage) => damaged(progressive, damage),
  'the segments of a JPEG': (damage) => Buffer.concat([damaged(turned.subarray(0, 700), damage), turned.subarray(700)]),
  'a WebP': (damage) => damaged(picture, damage),
  'a WebP without loss': (damage) => damaged(lossless, damage),
  'the beginning of a WebP': (damage) => Buffer.concat([damaged(picture.subarray(0, 100), damage), picture.subarray(100)]),
};

const CODES = [undefined, 'logo.broken', 'logo.unknown-kind', 'logo.too-many-pixels', 'logo.too-small'];

it.each(Object.entries(FILES))('damage to %s is answered', async (_, file) => {
  let readable = 0;
  await fc.assert(
    fc.asyncProperty(DAMAGE, async (damage) => {
      const bytes = file(damage);
      if (readHeader(bytes, LOGO).ok) readable += 1;
      const began = performance.now();
      const read = await readLogo(bytes);
      expect(performance.now() - began).toBeLessThan(20_000);
      expect(CODES).toContain(read.ok ? undefined : read.error.code);
      if (read.ok) expect(Math.max(read.value.png.width / LOGO.box.width, read.value.png.height / LOGO.box.height)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 200 },
  );
  // what the header gives away never sees a decoder
  expect(readable).toBeGreaterThan(20);
});
