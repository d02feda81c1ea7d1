import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type Block, type Column, type Paper, type Part, printed, type Row, type Words } from './paper.js';

/** Twentieths of a point between the margins of A4. */
const width = 9_638;
const bullets = 'bullets';

/** For Word and what reads its files. The same paper makes the same bytes. */
export async function paperAsDocx(paper: Paper): Promise<Buffer> {
  const lists = new Lists();
  const children = paper.parts.flatMap((part, nth) => partOf(part, nth > 0, lists));
  const document = new Document({
    title: paper.title,
    creator: paper.author,
    lastModifiedBy: paper.author,
    revision: 1,
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 21, language: { value: 'en-GB' } }, paragraph: { spacing: { after: 120 } } },
        heading1: { run: { font: 'Arial', size: 36, bold: true, color: '000000' }, paragraph: { spacing: { after: 240 } } },
        heading2: { run: { font: 'Arial', size: 25, bold: true, color: '000000' }, paragraph: { spacing: { before: 200, after: 100 } } },
      },
    },
    numbering: { config: lists.config },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1_134, bottom: 1_134, left: 1_134, right: 1_134 } } },
        ...(paper.mark
          ? {
              headers: { default: new Header({ children: [paragraph([run(paper.mark.head, { bold: true })])] }) },
            }
          : {}),
        footers: { default: footer(paper) },
        children,
      },
    ],
  });
  return settled(await Packer.toBuffer(document), paper.date);
}

/** The library writes the present time into the file, and its archive: the document's own date stands there instead. */
function settled(file: Uint8Array, date: string): Buffer {
  const parts = unzipSync(file);
  const core = 'docProps/core.xml';
  const properties = strFromU8(parts[core] ?? new Uint8Array()).replace(
    /(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/g,
    (_, open: string, __, close: string) => `${open}${date.slice(0, 19)}Z${close}`,
  );
  const names = Object.keys(parts).sort((a, b) => (a === '[Content_Types].xml' ? -1 : b === '[Content_Types].xml' ? 1 : a < b ? -1 : 1));
  const entries = names.map((name) => [name, name === core ? strToU8(properties) : (parts[name] ?? new Uint8Array())] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1), level: 6 }));
}

/** Each numbered list counts from one. */
class Lists {
  private count = 0;

  next(): string {
    this.count += 1;
    return `list-${this.count}`;
  }

  get config() {
    const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], sign: string) => ({
      ...{ level: 0, format, text: sign, alignment: AlignmentType.LEFT },
      style: { paragraph: { indent: { left: 425, hanging: 425 } } },
    });
    const numbered = Array.from({ length: this.count }, (_, nth) => ({
      reference: `list-${nth + 1}`,
      levels: [level(LevelFormat.DECIMAL, '%1.')],
    }));
    return [{ reference: bullets, levels: [level(LevelFormat.BULLET, '–')] }, ...numbered];
  }
}

function footer({ foot }: Paper): Footer {
  const pages = new TextRun({ children: [`${foot} · Page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], size: 16 });
  return new Footer({ children: [new Paragraph({ children: [pages] })] });
}

function partOf({ title, blocks }: Part, onNewPage: boolean, lists: Lists): FileChild[] {
  const head = new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: onNewPage, children: [new TextRun(title)] });
  return [head, ...blocks.flatMap((block) => blockOf(block, lists))];
}

function blockOf(block: Block, lists: Lists): FileChild[] {
  switch (block.is) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, children: [new TextRun(block.text)] })];
    case 'text':
      return lines(block.text).map((line) => paragraph([run(line, block.note ? { size: 18 } : {})]));
    case 'list': {
      const reference = block.numbered ? lists.next() : bullets;
      return block.items.map((item) => new Paragraph({ numbering: { reference, level: 0 }, children: broken(item) }));
    }
    case 'facts':
      return [
        tableOf(
          null,
          [0.28, 0.72],
          block.rows.map(({ label, values }: Row) => [[label], values]),
        ),
      ];
    case 'table':
      return [
        tableOf(
          block.columns,
          block.columns.map(({ share }) => share),
          block.rows,
        ),
      ];
    case 'together':
      return block.blocks.flatMap((one) => blockOf(one, lists));
    case 'blank':
      return [paragraph([run(`${block.label}:`)]), ...Array.from({ length: block.lines }, ruled)];
  }
}

/** Without heads it lists labels and values, the label in bold and no lines drawn. */
function tableOf(columns: readonly Column[] | null, shares: readonly number[], rows: readonly (readonly (readonly Words[])[])[]): Table {
  const side = columns ? { style: BorderStyle.SINGLE, size: 4, color: '808080' } : { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const borders = { top: side, bottom: side, left: none, right: none, insideHorizontal: side, insideVertical: none };
  const row = (cells: readonly (readonly Words[])[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      children: shares.map((share, nth) => {
        const bold = isHead || (!columns && nth === 0);
        const children = (cells[nth] ?? []).flatMap((words) =>
          lines(words).map((line) => paragraph([run(line, { bold, ...(columns ? { size: 18 } : {}) })], 60)),
        );
        return new TableCell({
          width: { size: Math.round(share * width), type: WidthType.DXA },
          margins: { right: 100 },
          children: children.length > 0 ? children : [paragraph([], 60)],
        });
      }),
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: shares.map((share) => Math.round(share * width)),
    layout: TableLayoutType.FIXED,
    borders,
    rows: [
      ...(columns
        ? [
            row(
              columns.map(({ title }) => [title]),
              true,
            ),
          ]
        : []),
      ...rows.map((cells) => row(cells, false)),
    ],
  });
}

function ruled(): Paragraph {
  return new Paragraph({
    spacing: { before: 240, after: 60 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: '808080', space: 1 } },
  });
}

function paragraph(children: readonly ParagraphChild[], after = 120): Paragraph {
  return new Paragraph({ spacing: { after }, children });
}

function run(words: string, how: { readonly bold?: boolean; readonly size?: number } = {}): TextRun {
  return new TextRun({ text: clean(words), ...how });
}

function lines(words: Words): string[] {
  return printed(words).split('\n');
}

function broken(words: Words): TextRun[] {
  return lines(words).map((line, nth) => new TextRun({ text: clean(line), ...(nth > 0 ? { break: 1 } : {}) }));
}

/** XML knows no control signs. */
function clean(words: string): string {
  return words.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, ' ');
}
