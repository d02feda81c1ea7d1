import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { APPEND_ONLY, type Expected, type NewEvent, PostgresEventStore } from '#event-store';
import type { TestDatabase } from '../support/postgres.js';
import { eventStoreContract } from './event-store.contract.js';
import { connected, eventStoreDatabase, transactionalWriter } from './postgres-subject.js';
import { event, events, newStream } from './subject.js';

eventStoreContract('PostgresEventStore', async () => {
  const database = await eventStoreDatabase();
  const store = new PostgresEventStore(database.url);
  const stores = [store, ...Array.from({ length: 3 }, () => new PostgresEventStore(database.url))];
  return {
    store,
    stores,
    openWriter: () => transactionalWriter(database.url, appendOne),
    close: async () => {
      await Promise.all(stores.map((each) => each.close()));
      await database.drop();
    },
  };
});

/** The store's own function, called in a transaction that somebody else holds open. */
async function appendOne(client: Client, stream: string, expected: Expected, batch: readonly NewEvent[]) {
  const belief = { any: null, none: -1n, exists: -2n };
  const column = <T>(pick: (each: NewEvent) => T): T[] => batch.map(pick);
  const { rows } = await client.query<{ verdict: number; last_revision: string; last_position: string }>(
    'select * from es.append_one($1, $2, $3, $4, $5, $6::jsonb[], $7::jsonb[])',
    [
      stream,
      typeof expected === 'bigint' ? expected : belief[expected],
      column(({ id }) => id),
      column(({ type }) => type),
      column(({ schemaVersion }) => schemaVersion),
      column(({ data }) => JSON.stringify(data)),
      column(({ meta }) => JSON.stringify(meta)),
    ],
  );
  const [row] = rows;
  if (!row) throw new Error('no verdict');
  const revision = BigInt(row.last_revision);
  if (row.verdict === 0) return { ok: false, conflict: true, actual: revision < 0n ? 'none' : revision } as const;
  return { ok: true, duplicate: row.verdict === 2, revision, position: row.last_position } as const;
}

describe('PostgresEventStore', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;

  beforeAll(async () => {
    database = await eventStoreDatabase();
    store = new PostgresEventStore(database.url);
  });

  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  it.each([
    'update es.event set meta = null',
    'delete from es.event',
    'truncate es.event',
    'truncate es.event cascade',
    'update es.tombstone set stream = null',
    'delete from es.tombstone',
    'set session_replication_role = replica; delete from es.event',
  ])('the database itself refuses: %s', async (statement) => {
    await store.append(newStream(), 'none', events(1));
    await expect(connected(database.url, (client) => client.query(statement))).rejects.toMatchObject({ code: APPEND_ONLY });
  });

  it('flushes every append, whatever the server says by default', async () => {
    await connected(database.url, async (client) => {
      await client.query('create table seen (setting text)');
      await client.query(`create function note_setting() returns trigger language plpgsql as $$ begin
        insert into seen values (current_setting('synchronous_commit')); return new; end $$`);
      await client.query('create trigger note before insert on es.event for each row execute function note_setting()');
      expect((await client.query('show synchronous_commit')).rows).toEqual([{ synchronous_commit: 'off' }]);
      await Promise.all(events(40).map((each) => store.append(newStream(), 'none', [each])));
      expect((await client.query('select distinct setting from seen')).rows).toEqual([{ setting: 'on' }]);
      await client.query('drop trigger note on es.event');
    });
  });

  it('goes on after all its connections were cut, and its subscriptions with it', async () => {
    const start = await store.head();
    const batch = events(3);
    const seen: string[] = [];
    const all = new Promise<void>((resolve, reject) => {
      const handle = async (got: readonly { id: string }[]): Promise<void> => {
        seen.push(...got.map(({ id }) => id));
        if (seen.length === batch.length) resolve();
      };
      store.subscribe(start, handle, reject);
    });
    for (const each of batch) {
      await connected(database.url, (client) =>
        client.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        ),
      );
      const stream = newStream();
      // A call that met the cut fails, having stored or not; the same call again settles it.
      const append = (): ReturnType<typeof store.append> => store.append(stream, 'none', [each]);
      expect(await append().catch(append).catch(append).catch(append)).toMatchObject({ ok: true, revision: 0n });
    }
    await all;
    expect(seen).toEqual(batch.map(({ id }) => id));
  });

  it('keeps a text that JSON can write and PostgreSQL cannot store from harming others', async () => {
    const [good, bad] = await Promise.allSettled([
      store.append(newStream(), 'none', [event()]),
      store.append(newStream(), 'none', [event('\u0000')]),
    ]);
    expect([good?.status, bad?.status]).toEqual(['fulfilled', 'rejected']);
  });
});
