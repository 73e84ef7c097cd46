/**
 * A paper as a PDF: Letter paper, the fonts inside, tagged for screen readers, the same bytes for the same facts.
 *
 * It is made of what the web page is made of, so that neither says more than the other.
 */
import PDFDocument from 'pdfkit';
import type { DocumentFacts } from '#contracts/resources/documents.ts';
import { documentsIn } from '../messages/areas.ts';
import type { ComposedDocument, DocumentBlock, SumTable } from './blocks.ts';
import { composeDocument } from './compose.ts';
import { fontFile, printable } from './fonts.ts';
import { drawHead } from './pdf-head.ts';
import { abreast, column, entries, framed, list, type Piece, paragraph, stack, table } from './pdf-parts.ts';
import { type Element, PAPER, type Sheet, STYLE, sheetOn } from './sheet.ts';

export async function documentPdf(facts: DocumentFacts): Promise<Uint8Array> {
  const composed = composeDocument(facts);
  const pdf = new PDFDocument({
    ...PAPER,
    // no font at first: pdfkit's own default would be read from a file that no bundle has
    font: '',
    autoFirstPage: false,
    // page numbers are put in when the number of pages is known
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: composed.language,
    displayTitle: true,
    info: {
      Title: composed.title,
      Author: facts.organisation.legalName,
      Creator: 'Crosswalk',
      // not the clock's time: the same paper is the same file, whenever it is asked for
      CreationDate: new Date(`${facts.issuedOn}T12:00:00Z`),
    },
  });
  const bytes = collected(pdf);
  for (const weight of ['regular', 'semibold'] as const) pdf.registerFont(weight, Buffer.from(fontFile(weight)));
  pdf.font('regular').addPage();
  draw(sheetOn(pdf), composed);
  pdf.end();
  return bytes;
}

/** All bytes, once the document has ended. */
function collected(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
}

function draw(sheet: Sheet, composed: ComposedDocument): void {
  const { pdf } = sheet;
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  drawHead(sheet, root, composed);
  sheet.gap(4);
  for (const block of composed.blocks) {
    sheet.gap(block.kind === 'words' ? 8 : 13);
    part(sheet, root, block);
  }
  if (composed.closing !== undefined) {
    sheet.gap(14);
    const { words, name } = composed.closing;
    const closing = [paragraph(sheet, root, 'P', { text: words }), paragraph(sheet, root, 'P', { text: name }, STYLE.strong)];
    stack(sheet, [stack(sheet, closing, 0)], 0).draw(sheet.box);
  }
  const words = documentsIn(composed.language);
  if (sheet.incomplete()) {
    sheet.gap(14);
    stack(sheet, [paragraph(sheet, root, 'P', { text: words.unprintable }, STYLE.label)], 0).draw(sheet.box);
  }
  numberPages(sheet, composed, words.page);
}

function part(sheet: Sheet, root: Element, block: DocumentBlock): void {
  if (block.kind === 'table') table(sheet, root, block);
  else if (block.kind === 'sentences' && block.boxed === true) framed(sheet, pieceOf(sheet, root, block), 11);
  else stack(sheet, [pieceOf(sheet, root, block)], 0).draw(sheet.box);
}

function pieceOf(sheet: Sheet, root: Element, block: Exclude<DocumentBlock, SumTable>): Piece {
  switch (block.kind) {
    case 'words':
      return paragraph(sheet, root, 'P', block.words);
    case 'columns':
      return abreast(
        sheet,
        block.columns.map((each) => column(sheet, root, each)),
      );
    case 'entries':
      return section(sheet, root, block.title, (parent) => entries(sheet, parent, block.entries));
    case 'list':
      return section(sheet, root, block.title, (parent) => list(sheet, parent, block.items));
    case 'sentences':
      return section(sheet, root, block.title, (parent) => {
        const sentences = block.sentences.map((text) => paragraph(sheet, parent, 'P', { text }));
        return stack(sheet, sentences, 5);
      });
  }
}

/** A title is not left alone at the foot of a page: three lines go with it. */
const WITH_TITLE = 44;

/** A title with what belongs to it. */
function section(sheet: Sheet, root: Element, title: string, content: (parent: Element) => Piece): Piece {
  const parent = sheet.element(root, 'Sect');
  const heading = paragraph(sheet, parent, 'H2', { text: title }, STYLE.h2);
  const whole = stack(sheet, [heading, content(parent)], 4);
  return {
    height: whole.height,
    draw: (box) => {
      sheet.need(heading.height(box) + WITH_TITLE);
      whole.draw(box);
    },
  };
}

/** On each page, when there are several: which paper this is, and which page of it. */
function numberPages(sheet: Sheet, { title, letterhead }: ComposedDocument, say: (n: number, of: number) => string): void {
  const { pdf, box } = sheet;
  const { start, count } = pdf.bufferedPageRange();
  if (count === 1) return;
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(start + index);
    // below the margin, where pdfkit would start another page
    pdf.page.margins.bottom = 0;
    sheet.artifact(() => {
      pdf.font('regular').fontSize(STYLE.label.size).fillColor(STYLE.label.color);
      const y = pdf.page.height - PAPER.margins.bottom + 22;
      pdf.text(printable(`${title} · ${letterhead.name}`), box.x, y, { width: box.width - 90, height: 12, ellipsis: true });
      pdf.text(say(index + 1, count), box.x + box.width - 90, y, { width: 90, align: 'right' });
    }, 'Pagination');
  }
}
