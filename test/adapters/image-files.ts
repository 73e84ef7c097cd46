/** Image files for tests: PNGs and odd JPEGs written by hand, photos by an encoder that ships with nothing; and a reader of PNGs that is not the one under test. */
import { readFileSync } from 'node:fs';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import jpegFactory from '@jsquash/jpeg/codec/enc/mozjpeg_enc.js';
import { defaultOptions as jpegDefaults } from '@jsquash/jpeg/meta.js';
import webpFactory from '@jsquash/webp/codec/enc/webp_enc.js';
import { defaultOptions as webpDefaults } from '@jsquash/webp/meta.js';
import type { Pixels } from '#adapters/images/pixels.ts';

export type Colour = readonly [red: number, green: number, blue: number, opacity: number];
export const RED: Colour = [220, 20, 30, 255];
export const BLUE: Colour = [10, 40, 210, 255];
export const NOTHING: Colour = [0, 0, 0, 0];

export function pixels(width: number, height: number, colourAt: (x: number, y: number) => Colour): Pixels {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(colourAt(x, y), (y * width + x) * 4);
  return { data, width, height };
}
/** Left half red, right half blue. */
export const flag = (width: number, height: number): Pixels => pixels(width, height, (x) => (x < width / 2 ? RED : BLUE));

const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
export const u32 = (value: number): Buffer => Buffer.from([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]);

// PNG (W3C PNG 3rd edition)

export function chunk(type: string, content: Uint8Array): Buffer {
  const summed = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  return Buffer.concat([u32(content.length), summed, u32(crc32(summed))]);
}

export interface PngParts {
  readonly width: number;
  readonly height: number;
  readonly depth?: number;
  readonly colourType?: number;
  readonly interlaced?: boolean;
  /** Between header and data. */
  readonly chunks?: readonly Buffer[];
  /** Rows before compression, each behind its filter's byte. */
  readonly rows: Uint8Array;
}
export function pngOf({ width, height, depth = 8, colourType = 6, interlaced = false, chunks = [], rows }: PngParts): Buffer {
  const header = Buffer.concat([u32(width), u32(height), Buffer.from([depth, colourType, 0, 0, interlaced ? 1 : 0])]);
  const parts = [chunk('IHDR', header), ...chunks, chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]);
}
export const rowsOf = ({ data, width, height }: Pixels): Buffer =>
  Buffer.concat(Array.from({ length: height }, (_, y) => [Buffer.alloc(1), data.subarray(y * width * 4, (y + 1) * width * 4)]).flat());
export const png = (image: Pixels, chunks: readonly Buffer[] = []): Buffer => pngOf({ ...image, chunks, rows: rowsOf(image) });

/** Type and content of each chunk. */
export function pngChunks(file: Uint8Array): readonly { readonly type: string; readonly content: Buffer }[] {
  const bytes = Buffer.from(file);
  const chunks = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), content: bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)) });
  return chunks;
}

/** Of a PNG with eight bits for each of red, green, blue and opacity, as ours are. */
export function readPng(file: Uint8Array): Pixels {
  const chunks = pngChunks(file);
  const header = chunks[0]?.content ?? Buffer.alloc(0);
  if (header.toString('hex', 8) !== '0806000000') throw new Error(`a PNG of another kind: ${header.toString('hex')}`);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ content }) => content)));
  const data = new Uint8Array(width * height * 4);
  for (let at = 0; at < data.length; at++) {
    const [y, x] = [Math.floor(at / (width * 4)), at % (width * 4)];
    const left = x < 4 ? 0 : (data[at - 4] ?? 0);
    const above = data[at - width * 4] ?? 0;
    const corner = x < 4 ? 0 : (data[at - width * 4 - 4] ?? 0);
    const guesses = [0, left, above, (left + above) >> 1, paeth(left, above, corner)];
    data[at] = (rows[y * (width * 4 + 1) + 1 + x] ?? 0) + (guesses[rows[y * (width * 4 + 1)] ?? 0] ?? 0);
  }
  return { data, width, height };
}

function paeth(left: number, above: number, corner: number): number {
  const distances = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs);
  const nearest = Math.min(...distances);
  return [left, above, corner][distances.indexOf(nearest)] ?? 0;
}

export const colourAt = ({ data, width }: Pixels, x: number, y: number): Colour =>
  [...data.subarray((y * width + x) * 4, (y * width + x + 1) * 4)] as unknown as Colour;

// JPEG (ITU T.81)

const codecFile = (name: string): Buffer => readFileSync(new URL(`../../node_modules/@jsquash/${name}.wasm`, import.meta.url));

export async function jpeg({ data, width, height }: Pixels, options: Partial<typeof jpegDefaults> = {}): Promise<Buffer> {
  const encoder = await jpegFactory({ noInitialRun: true, wasmBinary: codecFile('jpeg/codec/enc/mozjpeg_enc') });
  return Buffer.from(encoder.encode(data, width, height, { ...jpegDefaults, quality: 95, ...options }));
}

export const segment = (marker: number, content: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker]), u16(content.length + 2), content]);
/** With further segments right behind its start. */
export const withSegments = (file: Buffer, ...segments: readonly Buffer[]): Buffer =>
  Buffer.concat([file.subarray(0, 2), ...segments, file.subarray(2)]);

/** EXIF data: which way up, and a word among the data of the place (GPS). */
export function exif(orientation: number, place = ''): Buffer {
  const word = Buffer.from(`${place.padEnd(4)}\0`);
  const entry = (tag: number, type: number, count: number, value: Buffer): Buffer =>
    Buffer.concat([u16(tag), u16(type), u32(count), value, Buffer.alloc(4 - value.length)]);
  const [first, gps, words] = [8, 38, 56];
  const main = [u16(2), entry(0x0112, 3, 1, u16(orientation)), entry(0x8825, 4, 1, u32(gps)), u32(0)];
  const where = [u16(1), entry(0x001d, 2, word.length, u32(words)), u32(0)];
  return Buffer.concat([Buffer.from('Exif\0\0MM\0*', 'latin1'), u32(first), ...main, ...where, word]);
}

/** Without loss, as no WebP of ours is. */
export async function losslessWebp({ data, width, height }: Pixels): Promise<Buffer> {
  const encoder = await webpFactory({ noInitialRun: true, wasmBinary: codecFile('webp/codec/enc/webp_enc') });
  return Buffer.from(encoder.encode(data, width, height, { ...webpDefaults, lossless: 1 }));
}
