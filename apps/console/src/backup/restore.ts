import type { Append, Appended, Destroyed, NewEvent } from '#event-store';
import type { Parts } from '../surroundings.js';
import { Failed } from '../terminal.js';
import { checkLines, entriesOf } from './file.js';
import { type AccessEntry, type EventEntry, filesOf, formats, type KeyEntry, type PieceEntry } from './files.js';

const PAGE = 1_000;

export interface Restored {
  readonly events: number;
  /** Keys that the ledger destroyed again. */
  readonly destroyedAgain: number;
}

/**
 * Puts a backup into an empty database: events as they were, in their order; keys; the ledger, and that of `laterLedger` (the keys file of a
 * newer backup), so that nobody erased since comes back; accounts and access log; then every read model. Throws `Failed` before anything is
 * written when a file is not whole, the master key is another than the backup's, or something is there already.
 */
export async function restoreBackup(
  { store, database, keyring, masterKey, projector }: Pick<Parts, 'store' | 'database' | 'keyring' | 'masterKey' | 'projector'>,
  file: string,
  laterLedger: string | null,
  progress: (line: string) => void,
): Promise<Restored> {
  const files = filesOf(file);
  const headings = [
    await checkLines(files.events, formats.events),
    await checkLines(files.keys, formats.keys),
    await checkLines(files.access, formats.access),
    await checkLines(files.exhibits, formats.exhibits),
  ];
  if (laterLedger !== null) await checkLines(laterLedger, formats.keys);
  if (new Set(headings.map(({ backupId }) => backupId)).size > 1)
    throw new Failed('The files are not of one backup. Nothing was restored.');
  await assertKey(masterKey, files.keys);
  await assertEmpty({ store, database });
  const events = await restoreEvents(store, files.events, progress);
  await restorePieces(database, files.exhibits);
  const ledger = await restoreKeys(database, files.keys);
  const later = laterLedger === null ? [] : await ledgerIn(laterLedger);
  const destroyedAgain = await keyring.replayLedger([...ledger, ...later]);
  await restoreAccess(database, files.access);
  await projector.rebuildAll((done) => progress(`Making the read models: ${done.events} events`));
  return { events, destroyedAgain };
}

/** Tried on one key: with another master key the record would lie there and nobody could read it. */
async function assertKey(masterKey: Parts['masterKey'], file: string): Promise<void> {
  for await (const line of entriesOf(file, formats.keys)) {
    const entry = line as KeyEntry;
    if (entry.is !== 'key') continue;
    if (masterKey.opens(entry.personId, Buffer.from(entry.wrapped, 'base64'))) return;
    throw new Failed(
      'The master key is not the one of this backup. Set MASTER_KEY to the one it was made with, and restore again. Nothing was restored.',
    );
  }
}

async function assertEmpty({ store, database }: Pick<Parts, 'store' | 'database'>): Promise<void> {
  const [kept] = await database.query<{ any: boolean }[]>(
    'SELECT EXISTS (SELECT FROM keys.person_key) OR EXISTS (SELECT FROM keys.destroyed) OR EXISTS (SELECT FROM access.log) OR EXISTS (SELECT FROM files.sealed_piece) AS any',
  );
  if ((await store.head()) !== null || kept?.any)
    throw new Failed('There are records here already. A backup is restored into an empty database only. Nothing was restored.');
}

/** Events of one stream that follow each other go together; a stream is in each call once. */
async function restoreEvents(store: Parts['store'], file: string, progress: (line: string) => void): Promise<number> {
  let events = 0;
  let batch = new Map<string, { readonly expected: Append['expected']; readonly events: NewEvent[] }>();
  let size = 0;
  const flush = async (): Promise<void> => {
    const appends = [...batch].map(([stream, append]): Append => ({ stream, ...append }));
    const verdicts = store.capabilities.atomicAppendMany ? await store.appendMany(appends) : await oneByOne(store, appends);
    if (verdicts.some(({ ok }) => !ok)) throw new Failed('Something else was recorded meanwhile. Empty the database and restore again.');
    events += size;
    [batch, size] = [new Map(), 0];
    progress(`Restoring: ${events} events`);
  };
  for await (const entry of entriesOf(file, formats.events)) {
    const { stream, revision, ...event } = entry as EventEntry;
    const known = batch.get(stream);
    // An order of all events is kept only when nobody else's event lies between: then the batch is written first.
    if (known && [...batch.keys()].at(-1) !== stream) await flush();
    const open = batch.get(stream);
    if (open) open.events.push(event);
    else batch.set(stream, { expected: revision === '0' ? 'none' : BigInt(revision) - 1n, events: [event] });
    size += 1;
    if (size >= PAGE) await flush();
  }
  if (size > 0) await flush();
  return events;
}

async function oneByOne(store: Parts['store'], appends: readonly Append[]): Promise<Appended[]> {
  const verdicts: Appended[] = [];
  for (const { stream, expected, events } of appends) verdicts.push(await store.append(stream, expected, events));
  return verdicts;
}

async function restorePieces(database: Parts['database'], file: string): Promise<void> {
  for await (const line of entriesOf(file, formats.exhibits)) {
    const { contentId, nth, pieces, about, sealed } = line as PieceEntry;
    await database.query('INSERT INTO files.sealed_piece (content_id, nth, pieces, about, sealed) VALUES ($1, $2, $3, $4, $5)', [
      contentId,
      nth,
      pieces,
      about,
      Buffer.from(sealed, 'base64'),
    ]);
  }
}

async function restoreKeys(database: Parts['database'], file: string): Promise<Destroyed[]> {
  const ledger: Destroyed[] = [];
  let keys: (KeyEntry & { is: 'key' })[] = [];
  const flush = async (): Promise<void> => {
    await database.query(
      `INSERT INTO keys.person_key (person_id, wrapped, created_at)
       SELECT u.id, decode(u.wrapped, 'base64'), u.at FROM unnest($1::text[], $2::text[], $3::timestamptz[]) u (id, wrapped, at)`,
      [keys.map(({ personId }) => personId), keys.map(({ wrapped }) => wrapped), keys.map(({ createdAt }) => createdAt)],
    );
    keys = [];
  };
  for await (const line of entriesOf(file, formats.keys)) {
    const entry = line as KeyEntry;
    if (entry.is === 'key') keys.push(entry);
    else ledger.push({ personId: entry.personId, at: entry.at, by: entry.by });
    if (keys.length >= PAGE) await flush();
  }
  await flush();
  return ledger;
}

async function ledgerIn(file: string): Promise<Destroyed[]> {
  const ledger: Destroyed[] = [];
  for await (const line of entriesOf(file, formats.keys)) {
    const entry = line as KeyEntry;
    if (entry.is === 'destroyed') ledger.push({ personId: entry.personId, at: entry.at, by: entry.by });
  }
  return ledger;
}

/** Accounts that are there already (the demonstration's) stay as they are. The log's head follows from its last line. */
async function restoreAccess(database: Parts['database'], file: string): Promise<void> {
  const rows: AccessEntry[] = [];
  for await (const line of entriesOf(file, formats.access)) rows.push(line as AccessEntry);
  await database.transaction(async (manager) => {
    for (const table of ['access.users', 'access.log'] as const) {
      const mine = rows.filter((row) => row.table === table).map(({ row }) => row);
      await manager.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1) ON CONFLICT DO NOTHING`, [
        JSON.stringify(mine),
      ]);
    }
    await manager.query(
      `UPDATE access.log_head SET (sequence, previous, hash) =
         (SELECT sequence, previous, hash FROM access.log ORDER BY sequence DESC LIMIT 1) WHERE EXISTS (SELECT FROM access.log)`,
    );
  });
}
