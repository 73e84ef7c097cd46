/** Images that no program writes by chance: JPEGs with inks, with thousands of scans, with two sizes; WebPs that move or carry more than an image. */
import { segment, u32 } from './image-files.ts';

const START = Buffer.from([0xff, 0xd8]);
const END = Buffer.from([0xff, 0xd9]);
/** One code of one bit, which means `symbol`: enough for an image of a single grey. */
const oneCode = (table: number, symbol: number): Buffer => segment(0xc4, Buffer.from([table, 1, ...Array(15).fill(0), symbol]));
const TABLES = Buffer.concat([segment(0xdb, Buffer.from([0, ...Array(64).fill(1)])), oneCode(0x00, 0)]);
const END_OF_BLOCK = oneCode(0x10, 0x00);
const END_OF_BAND = oneCode(0x10, 0xe0);

interface Sides {
  readonly width: number;
  readonly height: number;
}
const blocksOf = ({ width, height }: Sides): number => Math.ceil(width / 8) * Math.ceil(height / 8);
const numbered = (components: number): readonly number[] => Array.from({ length: components }, (_, index) => index + 1);

function frame(marker: 0xc0 | 0xc2, { width, height }: Sides, components: number): Buffer {
  const each = numbered(components).flatMap((id) => [id, 0x11, 0]);
  return segment(marker, Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, components, ...each]));
}
function scan(ids: readonly number[], from: number, to: number, bits: number, data: Uint8Array): Buffer {
  return Buffer.concat([segment(0xda, Buffer.from([ids.length, ...ids.flatMap((id) => [id, 0]), from, to, bits])), data]);
}
/** Two bits for each block: no difference to the one before, nothing else. */
const baselineScan = (sides: Sides, components: number): Buffer =>
  scan(numbered(components), 0, 63, 0, Buffer.alloc(Math.ceil((blocksOf(sides) * components) / 4)));

/** Grey, with one component for each ink: one is grey, three are YCbCr, four are CMYK. */
export const flatJpeg = (sides: Sides, components: number): Buffer =>
  Buffer.concat([START, TABLES, END_OF_BLOCK, frame(0xc0, sides, components), baselineScan(sides, components), END]);

/** Grey and progressive, with a pass over all of it for each bit of each of the 63 frequencies of three components, as the standard allows. */
export function jpegOfScans(sides: Sides, scans: number): Buffer {
  const [blocks, components] = [blocksOf(sides), 3];
  // a 0, then how many blocks beyond 16,384 are skipped, in fourteen bits
  const runs = Array.from({ length: Math.ceil(blocks / 16_384) }, (_, index) => Math.min(16_384, blocks - index * 16_384));
  if (runs.some((length) => length !== 16_384)) throw new Error('blocks in full runs only');
  const empty = Buffer.alloc(Math.ceil((runs.length * 15) / 8));
  const passes = numbered(components)
    .flatMap((id) => numbered(63).map((frequency) => ({ id, frequency })))
    .flatMap(({ id, frequency }) => [
      scan([id], frequency, frequency, 0x0d, empty),
      ...[...Array(13).keys()].map((done) => scan([id], frequency, frequency, ((13 - done) << 4) | (12 - done), empty)),
    ]);
  const first = scan(numbered(components), 0, 0, 0, Buffer.alloc(Math.ceil((blocks * components) / 8)));
  return Buffer.concat([START, TABLES, END_OF_BAND, frame(0xc2, sides, components), first, ...passes.slice(0, scans - 1), END]);
}

/**
 * Large for decoders, which know that the mark behind the start (a restart) has no length, and small for a reader that takes the next
 * mark for its length and lands in a comment.
 */
export function jpegOfTwoSizes(large: Sides, small: Sides): Buffer {
  const start = Buffer.concat([START, Buffer.from([0xff, 0xd0]), frame(0xc0, large, 1)]);
  // the length is read at 4, as 0xffc0, and counted from there
  const note = Buffer.alloc(4 + 0xffc0 - start.length - 4);
  const comment = segment(0xfe, Buffer.concat([note, frame(0xc0, small, 1)]).subarray(0, 0xfffd));
  return Buffer.concat([start, comment, TABLES, END_OF_BLOCK, baselineScan(large, 1), END]);
}

// WebP (RFC 9649)

export const u24 = (value: number): Buffer => Buffer.from([value & 255, (value >> 8) & 255, value >> 16]);
const u32le = (value: number): Buffer => u32(value).reverse();
export function webpChunk(type: string, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(type), u32le(content.length), content, Buffer.alloc(content.length % 2)]);
}
export function webpOf(...chunks: readonly Buffer[]): Buffer {
  const content = Buffer.concat([Buffer.from('WEBP'), ...chunks]);
  return Buffer.concat([Buffer.from('RIFF'), u32le(content.length), content]);
}
export const webpHeader = ({ width, height }: Sides, flags: number): Buffer =>
  webpChunk('VP8X', Buffer.concat([u32le(flags), u24(width - 1), u24(height - 1)]));

/** Type and content of each chunk. */
export function webpChunks(file: Uint8Array): readonly { readonly type: string; readonly content: Buffer }[] {
  const bytes = Buffer.from(file);
  const chunks = [];
  for (let at = 12; at < bytes.length; at += 8 + bytes.readUInt32LE(at + 4) + (bytes.readUInt32LE(at + 4) % 2))
    chunks.push({ type: bytes.toString('latin1', at, at + 4), content: bytes.subarray(at + 8, at + 8 + bytes.readUInt32LE(at + 4)) });
  return chunks;
}
