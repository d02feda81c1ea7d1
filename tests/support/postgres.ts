import { randomBytes } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../libs/database/src/embedded-postgres.js';

export interface TestDatabase {
  readonly url: string;
  /** Cuts off every connection and removes the database. */
  drop(): Promise<void>;
}

export interface Template {
  /** Same name, same content: lower-case letters, digits and `_`. */
  readonly name: string;
  /** Fills the empty database at `url` and closes its connections. Runs once per jest run, whoever asks first. */
  readonly build: (url: string) => Promise<void>;
}

/** Built for tests only: what a crash would lose is thrown away anyway. */
const flags = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300', autovacuum: 'off' };

/** Address of this jest run's own cluster, started by whoever asks first. */
async function cluster(): Promise<string> {
  const run = process.env.ORDERWATCH_TEST_RUN;
  if (!run) throw new Error('Tests with a database run under jest, whose configuration makes the folder for it.');
  return (await startEmbeddedPostgres({ folder: path.join(run, 'postgres'), flags })).url;
}

/** A database of the caller's own: empty, or a copy of what `template` builds once for all. */
export async function createDatabase({ template }: { template?: Template } = {}): Promise<TestDatabase> {
  const admin = await cluster();
  const name = `test_${randomBytes(6).toString('hex')}`;
  if (template) await buildOnce(admin, template);
  await run(admin, `CREATE DATABASE ${name} ${template ? `TEMPLATE ${template.name} STRATEGY file_copy` : ''}`);
  return { url: named(admin, name), drop: () => run(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function buildOnce(admin: string, { name, build }: Template): Promise<void> {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(name)) throw new Error(`"${name}" cannot name a template.`);
  await connected(admin, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return;
    const draft = `${name}_${randomBytes(4).toString('hex')}`;
    await client.query(`CREATE DATABASE ${draft}`);
    await build(named(admin, draft));
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
  });
}

function named(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

const run = (url: string, statement: string): Promise<void> => connected(url, async (client) => void (await client.query(statement)));

async function connected(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
