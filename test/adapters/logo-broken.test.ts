/** Logos that are broken, lie about themselves or want to do harm: refused as such, soon, in little memory, and nobody after them notices. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MAX_CODEC_BYTES } from '#adapters/images/emscripten.ts';
import { encodeWebp } from '#adapters/images/encode.ts';
import { LOGO, readLogo } from '#adapters/images/logo.ts';
import { readHeader } from '#adapters/images/picture-header.ts';
import { chunk, flag, jpeg, pixels, png, pngChunks, pngOf } from './image-files.ts';
import { flatJpeg, jpegOfScans, jpegOfTwoSizes, webpChunk, webpChunks, webpHeader, webpOf } from './odd-images.ts';

const SIDES = { width: 200, height: 100 };
const IMAGE = flag(200, 100);
/** Of many colours, so that every byte matters. */
const noise = pixels(200, 100, (x, y) => [(x * 7 + y * 31) & 255, (x * y) & 255, (x ^ y) & 255, 255]);
const [photo, progressive, drawing, picture] = [
  await jpeg(noise, { progressive: false }),
  await jpeg(noise, { progressive: true }),
  png(noise),
  Buffer.from(await encodeWebp(noise)),
];
const KINDS = { photo, 'progressive photo': progressive, PNG: drawing, WebP: picture };

const code = async (file: Uint8Array): Promise<string | undefined> => {
  const read = await readLogo(file);
  return read.ok ? undefined : read.error.code;
};

/** The largest memory any codec had grown to. What Rust codecs take is not seen here. */
function watchMemory(): () => number {
  const { grow } = WebAssembly.Memory.prototype;
  let most = 0;
  vi.spyOn(WebAssembly.Memory.prototype, 'grow').mockImplementation(function (this: WebAssembly.Memory, pages) {
    const before = grow.call(this, pages);
    most = Math.max(most, this.buffer.byteLength);
    return before;
  });
  return () => most;
}
afterEach(() => void vi.restoreAllMocks());

describe('a logo that is cut off', () => {
  it.each(Object.entries(KINDS))('is broken, when it is a %s and whatever is missing', async (_, file) => {
    expect(await code(file)).toBeUndefined();
    for (const share of [0.1, 0.5, 0.9, 0.99]) expect(await code(file.subarray(0, Math.max(200, file.length * share)))).toBe('logo.broken');
    expect(await code(file.subarray(0, -2))).toBe('logo.broken');
  });
});

describe('a logo that says it is of another size', () => {
  const rows = (width: number, height: number): Buffer => Buffer.alloc((width * 4 + 1) * height);

  it('is refused by its header, when that is large', async () => {
    expect(await code(pngOf({ width: 30_000, height: 30_000, rows: rows(10, 10) }))).toBe('logo.too-many-pixels');
    expect(await code(flatJpeg({ width: 30_000, height: 30_000 }, 1))).toBe('logo.too-many-pixels');
    expect(await code(webpOf(webpHeader({ width: 30_000, height: 30_000 }, 0), ...webpImage(picture)))).toBe('logo.too-many-pixels');
  });

  it.each([
    ['fewer rows than it says', rows(100, 99)],
    ['rows too short', rows(99, 100)],
    ['twice the rows', rows(100, 200)],
  ])('is broken, as a PNG with %s', async (_, data) => {
    expect(await code(pngOf({ width: 100, height: 100, rows: rows(100, 100) }))).toBeUndefined();
    expect(await code(pngOf({ width: 100, height: 100, rows: data }))).toBe('logo.broken');
  });

  it('is broken, as a PNG with two headers', async () => {
    const other = pngChunks(png(flag(90, 90)))[0]?.content ?? Buffer.alloc(0);
    expect(await code(png(IMAGE, [chunk('IHDR', other)]))).toBe('logo.broken');
  });

  it('is broken, as a PNG whose header is not the first chunk', async () => {
    // readers of sizes skip this one, and its content may be longer than they think
    const fake = Buffer.concat([Buffer.alloc(4), Buffer.from('IHDR'), Buffer.from([0, 0, 0, 100, 0, 0, 0, 100])]);
    const file = Buffer.concat([drawing.subarray(0, 8), chunk('CgBI', Buffer.concat([fake.subarray(0, 4), fake])), drawing.subarray(8)]);
    expect(await code(file)).toBe('logo.broken');
  });

  it('is broken, as a WebP with another size inside', async () => {
    expect(await code(webpOf(webpHeader({ width: 200, height: 100 }, 0), ...webpImage(picture)))).toBeUndefined();
    expect(await code(webpOf(webpHeader({ width: 100, height: 100 }, 0), ...webpImage(picture)))).toBe('logo.broken');
  });

  it('is broken, as a JPEG with one size for readers and another one for decoders', async () => {
    const file = jpegOfTwoSizes({ width: 1000, height: 800 }, { width: 100, height: 80 });
    expect(readHeader(file, LOGO)).toEqual({ ok: true, value: { kind: 'jpeg', width: 100, height: 80 } });
    expect(await code(file)).toBe('logo.broken');
  });

  it('gets no memory for it, however large it is in truth', async () => {
    const most = watchMemory();
    expect(await code(flatJpeg({ width: 4000, height: 2000 }, 1))).toBeUndefined();
    expect(most()).toBeGreaterThan(4000 * 2000 * 4);
    const file = jpegOfTwoSizes({ width: 20_000, height: 20_000 }, { width: 100, height: 100 });
    expect(readHeader(file, LOGO)).toMatchObject({ ok: true, value: { width: 100 } });
    expect(await code(file)).toBe('logo.broken');
    expect(most()).toBeLessThanOrEqual(MAX_CODEC_BYTES);
  });
});

const webpImage = (file: Uint8Array): readonly Buffer[] => webpChunks(file).map(({ type, content }) => webpChunk(type, content));

describe('a logo', () => {
  it('that is an SVG is refused as one', async () => {
    expect(await code(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'))).toBe('logo.svg');
  });

  it('with scans to keep a decoder busy is refused unread', async () => {
    const sides = { width: 1024, height: 1024 };
    expect(await code(jpegOfScans(sides, 200))).toBeUndefined();
    expect(await code(jpegOfScans(sides, 201))).toBe('logo.broken');
  });

  it('of printing inks is refused: no browser colours come of them here', async () => {
    expect(await code(flatJpeg(SIDES, 3))).toBeUndefined();
    expect(await code(flatJpeg(SIDES, 4))).toBe('logo.broken');
  });

  it('that moves is refused, as a WebP', async () => {
    const place = Buffer.concat([Buffer.alloc(6), Buffer.from([199, 0, 0, 99, 0, 0]), Buffer.alloc(4)]);
    const frame = webpChunk('ANMF', Buffer.concat([place, ...webpImage(picture)]));
    expect(await code(webpOf(webpHeader(SIDES, 2), webpChunk('ANIM', Buffer.alloc(6)), frame, frame))).toBe('logo.broken');
  });

  it.each(['IHDR', 'IDAT', 'IEND'])('with a wrong check sum at %s is broken', async (type) => {
    const file = Buffer.from(drawing);
    const sum = file.indexOf(type) + 4 + (pngChunks(drawing).find((each) => each.type === type)?.content.length ?? 0);
    file[sum] = (file[sum] ?? 0) ^ 1;
    expect(await code(file)).toBe('logo.broken');
  });

  it('with a chunk that one has to understand, and we do not, is broken', async () => {
    expect(await code(png(IMAGE, [chunk('SCRT', Buffer.alloc(4))]))).toBe('logo.broken');
  });

  it('is read as ever after broken ones of all kinds, however many', async () => {
    const large = await jpeg(flag(2000, 2000), { progressive: true });
    const before = await Promise.all(Object.values(KINDS).map(readLogo));
    // each leaves behind what it had claimed: together more than a codec may have
    for (let times = 0; times < 15; times++) expect(await code(large.subarray(0, -2))).toBe('logo.broken');
    for (const file of Object.values(KINDS)) expect(await code(Buffer.concat([file.subarray(0, file.length / 2)]))).toBe('logo.broken');
    expect(await Promise.all(Object.values(KINDS).map(readLogo))).toEqual(before);
  });
});
