import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import Pdf from 'pdfkit';
import { finishPages, hasIn, margin } from './pdf-pages.js';
import { withNumbers } from './unprintable.js';
import { type Block, type Column, type Paper, type Part, printed, type Row, type Words } from './paper.js';

const size = 10.5;
const gap = 6;
/** Of the room that the foot of a page takes. */
const foot = 30;

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** Embedded in part, so that a document looks and reads the same everywhere: an open font of the same widths as Arial. */
const font = (file: string): Buffer => readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/arimo/${file}`));
let fonts: { readonly regular: Buffer; readonly bold: Buffer } | null = null;

/** A4, tagged, with bookmarks, selectable text and numbered pages. The same paper makes the same bytes. */
export async function paperAsPdf(typed: Paper): Promise<Buffer> {
  fonts ??= { regular: font('400Regular/Arimo_400Regular.ttf'), bold: font('700Bold/Arimo_700Bold.ttf') };
  const date = new Date(typed.date);
  const doc = new Pdf({
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom: margin + foot },
    bufferPages: true,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: 'en-GB',
    tagged: true,
    displayTitle: true,
    info: { Title: typed.title, Author: typed.author, Producer: 'Orderwatch', Creator: 'Orderwatch', CreationDate: date, ModDate: date },
  });
  const pieces: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (piece: Buffer) => pieces.push(piece));
    doc.on('end', () => resolve(Buffer.concat(pieces)));
    doc.on('error', reject);
  });
  doc.registerFont('regular', fonts.regular);
  doc.registerFont('bold', fonts.bold);
  const paper = withNumbers(typed, hasIn(doc));
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const part of paper.parts) new PartPrinter(doc, root).print(part);
  root.end();
  finishPages(doc, paper);
  doc.end();
  return done;
}

class PartPrinter {
  private readonly left = margin;
  private readonly width: number;

  constructor(
    private readonly doc: Doc,
    private readonly root: Element,
  ) {
    this.width = 595.28 - 2 * margin;
  }

  print({ title, blocks }: Part): void {
    this.doc.addPage();
    this.doc.outline.addItem(title);
    const section = this.doc.struct('Sect', { title });
    this.root.add(section);
    this.line(section, 'H1', title, 'bold', 18, 12);
    for (const block of blocks) this.block(section, block);
    section.end();
  }

  private block(section: Element, block: Block): void {
    switch (block.is) {
      case 'heading':
        this.room(60);
        this.doc.y += 6;
        return this.line(section, 'H2', block.text, 'bold', 12.5, 5);
      case 'text':
        return this.line(section, 'P', printed(block.text), 'regular', block.note ? 9 : size, gap);
      case 'list':
        return this.list(section, block.items, block.numbered);
      case 'facts':
        return block.rows.forEach((row) => this.fact(section, row));
      case 'table':
        return this.table(section, block.columns, block.rows);
      case 'together':
        this.room(block.blocks.reduce((sum, one) => sum + this.roomFor(one), 0));
        return block.blocks.forEach((one) => this.block(section, one));
      case 'blank':
        return this.blank(section, block.label, block.lines);
    }
  }

  /** About what a block takes that is kept together with others. */
  private roomFor(block: Block): number {
    if (block.is === 'heading') return 30;
    if (block.is === 'blank') return 30 + block.lines * 22;
    if (block.is !== 'text') return 60;
    return this.doc.font('regular').fontSize(size).heightOfString(printed(block.text), { width: this.width }) + gap;
  }

  private line(parent: Element, tag: string, words: string, face: string, points: number, after: number): void {
    parent.add(
      this.doc.struct(tag, {}, () => {
        this.doc.font(face).fontSize(points).fillColor('black').text(words, this.left, this.doc.y, { width: this.width });
      }),
    );
    this.doc.y += after;
  }

  private list(section: Element, items: readonly Words[], numbered: boolean): void {
    const list = this.doc.struct('L');
    section.add(list);
    items.forEach((item, nth) => {
      this.room(20);
      const label = numbered ? `${nth + 1}.` : '–';
      const [top, page] = [this.doc.y, this.doc.bufferedPageRange().count];
      const entry = this.doc.struct('LI');
      list.add(entry);
      this.doc.font('regular').fontSize(size).fillColor('black');
      entry.add(this.doc.struct('Lbl', {}, () => void this.doc.text(label, this.left, top, { width: 24, lineBreak: false })));
      entry.add(
        this.doc.struct('LBody', {}, () => {
          const same = this.doc.bufferedPageRange().count === page;
          this.doc.text(printed(item), this.left + 24, same ? top : this.doc.y, { width: this.width - 24 });
        }),
      );
      entry.end();
      this.doc.y += 3;
    });
    list.end();
    this.doc.y += 3;
  }

  /** A label and what stands beside it, the label in a column of its own. */
  private fact(section: Element, { label, values }: Row): void {
    const column = 130;
    this.room(18);
    const [top, page] = [this.doc.y, this.doc.bufferedPageRange().count];
    section.add(
      this.doc.struct('P', {}, () => {
        this.doc
          .font('bold')
          .fontSize(size)
          .fillColor('black')
          .text(label, this.left, top, { width: column - 12 });
      }),
    );
    const below = this.doc.bufferedPageRange().count === page ? this.doc.y : margin;
    this.doc.y = top;
    for (const value of values) {
      section.add(
        this.doc.struct('P', {}, () => {
          this.doc
            .font('regular')
            .fontSize(size)
            .text(printed(value), this.left + column, this.doc.y, { width: this.width - column });
        }),
      );
    }
    const same = this.doc.bufferedPageRange().count === page;
    this.doc.y = (same ? Math.max(below, this.doc.y) : this.doc.y) + 4;
  }

  private table(section: Element, columns: readonly Column[], rows: readonly (readonly (readonly Words[])[])[]): void {
    const table = this.doc.struct('Table');
    section.add(table);
    const head = columns.map(({ title }): readonly Words[] => [title]);
    this.row(table, columns, head, 'TH');
    for (const cells of rows) {
      const height = this.heightOf(columns, cells);
      if (height > this.bottom - margin - 30) {
        this.tall(table, columns, cells);
        continue;
      }
      if (this.doc.y + height > this.bottom) {
        this.doc.addPage();
        this.row(table, columns, head, 'Artifact');
      }
      this.row(table, columns, cells, 'TD');
    }
    table.end();
    this.doc.y += gap;
  }

  private row(table: Element, columns: readonly Column[], cells: readonly (readonly Words[])[], tag: 'TH' | 'TD' | 'Artifact'): void {
    const height = this.heightOf(columns, cells, tag !== 'TD');
    const top = this.doc.y;
    const row = tag === 'Artifact' ? null : this.doc.struct('TR');
    if (row) table.add(row);
    let left = this.left;
    columns.forEach(({ share }, nth) => {
      const inner = { width: share * this.width - 8 };
      const draw = (): void => {
        this.doc.y = top + 4;
        for (const words of cells[nth] ?? []) {
          this.doc
            .font(tag === 'TD' ? 'regular' : 'bold')
            .fontSize(9)
            .fillColor('black')
            .text(printed(words), left, this.doc.y, inner);
          this.doc.y += 1.5;
        }
      };
      if (row) row.add(this.doc.struct(tag, {}, draw));
      else this.artifact(draw);
      left += share * this.width;
    });
    row?.end();
    this.rule(top + height);
    this.doc.y = top + height;
  }

  /** A row that no page could hold flows over pages, its cells one below the other. */
  private tall(table: Element, columns: readonly Column[], cells: readonly (readonly Words[])[]): void {
    const row = this.doc.struct('TR');
    table.add(row);
    this.doc.y += 4;
    columns.forEach(({ title }, nth) => {
      row.add(
        this.doc.struct('TD', {}, () => {
          this.doc.font('regular').fontSize(9).fillColor('black');
          this.doc.text([`${title}:`, ...(cells[nth] ?? []).map(printed)].join('\n'), this.left, this.doc.y, { width: this.width });
        }),
      );
    });
    row.end();
    this.doc.y += 4;
    this.rule(this.doc.y);
  }

  private heightOf(columns: readonly Column[], cells: readonly (readonly Words[])[], bold = false): number {
    this.doc.font(bold ? 'bold' : 'regular').fontSize(9);
    const heights = columns.map(({ share }, nth) =>
      (cells[nth] ?? []).reduce((sum, words) => sum + this.doc.heightOfString(printed(words), { width: share * this.width - 8 }) + 1.5, 8),
    );
    return Math.max(...heights);
  }

  private blank(section: Element, label: string, lines: number): void {
    this.room(16 + lines * 22);
    this.line(section, 'P', `${label}:`, 'regular', size, 0);
    for (let nth = 0; nth < lines; nth += 1) {
      this.doc.y += 20;
      this.rule(this.doc.y);
    }
    this.doc.y += 10;
  }

  private rule(y: number): void {
    this.artifact(() => {
      this.doc
        .save()
        .lineWidth(0.5)
        .strokeColor('#808080')
        .moveTo(this.left, y)
        .lineTo(this.left + this.width, y)
        .stroke()
        .restore();
    });
  }

  private artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  private get bottom(): number {
    return 841.89 - margin - foot;
  }

  /** A new page unless this much is left of the present one. */
  private room(height: number): void {
    if (this.doc.y + height > this.bottom) this.doc.addPage();
  }
}
