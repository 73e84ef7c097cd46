/** What becomes of a photo: two clean images, for pages and for mails, the right way up, without where it was taken; and what is refused. */
import { imageSize } from 'image-size';
import { describe, expect, it } from 'vitest';
import { decode } from '#adapters/images/decode.ts';
import { MAX_CODEC_BYTES } from '#adapters/images/emscripten.ts';
import { encodeWebp } from '#adapters/images/encode.ts';
import { fitted } from '#adapters/images/fit.ts';
import { type CleanPhoto, PHOTO, readPhoto } from '#adapters/images/photo.ts';
import { photoStudio } from '#adapters/images/photo-studio.ts';
import type { Pixels } from '#adapters/images/pixels.ts';
import { PhotoProblem } from '#contracts/resources/photo.ts';
import { BLUE, type Colour, colourAt, exif, flag, jpeg, NOTHING, pixels, png, pngOf, RED, segment, withSegments } from './image-files.ts';
import { flatJpeg, jpegOfScans, webpHeader, webpOf } from './odd-images.ts';

async function clean(file: Uint8Array): Promise<CleanPhoto> {
  const read = await readPhoto(file);
  if (!read.ok) throw new Error(`refused: ${read.error.code}`);
  return read.value;
}
const code = async (file: Uint8Array): Promise<string | undefined> => {
  const read = await readPhoto(file);
  return read.ok ? undefined : read.error.code;
};
async function seen(file: Uint8Array, kind: 'jpeg' | 'webp'): Promise<Pixels> {
  const image = await decode(kind, file, MAX_CODEC_BYTES);
  if (!image) throw new Error(`no ${kind} came of it`);
  return image;
}
function expectColour(actual: Colour, expected: Colour, tolerance = 10): void {
  for (const [channel, value] of actual.entries()) expect(Math.abs(value - (expected[channel] ?? 0))).toBeLessThanOrEqual(tolerance);
}

describe('a photo', () => {
  it.each([
    ['JPEG', async () => jpeg(flag(1920, 1280))],
    ['PNG', async () => png(flag(1920, 1280))],
    ['WebP', async () => encodeWebp(flag(1920, 1280))],
  ])('that is a %s becomes a WebP for pages and a smaller JPEG for mails', async (_, file) => {
    const photo = await clean(await file());
    expect([photo.width, photo.height]).toEqual([960, 640]);
    expect(imageSize(photo.webp)).toMatchObject({ type: 'webp', width: 960, height: 640 });
    expect(imageSize(photo.jpeg)).toMatchObject({ type: 'jpg', width: 640, height: 427 });
    for (const image of [await seen(photo.webp, 'webp'), await seen(photo.jpeg, 'jpeg')]) {
      expectColour(colourAt(image, 20, 20), RED);
      expectColour(colourAt(image, image.width - 20, 20), BLUE);
    }
  });

  it.each([
    [320, 240, 320, 240],
    [640, 1920, 320, 960],
    [960, 960, 960, 960],
    [8000, 100, 960, 12],
    [16_000, 1, 960, 1],
    [1, 16_000, 1, 960],
  ])('of %d × %d pixels becomes one of %d × %d', async (width, height, toWidth, toHeight) => {
    const photo = await clean(png(flag(width, height)));
    expect([photo.width, photo.height]).toEqual([toWidth, toHeight]);
  });

  it.each([
    [1, [960, 640], RED, [20, 20]],
    [3, [960, 640], BLUE, [20, 20]],
    [6, [640, 960], RED, [20, 20]],
    [8, [640, 960], BLUE, [20, 20]],
  ] as const)('that was taken with the camera turned (%d) is the right way up', async (orientation, size, colour, [x, y]) => {
    const photo = await clean(withSegments(await jpeg(flag(1920, 1280)), segment(0xe1, exif(orientation))));
    expect([photo.width, photo.height]).toEqual(size);
    expectColour(colourAt(await seen(photo.webp, 'webp'), x, y), colour);
    expectColour(colourAt(await seen(photo.jpeg, 'jpeg'), x, y), colour);
  });

  it('says nowhere where it was taken, nor anything else that the file had beside its pixels', async () => {
    const WORD = 'SECRET-47.3769N';
    const plain = await jpeg(flag(1000, 500));
    const film = Buffer.from(`\0\0\0\x18ftypmp42${WORD}${'\xff\xda'.repeat(300)}`, 'latin1');
    const full = Buffer.concat([
      withSegments(
        plain,
        segment(0xe1, exif(1, WORD)),
        segment(0xe2, Buffer.from(`ICC_PROFILE\0\x01\x01${WORD}`)),
        segment(0xfe, Buffer.from(`<script>${WORD}`)),
      ),
      // what phones put behind it: a film of the moment, in which much looks like a scan
      film,
    ]);
    const photo = await clean(full);
    expect(photo).toEqual(await clean(plain));
    for (const bytes of [photo.webp, photo.jpeg])
      for (const mark of [WORD, 'Exif', 'ICC', '<script', 'ftyp']) expect(Buffer.from(bytes).includes(mark)).toBe(false);
  });

  it('that is transparent somewhere is white there, in both', async () => {
    const photo = await clean(png(pixels(400, 400, (x) => (x < 200 ? NOTHING : RED))));
    for (const image of [await seen(photo.webp, 'webp'), await seen(photo.jpeg, 'jpeg')]) {
      expectColour(colourAt(image, 60, 200), [255, 255, 255, 255]);
      expectColour(colourAt(image, 340, 200), RED);
    }
  });

  it('of the same pixels is the same, and of others another', async () => {
    const [one, again, other] = await Promise.all(
      [flag(400, 300), flag(400, 300), flag(300, 400)].map((image) => photoStudio.draw(png(image))),
    );
    if (!one?.ok || !again?.ok || !other?.ok) throw new Error('all can be drawn');
    expect(one.value.digest).toBe(again.value.digest);
    expect(one.value.digest).not.toBe(other.value.digest);
  });
});

describe('a photo as large as phones make them', () => {
  it('is drawn: fifty million pixels, progressive, without subsampling, and turned', async () => {
    const photo = await clean(withSegments(jpegOfScans({ width: 8192, height: 6144 }, 2), segment(0xe1, exif(6))));
    expect([photo.width, photo.height]).toEqual([720, 960]);
  }, 60_000);
});

describe('pixels that become many fewer', () => {
  it('keep the mean of their light, and opaque colours run into nothing without a dark seam', () => {
    const stripes = pixels(4000, 400, (x) => (x % 2 === 0 ? [255, 255, 255, 255] : [0, 0, 0, 255]));
    // half of the light is 188 of 255 as it is stored
    expectColour(colourAt(fitted(stripes, { width: 400, height: 400 }), 200, 20), [188, 188, 188, 255], 3);
    const edge = fitted(
      pixels(4000, 400, (x) => (x < 2005 ? RED : NOTHING)),
      { width: 400, height: 400 },
    );
    const [red, green, blue, opacity] = colourAt(edge, 200, 20);
    expect(opacity).toBeGreaterThan(20);
    expectColour([red, green, blue, 255], RED, 16);
  });
});

describe('a file that is no photo', () => {
  it.each([
    ['an SVG with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'photo.svg'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'photo.unknown-kind'],
    ['a page that begins like a GIF', Buffer.from('GIF89a/*<script>*/=1'), 'photo.unknown-kind'],
    ['empty', Buffer.alloc(0), 'photo.too-large'],
    ['of 50 MB', Buffer.concat([png(flag(400, 300)), Buffer.alloc(50 * 1024 * 1024)]), 'photo.too-large'],
    ['a PNG of 30,000 × 30,000 pixels', pngOf({ width: 30_000, height: 30_000, rows: Buffer.alloc(10) }), 'photo.too-many-pixels'],
    ['a JPEG of 30,000 × 30,000 pixels', flatJpeg({ width: 30_000, height: 30_000 }, 1), 'photo.too-many-pixels'],
    ['a WebP of 16,000 × 16,000 pixels', webpOf(webpHeader({ width: 16_000, height: 16_000 }, 0)), 'photo.too-many-pixels'],
    ['too small', png(flag(319, 200)), 'photo.too-small'],
    ['cut off', png(flag(400, 300)).subarray(0, -40), 'photo.broken'],
  ])('because it is %s is refused', async (_, file, expected) => {
    expect(await code(file)).toBe(expected);
    expect(PhotoProblem.safeParse(expected).success).toBe(true);
  });

  it('because it has scans to keep a decoder busy is refused unread, wherever they are', async () => {
    const sides = { width: 1024, height: 1024 };
    expect(await code(jpegOfScans(sides, 200))).toBeUndefined();
    expect(await code(jpegOfScans(sides, 201))).toBe('photo.broken');
  });

  it('because it ends before its end is refused', async () => {
    const file = await jpeg(flag(400, 300));
    expect(await code(file.subarray(0, -2))).toBe('photo.broken');
    expect(await code(Buffer.concat([file.subarray(0, 2), Buffer.from([0xff, 0xd9])]))).toBe('photo.broken');
  });
});

it('what a decoder may take fits beside the pixels into the memory that the function has', () => {
  const decoded = PHOTO.maxPixels * 4;
  expect(PHOTO.maxCodecBytes + 2 * decoded).toBeLessThan(1_400 * 1024 * 1024);
});
