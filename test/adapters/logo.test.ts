/** What becomes of a logo that can be used: two clean images of the same pixels, in the box, the right way up. */
import { deflateSync } from 'node:zlib';
import { imageSize } from 'image-size';
import { describe, expect, it } from 'vitest';
import { encodeWebp } from '#adapters/images/encode.ts';
import { type CleanLogo, LOGO, readLogo } from '#adapters/images/logo.ts';
import {
  BLUE,
  type Colour,
  chunk,
  colourAt,
  exif,
  flag,
  jpeg,
  NOTHING,
  pixels,
  png,
  pngOf,
  RED,
  readPng,
  rowsOf,
  segment,
  u32,
  withSegments,
} from './image-files.ts';
import { flatJpeg, jpegOfScans, webpChunks } from './odd-images.ts';

async function clean(file: Uint8Array): Promise<CleanLogo> {
  const read = await readLogo(file);
  if (!read.ok) throw new Error(`refused: ${read.error.code}`);
  return read.value;
}
const drawn = async (file: Uint8Array) => readPng((await clean(file)).png.bytes);
const sizeOf = ({ png: { width, height } }: CleanLogo): readonly [number, number] => [width, height];

function expectColour(actual: Colour, expected: Colour, tolerance = 8): void {
  for (const [channel, value] of actual.entries()) expect(Math.abs(value - (expected[channel] ?? 0))).toBeLessThanOrEqual(tolerance);
}

describe('a logo', () => {
  it.each([
    ['PNG', async () => png(flag(600, 300))],
    ['JPEG', async () => jpeg(flag(600, 300))],
    ['WebP', async () => encodeWebp(flag(600, 300))],
  ])('that is a %s becomes a WebP and a PNG that fit the box', async (_, file) => {
    const logo = await clean(await file());
    expect(imageSize(logo.webp.bytes)).toMatchObject({ type: 'webp', ...LOGO.box });
    expect(imageSize(logo.png.bytes)).toMatchObject({ type: 'png', ...LOGO.box });
    const image = readPng(logo.png.bytes);
    expectColour(colourAt(image, 120, 120), RED);
    expectColour(colourAt(image, 360, 120), BLUE);
  });

  it.each([
    [960, 480, 480, 240],
    [960, 240, 480, 120],
    [240, 960, 60, 240],
    [481, 240, 480, 240],
    [480, 240, 480, 240],
    [100, 70, 100, 70],
    [64, 1, 64, 1],
    [4096, 1, 480, 1],
    [1, 4096, 1, 240],
    [4096, 5, 480, 1],
  ])('of %d × %d pixels becomes one of %d × %d', async (width, height, toWidth, toHeight) => {
    const logo = await clean(png(flag(width, height)));
    expect(sizeOf(logo)).toEqual([toWidth, toHeight]);
    for (const { bytes, ...size } of [logo.webp, logo.png]) expect(imageSize(bytes)).toMatchObject(size);
  });

  it('as large as may be is read', async () => {
    const [width, height] = [4096, 3906];
    expect(sizeOf(await clean(pngOf({ width, height, depth: 16, rows: Buffer.alloc((width * 8 + 1) * height) })))).toEqual([252, 240]);
    // nothing takes more memory than a progressive photo without subsampling that is to be turned
    const photo = jpegOfScans({ width, height: 3840 }, 2);
    expect(sizeOf(await clean(withSegments(photo, segment(0xe1, exif(6)))))).toEqual([225, 240]);
  });

  it('stays transparent where it was, and its edges get no dark seam', async () => {
    const ring = pixels(2000, 1000, (x) => (x < 1003 ? NOTHING : RED));
    const logo = await clean(png(ring));
    const image = readPng(logo.png.bytes);
    expect(colourAt(image, 10, 120)[3]).toBe(0);
    expectColour(colourAt(image, 470, 120), RED);
    const edge = Array.from({ length: 480 }, (_, x) => colourAt(image, x, 120)).filter(([, , , opacity]) => opacity > 30 && opacity < 255);
    expect(edge.length).toBeGreaterThan(0);
    for (const colour of edge) expectColour([...colour.slice(0, 3), 255] as unknown as Colour, RED);
    expect(webpChunks(logo.webp.bytes).map(({ type }) => type)).toContain('ALPH');
  });

  it('half transparent stays so in WebP, too', async () => {
    const faded = await clean(png(pixels(200, 100, () => [200, 100, 50, 128])));
    const again = await clean(faded.webp.bytes);
    expectColour(colourAt(readPng(again.png.bytes), 100, 50), [200, 100, 50, 128]);
  });
});

describe('a photo that was taken sideways', () => {
  // what is at the left of the stored pixels, and where it belongs (Exif 2.32, "Orientation")
  it.each([
    [1, [480, 240], RED, [10, 120]],
    [2, [480, 240], BLUE, [10, 120]],
    [3, [480, 240], BLUE, [10, 120]],
    [4, [480, 240], RED, [10, 120]],
    [5, [120, 240], RED, [60, 10]],
    [6, [120, 240], RED, [60, 10]],
    [7, [120, 240], BLUE, [60, 10]],
    [8, [120, 240], BLUE, [60, 10]],
    [9, [480, 240], RED, [10, 120]],
  ] as const)('of orientation %d is turned', async (orientation, size, colour, [x, y]) => {
    const image = await drawn(withSegments(await jpeg(flag(600, 300)), segment(0xe1, exif(orientation))));
    expect([image.width, image.height]).toEqual(size);
    expectColour(colourAt(image, x, y), colour);
  });
});

/** First column, first row, columns and rows from one to the next, of each pass (PNG, "Interlacing"). */
const ADAM7 = ['0088', '4088', '0448', '2044', '0224', '1022', '0112'].map(
  (digits) => [...digits].map(Number) as [number, number, number, number],
);
const SIDES = ['64×1', '1×64', '65×67'].map((sides) => sides.split('×').map(Number) as [number, number]);

describe('a less usual file', () => {
  it.each([1, 3])('in %d component(s) is read as a JPEG', async (components) => {
    const image = await drawn(flatJpeg({ width: 200, height: 100 }, components));
    expectColour(colourAt(image, 100, 50), [128, 128, 128, 255], 1);
  });

  it('with a palette keeps its colours, and which of them are transparent', async () => {
    const palette = [chunk('PLTE', Buffer.from([...RED.slice(0, 3), ...BLUE.slice(0, 3)])), chunk('tRNS', Buffer.from([255, 0]))];
    // eight pixels a byte: half of the first colour, half of the second
    const rows = Buffer.concat(Array.from({ length: 64 }, () => Buffer.from([0, 0, 0, 0, 0, 255, 255, 255, 255])));
    const image = await drawn(pngOf({ width: 64, height: 64, depth: 1, colourType: 3, chunks: palette, rows }));
    expect(colourAt(image, 5, 5)).toEqual(RED);
    expect(colourAt(image, 60, 5)[3]).toBe(0);
  });

  it('of sixteen bits keeps the upper eight', async () => {
    const row = Buffer.concat([Buffer.alloc(1), ...Array.from({ length: 64 }, () => Buffer.from([0xaa, 1, 0x55, 2, 0x11, 3]))]);
    const image = await drawn(pngOf({ width: 64, height: 64, depth: 16, colourType: 2, rows: Buffer.concat(Array(64).fill(row)) }));
    expect(colourAt(image, 5, 5)).toEqual([0xaa, 0x55, 0x11, 255]);
  });

  it.each([
    [0, 1],
    [0, 4],
    [0, 16],
    [2, 8],
    [4, 8],
    [6, 16],
  ])('of colour type %d with %d bits is read, interlaced or not', async (colourType, depth) => {
    const bits = depth * ([1, 0, 3, 1, 2, 0, 4][colourType] ?? 0);
    const bytesOf = (width: number, height: number): number => (width > 0 ? height * (1 + Math.ceil((width * bits) / 8)) : 0);
    for (const [width, height] of SIDES) {
      const passes = ADAM7.map(([x, y, dx, dy]) => bytesOf(Math.ceil((width - x) / dx), Math.max(0, Math.ceil((height - y) / dy))));
      const inPasses = passes.reduce((sum, bytes) => sum + bytes);
      for (const [interlaced, bytes] of [[false, bytesOf(width, height)] as const, [true, inPasses] as const]) {
        const file = pngOf({ width, height, depth, colourType, interlaced, rows: Buffer.alloc(bytes) });
        expect(sizeOf(await clean(file))).toEqual([width, height]);
      }
    }
  });

  it('that moves shows its still image, as a PNG', async () => {
    const still = flag(100, 50);
    const file = png(still, [chunk('acTL', Buffer.concat([u32(1), u32(0)]))]);
    const place = Buffer.concat([...[0, 100, 50, 0, 0].map(u32), Buffer.alloc(6)]);
    const frame = Buffer.concat([u32(1), deflateSync(rowsOf(pixels(100, 50, () => BLUE)))]);
    const moving = Buffer.concat([file.subarray(0, -12), chunk('fcTL', place), chunk('fdAT', frame), file.subarray(-12)]);
    expect(await drawn(moving)).toEqual(still);
  });
});
