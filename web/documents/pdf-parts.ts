/** The parts of a PDF paper, drawn one below the other: pairs side by side, columns, tables, boxes. */
import type { Picked } from '../components/view.ts';
import type { Entry, LinesColumn, SumTable } from './blocks.ts';
import { printable } from './fonts.ts';
import { type Box, COLOR, type Element, type Sheet, STYLE, type Style, type Words } from './sheet.ts';

/** Something that knows its height before it is drawn. */
export interface Piece {
  height(box: Box): number;
  draw(box: Box): void;
}

const left = (box: Box, width: number): Box => ({ x: box.x, width });
const right = (box: Box, width: number): Box => ({ x: box.x + box.width - width, width });

/** One below the other; each starts on the page that has room for it. */
export const stack = (sheet: Sheet, pieces: readonly Piece[], gap: number): Piece => ({
  height: (box) => pieces.reduce((sum, piece) => sum + piece.height(box), gap * Math.max(0, pieces.length - 1)),
  draw: (box) =>
    pieces.forEach((piece, index) => {
      if (index > 0) sheet.gap(gap);
      sheet.need(piece.height(box));
      piece.draw(box);
    }),
});

/** Beside each other, in reading order. Where one goes on over pages, the tallest is drawn last, so that all start here. */
function beside({ pdf }: Sheet, all: readonly Placed[]): void {
  const tall = all.map(([piece, box]) => ({ piece, box, height: piece.height(box) }));
  const fits = tall.every(({ height }) => pdf.y + height <= pdf.page.maxY());
  const { page, y } = pdf;
  let below = y;
  for (const { piece, box } of fits ? tall : tall.toSorted((a, b) => a.height - b.height)) {
    pdf.y = y;
    piece.draw(box);
    below = pdf.page === page ? Math.max(below, pdf.y) : pdf.y;
  }
  pdf.y = below;
}
type Placed = readonly [Piece, Box];

/** Two beside each other where both fit on what a page has, else one below the other, so that nothing runs off the paper. */
export function abreast(sheet: Sheet, pieces: readonly Piece[]): Piece {
  const [first, second, third] = pieces;
  const below = stack(sheet, pieces, 12);
  if (first === undefined || second === undefined || third !== undefined) return below;
  const boxes = (box: Box) => [left(box, box.width * 0.46), right(box, box.width * 0.5)] as const;
  const height = (box: Box): number => Math.max(first.height(boxes(box)[0]), second.height(boxes(box)[1]));
  return {
    height,
    draw: (box) => {
      sheet.need(height(box));
      if (sheet.pdf.y + height(box) <= sheet.pdf.page.maxY())
        beside(sheet, [
          [first, boxes(box)[0]],
          [second, boxes(box)[1]],
        ]);
      else below.draw(box);
    },
  };
}

export const paragraph = (sheet: Sheet, parent: Element, role: string, words: Picked, style: Style = STYLE.body): Words =>
  sheet.words(parent, role, words, style);

export const lines = (sheet: Sheet, parent: Element, all: readonly string[], style: Style = STYLE.body): Piece =>
  stack(
    sheet,
    all.map((text) => paragraph(sheet, parent, 'P', { text }, style)),
    0,
  );

/** Labels at the left, their values beside them: a list for who listens. */
export function entries(sheet: Sheet, parent: Element, all: readonly Entry[]): Piece {
  const list = sheet.element(parent, 'L');
  return stack(
    sheet,
    all.map(({ label, value }): Piece => {
      const item = sheet.element(list, 'LI');
      const name = paragraph(sheet, item, 'Lbl', { text: label }, STYLE.label);
      const words = paragraph(sheet, item, 'LBody', value);
      const boxes = (box: Box) => [right(box, box.width * 0.64), left(box, box.width * 0.34)] as const;
      return {
        height: (box) => Math.max(words.height(boxes(box)[0]), name.height(boxes(box)[1])),
        draw: (box) =>
          beside(sheet, [
            [name, boxes(box)[1]],
            [words, boxes(box)[0]],
          ]),
      };
    }),
    2,
  );
}

export function list(sheet: Sheet, parent: Element, items: readonly Picked[]): Piece {
  const whole = sheet.element(parent, 'L');
  return stack(
    sheet,
    items.map((words): Piece => {
      const item = sheet.element(whole, 'LI');
      const bullet = paragraph(sheet, item, 'Lbl', { text: '•' });
      const body = paragraph(sheet, item, 'LBody', words);
      return {
        height: (box) => body.height(right(box, box.width - 14)),
        draw: (box) =>
          beside(sheet, [
            [bullet, left(box, 12)],
            [body, right(box, box.width - 14)],
          ]),
      };
    }),
    2,
  );
}

/** An address or account under its title. */
export function column(sheet: Sheet, parent: Element, { title, lead, lines: all }: LinesColumn): Piece {
  const section = sheet.element(parent, 'Sect');
  return stack(
    sheet,
    [
      paragraph(sheet, section, 'H2', { text: title }, STYLE.h2),
      ...(lead === undefined ? [] : [paragraph(sheet, section, 'P', { text: lead })]),
      lines(sheet, section, all),
    ],
    4,
  );
}

/** In a frame or on a tint; bare where a page is too short for all of it. */
export function framed(sheet: Sheet, piece: Piece, padding: number, tint?: string): void {
  const { pdf } = sheet;
  const inner = { x: sheet.box.x + padding, width: sheet.box.width - padding * 2 };
  const height = piece.height(inner) + padding * 2;
  sheet.need(height);
  if (pdf.y + height <= pdf.page.maxY()) {
    const { y } = pdf;
    sheet.artifact(() => {
      pdf.roundedRect(sheet.box.x, y, sheet.box.width, height, 4).lineWidth(0.8);
      if (tint === undefined) pdf.stroke(COLOR.soft);
      else pdf.fill(tint);
    });
  }
  sheet.gap(padding);
  piece.draw(inner);
  sheet.gap(padding);
}

const AMOUNT_WIDTH = 110;
const COLUMN_GAP = 12;
const ROW_GAP = 2.5;

/** Rows with their amount at the right; the heads are repeated on each page, for the eye only. */
export function table(sheet: Sheet, parent: Element, { title, columns, rows, totals }: SumTable): void {
  const whole = sheet.element(parent, 'Table');
  const caption = paragraph(sheet, whole, 'Caption', { text: title }, STYLE.h2);
  const head = row(sheet, sheet.element(whole, 'THead'), headOf(columns), STYLE.label, true);
  const body = sheet.element(whole, 'TBody');
  const foot = totals.length > 0 ? sheet.element(whole, 'TFoot') : body;
  const all = [
    ...rows.map((each) => row(sheet, body, each, STYLE.body)),
    ...totals.map(({ what, amount, strong }) =>
      row(sheet, foot, { what: [{ text: what }], amount }, strong === true ? STYLE.strong : STYLE.body),
    ),
  ];
  // a caption and heads alone at the foot of a page tell nothing
  sheet.need(caption.height(sheet.box) + head.height() + (all[0]?.height() ?? 0) + 12);
  caption.draw(sheet.box);
  sheet.gap(4);
  head.draw();
  for (const each of all) {
    if (sheet.need(each.height())) sheet.artifact(() => repeated(sheet, headOf(columns)));
    each.draw();
  }
}

type Row = SumTable['rows'][number];

const headOf = (columns: SumTable['columns']): Row => ({
  what: columns.slice(0, -1).map((text) => ({ text })),
  amount: columns.at(-1) ?? '',
});

/** What it is about shares the width evenly; the amount stands at the right. */
function boxesOf({ box }: Sheet, { what }: Row): { readonly what: readonly Box[]; readonly amount: Box } {
  const each = (box.width - AMOUNT_WIDTH) / what.length;
  return {
    what: what.map((_, index) => ({ x: box.x + each * index, width: each - COLUMN_GAP })),
    amount: { ...right(box, AMOUNT_WIDTH), align: 'right', figures: true },
  };
}

function row(sheet: Sheet, part: Element, given: Row, style: Style, head = false) {
  const line = sheet.element(part, 'TR');
  const cell = (index: number): Element => {
    if (head) return sheet.element(line, 'TH', { scope: 'Column' });
    return index === 0 ? sheet.element(line, 'TH', { scope: 'Row' }) : sheet.element(line, 'TD');
  };
  const boxes = boxesOf(sheet, given);
  const cells: readonly Placed[] = [...given.what, { text: given.amount }].map((words, index) => [
    paragraph(sheet, cell(index), 'P', words, style),
    boxes.what[index] ?? boxes.amount,
  ]);
  const strong = style === STYLE.strong;
  return {
    height: () => Math.max(...cells.map(([piece, box]) => piece.height(box))) + ROW_GAP * 2,
    draw: () => {
      sheet.gap(ROW_GAP);
      beside(sheet, cells);
      sheet.gap(ROW_GAP - 1);
      sheet.rule(sheet.box, strong ? 1.2 : 0.5, strong ? COLOR.ink : COLOR.line);
      sheet.gap(1);
    },
  };
}

/** The heads again, on a page that goes on with the table. */
function repeated(sheet: Sheet, heads: Row): void {
  const { pdf } = sheet;
  const { y } = pdf;
  const boxes = boxesOf(sheet, heads);
  pdf.font(STYLE.label.weight).fontSize(STYLE.label.size).fillColor(STYLE.label.color);
  heads.what.forEach(({ text }, index) => {
    const { x, width } = boxes.what[index] ?? boxes.amount;
    pdf.text(printable(text), x, y, { width });
  });
  pdf.text(printable(heads.amount), boxes.amount.x, y, { width: AMOUNT_WIDTH, align: 'right' });
  pdf.y += ROW_GAP;
}
