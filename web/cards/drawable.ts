/** Staff-written words as a picture can show them. */
import { printable, STAND_IN } from '../documents/fonts.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const BLANK = /^[\p{Cc}\p{Z}]/u;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/** Above and below a letter; more would be drawn out of its line, and off the card. */
const MOST_MARKS = 2;

/**
 * On one line, without control characters; emoji are left out, other characters the font lacks become `□`.
 * Nothing at all when most of it would be `□`: messengers show the link's own title beside the picture.
 */
export function drawable(words: string): string {
  const shown = [...graphemes.segment(words)].map(({ segment }) => {
    if (BLANK.test(segment)) return ' ';
    const printed = printable(segment);
    return printed === STAND_IN && EMOJI.test(segment) ? '' : [...printed].slice(0, 1 + MOST_MARKS).join('');
  });
  const lost = shown.filter((one) => one === STAND_IN).length;
  return lost * 2 > shown.length ? '' : shown.join('').replaceAll(/ +/g, ' ').trim();
}
