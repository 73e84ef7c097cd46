/** The head of a PDF paper: letterhead, title, to whom it goes, its facts, and its one figure. */
import type { ComposedDocument, Entry } from './blocks.ts';
import { abreast, entries, framed, lines, type Piece, paragraph, stack } from './pdf-parts.ts';
import { type Box, COLOR, type Element, type Sheet, STYLE } from './sheet.ts';

export function drawHead(
  sheet: Sheet,
  root: Element,
  { letterhead, heading, addressee, entries: facts, headline }: ComposedDocument,
): void {
  const name = paragraph(sheet, root, 'P', { text: letterhead.name }, STYLE.letterhead);
  const address = stack(sheet, [name, lines(sheet, root, letterhead.address, STYLE.label)], 2);
  abreast(sheet, [address, lines(sheet, root, letterhead.contact, STYLE.label)]).draw(sheet.box);
  sheet.gap(8);
  sheet.rule(sheet.box, 2.5, COLOR.act);
  sheet.gap(16);
  paragraph(sheet, root, 'H1', { text: heading }, STYLE.h1).draw(sheet.box);
  sheet.gap(10);
  const section = sheet.element(root, 'Sect');
  const label = paragraph(sheet, section, 'H2', { text: addressee.title }, STYLE.label);
  abreast(sheet, [stack(sheet, [label, lines(sheet, section, addressee.lines)], 2), entries(sheet, root, facts)]).draw(sheet.box);
  if (headline === undefined) return;
  sheet.gap(16);
  framed(sheet, figure(sheet, sheet.element(root, 'P'), headline), 8, COLOR.tint);
}

/** The one figure that is looked for: its name at the left, itself at the right. */
function figure(sheet: Sheet, parent: Element, { label, value }: Entry): Piece {
  const name = paragraph(sheet, parent, 'Span', { text: label });
  const words = paragraph(sheet, parent, 'Span', value, STYLE.headline);
  const nameBox = (box: Box): Box => ({ ...box, width: box.width * 0.36 });
  const wordsBox = (box: Box): Box => ({ x: box.x + box.width * 0.36, width: box.width * 0.64, align: 'right' });
  return {
    height: (box) => words.height(wordsBox(box)),
    draw: (box) => {
      const { y } = sheet.pdf;
      // on one line with the figure, whose letters are bigger
      sheet.gap(3);
      name.draw(nameBox(box));
      sheet.pdf.y = y;
      words.draw(wordsBox(box));
    },
  };
}
