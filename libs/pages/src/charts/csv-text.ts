type Cell = string | number | boolean | null | undefined;

export interface CsvMeta {
  /** What the file shows. */
  readonly title: string;
  /** When it was made, as a person reads it. */
  readonly asAt: string;
  /** Further words for the first line: filters, source, how it is counted. */
  readonly notes?: readonly string[];
}

/**
 * Comma-separated text with a first line that says what it is and as at when, then the header, then the rows. A cell that a spreadsheet
 * would run as a formula is led by an apostrophe. Not supplied (null, undefined) is an empty cell, never zero.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[], { title, asAt, notes = [] }: CsvMeta): string {
  const lines: readonly (readonly Cell[])[] = [[title, `as at ${asAt}`, ...notes], header, ...rows];
  return `${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^\s*[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
