import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Viewer, viewer } from '#access';
import { breaches } from '#breaches';
import { addDays, type LocalDate } from '#calendar';
import { migrated } from '#database/module';
import type { Act, Fact, StreamType } from '#event-sourcing';
import { MasterKey, MemoryEventStore, MemoryKeyring, Sealer, Streams, StreamTypes } from '#event-store';
import { eventStoreTables, Projector } from '#event-store/module';
import { applications, orders } from '#orders';
import type { DataSource } from 'typeorm';
import { createDatabase } from '../../../../tests/support/postgres.js';
import { People1700000000400 } from '../../../people/src/1700000000400-people.migration.js';
import { Links1700000000450 } from '../../../people/src/1700000000450-links.migration.js';
import { Uptake1700000000800 } from '../1700000000800-uptake.migration.js';
import { GetUptakeRecords, UptakeRecordsHandler } from '../records/records.query.js';
import { recorded } from '../uptake-facts/example-facts.js';
import { histories } from '../uptake-facts/histories.fixture.js';
import { UptakeFactRow } from '../uptake-facts/uptake-fact.entity.js';
import { type UptakeFact, uptakeFacts } from '../uptake-facts/uptake-fact.js';
import { daysOf, type UptakeFilter } from './filter.js';
import { GetUptakeFigures, UptakeFiguresHandler } from './figures.query.js';
import type { UptakeFigures } from './figures.js';
import { APPLICATION_LISTS, type List, ORDER_LISTS } from './lists.js';

jest.setTimeout(60_000);
const manager = viewer({ userId: 'u-manager', role: 'manager', force: '46', name: 'Manager' });
const named = viewer({ userId: 'u-named', role: 'manager', force: '46', name: 'Named reader' });
const administrator = viewer({ userId: 'u-admin', role: 'administrator', force: '46', name: 'Administrator' });

/** The rows as a fold of the facts one by one. */
const folded: readonly UptakeFact[] = histories.map(({ type, id, facts }) => {
  const stream = `${type.category}-${id}`;
  return facts.reduce<UptakeFact | null>((row, fact, nth) => uptakeFacts.evolve(row, recorded(stream, fact, nth), stream), null)!;
});

const filters: readonly UptakeFilter[] = [
  { force: null, from: '2025-10', to: '2026-11', asAt: '2026-11-21', asKnownOn: null },
  { force: null, from: '2025-10', to: '2026-01', asAt: '2026-11-21', asKnownOn: null },
  { force: '46', from: '2026-01', to: '2026-03', asAt: '2026-11-21', asKnownOn: null },
  { force: '42', from: '2025-12', to: '2026-08', asAt: '2026-05-14', asKnownOn: null },
  // The last day of an order, and the day before an incident: where a rule is wrong by one day.
  ...folded.flatMap(({ lastDay, what, onDay }) => {
    const turn = what === 'order' ? lastDay : what === 'breach' ? addDays(onDay, -1) : null;
    return turn !== null && turn < '2026-11-21'
      ? [{ force: null, from: '2025-10', to: turn.slice(0, 7), asAt: turn, asKnownOn: null }]
      : [];
  }),
];

/** What a person would count by going through the rows one by one. */
function expected(list: List, { force: of, ...filter }: UptakeFilter, mayKnow: (row: UptakeFact) => boolean): string[] {
  const { asAt } = filter;
  const { first, last } = daysOf({ force: of, ...filter });
  const by = (on: LocalDate | null) => on !== null && on <= asAt;
  const within = (row: UptakeFact, days: number) => row.lastDay !== null && row.lastDay >= asAt && row.lastDay <= addDays(asAt, days);
  const live = (row: UptakeFact) =>
    row.what === 'order' &&
    [...(row.inForce ?? '').matchAll(/\[([^,]+),([^)]*)\)/g)].some(
      ([, from = '', until = '']) => from <= asAt && (until === '' || asAt < until),
    );
  const inMonths = (what: string) => (row: UptakeFact) => row.what === what && row.onDay >= first && row.onDay <= last;
  const hit = (row: UptakeFact, since: LocalDate | null) =>
    inMonths('order')(row) &&
    since !== null &&
    folded.some(
      (one) =>
        one.what === 'breach' && one.orderIds.includes(row.recordId) && by(one.onDay) && one.onDay >= row.onDay && one.onDay >= since,
    );
  const tests: Readonly<Record<List, (row: UptakeFact) => boolean>> = {
    filed: (row) => inMonths('application')(row) && row.outcome !== 'in-error',
    ...Object.fromEntries(
      ['granted', 'refused', 'withdrawn', 'otherwise'].map((outcome) => [
        outcome,
        (row: UptakeFact) => inMonths('application')(row) && row.outcome === outcome && by(row.determinedOn),
      ]),
    ),
    grantedOnAppeal: (row) => inMonths('application')(row) && row.outcome === 'refused' && by(row.determinedOn) && by(row.allowedOn),
    pending: (row) => inMonths('application')(row) && row.outcome !== 'in-error' && !by(row.determinedOn),
    inError: (row) => inMonths('application')(row) && row.outcome === 'in-error',
    made: inMonths('order'),
    live,
    unserved: (row) => live(row) && !by(row.servedOn),
    unknown: (row) => live(row) && !by(row.servedOn) && !by(row.knownOn),
    expiring30: (row) => live(row) && within(row, 30),
    expiring60: (row) => live(row) && within(row, 60),
    breached: (row) => hit(row, '0001-01-01'),
    breachedKnowing: (row) => hit(row, row.knownOn),
  } as Record<List, (row: UptakeFact) => boolean>;
  return folded
    .filter((row) => mayKnow(row) && (of === null || row.force === of) && tests[list](row))
    .map(({ recordId }) => recordId)
    .sort();
}

const isOpen = (row: UptakeFact) => row.perpetratorId !== 'p-9';

describe('the managers’ figures on PostgreSQL', () => {
  let database: DataSource;
  let projector: Projector;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const test = await createDatabase();
    database = await migrated({
      url: test.url,
      entities: [UptakeFactRow],
      migrations: [...eventStoreTables.migrations, People1700000000400, Links1700000000450, Uptake1700000000800],
    });
    for (let nth = 0; nth < 10; nth += 1) {
      await database.query(
        `insert into people.perpetrator_record (id, force, restricted, readers, recorded_at, doc, search_names, identifiers, nominals, subjects)
         values ($1, '46', $2, $3, now(), '{}', '', '{}', '{}', '{}')`,
        [`p-${nth}`, nth === 9, nth === 9 ? ['u-named'] : []],
      );
    }
    const store = new MemoryEventStore();
    const sealer = new Sealer(new MemoryKeyring(), MasterKey.parse(Buffer.alloc(32, 5).toString('base64')));
    const streams = new Streams(store, sealer);
    projector = new Projector({
      database,
      store,
      sealer,
      types: new StreamTypes([applications, orders, breaches] as StreamType<unknown, Fact>[]),
      projections: [uptakeFacts],
    });
    let position = '';
    for (const { type, id, facts } of histories) {
      const act: Act = { by: 'u-1', force: '46', at: '2026-11-20T09:00:00.000Z', commandId: `c-${id}`, digest: id, correlationId: 'r' };
      ({ position } = (await streams.transact(type as StreamType<unknown, Fact>, id, act, () => facts)) as { position: string });
    }
    await projector.start();
    if (!(await projector.waitFor(position, 20_000))) throw new Error('The projection did not get there');
    close = async () => {
      await projector.stop();
      await database.destroy();
      await test.drop();
    };
  });
  afterAll(() => close());

  const figures = (who: Viewer, filter: UptakeFilter): Promise<UptakeFigures> =>
    new UptakeFiguresHandler(database).execute(new GetUptakeFigures(who, filter));

  async function listed(who: Viewer, list: List, filter: UptakeFilter): Promise<string[]> {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<UptakeRecordsHandler['execute']>> = await new UptakeRecordsHandler(database).execute(
        new GetUptakeRecords(who, list, filter, null, after),
      );
      ids.push(...page.items.map(({ recordId }) => recordId));
      after = page.next;
    } while (after !== null);
    return ids;
  }

  async function rows(): Promise<object[]> {
    return database.query(
      `select id, what, record_id as "recordId", perpetrator_id as "perpetratorId", force, on_day::text as "onDay", kind, in_force::text as "inForce",
         last_day::text as "lastDay", served_on::text as "servedOn", known_on::text as "knownOn", outcome, determined_on::text as "determinedOn", allowed_on::text as "allowedOn",
         order_ids as "orderIds", doc from uptake.fact order by id`,
    );
  }

  it('rest on rows that are the facts folded one by one, before and after they are rebuilt', async () => {
    const live = await rows();
    const asStored = JSON.parse(JSON.stringify(folded.toSorted((a, b) => (a.id < b.id ? -1 : 1)))) as object[];
    expect(live).toEqual(asStored);
    await projector.rebuild('uptake');
    expect(await rows()).toEqual(live);
  });

  it('list exactly what a person would pick out', async () => {
    for (const filter of filters) {
      for (const list of [...APPLICATION_LISTS, ...ORDER_LISTS]) {
        expect([filter, list, (await listed(manager, list, filter)).sort()]).toEqual([filter, list, expected(list, filter, isOpen)]);
      }
    }
  });

  it('are of appeals as well, in both ways', () => {
    expect(folded.some(({ allowedOn }) => allowedOn !== null)).toBe(true);
    expect(histories.some(({ facts }) => facts.some(({ data }) => (data as { result?: string }).result === 'remitted'))).toBe(true);
  });

  it('count exactly what is listed', async () => {
    for (const filter of filters) {
      const { total, standing, breached, months, people } = await figures(manager, filter);
      const sum = <Line>(lines: readonly Line[], of: (line: Line) => number) => lines.reduce((all, line) => all + of(line), 0);
      const counted: [List, number][] = [
        ...([...APPLICATION_LISTS, 'made'] as const).map((list): [List, number] => [list, total[list]]),
        ...(['live', 'unserved', 'unknown', 'expiring30', 'expiring60'] as const).map((list): [List, number] => [
          list,
          sum(standing, (line) => line[list]),
        ]),
        ...(['made', 'breached', 'breachedKnowing'] as const).map((list): [List, number] => [list, sum(breached, (line) => line[list])]),
        ['filed', sum(months, ({ counts }) => counts?.filed ?? 0)],
        ['made', total.interim + total.full + total.other],
      ];
      expect([filter, counted]).toEqual([filter, counted.map(([list]) => [list, expected(list, filter, isOpen).length])]);
      const filed = expected('filed', filter, isOpen);
      const about = folded.filter(({ recordId }) => filed.includes(recordId)).map(({ perpetratorId }) => perpetratorId);
      expect(people.applications).toBe(new Set(about).size);
    }
  });

  it('count a person once, however many records were linked, but for links of a record that the viewer may not know of', async () => {
    const [filter] = filters as [UptakeFilter];
    const about = (mayKnow: (row: UptakeFact) => boolean) =>
      new Set(
        folded.filter(({ recordId }) => expected('made', filter, mayKnow).includes(recordId)).map(({ perpetratorId }) => perpetratorId),
      );
    const [open, all] = [about(isOpen), about(() => true)];
    const [one = '', two = '', three = '', four = ''] = [...open].sort();
    expect((await figures(manager, filter)).people.orders).toBe(open.size);
    const pairs = [
      [one, two, 'linked'],
      [two, three, 'linked'],
      [three, 'p-9', 'linked'],
      [four, 'p-9', 'linked'],
      [one, four, 'unlinked'],
    ] as const;
    for (const [a, b, state] of pairs) {
      await database.query(
        `insert into people.link (id, a, b, state, as_kind, weight, changes, subjects) values ($1, $2, $3, $4, 'one-person', 20, $5, '{}')`,
        [`${a}~${b}`, a, b, state, JSON.stringify([{ state, at: '2026-11-20T10:00:00.000Z', by: 'u-1', force: '46' }])],
      );
    }
    expect((await figures(manager, filter)).people.orders).toBe(open.size - 2);
    expect((await figures(named, filter)).people.orders).toBe(all.size - 4);
    await database.query('delete from people.link');
  });

  it('leave nothing of a restricted perpetrator to anyone but the named readers', async () => {
    const [filter] = filters as [UptakeFilter];
    const [seen, known] = [await figures(manager, filter), await figures(named, filter)];
    const hidden = expected('made', filter, (row) => !isOpen(row)).length;
    expect(hidden).toBeGreaterThan(0);
    expect(known.total.made - seen.total.made).toBe(hidden);
    expect(known.total.made).toBe(expected('made', filter, () => true).length);
  });

  it('are empty for those who may see no people, and count nobody whose record is not there yet', async () => {
    const [filter] = filters as [UptakeFilter];
    expect((await figures(administrator, filter)).total.filed).toBe(0);
    await database.query(`delete from people.perpetrator_record where id = 'p-0'`);
    expect((await figures(manager, filter)).total.made).toBe(
      expected('made', filter, (row) => isOpen(row) && row.perpetratorId !== 'p-0').length,
    );
  });
});
