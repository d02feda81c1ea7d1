import { migrated } from '#database/module';
import type { DataSource } from 'typeorm';
import type { Template } from '../../../tests/support/postgres.js';
import { Projections1700000000200 } from './1700000000200-projections.migration.js';
import { EventStore1700000000000 } from './postgres/1700000000000-event-store.migration.js';
import { PostgresEventStore } from './postgres/postgres-event-store.js';
import { Projector, type ProjectorOptions } from './projector.js';
import { Keys1700000000100 } from './sealing/1700000000100-keys.migration.js';
import { MasterKey } from './sealing/master-key.js';
import { PostgresKeyring } from './sealing/postgres-keyring.js';
import { Sealer } from './sealing/sealer.js';
import { StreamTypes } from './stream-types.js';
import { Streams } from './streams.js';
import { days, VisitDay, visited, VisitedPerson, visits, Visits1700000001000 } from './visits.fixture.js';

const master = new MasterKey(new Map([[1, Buffer.alloc(32, 9)]]));
const entities = [VisitedPerson, VisitDay];
const migrations = [EventStore1700000000000, Keys1700000000100, Projections1700000000200, Visits1700000001000];

export const template: Template = {
  name: 'visits',
  build: async (url: string) => (await migrated({ url, entities, migrations })).destroy(),
};

/** Everything around a projector, over a database of its own. */
export interface Opened {
  database: DataSource;
  store: PostgresEventStore;
  keyring: PostgresKeyring;
  sealer: Sealer;
  streams: Streams;
  projector(over?: Partial<ProjectorOptions>): Projector;
  close(): Promise<void>;
}

export async function open(url: string): Promise<Opened> {
  const database = await migrated({ url, entities, migrations, poolSize: 6 });
  const store = new PostgresEventStore(url, { writers: 2, readers: 2 });
  const keyring = new PostgresKeyring(database, master);
  const sealer = new Sealer(keyring, master);
  const made: Projector[] = [];
  return {
    database,
    store,
    keyring,
    sealer,
    streams: new Streams(store, sealer),
    projector(over = {}) {
      const one = new Projector({
        database,
        store,
        sealer,
        types: new StreamTypes([visits]),
        projections: [visited, days],
        idle: 5,
        standBy: 10,
        ...over,
      });
      made.push(one);
      return one;
    },
    async close() {
      await Promise.all(made.map((one) => one.stop()));
      await store.close();
      await database.destroy();
    },
  };
}

/** Asks again while the answer is no, for ten seconds. */
export async function eventually(ask: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + 10_000;
  while (!(await ask())) {
    if (performance.now() > until) throw new Error('It did not happen within ten seconds');
    // An answer may come without waiting for anything, and what is asked for must get its turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
