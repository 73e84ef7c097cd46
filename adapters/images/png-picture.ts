/** What of a PNG makes its picture, before a decoder sees it: without notes, profiles, further frames, and without more data than it has pixels. */
import { crc32, createInflate } from 'node:zlib';

const SIGNATURE_BYTES = 8;
/** Length before a chunk's content, type, and check sum behind it. */
const FRAME_BYTES = 12;
const PICTURE = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];

interface Chunk {
  readonly type: string;
  readonly whole: Buffer;
  readonly content: Buffer;
}

/** A PNG with just the chunks that pixels are made of, with right check sums. Absent: there is none in `bytes`. Throws where its data are broken. */
export async function pngPicture(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const chunks = chunksOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  // a capital letter: without understanding it, nobody can show the image
  if (chunks.some(({ type }) => /^[A-Z]/.test(type) && !PICTURE.includes(type))) return undefined;
  const picture = chunks.filter(({ type }) => PICTURE.includes(type));
  const [header] = picture;
  if (header?.type !== 'IHDR' || !picture.every(hasRightSum)) return undefined;
  const data = Buffer.concat(picture.filter(({ type }) => type === 'IDAT').map(({ content }) => content));
  if (await inflatesBeyond(data, mostBytes(header.content))) return undefined;
  return Buffer.concat([bytes.subarray(0, SIGNATURE_BYTES), ...picture.map(({ whole }) => whole)]);
}

/** To the end of the image, or as far as there are whole ones. */
function chunksOf(file: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let at = SIGNATURE_BYTES;
  while (at + FRAME_BYTES <= file.length && chunks.at(-1)?.type !== 'IEND') {
    const end = at + FRAME_BYTES + file.readUInt32BE(at);
    if (end > file.length) break;
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), whole: file.subarray(at, end), content: file.subarray(at + 8, end - 4) });
    at = end;
  }
  return chunks;
}

const hasRightSum = ({ whole }: Chunk): boolean => crc32(whole.subarray(4, -4)) === whole.readUInt32BE(whole.length - 4);

/** Values a pixel has, by the header's colour type. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** The most that a picture of these sides has before compression: interlaced, it has nearly twice its rows, each with a byte before and one begun. */
function mostBytes(header: Buffer): number {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bits = header.readUInt8(8) * (CHANNELS[header.readUInt8(9)] ?? 0);
  return Math.ceil((width * height * bits) / 8) + 4 * (height + 4);
}

/** The decoder would go through all of it, be it gigabytes. Throws where `data` is broken. */
async function inflatesBeyond(data: Buffer, most: number): Promise<boolean> {
  const inflate = createInflate({ chunkSize: 1 << 18 });
  inflate.end(data);
  let length = 0;
  for await (const part of inflate) {
    length += (part as Buffer).length;
    if (length > most) return true;
  }
  return false;
}
