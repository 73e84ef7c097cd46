/** Words into a box: the largest size at which they fit, in lines of about the same length; cut with an ellipsis where no size is small enough. */
import type { Weight } from '../documents/fonts.ts';
import { widthOf } from './measure.ts';

export interface Box {
  readonly weight: Weight;
  /** In pixels, the largest first. */
  readonly sizes: readonly number[];
  readonly width: number;
  /** How many lines there may be at a size. */
  lines(size: number): number;
}

export interface Fitted {
  readonly size: number;
  readonly lines: readonly string[];
}

const ELLIPSIS = '…';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const charactersOf = (words: string): readonly string[] => [...graphemes.segment(words)].map(({ segment }) => segment);

type Measure = (words: string) => number;

export function fitWords(words: string, { weight, sizes, width, lines }: Box): Fitted {
  const at =
    (size: number): Measure =>
    (part) =>
      widthOf(part, weight, size);
  const largest = sizes.find((size) => {
    const measure = at(size);
    return words.split(' ').every((word) => measure(word) <= width) && wrap(words, width, measure).length <= lines(size);
  });
  if (largest !== undefined) return { size: largest, lines: balanced(words, width, at(largest)) };
  const size = Math.min(...sizes);
  return { size, lines: cut(wrap(words, width, at(size)), lines(size), width, at(size)) };
}

/** As many words into each line as it takes. A word longer than a line is broken wherever the line ends. */
function wrap(words: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = broken(word, width, measure);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return [...lines, line];
}

function broken(word: string, width: number, measure: Measure): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of charactersOf(word)) {
    if (piece !== '' && measure(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** The narrowest lines of the same number, so that none is left with one word. */
function balanced(words: string, width: number, measure: Measure): readonly string[] {
  let best = wrap(words, width, measure);
  if (best.length === 1) return best;
  const narrowest = Math.max(...words.split(' ').map(measure));
  for (let narrower = width * 0.97; narrower >= narrowest; narrower *= 0.97) {
    const lines = wrap(words, narrower, measure);
    if (lines.length > best.length) break;
    best = lines;
  }
  return best;
}

/** The last line ends with an ellipsis after a whole word; one word alone is cut in itself. */
function cut(lines: readonly string[], atMost: number, width: number, measure: Measure): readonly string[] {
  if (lines.length <= atMost) return lines;
  const last = lines[atMost - 1] ?? '';
  const words = last.split(' ');
  const parts = words.length > 1 ? words.map((word) => ` ${word}`) : [...charactersOf(last)];
  while (parts.length > 0 && measure(ended(parts)) > width) parts.pop();
  return [...lines.slice(0, atMost - 1), ended(parts)];
}

const ended = (parts: readonly string[]): string =>
  `${parts
    .join('')
    .trim()
    .replace(/[\s,.;:–-]+$/u, '')}${ELLIPSIS}`;
