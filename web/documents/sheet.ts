/**
 * Letter paper to draw on: styles, tagged text, rules, page breaks.
 *
 * Every text becomes an element of the file's structure, in reading order, with its language; lines and page numbers are marked
 * as artifacts, so that a screen reader passes them over (ISO 14289-1, 7.1).
 */
import type { Picked } from '../components/view.ts';
import { printable, type Weight } from './fonts.ts';

type Pdf = PDFKit.PDFDocument;
export type Element = PDFKit.PDFStructureElement;

/** In points, 72 to the inch. */
export const PAPER = { size: 'LETTER', margins: { top: 46, bottom: 58, left: 58, right: 58 } } as const;
export const COLOR = { ink: '#1c2a30', soft: '#51606a', act: '#0e5a67', line: '#b9c0c3', tint: '#e2efed' } as const;

export interface Style {
  readonly weight: Weight;
  readonly size: number;
  readonly color: string;
}
const style = (weight: Weight, size: number, color: string = COLOR.ink): Style => ({ weight, size, color });
export const STYLE = {
  body: style('regular', 9.5),
  strong: style('semibold', 9.5),
  label: style('regular', 8.5, COLOR.soft),
  letterhead: style('semibold', 15),
  h1: style('semibold', 20),
  h2: style('semibold', 10.5),
  headline: style('semibold', 14),
} as const;

export interface Box {
  readonly x: number;
  readonly width: number;
  readonly align?: 'left' | 'right';
  /** Digits of one width, so that sums stand under each other. */
  readonly figures?: boolean;
}

/** A text whose place in the structure is fixed and which can be measured and drawn. */
export interface Words {
  height(box: Box): number;
  /** From the current height down; over as many pages as it takes. */
  draw(box: Box): void;
}

export interface Sheet {
  readonly pdf: Pdf;
  readonly box: Box;
  /** Adds an element to the structure. */
  element(parent: Element, role: string, options?: ElementOptions): Element;
  /** Adds a text to the structure; it is drawn later. */
  words(parent: Element, role: string, words: Picked, style: Style): Words;
  /** Starts a new page unless this much room is left. True if it did. A thing taller than a page starts where it is. */
  need(height: number): boolean;
  gap(height: number): void;
  /** Draws what is no content. */
  artifact(draw: () => void, type?: 'Layout' | 'Pagination'): void;
  /** A line across `box` at the current height. */
  rule(box: Box, weight: number, color: string): void;
  /** Whether a text had characters that the fonts lack. */
  incomplete(): boolean;
}

/** `scope` is pdfkit's, and its types don't know it. */
type ElementOptions = PDFKit.Mixins.StructureElementOptions & { readonly scope?: 'Row' | 'Column' };

const LINE_GAP = 1.5;

export function sheetOn(pdf: Pdf): Sheet {
  const { left, right, top } = PAPER.margins;
  const bottom = (): number => pdf.page.height - PAPER.margins.bottom;
  let incomplete = false;

  const use = ({ weight, size, color }: Style): Pdf => pdf.font(weight).fontSize(size).fillColor(color);
  const options = ({ width, align = 'left', figures }: Box): PDFKit.Mixins.TextOptions => ({
    width,
    align,
    lineGap: LINE_GAP,
    ...(figures === true ? { features: ['tnum'] } : {}),
  });
  const element: Sheet['element'] = (parent, role, given = {}) => {
    const made = pdf.struct(role, given);
    parent.add(made);
    return made;
  };
  const artifact: Sheet['artifact'] = (draw, type = 'Layout') => {
    pdf.markContent('Artifact', { type });
    draw();
    pdf.endMarkedContent();
  };

  return {
    pdf,
    box: { x: left, width: pdf.page.width - left - right },
    element,
    artifact,
    words: (parent, role, { text, lang }, given) => {
      const shown = printable(text);
      const lacking = shown.includes('□') && !text.includes('□');
      incomplete ||= lacking;
      const made = element(parent, role, { ...(lang === undefined ? {} : { lang }), ...(lacking ? { actual: text } : {}) });
      return {
        height: (box) => use(given).heightOfString(shown, options(box)),
        draw: (box) => void use(given).text(shown, box.x, pdf.y, { ...options(box), structParent: made, structType: 'Span' }),
      };
    },
    need: (height) => {
      if (pdf.y + height <= bottom() || height > bottom() - top) return false;
      pdf.addPage();
      return true;
    },
    gap: (height) => {
      pdf.y += height;
    },
    rule: ({ x, width }, weight, color) =>
      artifact(() => {
        pdf
          .moveTo(x, pdf.y)
          .lineTo(x + width, pdf.y)
          .lineWidth(weight)
          .stroke(color);
      }),
    incomplete: () => incomplete,
  };
}
