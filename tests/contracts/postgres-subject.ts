import { Client } from 'pg';
import { eventStoreSchema } from '#event-store';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import type { Writer } from './subject.js';

/** A database with the event store's schema and nothing in it. */
export function eventStoreDatabase(): Promise<TestDatabase> {
  const build = (url: string): Promise<void> =>
    connected(url, async (client) => {
      for (const statement of eventStoreSchema) await client.query(statement);
    });
  return createDatabase({ template: { name: 'event_store', build } });
}

export async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A writer on a connection of its own that leaves its transactions open around `write`. */
export async function transactionalWriter(
  url: string,
  write: (client: Client, ...append: Parameters<Writer['append']>) => ReturnType<Writer['append']>,
): Promise<Writer> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return {
    async append(stream, expected, events, hold) {
      await client.query('begin');
      await client.query('select pg_sleep($1)', [hold.before / 1000]);
      const verdict = await write(client, stream, expected, events, hold);
      await client.query('select pg_sleep($1)', [hold.after / 1000]);
      await client.query('commit');
      return verdict;
    },
    close: () => client.end(),
  };
}
