/** Bad input on the command line: the message is one sentence that says what to do. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The command could not do what it was asked, or found something wrong. The message says what. Exit code 1. */
export class Failed extends Error {
  override readonly name = 'Failed';
}

/** The code of an error of Node's, for instance `ENOENT`; null of anything else. */
export function codeOf(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** Where a command speaks. */
export interface Terminal {
  say(line: string): void;
  /** How long work goes on: replaces the line before on a terminal, now and then a new line elsewhere. */
  progress(line: string): void;
  /** A line typed by the user, not shown while it is typed; the first line of standard input where there is no terminal. */
  secret(question: string): Promise<string>;
}

const EVERY_MS = 5_000;

/** The terminal of this process. */
export class ProcessTerminal implements Terminal {
  private shown = '';
  private saidAt = Number.NEGATIVE_INFINITY;

  say(line: string): void {
    this.clear();
    process.stdout.write(`${line}\n`);
  }

  progress(line: string): void {
    if (process.stdout.isTTY) {
      this.clear();
      this.shown = line.slice(0, Math.max(10, process.stdout.columns - 1));
      process.stdout.write(this.shown);
    } else if (performance.now() - this.saidAt > EVERY_MS) {
      this.saidAt = performance.now();
      process.stdout.write(`${line}\n`);
    }
  }

  async secret(question: string): Promise<string> {
    const input = process.stdin;
    if (input.isTTY) {
      process.stdout.write(question);
      input.setRawMode(true);
    }
    let typed = '';
    try {
      for await (const chunk of input) {
        for (const character of String(chunk)) {
          if (character === '\u0003') throw new Failed('Nothing was done.');
          if (character === '\n' || character === '\r') return typed;
          typed = character === '\u007f' ? typed.slice(0, -1) : typed + character;
        }
      }
      return typed;
    } finally {
      if (input.isTTY) {
        input.setRawMode(false);
        process.stdout.write('\n');
      }
      input.pause();
    }
  }

  private clear(): void {
    if (this.shown === '') return;
    process.stdout.write(`\r${' '.repeat(this.shown.length)}\r`);
    this.shown = '';
  }
}

/** Rows in columns as wide as their widest cell; numbers to the right. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, nth) => Math.max(...rows.map((row) => (row[nth] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, nth) => (/^[\d.,]+$/.test(cell) ? cell.padStart(widths[nth] ?? 0) : cell.padEnd(widths[nth] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
