import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Failed } from '../terminal.js';

/** A backup is lines of JSON: a heading, the entries, and a last line that proves that nothing is missing or changed. */
export interface Heading {
  readonly format: string;
  readonly version: 1;
  /** Ties the files of one backup together. */
  readonly backupId: string;
  /** UTC instant. */
  readonly madeAt: string;
}

interface Ending {
  readonly entries: number;
  /** SHA-256 of all lines before, hexadecimal. */
  readonly sha256: string;
}

/** Writes the file whole or not at all: it gets its name only when everything is on the disk. Readable by its owner alone. */
export async function writeLines(file: string, heading: Heading, entries: AsyncIterable<object> | Iterable<object>): Promise<number> {
  const draft = `${file}.unfinished`;
  const out = await open(draft, 'w', 0o600);
  try {
    const hash = createHash('sha256');
    let count = 0;
    let waiting = hashed(hash, heading);
    for await (const entry of entries) {
      waiting += hashed(hash, entry);
      count += 1;
      if (waiting.length < 1_000_000) continue;
      await out.write(waiting);
      waiting = '';
    }
    const ending: Ending = { entries: count, sha256: hash.digest('hex') };
    await out.write(`${waiting}${JSON.stringify(ending)}\n`);
    await out.sync();
    await out.close();
    await rename(draft, file);
    return count;
  } catch (error) {
    await out.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}

/** Reads the file to its end without keeping anything. Throws `Failed` unless it is whole and of this format. */
export async function checkLines(file: string, format: string): Promise<Heading & Ending> {
  let heading: Heading | null = null;
  for await (const line of lines(file, format)) {
    if (line.is === 'heading') heading = line.heading;
    if (line.is === 'ending' && heading) return { ...heading, ...line.ending };
  }
  throw new Failed(`${file} is not whole: its end is missing. Take another backup.`);
}

/** The entries of a file that was checked before. */
export async function* entriesOf(file: string, format: string): AsyncGenerator<object> {
  for await (const line of lines(file, format)) if (line.is === 'entry') yield line.entry;
}

type Line =
  | { readonly is: 'heading'; readonly heading: Heading }
  | { readonly is: 'entry'; readonly entry: object }
  | { readonly is: 'ending'; readonly ending: Ending };

async function* lines(file: string, format: string): AsyncGenerator<Line> {
  const hash = createHash('sha256');
  // The last line is the ending, so each line waits for the next.
  let [nth, held] = [0, null as string | null];
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (held !== null) {
      yield nth === 0 ? { is: 'heading', heading: headingIn(file, format, held) } : { is: 'entry', entry: parsed(file, held) };
      hash.update(`${held}\n`);
      nth += 1;
    }
    held = text;
  }
  const ending = nth === 0 || held === null ? null : (parsed(file, held) as Partial<Ending>);
  const sha256 = hash.digest('hex');
  if (ending?.entries !== nth - 1 || ending.sha256 !== sha256)
    throw new Failed(`${file} is not whole, or was changed after it was made. Nothing was done with it.`);
  yield { is: 'ending', ending: { entries: ending.entries, sha256 } };
}

function headingIn(file: string, format: string, text: string): Heading {
  const heading = parsed(file, text) as Partial<Heading>;
  if (heading.format !== format || heading.version !== 1 || !heading.backupId || !heading.madeAt)
    throw new Failed(`${file} is not a file of the kind "${format}" that this version can read.`);
  return { format, version: 1, backupId: heading.backupId, madeAt: heading.madeAt };
}

function hashed(hash: Hash, entry: object): string {
  const line = `${JSON.stringify(entry)}\n`;
  hash.update(line);
  return line;
}

function parsed(file: string, text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below: the same sentence for both.
  }
  throw new Failed(`${file} is not a backup: one of its lines cannot be read.`);
}
