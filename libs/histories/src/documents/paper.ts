/** What somebody typed, and which field it stands in, for whoever must mend it. */
export interface Said {
  readonly text: string;
  /** `the account of the breach of 3 July 2026`: names the field within a sentence. */
  readonly field: string;
  /** Where it can be mended, with the input that it stands in; null where it is a recorded fact that stays as it is. */
  readonly href: string | null;
  /** The page of the record that it stands on. Absent: not known, or where it is mended. */
  readonly recordedAt?: string;
  /** Names these words among those of the pack, for leaving them out; null where they must be mended instead. */
  readonly key: string | null;
}

/** Words of a document: our own, or somebody's. */
export type Words = string | Said;

/** A document before it is a PDF or a DOCX: both are made from this, so that both say the same. */
export interface Paper {
  readonly title: string;
  /** Who made it out, for the document's properties. */
  readonly author: string;
  /** On every page beside its number. */
  readonly foot: string;
  /** Across every page, and in words at its head; null for a document that may go out. */
  readonly mark: Mark | null;
  /** The instant the document says it is from, UTC: that of the newest fact in it, never of its making. */
  readonly date: string;
  /** Each begins on a page of its own. */
  readonly parts: readonly Part[];
}

export interface Mark {
  /** One word. */
  readonly across: string;
  readonly head: string;
}

export const confidential: Mark = {
  across: 'CONFIDENTIAL',
  head: 'CONFIDENTIAL: NOT TO BE SERVED ON THE RESPONDENT. It tells where a protected person can be reached.',
};

export interface Part {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly is: 'heading'; readonly text: string }
  | { readonly is: 'text'; readonly text: Words; readonly note?: boolean }
  | { readonly is: 'list'; readonly numbered: boolean; readonly items: readonly Words[] }
  /** Labels and what stands beside them. */
  | { readonly is: 'facts'; readonly rows: readonly Row[] }
  | { readonly is: 'table'; readonly caption: string; readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] }
  /** Kept on one page: a signature is worth nothing without what it stands under. */
  | { readonly is: 'together'; readonly blocks: readonly Block[] }
  /** To be filled in by hand. */
  | { readonly is: 'blank'; readonly label: string; readonly lines: number };

export interface Row {
  readonly label: string;
  readonly values: readonly Words[];
}

export interface Column {
  readonly title: string;
  /** Its share of the width; those of a table add up to 1. */
  readonly share: number;
}

/** Paragraphs of one cell. */
export type Cell = readonly Words[];

export const heading = (text: string): Block => ({ is: 'heading', text });
export const text = (words: Words): Block => ({ is: 'text', text: words });
export const note = (words: Words): Block => ({ is: 'text', text: words, note: true });
export const list = (items: readonly Words[]): Block => ({ is: 'list', numbered: false, items });
export const numbered = (items: readonly Words[]): Block => ({ is: 'list', numbered: true, items });
export const facts = (rows: readonly Row[]): Block => ({ is: 'facts', rows });
export const row = (label: string, ...values: readonly Words[]): Row => ({ label, values });
export const together = (...blocks: readonly Block[]): Block => ({ is: 'together', blocks });
export const blank = (label: string, lines = 1): Block => ({ is: 'blank', label, lines });

/** The words as they are printed. */
export function printed(words: Words): string {
  return typeof words === 'string' ? words : words.text;
}

/** Everything that is printed, in the order in which it stands there. */
export function wordsIn(paper: Paper): readonly Words[] {
  return [paper.title, paper.author, paper.foot, ...paper.parts.flatMap((part) => [part.title, ...part.blocks.flatMap(wordsOfBlock)])];
}

function wordsOfBlock(block: Block): readonly Words[] {
  switch (block.is) {
    case 'heading':
    case 'text':
      return [block.text];
    case 'list':
      return block.items;
    case 'facts':
      return block.rows.flatMap(({ label, values }) => [label, ...values]);
    case 'table':
      return [block.caption, ...block.columns.map(({ title }) => title), ...block.rows.flat(2)];
    case 'together':
      return block.blocks.flatMap(wordsOfBlock);
    case 'blank':
      return [block.label];
  }
}

/** The block with other words in place of its own, its labels and heads included. */
export function mapWords(block: Block, change: (words: Words) => Words): Block {
  const plain = (words: string) => printed(change(words));
  switch (block.is) {
    case 'heading':
      return { ...block, text: plain(block.text) };
    case 'text':
      return { ...block, text: change(block.text) };
    case 'list':
      return { ...block, items: block.items.map(change) };
    case 'facts':
      return { ...block, rows: block.rows.map(({ label, values }) => ({ label: plain(label), values: values.map(change) })) };
    case 'table':
      return { ...block, rows: block.rows.map((cells) => cells.map((cell) => cell.map(change))) };
    case 'together':
      return { ...block, blocks: block.blocks.map((one) => mapWords(one, change)) };
    case 'blank':
      return { ...block, label: plain(block.label) };
  }
}
