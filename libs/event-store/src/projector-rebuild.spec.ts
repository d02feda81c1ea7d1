import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Projection } from '#event-sourcing';
import fc from 'fast-check';
import { createDatabase, type TestDatabase } from '../../../tests/support/postgres.js';
import { Checkpoints } from './projector-checkpoints.js';
import { Feed } from './projector-feed.js';
import { eventually, open, type Opened, template } from './projector-opened.fixture.js';
import { Rebuild } from './projector-rebuild.js';
import { Runner } from './projector-runner.js';
import { ProjectionTable } from './projector-table.js';
import { StreamTypes } from './stream-types.js';
import { act, days, named, visit, visited, type VisitFact, visits } from './visits.fixture.js';

describe('rebuilding projections', () => {
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
    await eventually(() => newer.waitFor(position, 5_000));
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
    expect(await own.database.query(`select 1 from pg_tables where schemaname like 'rebuild%'`)).toEqual([]);
  });

  it('rebuilds while facts arrive and loses none', async () => {
    const live = own.projector();
    await live.start();
    const rebuilder = own.projector({ rowsInMemory: 4, rebuildPage: 7 });
    let position = '';
    const done = { yes: false };
    const writing = (async () => {
      for (let nth = 0; !done.yes || nth < 50; nth += 1) position = await record(`p${nth % 9}`, visit(1));
    })();
    try {
      for (let round = 0; round < 3; round += 1) await rebuilder.rebuildAll();
    } finally {
      done.yes = true;
      await writing;
    }
    expect(await live.waitFor(position, 5_000)).toBe(true);
    const [stored] = await own.database.query<{ events: number }[]>('select count(*)::int as events from es.event');
    expect(await own.database.query('select sum(minutes)::int as events from visited_person')).toEqual([stored]);
    expect(await own.database.query('select sum(visits)::int as events from visit_day')).toEqual([stored]);
  });

  it('catches up with the live table before it takes its place, and stops a writer that knows only the old one', async () => {
    const live = own.projector();
    await live.start();
    const position = await record('p1', visit(1));
    await live.waitFor(position, 5_000);
    await live.stop();
    const checkpoints = new Checkpoints(own.database);
    const stored = (await checkpoints.all()).find(({ name }) => name === 'visited');
    const table = await ProjectionTable.of(own.database, visited);
    const late = new Runner(visited, table, own.database, checkpoints);
    if (stored) late.resume(stored);
    const rebuild = new Rebuild(visited, table, own.database, checkpoints, 10);
    await rebuild.begin();
    await rebuild.settle();
    const feed = new Feed(own.store, own.sealer, new StreamTypes([visits]));
    expect(await rebuild.swap((after, until) => feed.pages(after, until, 10, new Set(visited.reads)))).toBe(position);
    expect(await own.database.query('select id, minutes from visited_person')).toEqual([{ id: 'p1', minutes: 1 }]);
    expect(await late.apply([], position)).toBe(false);
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
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 4 }),
      async (steps, batch, rowsInMemory, rebuildPage) => {
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
        expect(position === null || (await live.waitFor(position, 10_000))).toBe(true);
        await live.stop();
        const before = await tables();
        await own.projector({ rowsInMemory, rebuildPage }).rebuildAll();
        expect(await tables()).toEqual(before);
      },
    );
    await fc.assert(property, { numRuns: 15, endOnFailure: true });
  }, 60_000);
});
