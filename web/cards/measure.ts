/** How wide words come out on a card: the advance widths of its fonts, read from their own tables (OpenType 1.9: `head`, `hhea`, `hmtx`, `cmap`). */
import { fontFile, type Weight } from '../documents/fonts.ts';

const metrics = new Map<Weight, Metrics>();

interface Metrics {
  readonly unitsPerEm: number;
  /** In units of the em square. */
  advance(point: number): number;
}

/** In pixels, for a font of `size` pixels. Without kerning, which makes words a little narrower than this. */
export function widthOf(words: string, weight: Weight, size: number): number {
  const known = metrics.get(weight) ?? read(fontFile(weight));
  metrics.set(weight, known);
  const units = [...words].reduce((sum, character) => sum + known.advance(character.codePointAt(0) ?? 0), 0);
  return (units * size) / known.unitsPerEm;
}

function read(file: Uint8Array): Metrics {
  const font = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const glyphOf = characterMap(font);
  const widths = tableAt(font, 'hmtx');
  const widthCount = font.getUint16(tableAt(font, 'hhea') + 34);
  return {
    unitsPerEm: font.getUint16(tableAt(font, 'head') + 18),
    // the last width is that of all glyphs after it
    advance: (point) => font.getUint16(widths + 4 * Math.min(glyphOf(point), widthCount - 1)),
  };
}

/** Glyphs by character; 0 is the glyph of characters the font lacks. */
function characterMap(font: DataView): (point: number) => number {
  const cmap = tableAt(font, 'cmap');
  const subtables = Array.from({ length: font.getUint16(cmap + 2) }, (_, index) => cmap + font.getUint32(cmap + 8 + index * 8));
  const format12 = subtables.find((at) => font.getUint16(at) === 12);
  if (format12 === undefined) throw new Error('the font has no cmap of format 12');
  const glyphs = new Map<number, number>();
  for (let group = 0; group < font.getUint32(format12 + 12); group += 1) {
    const at = format12 + 16 + group * 12;
    const [first, last, glyph] = [font.getUint32(at), font.getUint32(at + 4), font.getUint32(at + 8)];
    for (let point = first; point <= last; point += 1) glyphs.set(point, glyph + point - first);
  }
  return (point) => glyphs.get(point) ?? 0;
}

function tableAt(font: DataView, tag: string): number {
  for (let index = 0; index < font.getUint16(4); index += 1) {
    const at = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((offset) => font.getUint8(at + offset)));
    if (name === tag) return font.getUint32(at + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}
