import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { migrated } from '#database/module';
import { personal, type Projection } from '#event-sourcing';
import fc from 'fast-check';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDatabase, type TestDatabase } from '../../../tests/support/postgres.js';
import { Projections1700000000200 } from './1700000000200-projections.migration.js';
import { EventStore1700000000000 } from './postgres/1700000000000-event-store.migration.js';
import { PostgresEventStore } from './postgres/postgres-event-store.js';
import { Checkpoints } from './projector-checkpoints.js';
import { Feed } from './projector-feed.js';
import { Runner } from './projector-runner.js';
import { ProjectionTable } from './projector-table.js';
import { Projector, type ProjectorOptions } from './projector.js';
import { Keys1700000000100 } from './sealing/1700000000100-keys.migration.js';
import { MasterKey } from './sealing/master-key.js';
import { PostgresKeyring } from './sealing/postgres-keyring.js';
import { Sealer } from './sealing/sealer.js';
import { StreamTypes } from './stream-types.js';
import { Streams } from './streams.js';
import { act, days, VisitDay, visited, VisitedPerson, type VisitFact, visits, Visits1700000001000 } from './visits.fixture.js';

const master = new MasterKey(new Map([[1, Buffer.alloc(32, 9)]]));
const entities = [VisitedPerson, VisitDay];
const migrations = [EventStore1700000000000, Keys1700000000100, Projections1700000000200, Visits1700000001000];

const template = { name: 'visits', build: async (url: string) => (await migrated({ url, entities, migrations })).destroy() };

interface Opened {
  database: DataSource;
  store: PostgresEventStore;
  keyring: PostgresKeyring;
  sealer: Sealer;
  streams: Streams;
  projector(over?: Partial<ProjectorOptions>): Projector;
  close(): Promise<void>;
}

async function open(url: string): Promise<Opened> {
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

const named = (id: string, name: string): VisitFact => ({
  type: 'PersonNamed',
  data: { day: '2026-02-03' },
  personal: { name: personal([id], name) },
});
const visit = (minutes: number, note?: { about: [string, ...string[]]; text: string }): VisitFact => ({
  type: 'PersonVisited',
  data: { day: '2026-03-04', minutes, tags: ['a "quoted" tag', 'back\\slash', 'NULL'] },
  ...(note ? { personal: { note: personal(note.about, note.text) } } : {}),
});

describe('Projector', () => {
  let test: TestDatabase;
  let own: Opened;

  beforeEach(async () => {
    test = await createDatabase({ template });
    own = await open(test.url);
  });
  afterEach(async () => {
    await own.close();
    await test.drop();
  });

  const record = async (id: string, ...facts: VisitFact[]): Promise<string> => {
    const { position } = await own.streams.transact(visits, id, act(), () => facts);
    return position ?? '';
  };
  const erase = async (id: string): Promise<string> => {
    await own.keyring.destroy(id, { at: '2026-05-02T00:00:00.000Z', by: 'officer-2' });
    return record(id, { type: 'PersonErased', data: { personId: id, basis: 'request', authority: 'dpo' } });
  };
  const tables = async (): Promise<unknown> => [
    await own.database.query('select * from visited_person order by id'),
    await own.database.query('select * from visit_day order by id'),
  ];

  it('folds facts into rows and reads its own writes', async () => {
    const projector = own.projector();
    await projector.start();
    await record('p1', named('p1', 'Ann Example'), visit(10, { about: ['p1', 'p2'], text: 'Said nothing.' }));
    const position = await record('p1', visit(5));
    expect(await projector.waitFor(position, 5_000)).toBe(true);
    const [row] = await own.database.query<Record<string, unknown>[]>('select *, last_day::text as last_day from visited_person');
    expect(row).toEqual({
      id: 'p1',
      name: { about: ['p1'], value: 'Ann Example' },
      search_name: 'ann example',
      notes: [{ about: ['p1', 'p2'], value: 'Said nothing.' }],
      minutes: 15,
      last_day: '2026-03-04',
      seen_at: new Date('2026-05-01T10:00:00.000Z'),
      tags: ['a "quoted" tag', 'back\\slash', 'NULL'],
      subjects: ['p1', 'p2'],
    });
    expect((await projector.status()).map(({ name, isBehind, isRunHere, failure }) => ({ name, isBehind, isRunHere, failure }))).toEqual([
      { name: 'visited', isBehind: false, isRunHere: true, failure: null },
      { name: 'days', isBehind: false, isRunHere: true, failure: null },
    ]);
  });

  it('removes a row that becomes null', async () => {
    const projector = own.projector();
    await projector.start();
    await projector.waitFor(await record('p1', visit(1)), 5_000);
    expect(await projector.waitFor(await record('p1', { type: 'PersonLeft', data: { day: '2026-01-01' } }), 5_000)).toBe(true);
    expect(await own.database.query('select 1 from visited_person')).toEqual([]);
  });

  it('waits no longer than told, and sees what another process runs', async () => {
    const idle = own.projector();
    const position = await record('p1', visit(1));
    expect(await idle.waitFor(position, 30)).toBe(false);
    await own.projector().start();
    expect(await idle.waitFor(position, 5_000)).toBe(true);
  });

  it('clears every row about an erased person, written before or in the same batch', async () => {
    const projector = own.projector();
    await projector.start();
    await record('p1', named('p1', 'Ann Example'));
    await projector.waitFor(await record('p2', named('p2', 'Bob Sample'), visit(1, { about: ['p1'], text: 'About Ann.' })), 5_000);
    await projector.stop();
    await record('p3', visit(1, { about: ['p1', 'p3'], text: 'Ann again.' }));
    const position = await erase('p1');
    await projector.start();
    expect(await projector.waitFor(position, 5_000)).toBe(true);
    expect(await own.database.query('select id, name, search_name, notes, subjects from visited_person order by id')).toEqual([
      { id: 'p1', name: { about: ['p1'], value: null }, search_name: null, notes: [], subjects: [] },
      {
        id: 'p2',
        name: { about: ['p2'], value: 'Bob Sample' },
        search_name: 'bob sample',
        notes: [{ about: ['p1'], value: null }],
        subjects: ['p2'],
      },
      { id: 'p3', name: null, search_name: null, notes: [{ about: ['p1', 'p3'], value: null }], subjects: [] },
    ]);
  });

  it('stores no personal value as text', async () => {
    await record('p1', named('p1', 'Ann Example'), visit(1, { about: ['p1'], text: 'Said nothing.' }));
    const [es] = await own.database.query<{ all: string }[]>(`select string_agg(e::text, ' ') as all from es.event e`);
    const [keys] = await own.database.query<{ all: string }[]>(
      `select string_agg(encode(wrapped, 'escape') || k::text, ' ') as all from keys.person_key k`,
    );
    for (const text of [es?.all ?? '', keys?.all ?? '']) {
      expect(text.length).toBeGreaterThan(50);
      expect(text).not.toMatch(/Ann|Example|Said/);
      expect(text).not.toContain(Buffer.from('Ann Example').toString('base64').slice(0, 10));
    }
  });

  it('stops a projection before a poison event, says so without personal data, goes on when it is mended', async () => {
    await record('p1', named('p1', 'Ann Example'), visit(1));
    await record('p2', named('p2', 'Secret Name'));
    const position = await record('p3', visit(1));
    const poisoned: Projection = {
      ...visited,
      evolve(row, event, id) {
        if (id === 'p2') throw new TypeError('Secret Name is not a function');
        return visited.evolve(row as never, event, id);
      },
    };
    const projector = own.projector({ projections: [poisoned, days] });
    await projector.start();
    expect(await projector.waitFor(position, 5_000)).toBe(false);
    const [stopped, going] = await projector.status();
    expect(going).toMatchObject({ isBehind: false, failure: null });
    expect(stopped).toMatchObject({ isBehind: true, failedAt: expect.any(String) });
    expect(stopped?.failure).toMatch(/^Projection visited stopped at PersonNamed [0-9a-f-]{36} of visited-p2: TypeError$/);
    expect(await own.database.query('select id, minutes from visited_person')).toEqual([{ id: 'p1', minutes: 1 }]);
    await projector.stop();
    const mended = own.projector();
    await mended.start();
    // The failure is remembered until the event has passed.
    while (!(await mended.waitFor(position, 5_000)));
    expect(await own.database.query('select id from visited_person order by id')).toEqual([{ id: 'p1' }, { id: 'p2' }, { id: 'p3' }]);
    expect((await mended.status())[0]).toMatchObject({ failure: null, failedAt: null });
  });

  it('finds the event whose row the database refuses', async () => {
    await record('p1', visit(1));
    await record('p2', visit(2_000_000));
    const position = await record('p3', visit(1));
    const projector = own.projector();
    await projector.start();
    expect(await projector.waitFor(position, 5_000)).toBe(false);
    expect((await projector.status())[0]?.failure).toMatch(
      /stopped at PersonVisited .* of visited-p2: the database refused its rows \(23514\)$/,
    );
    expect(await own.database.query('select id from visited_person')).toEqual([{ id: 'p1' }]);
  });

  it('applies each event once however many projectors run', async () => {
    const projectors = [1, 2, 3].map(() => own.projector({ batch: 7 }));
    await Promise.all(projectors.map((one) => one.start()));
    let position = '';
    for (let nth = 0; nth < 60; nth += 1) position = await record(`p${nth % 5}`, visit(1), visit(1));
    expect(await projectors[2]?.waitFor(position, 5_000)).toBe(true);
    expect(await own.database.query('select sum(minutes)::int as minutes from visited_person')).toEqual([{ minutes: 120 }]);
    expect(await own.database.query('select sum(visits)::int as visits from visit_day')).toEqual([{ visits: 120 }]);
  });

  it('writes nothing when another process got there first', async () => {
    const position = await record('p1', visit(1));
    const checkpoints = new Checkpoints(own.database);
    await checkpoints.ensure([visited]);
    const [checkpoint] = await checkpoints.all();
    const table = await ProjectionTable.of(own.database, visited);
    const both = [1, 2].map(() => new Runner(visited, table, own.database, checkpoints));
    for (const runner of both) if (checkpoint) runner.resume(checkpoint);
    const { items } = await new Feed(own.store, own.sealer, new StreamTypes([visits])).page(null, 10, new Set(visited.reads));
    const applied = await Promise.all(both.map((runner) => runner.apply(items, position)));
    expect(applied.filter(Boolean)).toHaveLength(1);
    expect(await own.database.query('select minutes from visited_person')).toEqual([{ minutes: 1 }]);
  });

  it('hands over when the session with the lock dies', async () => {
    // The first does not try again within this test.
    const first = own.projector({ standBy: 3_600_000 });
    await first.start();
    expect(await first.waitFor(await record('p1', visit(1)), 5_000)).toBe(true);
    const second = own.projector();
    await second.start();
    const lock = `select pid from pg_stat_activity where application_name = 'orderwatch projector lock' and datname = current_database()
      and pid in (select pid from pg_locks where locktype = 'advisory' and granted)`;
    const admin = new pg.Client({ connectionString: test.url });
    await admin.connect();
    try {
      const { rowCount } = await admin.query(`select pg_terminate_backend(pid) from (${lock}) l`);
      expect(rowCount).toBe(1);
    } finally {
      await admin.end();
    }
    const position = await record('p1', visit(1));
    expect(await second.waitFor(position, 5_000)).toBe(true);
    expect((await second.status()).every(({ isRunHere }) => isRunHere)).toBe(true);
    expect(await own.database.query('select minutes from visited_person')).toEqual([{ minutes: 2 }]);
  });

  it('rebuilds a projection of a newer version at start, with the same indexes', async () => {
    const indexes = `select indexname, replace(indexdef, 'public.', '') as def from pg_indexes where tablename = 'visited_person' order by 1`;
    const before: unknown = await own.database.query(indexes);
    const projector = own.projector();
    await projector.start();
    await projector.waitFor(await record('p1', visit(1)), 5_000);
    await projector.stop();
    const twice: Projection = {
      ...visited,
      version: 2,
      evolve: (row, event, id) => {
        const next = visited.evolve(row as never, event, id);
        return next && { ...next, minutes: next.minutes + 1000 };
      },
    };
    const newer = own.projector({ projections: [twice, days] });
    await newer.start();
    const position = await record('p2', visit(1));
    while (!(await newer.waitFor(position, 5_000)));
    await newer.stop();
    const rows = await own.database.query<{ id: string; minutes: number }[]>('select id, minutes from visited_person order by id');
    expect(rows).toEqual([
      { id: 'p1', minutes: 1001 },
      { id: 'p2', minutes: 1001 },
    ]);
    expect(await own.database.query(indexes)).toEqual(before);
    const older = own.projector();
    await older.start();
    expect(await older.waitFor(await record('p3', visit(1)), 300)).toBe(false);
    expect(await own.database.query('select id from visited_person where id = $1', ['p3'])).toEqual([]);
  });

  it('leaves the live table alone when a rebuild meets a poison event', async () => {
    const projector = own.projector();
    await projector.start();
    await projector.waitFor(await record('p1', visit(1)), 5_000);
    const broken = own.projector({
      projections: [
        {
          ...visited,
          evolve: () => {
            throw new RangeError('x');
          },
        },
      ],
    });
    await expect(broken.rebuild('visited')).rejects.toThrow('of visited-p1: RangeError');
    expect(await own.database.query('select id from visited_person')).toEqual([{ id: 'p1' }]);
    expect(await own.database.query(`select 1 from pg_tables where schemaname = 'rebuild'`)).toEqual([]);
  });

  it('rebuilds while facts arrive and loses none', async () => {
    const live = own.projector();
    await live.start();
    const rebuilder = own.projector({ rowsInMemory: 4 });
    let position = '';
    let isDone = false;
    const writing = (async () => {
      for (let nth = 0; !isDone || nth < 50; nth += 1) position = await record(`p${nth % 9}`, visit(1));
    })();
    for (let round = 0; round < 3; round += 1) await rebuilder.rebuildAll();
    isDone = true;
    await writing;
    expect(await live.waitFor(position, 5_000)).toBe(true);
    const [stored] = await own.database.query<{ events: number }[]>('select count(*)::int as events from es.event');
    expect(await own.database.query('select sum(minutes)::int as events from visited_person')).toEqual([stored]);
    expect(await own.database.query('select sum(visits)::int as events from visit_day')).toEqual([stored]);
  });

  it('rebuilt equals live, whatever happened and however it was cut into batches', async () => {
    const people = ['p1', 'p2', 'p3', 'p4'];
    const person = fc.constantFrom(...people);
    const step = fc.oneof(
      fc.record({ kind: fc.constant('named' as const), id: person, text: fc.string({ minLength: 1, unit: 'grapheme' }) }),
      fc.record({
        kind: fc.constant('visit' as const),
        id: person,
        about: fc.uniqueArray(person, { minLength: 1, maxLength: 3 }),
        text: fc.string(),
        minutes: fc.nat(100),
      }),
      fc.record({ kind: fc.constant('left' as const), id: person }),
      fc.record({ kind: fc.constant('erased' as const), id: person }),
    );
    const property = fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 6 }),
      async (steps, batch, rowsInMemory) => {
        await own.close();
        await test.drop();
        test = await createDatabase({ template });
        own = await open(test.url);
        const live = own.projector({ batch });
        await live.start();
        const erased = new Set<string>();
        let position: string | null = null;
        for (const one of steps) {
          if (erased.has(one.id) && one.kind !== 'left') continue;
          if (one.kind === 'named') position = await record(one.id, named(one.id, one.text));
          if (one.kind === 'left') position = await record(one.id, { type: 'PersonLeft', data: { day: '2026-01-01' } });
          if (one.kind === 'visit') {
            const about = one.about.filter((id) => !erased.has(id));
            position = await record(one.id, visit(one.minutes, { about: [one.id, ...about], text: one.text }));
          }
          if (one.kind === 'erased') {
            erased.add(one.id);
            position = await erase(one.id);
          }
        }
        if (position !== null) expect(await live.waitFor(position, 10_000)).toBe(true);
        await live.stop();
        const before = await tables();
        await own.projector({ rowsInMemory }).rebuildAll();
        expect(await tables()).toEqual(before);
      },
    );
    await fc.assert(property, { numRuns: 15, endOnFailure: true });
  }, 60_000);
});
