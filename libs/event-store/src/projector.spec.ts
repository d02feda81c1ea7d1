import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Projection } from '#event-sourcing';
import pg from 'pg';
import { createDatabase, type TestDatabase } from '../../../tests/support/postgres.js';
import { Checkpoints } from './projector-checkpoints.js';
import { Feed } from './projector-feed.js';
import { eventually, open, type Opened, template } from './projector-opened.fixture.js';
import { Runner } from './projector-runner.js';
import { ProjectionTable } from './projector-table.js';
import { StreamTypes } from './stream-types.js';
import { act, days, named, visit, visited, type VisitFact, visits } from './visits.fixture.js';

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
    await eventually(() => mended.waitFor(position, 5_000));
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
    // The first may have done it before it noticed.
    const leads = async () => (await second.status()).every(({ isRunHere }) => isRunHere);
    const until = performance.now() + 10_000;
    while (!(await leads()) && performance.now() < until);
    expect(await leads()).toBe(true);
    expect(await own.database.query('select minutes from visited_person')).toEqual([{ minutes: 2 }]);
  });
});
