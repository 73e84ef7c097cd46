/** Addresses in text that people wrote. Only of the web: nothing else may become a link. */

export interface Piece {
  readonly text: string;
  /** Present where the piece is an address. */
  readonly href?: string;
}

const ADDRESS = /https?:\/\/[^\s<>"'`{}|\\^]+/gi;
/** What ends a sentence or a bracket, and not the address in it. */
const AFTER = /[.,;:!?)\]…»”’]+$/u;

/** In order; together they are the text. */
export function withLinks(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const href = found[0].replace(AFTER, '');
    if (!URL.canParse(href)) continue;
    if (found.index > from) pieces.push({ text: text.slice(from, found.index) });
    pieces.push({ text: href, href });
    from = found.index + href.length;
  }
  return from < text.length || pieces.length === 0 ? [...pieces, { text: text.slice(from) }] : pieces;
}

/** What people wrote as they broke it into lines. */
export const linesOf = (text: string): readonly string[] => text.split(/\r\n|\r|\n/);
