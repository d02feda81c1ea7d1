import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Viewer, viewer } from '#access';
import { breaches } from '#breaches';
import { addDays, type LocalDate } from '#calendar';
import { migrated } from '#database/module';
import { type Act, type Fact, personal, type Recorded, type StreamType, subjectsIn } from '#event-sourcing';
import { Clock, MasterKey, MemoryEventStore, MemoryKeyring, Sealer, Streams, StreamTypes } from '#event-store';
import { eventStoreTables, Projector } from '#event-store/module';
import { applications, type OrderFact, orders } from '#orders';
import type { DataSource } from 'typeorm';
import { createDatabase } from '../../../../tests/support/postgres.js';
import { People1700000000400 } from '../../../people/src/1700000000400-people.migration.js';
import { Deadlines1700000000900 } from '../1700000000900-deadlines.migration.js';
import { WorkList1700000000910 } from '../1700000000910-work-list.migration.js';
import { assignWork } from '../assign-work/assign-work.js';
import { work } from '../domain/assigned.js';
import { HARMS, kindsOfTask, nextFor } from '../domain/task-kinds.js';
import { breachReported, day, noon, ofOrder, orderMade } from '../domain/example-facts.js';
import { COUNT, written } from './recorded-lives.fixture.js';
import { DueWorkRow } from './due-work.entity.js';
import { type DueWork, dueWork } from './due-work.js';
import { SettleWork } from './settle-work.projection.js';
import { type TaskRow, taskRows } from './task-rows.js';
import { GetTasks, GetTasksHandler, GetWork, GetWorkHandler, type WorkRow } from './work-list.query.js';
import { daysLeftWords, inAddress, type Part, partOf, PARTS, readWorkFilter, standsIn, type WorkFilter } from './work-list.js';

jest.setTimeout(60_000);

const officer = viewer({ userId: 'u-officer', role: 'officer', force: '46', name: 'Officer' });
const named = viewer({ userId: 'u-named', role: 'officer', force: '46', name: 'Named reader' });
const essex = viewer({ userId: 'u-essex', role: 'officer', force: '42', name: 'Officer of Essex' });
const today: LocalDate = '2026-11-21';

class Noon extends Clock {
  override now(): string {
    return noon(today);
  }
}

/** The rows as a fold of the facts one by one. */
const folded = new Map<string, DueWork>();
for (const { category, id, on, facts } of written) {
  for (const fact of facts) {
    const envelope = { by: 'u-1', force: '46', recordedAt: noon(on), commandId: 'c', digest: '', correlationId: 'r' };
    const event: Recorded = { id: 'e', stream: `${category}-${id}`, revision: 0n, position: '0', schemaVersion: 1, fact, envelope };
    for (const row of dueWork.rows(event)) folded.set(row, dueWork.evolve(folded.get(row) ?? null, event, row)!);
  }
}

const user = '00000000-0000-4000-8000-000000000001';
const everything: Omit<WorkFilter, 'part'> = { kinds: [], owner: null, team: null, from: null, to: null };

describe('the filter of the work list', () => {
  it('is read from the address, and what cannot be read is passed over', () => {
    expect(readWorkFilter({}, user)).toEqual({ ...everything, part: null });
    expect(readWorkFilter({ when: 'week', kind: ['serve', 'nonsense'], owner: 'me', team: 'legal', from: '2026-01-01' }, user)).toEqual({
      part: 'week',
      kinds: ['serve'],
      owner: user,
      team: 'legal',
      from: '2026-01-01',
      to: null,
    });
    expect(
      readWorkFilter({ owner: 'x', team: 'other', from: '2026-02-30', 'to-day': '1', 'to-month': '2', 'to-year': '2026' }, user),
    ).toEqual({
      ...everything,
      part: null,
      to: '2026-02-01',
    });
  });

  it('stands in the address as it was read', () => {
    const filter: WorkFilter = {
      part: 'overdue',
      kinds: ['serve', 'charge'],
      owner: user,
      team: 'officers',
      from: '2026-01-01',
      to: '2026-02-01',
    };
    expect(readWorkFilter(inAddress(filter, user), user)).toEqual(filter);
    expect(readWorkFilter(inAddress({ ...filter, owner: 'nobody' }, user), user).owner).toBe('nobody');
  });

  it('says how many days are left in words', () => {
    expect(daysLeftWords(0, true)).toBe('overdue');
    expect([-2, -1, 0, 1, 5].map((days) => daysLeftWords(days, days < 0))).toEqual([
      '2 days overdue',
      '1 day overdue',
      'due today',
      '1 day left',
      '5 days left',
    ]);
  });
});

describe('what the work list is made from', () => {
  it('knows the wordings that are alleged, so that what shows that he knew of them is counted, and nobody’s words', () => {
    const condition = {
      conditionId: 'c-1',
      versionId: 'c-1-1',
      number: 1,
      code: 'NC-DIR',
      category: 'prohibition',
      locality: 'uk',
      end: null,
    } as const;
    const made: OrderFact = {
      ...orderMade({ conditions: [condition] }),
      personal: {
        'words:c-1-1': personal(['p-1', 'v-1'], { wording: 'Not to contact A', parameters: {}, locality: null, necessity: null }),
      },
    } as OrderFact;
    const alleged = { allegationId: 'al-1', orderId: 'o-1', conditionId: 'c-1', conditionVersionId: 'c-1-1', offenceCode: 'ST19001' };
    const told: OrderFact = {
      type: 'AwarenessEvidenced',
      data: { ...ofOrder, evidenceId: 'e-1', of: 'order', at: day('2026-06-01'), basis: 'told' },
      personal: { detail: personal(['p-1'], 'By phone') },
    };
    const rowAfter = (...facts: readonly Fact[]): DueWork =>
      facts.reduce<DueWork | null>((row, fact, nth) => {
        const stream = 'orderId' in fact.data ? 'order-o-1' : 'breach-b-1';
        const envelope = { by: 'u-1', force: '46', recordedAt: noon('2026-06-08'), commandId: 'c', digest: '', correlationId: 'r' };
        return dueWork.evolve(row, { id: 'e', stream, revision: BigInt(nth), position: '0', schemaVersion: 1, fact, envelope }, 'p-1:46');
      }, null)!;
    const asked = (row: DueWork) => taskRows(row, '2026-06-09').filter(({ kind }) => kind === 'show-awareness').length;
    const reported = breachReported({ awarenessToShow: true, allegations: [alleged] });
    expect(asked(rowAfter(made, reported))).toBe(1);
    const shown = rowAfter(made, reported, told);
    expect(asked(shown)).toBe(0);
    expect(subjectsIn(shown)).toEqual([]);
    expect(JSON.stringify(shown)).not.toContain('Not to contact');
  });
});

describe('the work list on PostgreSQL', () => {
  let database: DataSource;
  let projector: Projector;
  let settling: SettleWork;
  let streams: Streams;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const test = await createDatabase();
    const migrations = [...eventStoreTables.migrations, People1700000000400, Deadlines1700000000900, WorkList1700000000910];
    database = await migrated({ url: test.url, entities: [DueWorkRow], migrations });
    await database.query(
      `insert into people.perpetrator_record (id, force, restricted, readers, recorded_at, doc, search_names, identifiers, nominals, subjects)
       select 'p-' || n, '46', n = 7, case when n = 7 then array['u-named'] else '{}' end, now(),
         jsonb_build_object('identity', jsonb_build_object('value', jsonb_build_object('name', jsonb_build_object('family', 'Placeholder' || n, 'given', 'Barnaby')))),
         '', '{}', '{}', '{}' from generate_series(0, ${COUNT - 1}) n`,
    );
    const store = new MemoryEventStore();
    const sealer = new Sealer(new MemoryKeyring(), MasterKey.parse(Buffer.alloc(32, 5).toString('base64')));
    streams = new Streams(store, sealer);
    const types = [applications, orders, breaches, work] as unknown as StreamType<unknown, Fact>[];
    projector = new Projector({ database, store, sealer, types: new StreamTypes(types), projections: [dueWork] });
    settling = new SettleWork(database, new Noon());
    let position: string | null = null;
    for (const [nth, { category, id, on, facts }] of written.entries()) {
      const type = types.find((one) => one.category === category)!;
      ({ position } = await streams.transact(type, id, act(`c-${nth}`, on), () => facts));
    }
    await projector.start();
    await shown(position);
    close = async () => {
      await projector.stop();
      await database.destroy();
      await test.drop();
    };
  });
  afterAll(() => close());

  const act = (commandId: string, on: LocalDate): Act => ({
    by: 'u-1',
    force: '46',
    at: noon(on),
    commandId,
    digest: '',
    correlationId: 'r',
  });

  async function shown(position: string | null): Promise<void> {
    if (!(await projector.waitFor(position ?? '', 20_000))) throw new Error('The projection did not get there');
  }

  const rows = (): Promise<DueWork[]> =>
    database.query(`select id, perpetrator_id as "perpetratorId", force, facts, doc from deadlines.work order by id`);
  const tasks = (): Promise<object[]> => database.query('select * from deadlines.task order by id');

  /** Every page of a part, seven rows at a time. */
  async function listed(who: Viewer, part: Part, filter: Partial<WorkFilter> = {}): Promise<WorkRow[]> {
    const found: WorkRow[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<GetWorkHandler['execute']>> = await new GetWorkHandler(database, settling).execute(
        new GetWork(who, { ...everything, ...filter }, part, noon(today), 7, after),
      );
      found.push(...page.items);
      after = page.next;
    } while (after !== null);
    return found;
  }

  const all: readonly TaskRow[] = [...folded.values()].flatMap((row) => taskRows(row, today));

  /** The same from the rows in memory, by the rule of the part. */
  function expected(who: Viewer, part: Part, fits: (row: TaskRow) => boolean = () => true): string[] {
    const dayOf = (row: TaskRow) => (partOf(part, today, false).by === 'due_by' ? row.dueBy : row.courtOn) ?? '';
    const placeOf = (row: TaskRow) => (partOf(part, today, false).byHarm ? row.harm + row.dueBy + row.dueMoment : dayOf(row)) + row.id;
    return all
      .filter((row) => row.force === who.force && (row.perpetratorId !== 'p-7' || who === named) && row.opens <= today && fits(row))
      .filter((row) => standsIn(part, row, today, false))
      .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
      .map(({ id }) => id);
  }

  it('rests on rows that are the facts folded one by one, before and after they are rebuilt, and hold nobody’s words', async () => {
    const live = await rows();
    expect(live).toEqual([...folded.values()].sort((a, b) => (a.id < b.id ? -1 : 1)));
    expect(subjectsIn(live)).toEqual([]);
    await settling.settled();
    const settled = await tasks();
    expect(settled).toHaveLength(all.length);
    expect(subjectsIn(settled)).toEqual([]);
    await projector.rebuild('due-work');
    expect(await rows()).toEqual(live);
    expect(await database.query('select from deadlines.work where facts <> settled')).toHaveLength(live.length);
    await settling.settled();
    expect(await tasks()).toEqual(settled);
  });

  it('shows each part of the force’s own work in the order of its days, without who is restricted', async () => {
    for (const who of [officer, named, essex]) {
      for (const part of PARTS) {
        const list = (await listed(who, part)).map(({ id }) => id);
        expect([who.name, part, list]).toEqual([who.name, part, expected(who, part)]);
      }
    }
    expect(expected(officer, 'overdue').length).toBeGreaterThan(20);
    expect(expected(officer, 'later').length).toBeGreaterThan(2);
    expect(expected(officer, 'waiting').length + expected(officer, 'week').length).toBeGreaterThan(0);
    expect(expected(named, 'overdue').length).toBeGreaterThan(expected(officer, 'overdue').length);
  });

  it('puts what does most harm first where it is late, whatever its day, and the earliest of that', async () => {
    const rank = (row: WorkRow) => HARMS.indexOf(kindsOfTask[row.what].harm);
    const list = await listed(officer, 'overdue');
    expect(list.map(rank)).toEqual(list.map(rank).toSorted((a, b) => a - b));
    expect(new Set(list.map(rank)).size).toBeGreaterThan(2);
    const days = list.map(({ dueBy }) => dueBy);
    expect(days).not.toEqual(days.toSorted());
    for (const harm of HARMS.keys()) {
      const within = list.filter((row) => rank(row) === harm).map(({ dueBy }) => dueBy);
      expect(within).toEqual(within.toSorted());
    }
  });

  it('puts what leaves somebody unprotected within the week before what is to be told sooner', async () => {
    const soon = async (id: string, kind: string, dueBy: string) =>
      await database.query(
        `insert into deadlines.task (id, task_id, work_id, perpetrator_id, force, kind, lane, team, harm, opens, due_by, due_moment, doc)
         values ($1, gen_random_uuid(), 'w', 'p-1', '46', $2, 'own', 'officers', $3, '2026-01-01', $4, now(), '{"about": {}}')`,
        [id, kind, HARMS.indexOf(kindsOfTask[kind as keyof typeof kindsOfTask].harm), dueBy],
      );
    await soon('w-1', 'tell-of-order', addDays(today, 1));
    await soon('w-2', 'interim-ends', addDays(today, 2));
    await soon('w-3', 'direction', addDays(today, 5));
    await soon('w-4', 'proposal', addDays(today, 6));
    const ids = (await listed(officer, 'week')).map(({ id }) => id).filter((id) => id.startsWith('w-'));
    await database.query(`delete from deadlines.task where work_id = 'w'`);
    expect(ids).toEqual(['w-2', 'w-3', 'w-4', 'w-1']);
  });

  it('is filtered by kind, team and days due, and names people and what comes next', async () => {
    const ids = async (filter: Partial<WorkFilter>) => (await listed(officer, 'overdue', filter)).map(({ id }) => id);
    expect(await ids({ kinds: ['serve'] })).toEqual(expected(officer, 'overdue', ({ kind }) => kind === 'serve'));
    expect(await ids({ kinds: ['serve', 'tell-victim'] })).toEqual(
      expected(officer, 'overdue', ({ kind }) => kind === 'serve' || kind === 'tell-victim'),
    );
    expect(await ids({ team: 'legal' })).toEqual(expected(officer, 'overdue', ({ team }) => team === 'legal'));
    const [from, to] = ['2026-04-01', '2026-06-30'];
    expect(await ids({ from, to })).toEqual(expected(officer, 'overdue', ({ dueBy }) => dueBy >= from && dueBy <= to));
    const [row] = await listed(officer, 'overdue', { kinds: ['serve'] });
    expect(row).toMatchObject({ name: { given: 'Barnaby' }, next: { text: 'Record service' }, owner: null });
    expect(row?.next.href).toBe(`/orders/o-${row?.perpetratorId.slice(2)}/serve?document=order`);
    for (const task of all)
      expect(nextFor(task.kind, task.about, officer).href).toMatch(/^\/(orders|breaches|applications)\/[oab]-\d+(\/|$)/);
  });

  it('shows who was asked to do a row, and lists it as theirs, as soon as that is recorded', async () => {
    const [first, second] = await listed(officer, 'overdue');
    if (!first || !second) throw new Error('There is nothing to assign');
    const users = ['u-officer', 'u-named'];
    const assign = (row: WorkRow, to: string | null, commandId: string) =>
      streams.transact(work, row.taskId, act(commandId, today), (state) =>
        assignWork(
          state,
          { taskId: row.taskId, perpetratorId: row.perpetratorId, force: '46' },
          { to, note: 'Ring the court' },
          users,
          users,
        ),
      );
    await assign(first, 'u-officer', 'a-1');
    await shown((await assign(second, 'u-named', 'a-2')).position);
    expect((await listed(officer, 'overdue', { owner: 'u-officer' })).map(({ id }) => id)).toEqual([first.id]);
    expect((await listed(officer, 'overdue', { owner: 'nobody' })).map(({ id }) => id)).not.toContain(first.id);
    await shown((await assign(first, null, 'a-3')).position);
    expect(await listed(officer, 'overdue', { owner: 'u-officer' })).toEqual([]);
    const found = await new GetTasksHandler(database, settling).execute(new GetTasks(officer, [first.taskId, second.taskId], noon(today)));
    expect(found.map(({ id, owner }) => [id, owner])).toEqual([
      [first.id, null],
      [second.id, 'u-named'],
    ]);
    expect(await new GetTasksHandler(database, settling).execute(new GetTasks(essex, [first.taskId], noon(today)))).toEqual([]);
  });

  it('is read along an index, so that a page costs the same however much is recorded', async () => {
    await database.query(
      `insert into deadlines.task (id, task_id, work_id, perpetrator_id, force, kind, lane, team, harm, opens, due_by, due_moment, doc)
       select 'q-' || n, gen_random_uuid(), 'q', 'p-' || n % ${COUNT}, '46', 'serve', 'own', 'officers', case when n % 200 = 0 then 0 else 3 end, '2026-01-01', date '2025-11-22' + n % 2000, now(), '{}'
       from generate_series(1, 20000) n`,
    );
    await database.query('analyze deadlines.task');
    const plan: { 'QUERY PLAN': string }[] = await database.query(
      `explain select t.id from deadlines.task t where t.force = '46' and t.due_by between '2026-11-21' and '2026-11-28' and t.lane = 'own'
         and t.opens <= '2026-11-21' and (t.lapses is null or t.lapses >= '2026-11-21') order by t.due_by, t.id limit 26`,
    );
    const words = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(words).toContain('task_due');
    expect(words).not.toContain('Seq Scan');
    expect(words).not.toContain('Sort');
    const late: { 'QUERY PLAN': string }[] = await database.query(
      // Of the few who are held nobody is looked for among all that is late.
      `explain select t.id from deadlines.task t where t.harm = 0 and t.force = '46' and t.due_by between '0001-01-01' and '2026-11-20'
         and t.lane = any ('{own,hearing,waiting}') and (t.due_by, t.due_moment, t.id) > ('2026-10-01', now(), '') order by t.due_by, t.due_moment, t.id limit 26`,
    );
    const byHarm = late.map((row) => row['QUERY PLAN']).join('\n');
    expect(byHarm).toContain('task_by_harm');
    expect(byHarm).not.toContain('Sort');
  });
});
