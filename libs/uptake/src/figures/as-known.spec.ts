import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { viewer } from '#access';
import { breaches } from '#breaches';
import { addDays, endOfDay, type Instant, type LocalDate } from '#calendar';
import { migrated } from '#database/module';
import type { Act, Fact, StreamType } from '#event-sourcing';
import { MasterKey, MemoryEventStore, MemoryKeyring, Sealer, Streams, StreamTypes } from '#event-store';
import { eventStoreTables, Projector } from '#event-store/module';
import { applications, orders } from '#orders';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { createDatabase } from '../../../../tests/support/postgres.js';
import { People1700000000400 } from '../../../people/src/1700000000400-people.migration.js';
import { Links1700000000450 } from '../../../people/src/1700000000450-links.migration.js';
import { Uptake1700000000800 } from '../1700000000800-uptake.migration.js';
import { UptakePast1700000000810 } from '../1700000000810-uptake-past.migration.js';
import { GetUptakeRecords, UptakeRecordsHandler } from '../records/records.query.js';
import { histories } from '../uptake-facts/histories.fixture.js';
import { UptakeFactRow } from '../uptake-facts/uptake-fact.entity.js';
import { uptakeFacts } from '../uptake-facts/uptake-fact.js';
import { UptakePastRow } from '../uptake-facts/uptake-past.entity.js';
import { uptakePast } from '../uptake-facts/uptake-past.js';
import { GetUptakeFigures, UptakeFiguresHandler } from './figures.query.js';
import { APPLICATION_LISTS, ORDER_LISTS } from './lists.js';

jest.setTimeout(60_000);

const manager = viewer({ userId: 'u-manager', role: 'manager', force: '46', name: 'Manager' });
const named = viewer({ userId: 'u-named', role: 'manager', force: '46', name: 'Named reader' });
/** Days in winter and one in summer, when the day ends in London an hour before it does in Greenwich. */
const days: readonly LocalDate[] = ['2026-01-20', '2026-06-30', '2026-11-10'];

/** When each fact of each history was recorded, whatever days it speaks of: often around the end of one of the days asked about. */
const recordedAt: readonly (readonly Instant[])[] = fc.sample(
  fc.tuple(
    ...histories.map(({ facts }) =>
      fc
        .array(
          fc.oneof(
            fc
              .tuple(fc.nat(400), fc.nat(23))
              .map(([day, hour]) => `${addDays('2025-10-10', day)}T${String(hour).padStart(2, '0')}:30:00.000Z`),
            fc
              .tuple(fc.constantFrom(...days), fc.constantFrom(-3_600_000, -1, 0, 1_800_000))
              .map(([day, milliseconds]) => new Date(Date.parse(endOfDay(day)) + milliseconds).toISOString()),
          ),
          { minLength: facts.length, maxLength: facts.length },
        )
        .map((instants) => instants.toSorted()),
    ),
  ),
  { seed: 20261121, numRuns: 1 },
)[0]!;

interface Recorded {
  readonly database: DataSource;
  readonly projector: Projector;
  end(): Promise<void>;
}

/** A database of what was recorded before an instant, as if nothing had been since. */
async function recordedBefore(before: Instant): Promise<Recorded> {
  const test = await createDatabase();
  const database = await migrated({
    url: test.url,
    entities: [UptakeFactRow, UptakePastRow],
    migrations: [...eventStoreTables.migrations, People1700000000400, Links1700000000450, Uptake1700000000800, UptakePast1700000000810],
  });
  await database.query(
    `insert into people.perpetrator_record (id, force, restricted, readers, recorded_at, doc, search_names, identifiers, nominals, subjects)
     select 'p-' || n, '46', n = 9, case when n = 9 then array['u-named'] else '{}' end, now(), '{}', '', '{}', '{}', '{}'
     from generate_series(0, 9) n`,
  );
  const store = new MemoryEventStore();
  const sealer = new Sealer(new MemoryKeyring(), MasterKey.parse(Buffer.alloc(32, 5).toString('base64')));
  const streams = new Streams(store, sealer);
  const types = new StreamTypes([applications, orders, breaches] as StreamType<unknown, Fact>[]);
  const projector = new Projector({ database, store, sealer, types, projections: [uptakeFacts, uptakePast] });
  let position = '';
  for (const [nth, { type, id, facts }] of histories.entries()) {
    for (const [revision, fact] of facts.entries()) {
      const at = recordedAt[nth]?.[revision] ?? '';
      if (at >= before) break;
      const act: Act = { by: 'u-1', force: '46', at, commandId: `c-${id}-${revision}`, digest: id, correlationId: 'r' };
      ({ position } = (await streams.transact(type as StreamType<unknown, Fact>, id, act, () => [fact])) as { position: string });
    }
  }
  await projector.start();
  if (!(await projector.waitFor(position, 20_000))) throw new Error('The projections did not get there');
  return {
    database,
    projector,
    end: async () => {
      await projector.stop();
      await database.destroy();
      await test.drop();
    },
  };
}

/** Every figure and every list, for one who may not know of the restricted perpetrator and one who may. */
async function everything(database: DataSource, asAt: LocalDate, asKnownOn: LocalDate | null): Promise<object[]> {
  const shown: object[] = [];
  for (const who of [manager, named]) {
    for (const force of [null, '42']) {
      const filter = { force, from: '2025-10', to: '2026-11', asAt, asKnownOn };
      const { filter: _, ...figures } = await new UptakeFiguresHandler(database).execute(new GetUptakeFigures(who, filter));
      shown.push({ ...figures, cells: figures.cells.toSorted(byForceAndMonth) });
      for (const list of [...APPLICATION_LISTS, ...ORDER_LISTS]) {
        const { items } = await new UptakeRecordsHandler(database).execute(new GetUptakeRecords(who, list, filter));
        shown.push({ list, items });
      }
    }
  }
  return shown;
}

function byForceAndMonth(a: { force: string; month: string }, b: { force: string; month: string }): number {
  return `${a.force} ${a.month}` < `${b.force} ${b.month}` ? -1 : 1;
}

describe('the managers’ figures as known on a day', () => {
  let whole: Recorded;
  beforeAll(async () => {
    whole = await recordedBefore('9999-12-31T00:00:00.000Z');
  });
  afterAll(() => whole.end());

  it.each(days)('are those of a record in which nothing came after it: %s', async (day) => {
    const then = await recordedBefore(endOfDay(day));
    try {
      for (const asAt of [day, addDays(day, -45)]) {
        const published = await everything(then.database, asAt, null);
        expect(await everything(whole.database, asAt, day)).toEqual(published);
        expect(await everything(whole.database, asAt, null)).not.toEqual(published);
      }
    } finally {
      await then.end();
    }
  });

  it('are the restated ones once everything is known', async () => {
    expect(await everything(whole.database, '2026-11-21', '2026-12-31')).toEqual(await everything(whole.database, '2026-11-21', null));
  });

  it('make two records one person only from the day on which somebody linked them', async () => {
    const people = async (asKnownOn: LocalDate | null): Promise<number> => {
      const filter = { force: null, from: '2025-10', to: '2026-11', asAt: '2026-11-21', asKnownOn };
      return (await new UptakeFiguresHandler(whole.database).execute(new GetUptakeFigures(manager, filter))).people.orders;
    };
    const [before, dayBefore] = [await people(null), '2026-11-21'];
    const changes = [
      { state: 'offered', at: '2026-11-20T10:00:00.000Z' },
      { state: 'linked', at: '2026-11-22T10:00:00.000Z' },
    ];
    const [{ one, two }] = await whole.database.query<[{ one: string; two: string }]>(
      `select min(perpetrator_id) as one, max(perpetrator_id) filter (where perpetrator_id <> 'p-9') as two from uptake.fact where what = 'order'`,
    );
    await whole.database.query(
      `insert into people.link (id, a, b, state, as_kind, weight, changes, subjects) values ('pair', $1, $2, 'linked', 'one-person', 20, $3, '{}')`,
      [one, two, JSON.stringify(changes)],
    );
    expect(await people(null)).toBe(before - 1);
    expect(await people('2026-11-22')).toBe(before - 1);
    expect(await people(dayBefore)).toBe(before);
    await whole.database.query('delete from people.link');
  });

  it('are none from before the first record', async () => {
    const [figures] = await everything(whole.database, '2025-10-09', '2025-10-09');
    expect(figures).toMatchObject({ firstDay: null, standing: [], breached: [], total: { filed: 0, made: 0 } });
  });

  it('rest on rows that are the same when they are rebuilt, with one version for each day', async () => {
    const rows = (): Promise<{ versions: { on: LocalDate }[] }[]> => whole.database.query('select * from uptake.past order by id');
    const live = await rows();
    for (const { versions } of live) {
      const on = versions.map((version) => version.on);
      expect(on).toEqual([...new Set(on)].sort());
    }
    expect(live.some(({ versions }) => versions.length > 2)).toBe(true);
    await whole.projector.rebuild('uptake-past');
    expect(await rows()).toEqual(live);
  });
});
