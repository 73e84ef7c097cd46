/**
 * Reads a QR code from its dots (ISO/IEC 18004), so that what is drawn is held to what it should say. Of level M, as all of ours are, up to version 8.
 *
 * It corrects no errors: a single wrong dot among the data shows, where a phone would still read it.
 */

/** Whether the dot in a row and a column is dark. */
export type Dots = readonly (readonly boolean[])[];

/** For each version: data bytes of each block, and where alignment patterns are. */
const VERSIONS: readonly { readonly blocks: readonly number[]; readonly aligned: readonly number[] }[] = [
  { blocks: [16], aligned: [] },
  { blocks: [28], aligned: [6, 18] },
  { blocks: [44], aligned: [6, 22] },
  { blocks: [32, 32], aligned: [6, 26] },
  { blocks: [43, 43], aligned: [6, 30] },
  { blocks: [27, 27, 27, 27], aligned: [6, 34] },
  { blocks: [31, 31, 31, 31], aligned: [6, 22, 38] },
  { blocks: [38, 38, 39, 39], aligned: [6, 24, 42] },
];
const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];
const FORMAT_MASK = 0b101010000010010;
const LEVEL_M = 0b00;

export function readQr(dots: Dots): string {
  const size = dots.length;
  const version = VERSIONS[(size - 17) / 4 - 1];
  if (!version) throw new Error(`no QR code of ours is ${size} dots wide`);
  const dark = (row: number, column: number): boolean => dots[row]?.[column] === true;
  const format = number(Array.from({ length: 15 }, (_, n) => dark(...formatDot(n)))) ^ FORMAT_MASK;
  if (format >> 13 !== LEVEL_M) throw new Error('the code is not of level M');
  const masked = MASKS[(format >> 10) & 7] ?? (() => false);
  const bits = dataDots(size, version.aligned).map(([row, column]) => dark(row, column) !== masked(row, column));
  const bytes = Array.from({ length: Math.floor(bits.length / 8) }, (_, n) => number(bits.slice(n * 8, n * 8 + 8)));
  return textIn(inOrder(bytes, version.blocks));
}

/** Around the code at the top left, the highest bit first. */
const formatDot = (n: number): [number, number] => (n < 6 ? [8, n] : n === 6 ? [8, 7] : n === 7 ? [8, 8] : n === 8 ? [7, 8] : [14 - n, 8]);

const number = (bits: readonly boolean[]): number => bits.reduce((sum, bit) => sum * 2 + Number(bit), 0);

/** Up and down in columns of two from the lower right, past everything that is no data. */
function dataDots(size: number, aligned: readonly number[]): readonly (readonly [number, number])[] {
  const inCorner = (row: number, column: number): boolean =>
    (row < 9 && (column < 9 || column >= size - 8)) || (row >= size - 8 && column < 9);
  const centres = aligned.flatMap((row) => aligned.map((column) => [row, column] as const)).filter(([r, c]) => !inCorner(r, c));
  const isFixed = (row: number, column: number): boolean =>
    inCorner(row, column) ||
    row === 6 ||
    column === 6 ||
    centres.some(([r, c]) => Math.abs(row - r) <= 2 && Math.abs(column - c) <= 2) ||
    (size >= 45 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11)));
  const found: (readonly [number, number])[] = [];
  let up = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const row = up ? size - 1 - step : step;
      for (const column of [right, right - 1]) if (!isFixed(row, column)) found.push([row, column]);
    }
    up = !up;
  }
  return found;
}

/** Blocks take turns, a byte each; the shorter ones are through first. */
function inOrder(bytes: readonly number[], blocks: readonly number[]): readonly number[] {
  const apart: number[][] = blocks.map(() => []);
  let next = 0;
  for (let place = 0; place < Math.max(...blocks); place += 1) {
    for (const [index, length] of blocks.entries()) if (place < length) apart[index]?.push(bytes[next++] ?? 0);
  }
  return apart.flat();
}

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Pieces of digits, of capitals, and of bytes, each with its length before it. */
function textIn(bytes: readonly number[]): string {
  const bits = bytes.flatMap((byte) => Array.from({ length: 8 }, (_, n) => ((byte >> (7 - n)) & 1) === 1));
  let at = 0;
  const take = (length: number): number => {
    at += length;
    return number(bits.slice(at - length, at));
  };
  let text = '';
  while (at + 4 <= bits.length) {
    const mode = take(4);
    if (mode === 0) break;
    if (mode === 1) {
      for (let left = take(10); left > 0; left -= 3) text += String(take([0, 4, 7][left] ?? 10)).padStart(Math.min(left, 3), '0');
    } else if (mode === 2) {
      for (let left = take(9); left > 0; left -= 2) {
        const pair = take(left === 1 ? 6 : 11);
        text += left === 1 ? ALPHANUMERIC[pair] : `${ALPHANUMERIC[Math.floor(pair / 45)]}${ALPHANUMERIC[pair % 45]}`;
      }
    } else if (mode === 4) {
      const length = take(8);
      text += Buffer.from(Array.from({ length }, () => take(8))).toString('utf8');
    } else throw new Error(`a piece of mode ${mode} is none of ours`);
  }
  return text;
}

/** What a camera sees: lightness of each pixel of a square picture of the code and its margin. */
export interface Seen {
  readonly width: number;
  readonly isDark: (x: number, y: number) => boolean;
}

/** Finds the dots by the corner at the top left, which is seven of them wide; `quiet` is how many dots of margin are left of it. */
export function dotsIn({ width, isDark }: Seen): { readonly dots: Dots; readonly quiet: number } {
  const pixels = Array.from({ length: width }, (_, n) => n);
  const first = pixels.find((y) => pixels.some((x) => isDark(x, y)));
  if (first === undefined) throw new Error('there is nothing dark in the picture');
  const left = pixels.find((x) => isDark(x, first)) ?? 0;
  const right = pixels.findLast((x) => isDark(x, first)) ?? 0;
  const dot = (pixels.slice(left).findIndex((x) => !isDark(x, first)) || 7) / 7;
  // a code is 17 dots wide and 4 for its version, which a corner that is a pixel off does not hide
  const size = 17 + 4 * Math.round(((right - left + 1) / dot - 17) / 4);
  const exact = (right - left + 1) / size;
  const middle = (n: number, from: number): number => Math.floor(from + (n + 0.5) * exact);
  const row = (y: number): readonly boolean[] => Array.from({ length: size }, (_, x) => isDark(middle(x, left), middle(y, first)));
  return { dots: Array.from({ length: size }, (_, y) => row(y)), quiet: left / exact };
}
