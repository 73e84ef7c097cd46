/** Nothing of an uploaded logo but its pixels reaches anyone: no place where a photo was taken, no name, no second file hidden in the first. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodeWebp } from '#adapters/images/encode.ts';
import { type CleanLogo, readLogo } from '#adapters/images/logo.ts';
import { chunk, exif, flag, jpeg, png, pngChunks, segment, withSegments } from './image-files.ts';
import { webpChunk, webpChunks, webpHeader, webpOf } from './odd-images.ts';

const WORD = 'SECRET-47.3769N';
const SCRIPT = '<script>alert(1)</script>';
const ZIP = Buffer.from(`PK\x03\x04${WORD}.classPK\x05\x06${'\0'.repeat(18)}`, 'latin1');
const IMAGE = flag(300, 200);

const [photo, drawing, picture] = [await jpeg(IMAGE), png(IMAGE), await encodeWebp(IMAGE)];
const pngWith = (type: string, content: string | Buffer): Buffer => png(IMAGE, [chunk(type, Buffer.from(content))]);
const beforeEnd = (file: Buffer, ...chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([file.subarray(0, -12), ...chunks, file.subarray(-12)]);
const still = webpChunks(picture).map(({ type, content }) => webpChunk(type, content));
function webpWith(bit: number, type: string, content: string | Buffer): Buffer {
  const extra = webpChunk(type, Buffer.from(content));
  // a colour profile stands before the image, everything else behind it
  return webpOf(webpHeader(IMAGE, bit), ...(type === 'ICCP' ? [extra, ...still] : [...still, extra]));
}

/** Files with something beside pixels, each with one that has the same pixels and nothing else. */
const FILES: Readonly<Record<string, readonly [file: Buffer, plain: Uint8Array]>> = {
  'a photo with its place': [withSegments(photo, segment(0xe1, exif(1, WORD))), photo],
  'a photo with XMP': [withSegments(photo, segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${WORD}</x>`))), photo],
  'a photo with a colour profile': [withSegments(photo, segment(0xe2, Buffer.from(`ICC_PROFILE\0\x01\x01${WORD}`))), photo],
  'a photo that is also a page': [withSegments(photo, segment(0xfe, Buffer.from(`${SCRIPT}${WORD}`))), photo],
  'a photo with a ZIP behind it': [Buffer.concat([photo, ZIP]), photo],
  'a PNG with a note': [pngWith('tEXt', `Author\0${WORD}`), drawing],
  'a PNG with a compressed note': [
    pngWith('zTXt', Buffer.concat([Buffer.from('Author\0\0'), deflateSync(WORD), Buffer.from(WORD)])),
    drawing,
  ],
  'a PNG with an international note': [pngWith('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${WORD}`), drawing],
  'a PNG with a place': [pngWith('eXIf', exif(1, WORD).subarray(6)), drawing],
  'a PNG with a broken colour profile': [pngWith('iCCP', `${WORD}\0\0broken`), drawing],
  'a PNG with a colour profile of 256 MB': [
    pngWith('iCCP', Buffer.concat([Buffer.from(`${WORD}\0\0`), deflateSync(Buffer.alloc(1 << 28))])),
    drawing,
  ],
  'a PNG with a chunk of its own': [pngWith('scRt', `${SCRIPT}${WORD}`), drawing],
  'a PNG with a note behind its data': [beforeEnd(drawing, chunk('tEXt', Buffer.from(`Author\0${WORD}`))), drawing],
  'a PNG with a ZIP behind it': [Buffer.concat([drawing, ZIP]), drawing],
  'a WebP with a place': [webpWith(0x08, 'EXIF', exif(1, WORD)), picture],
  'a WebP with XMP': [webpWith(0x04, 'XMP ', `<x>${WORD}</x>`), picture],
  'a WebP with a colour profile': [webpWith(0x20, 'ICCP', WORD), picture],
  'a WebP with a ZIP behind it': [Buffer.concat([picture, ZIP]), picture],
};

async function clean(file: Uint8Array): Promise<CleanLogo> {
  const read = await readLogo(file);
  if (!read.ok) throw new Error(`refused: ${read.error.code}`);
  return read.value;
}

describe.each(Object.entries(FILES))('of %s', (_, [file, plain]) => {
  it('the same comes as of its pixels alone', async () => {
    expect(file.includes(WORD)).toBe(true);
    expect(file.length).toBeGreaterThan(plain.length);
    const logo = await clean(file);
    expect(logo).toEqual(await clean(plain));
    for (const { bytes } of [logo.png, logo.webp]) {
      for (const mark of [WORD, SCRIPT, 'PK\x03\x04', 'Exif', 'ICC', 'http:']) expect(Buffer.from(bytes).includes(mark)).toBe(false);
    }
  });
});

it('has images of nothing but what an image needs, to their last byte', async () => {
  const { png: ours, webp } = await clean(drawing);
  expect(new Set(pngChunks(ours.bytes).map(({ type }) => type))).toEqual(new Set(['IHDR', 'IDAT', 'IEND']));
  expect(Buffer.from(ours.bytes).subarray(-8, -4).toString()).toBe('IEND');
  expect(webpChunks(webp.bytes).map(({ type }) => type)).toEqual(['VP8 ']);
  expect(Buffer.from(webp.bytes).readUInt32LE(4) + 8).toBe(webp.bytes.length);
});
