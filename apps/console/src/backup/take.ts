import { randomUUID } from 'node:crypto';
import type { Clock, EventStore } from '#event-store';
import type { Parts } from '../surroundings.js';
import { type Heading, writeLines } from './file.js';
import { type AccessEntry, accessTables, type EventEntry, filesOf, formats, type KeyEntry, type PieceEntry } from './files.js';

const PAGE = 1_000;

export interface Taken {
  readonly events: number;
  readonly keys: number;
  /** Sealed pieces of exhibits and photographs. */
  readonly pieces: number;
}

/**
 * Writes a backup while the application goes on. The events come first: whatever key they need is then among the keys. Read models are not
 * in it: they are made again from the events.
 */
export async function takeBackup(
  { store, database, keyring }: Pick<Parts, 'store' | 'database' | 'keyring'>,
  file: string,
  clock: Clock,
  progress: (line: string) => void,
): Promise<Taken> {
  const files = filesOf(file);
  const [backupId, madeAt] = [randomUUID(), clock.now()];
  const heading = (format: string): Heading => ({ format, version: 1, backupId, madeAt });
  const events = await writeLines(files.events, heading(formats.events), stored(store, progress));
  // After the events: whatever they speak of lies there before they do.
  const exhibits = await writeLines(files.exhibits, heading(formats.exhibits), pieces(database));
  const keys = await writeLines(files.keys, heading(formats.keys), [
    ...(await wrappedKeys(database)),
    ...(await keyring.ledger()).map((line): KeyEntry => ({ is: 'destroyed', ...line })),
  ]);
  await writeLines(files.access, heading(formats.access), accessRows(database));
  return { events, keys, pieces: exhibits };
}

async function* stored(store: EventStore, progress: (line: string) => void): AsyncGenerator<EventEntry> {
  let written = 0;
  for (let page = await store.readAll(null, PAGE); page.length > 0; page = await store.readAll(page.at(-1)!.position, PAGE)) {
    for (const { stream, revision, id, type, schemaVersion, data, meta } of page)
      yield { stream, revision: String(revision), id, type, schemaVersion, data, meta };
    written += page.length;
    progress(`Backing up: ${written} events`);
  }
}

async function wrappedKeys(database: Parts['database']): Promise<KeyEntry[]> {
  const rows = await database.query<{ person_id: string; wrapped: Buffer; created_at: Date }[]>(
    'SELECT person_id, wrapped, created_at FROM keys.person_key ORDER BY person_id',
  );
  return rows.map((row) => {
    return { is: 'key', personId: row.person_id, wrapped: row.wrapped.toString('base64'), createdAt: row.created_at.toISOString() };
  });
}

interface PieceRow {
  readonly content_id: string;
  readonly nth: number;
  readonly pieces: number;
  readonly about: readonly string[];
  readonly sealed: Buffer;
}

/** One at a time: a piece is a megabyte. */
async function* pieces(database: Parts['database']): AsyncGenerator<PieceEntry> {
  const next =
    'SELECT content_id, nth, pieces, about, sealed FROM files.sealed_piece WHERE (content_id, nth) > ($1, $2) ORDER BY content_id, nth LIMIT 1';
  let [id, last] = ['', -1];
  for (;;) {
    const [row] = await database.query<PieceRow[]>(next, [id, last]);
    if (!row) return;
    [id, last] = [row.content_id, row.nth];
    yield { contentId: id, nth: last, pieces: row.pieces, about: row.about, sealed: row.sealed.toString('base64') };
  }
}

async function* accessRows(database: Parts['database']): AsyncGenerator<AccessEntry> {
  for (const table of accessTables) {
    const order = table === 'access.log' ? 'sequence' : 'id';
    for (let from = 0; ; from += PAGE) {
      const rows = await database.query<{ row: object }[]>(
        `SELECT to_json(t) AS row FROM ${table} t ORDER BY ${order} OFFSET $1 LIMIT $2`,
        [from, PAGE],
      );
      for (const { row } of rows) yield { table, row };
      if (rows.length < PAGE) break;
    }
  }
}
