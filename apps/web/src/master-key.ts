import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MasterKey } from '#event-store';
import { Client } from 'pg';
import { type Config, WrongConfig } from './config.js';

/** A person's key as it lies in the database. */
interface Wrapped {
  readonly personId: string;
  readonly wrapped: Buffer;
}

/**
 * The master key of the configuration, or the one in the data folder, made there the first time. Whoever loses that file loses the personal data.
 * Tried on a key that the database holds: with another one nothing there could be read, and who is recorded from then on could not be read with
 * the right one.
 * @throws WrongConfig when it is not the one of this database, there is none although the database has keys, or the database does not answer
 */
export async function masterKey(
  { masterKey: given, dataFolder }: Pick<Config, 'masterKey' | 'dataFolder'>,
  databaseUrl: string,
): Promise<MasterKey> {
  const kept = await wrappedIn(databaseUrl);
  const file = path.join(dataFolder, 'master-key');
  const text = given ?? (await inFile(file)) ?? (kept === null ? await made(file) : null);
  if (text === null)
    throw new WrongConfig([`The database holds records, but there is no master key. Put it back into ${file} or set MASTER_KEY.`]);
  const key = MasterKey.parse(text);
  if (kept !== null && !key.opens(kept.personId, kept.wrapped))
    throw new WrongConfig([
      `${given === null ? `The master key in ${file}` : 'MASTER_KEY'} is not the one of this database: nothing recorded there could be read. Set the key that it was begun with.`,
    ]);
  return key;
}

async function inFile(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return '';
  });
  return text.trim() || null;
}

async function made(file: string): Promise<string | null> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  // Two processes that start at once agree on whoever wrote first.
  await writeFile(file, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return inFile(file);
}

/** Any one key; null in a database without. */
async function wrappedIn(databaseUrl: string): Promise<Wrapped | null> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 30_000 });
  try {
    await client.connect();
    const { rows: tables } = await client.query<{ there: boolean }>(`select to_regclass('keys.person_key') is not null as there`);
    if (!tables[0]?.there) return null;
    const { rows } = await client.query<Wrapped>(
      'select person_id as "personId", wrapped from keys.person_key where wrapped is not null limit 1',
    );
    return rows[0] ?? null;
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? ` (${String(error.code)})` : '';
    throw new WrongConfig([`The database does not answer${code}. Check DATABASE_URL, and that PostgreSQL runs there.`]);
  } finally {
    await client.end().catch(() => undefined);
  }
}
