/** The fonts of PDF papers, as bundles carry them: Inter in two weights, and which characters it has. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const INTER = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', '@expo-google-fonts', 'inter');
const WEIGHTS = { regular: '400Regular/Inter_400Regular.ttf', semibold: '600SemiBold/Inter_600SemiBold.ttf' } as const;

/** Uncompressed, because compressors of different machines differ and the tests compare. */
export function documentFonts() {
  const regular = readFileSync(join(INTER, WEIGHTS.regular));
  const semibold = readFileSync(join(INTER, WEIGHTS.semibold));
  const covered = coverage(regular);
  if (String(coverage(semibold)) !== String(covered)) throw new Error('the weights of the font have different characters');
  return {
    // the licence asks to go where the font goes
    license: readFileSync(join(INTER, 'LICENSE_FONT'), 'utf8'),
    covered,
    regular: regular.toString('base64'),
    semibold: semibold.toString('base64'),
  };
}

/** First and last code point of each range that has glyphs, one after the other: the font's `cmap` in format 12 (OpenType 1.9, "cmap"). */
function coverage(font: Buffer): readonly number[] {
  const cmap = table(font, 'cmap');
  const format12 = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4))).find(
    (subtable) => subtable.readUInt16BE(0) === 12,
  );
  if (format12 === undefined) throw new Error('the font has no cmap of format 12');
  const groups = Array.from({ length: format12.readUInt32BE(12) }, (_, index) => 16 + index * 12);
  return groups.reduce<number[]>((ranges, at) => {
    const [first, last] = [format12.readUInt32BE(at), format12.readUInt32BE(at + 4)];
    if (ranges.at(-1) === first - 1) ranges.pop();
    else ranges.push(first);
    ranges.push(last);
    return ranges;
  }, []);
}

function table(font: Buffer, tag: string): Buffer {
  const records = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const record = records.find((at) => font.toString('latin1', at, at + 4) === tag);
  if (record === undefined) throw new Error(`the font has no table ${tag}`);
  return font.subarray(font.readUInt32BE(record + 8), font.readUInt32BE(record + 8) + font.readUInt32BE(record + 12));
}
