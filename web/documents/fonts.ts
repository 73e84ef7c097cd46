/** The fonts of PDF papers, and what to print for characters they lack. */
import fonts from '../../generated/document-fonts.json' with { type: 'json' };

export type Weight = 'regular' | 'semibold';

/** A font's file, out of the bundle: a function has no other files beside it. */
export const fontFile = (weight: Weight): Uint8Array => Buffer.from(fonts[weight], 'base64');

/** Stands for whatever has no glyph; one for each character as people count them. */
export const STAND_IN = '□';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Joiners, variation selectors, soft hyphens: they have no look of their own. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

/**
 * `words` as the fonts can print them: composed where they can be, line breaks kept, `□` for what has no glyph.
 * The file keeps the true words beside it, for search, copying and reading aloud.
 */
export function printable(words: string): string {
  const composed = words.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ');
  return [...graphemes.segment(composed)]
    .map(({ segment }) => (segment === '\n' ? segment : [...segment].filter((character) => !INVISIBLE.test(character)).join('')))
    .map((segment) => (segment === '\n' || [...segment].every(hasGlyph) ? segment : STAND_IN))
    .join('');
}

/** `covered` has first and last code point of each range in ascending order, so this is a search by halves. */
function hasGlyph(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  let low = 0;
  let high = fonts.covered.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (point < (fonts.covered[middle * 2] ?? 0)) high = middle - 1;
    else if (point > (fonts.covered[middle * 2 + 1] ?? 0)) low = middle + 1;
    else return point >= 0x20;
  }
  return false;
}
