/** What is told from the first bytes of an uploaded logo, and what is refused there. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LOGO } from '#adapters/images/logo.ts';
import { readHeader } from '#adapters/images/picture-header.ts';
import { MAX_LOGO_BYTES } from '#contracts/resources/logo.ts';

const BOM = '\uFEFF';
const text = (content: string): Uint8Array => Buffer.from(content);
const SCRIPT = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

/** A PNG that claims these sides, and has the pixels of almost none. Chunk sums are left out: only a decoder looks at them. */
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(8)))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
}

/** The start of a baseline JPEG, to its frame header. */
function jpeg(width: number, height: number): Buffer {
  const app = Buffer.from([0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), app, frame, Buffer.alloc(32), Buffer.from([0xff, 0xd9])]);
}

/** The start of a WebP with the extended header. */
function webp(width: number, height: number): Buffer {
  const file = Buffer.alloc(64);
  file.write('RIFF', 0);
  file.writeUInt32LE(56, 4);
  file.write('WEBPVP8X', 8);
  file.writeUInt32LE(10, 16);
  file.writeUIntLE(width - 1, 24, 3);
  file.writeUIntLE(height - 1, 27, 3);
  return file;
}

const code = (bytes: Uint8Array): string | undefined => {
  const read = readHeader(bytes, LOGO);
  return read.ok ? undefined : read.error.code;
};

describe('the header of a picture, by the limits of logos', () => {
  it.each([
    ['png', png(300, 200)],
    ['jpeg', jpeg(300, 200)],
    ['webp', webp(300, 200)],
  ])('tells a %s and its size', (kind, bytes) => {
    expect(readHeader(bytes, LOGO)).toEqual({ ok: true, value: { kind, width: 300, height: 200 } });
  });

  it.each([
    ['plain', SCRIPT],
    ['with a byte order mark', `${BOM}${SCRIPT}`],
    ['after comments', `<!-- a --> <!-- > b -->\n${SCRIPT}`],
    ['after a prolog and a doctype', `${BOM}<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "a" "b">\n${SCRIPT}`],
    ['with a prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg"/>'],
  ])('refuses an SVG %s', (_, content) => {
    expect(code(text(content))).toBe('svg');
  });

  it.each([
    ['a GIF', text('GIF89a\x40\x00\x40\x00\x00\x00\x00;')],
    ['a page', text('<!doctype html><p>svg</p>')],
    ['a comment without an end', text('<!-- <svg>')],
    ['a sound', text('RIFF\x10\x00\x00\x00WAVEfmt ')],
    ['a PNG behind something else', Buffer.concat([text('GIF89a'), png(300, 200)])],
  ])('refuses %s', (_, bytes) => {
    expect(code(bytes)).toBe('unknown-kind');
  });

  it('refuses nothing at all, and one byte too much', () => {
    const file = (length: number): Buffer => Buffer.concat([png(300, 200)], length);
    expect(code(new Uint8Array())).toBe('too-large');
    expect(code(file(MAX_LOGO_BYTES))).toBeUndefined();
    expect(code(file(MAX_LOGO_BYTES + 1))).toBe('too-large');
  });

  it.each([
    [4096, 3906, undefined],
    [4096, 3907, 'too-many-pixels'],
    [4097, 10, 'too-many-pixels'],
    [10, 4097, 'too-many-pixels'],
    [30_000, 30_000, 'too-many-pixels'],
    [64, 1, undefined],
    [1, 64, undefined],
    [63, 63, 'too-small'],
    [0, 300, 'broken'],
  ])('answers %d × %d pixels with %s', (width, height, expected) => {
    expect(code(png(width, height))).toBe(expected);
  });

  it.each([
    ['PNG', png(300, 200)],
    ['JPEG', jpeg(300, 200)],
    ['WebP', webp(300, 200)],
  ])('makes no size up for a %s that is cut off anywhere', (_, bytes) => {
    const answers = Array.from({ length: bytes.length - 12 }, (_unused, index) => readHeader(bytes.subarray(0, index + 12), LOGO));
    const refusals = answers.flatMap((read) => (read.ok ? [] : [read.error.code]));
    const sizes = answers.flatMap((read) => (read.ok ? [`${read.value.width} × ${read.value.height}`] : []));
    expect(new Set(refusals)).toEqual(new Set(['broken']));
    expect(new Set(sizes)).toEqual(new Set(['300 × 200']));
  });
});
