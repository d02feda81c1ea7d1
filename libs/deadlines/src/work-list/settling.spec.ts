import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { viewer } from '#access';
import { breaches, type BreachFact } from '#breaches';
import { addDays, type Instant, type LocalDate } from '#calendar';
import { migrated } from '#database/module';
import type { Fact, StreamType } from '#event-sourcing';
import { Clock, MasterKey, MemoryEventStore, MemoryKeyring, Sealer, Streams, StreamTypes } from '#event-store';
import { eventStoreTables, Projector } from '#event-store/module';
import { type OrderFact, orders } from '#orders';
import type { DataSource } from 'typeorm';
import { createDatabase } from '../../../../tests/support/postgres.js';
import { People1700000000400 } from '../../../people/src/1700000000400-people.migration.js';
import { Deadlines1700000000900 } from '../1700000000900-deadlines.migration.js';
import { WorkList1700000000910 } from '../1700000000910-work-list.migration.js';
import { breachReported, day, noon, ofBreach, orderMade, served } from '../domain/example-facts.js';
import { signingOn } from '../domain/signing-on.fixture.js';
import { DueWorkRow } from './due-work.entity.js';
import { dueWork } from './due-work.js';
import { FeedEntries } from '../calendar-feed/feed-entries.query.js';
import { SetAside } from './set-aside.query.js';
import { SettleWork } from './settle-work.projection.js';
import { GetWork, GetWorkHandler } from './work-list.query.js';

jest.setTimeout(60_000);

const today: LocalDate = '2026-06-10';

class At extends Clock {
  constructor(private readonly on: LocalDate) {
    super();
  }

  override now(): Instant {
    return noon(this.on);
  }
}

describe('the rows of the work list', () => {
  let database: DataSource;
  let projector: Projector;
  let streams: Streams;
  let close: () => Promise<void>;
  let nth = 0;

  beforeAll(async () => {
    const test = await createDatabase();
    const migrations = [...eventStoreTables.migrations, People1700000000400, Deadlines1700000000900, WorkList1700000000910];
    database = await migrated({ url: test.url, entities: [DueWorkRow], migrations });
    const store = new MemoryEventStore();
    const sealer = new Sealer(new MemoryKeyring(), MasterKey.parse(Buffer.alloc(32, 5).toString('base64')));
    streams = new Streams(store, sealer);
    const types = [orders, breaches] as unknown as StreamType<unknown, Fact>[];
    projector = new Projector({ database, store, sealer, types: new StreamTypes(types), projections: [dueWork] });
    await projector.start();
    close = async () => {
      await projector.stop();
      await database.destroy();
      await test.drop();
    };
  });
  afterAll(() => close());
  beforeEach(() => {
    nth += 1;
  });

  /** Ids of this test's own. */
  const own = () => ({ perpetratorId: `p-${nth}`, orderId: `o-${nth}`, breachId: `b-${nth}` });

  async function record(fact: OrderFact | BreachFact): Promise<void> {
    const { perpetratorId, orderId, breachId } = own();
    const isOfOrder = 'orderId' in fact.data && !('breachId' in fact.data);
    const data = { ...fact.data, perpetratorId, ...(isOfOrder ? { orderId } : { breachId }) };
    const { force } = fact.data;
    const type = (isOfOrder ? orders : breaches) as unknown as StreamType<unknown, Fact>;
    const act = { by: 'u-1', force, at: noon(today), commandId: `c-${nth}-${fact.type}`, digest: '', correlationId: 'r' };
    const { position } = await streams.transact(type, isOfOrder ? orderId : breachId, act, () => [{ ...fact, data }]);
    if (!(await projector.waitFor(position ?? '', 20_000))) throw new Error('The projection did not get there');
  }

  async function made(kind: string, on: LocalDate = today): Promise<{ force: string; due: string }[]> {
    await new SettleWork(database, new At(on)).settled();
    return database.query('select force, due_by::text as due from deadlines.task where perpetrator_id = $1 and kind = $2 order by due_by', [
      own().perpetratorId,
      kind,
    ]);
  }

  const allegedAgainst = (): BreachFact =>
    breachReported({
      allegations: [{ allegationId: 'al-1', orderId: own().orderId, conditionId: null, conditionVersionId: null, offenceCode: null }],
      awarenessToShow: true,
    });
  const arrested = (at: Instant): BreachFact => ({ type: 'ArrestMade', data: { ...ofBreach, at } });

  it('follow the order of another force that an incident is alleged against, whichever was recorded first', async () => {
    await record(allegedAgainst());
    await record(arrested('2026-06-09T10:00:00.000Z'));
    expect([await made('custody'), await made('bring-to-court')].map(({ length }) => length)).toEqual([2, 0]);
    await record(orderMade({ kind: 'dvpn', force: '42', end: { is: 'fixed', lastDay: '2026-06-30' } }));
    expect([await made('custody'), await made('bring-to-court')].map(({ length }) => length)).toEqual([0, 1]);
    expect(await made('show-awareness')).toEqual([{ force: '46', due: '2026-06-12' }]);
    await record(served('2026-06-01', { force: '42' }));
    expect(await made('show-awareness')).toEqual([]);
    await projector.rebuild('due-work');
    expect([await made('custody'), await made('bring-to-court'), await made('show-awareness')].map(({ length }) => length)).toEqual([
      0, 1, 0,
    ]);
  });

  it('lose the review by a supervisor once it is recorded', async () => {
    await record(allegedAgainst());
    expect(await made('supervise')).toHaveLength(1);
    await record({ type: 'SupervisorReviewed', data: { ...ofBreach, at: noon(today), decision: 'agreed' } });
    expect(await made('supervise')).toEqual([]);
  });

  it('of one person are set aside when they cannot be made, and keep nobody else’s back', async () => {
    await record(allegedAgainst());
    expect(await made('supervise')).toHaveLength(1);
    const stuck = own().perpetratorId;
    const waits = new SetAside(database);
    // A row in the way that nothing else made.
    await database.query(`update deadlines.task set work_id = 'elsewhere' where perpetrator_id = $1`, [stuck]);
    await record(arrested('2026-06-09T10:00:00.000Z'));
    nth += 1;
    await record(allegedAgainst());
    expect(await made('supervise')).toHaveLength(1);
    expect([await waits.count(null), await waits.count('46'), await waits.count('42')]).toEqual([1, 1, 0]);
    await database.query(`delete from deadlines.task where work_id = 'elsewhere'`);
    // Tried again with the next start, as it is with the next day and with the next fact.
    await made('supervise');
    expect(await waits.count(null)).toBe(0);
    expect(await database.query(`select kind from deadlines.task where perpetrator_id = $1 and kind = 'supervise'`, [stuck])).toHaveLength(
      1,
    );
  });

  it('are tried again, and nobody is set aside, when the database went away meanwhile', async () => {
    const work = new SettleWork(database, new At(today));
    await work.settled();
    await record(allegedAgainst());
    const holder = database.createQueryRunner();
    await holder.startTransaction();
    await holder.query('lock table deadlines.task in access exclusive mode');
    const settling = work.settled().then(
      () => 'settled',
      () => 'failed',
    );
    /** Ends the connection that waits to write the rows, as a server does that shuts down. Null: none waits any more. */
    const shutDown = async (): Promise<string | null> => {
      for (;;) {
        const ended: unknown[] = await database.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like 'delete from deadlines.task where work_id%'`,
        );
        if (ended.length > 0) return null;
        const over = await Promise.race([settling, new Promise<null>((resolve) => setTimeout(() => resolve(null), 10))]);
        if (over !== null) return over;
      }
    };
    await shutDown();
    expect(await shutDown()).toBe('failed');
    await holder.rollbackTransaction();
    await holder.release();
    expect(await new SetAside(database).count(null)).toBe(0);
    await work.settled();
    expect(await made('supervise')).toHaveLength(1);
  });

  it('of detention follow one another by the minute', async () => {
    await database.query(
      `insert into people.perpetrator_record (id, force, restricted, readers, recorded_at, doc, search_names, identifiers, nominals, subjects)
       values ($1, '46', false, '{}', now(), '{}', '', '{}', '{}', '{}')`,
      [own().perpetratorId],
    );
    await record(allegedAgainst());
    await record(arrested('2026-06-15T09:00:00.000Z'));
    const officer = viewer({ userId: 'u-1', role: 'officer', force: '46', name: 'Officer' });
    const handler = new GetWorkHandler(database, new SettleWork(database, new At(today)));
    const filter = { kinds: ['custody' as const], owner: null, team: null, from: null, to: null };
    const read = async (now: Instant) => {
      const parts = await Promise.all(
        (['today', 'week', 'overdue'] as const).map((part) => handler.execute(new GetWork(officer, filter, part, now, 10))),
      );
      return parts.flatMap(({ items }) => items).map(({ dueAt, state, words }) => [dueAt, state, words.includes('limit has passed')]);
    };
    const [first, second] = ['2026-06-16T09:00:00.000Z', '2026-06-16T21:00:00.000Z'];
    expect(await read('2026-06-16T09:00:00.000Z')).toEqual([[first, 'due', false]]);
    expect(await read('2026-06-16T09:00:01.000Z')).toEqual([[first, 'overdue', true]]);
    expect(await read('2026-06-21T09:00:00.000Z')).toEqual([[first, 'overdue', true]]);
    const feed = new FeedEntries(database, new SettleWork(database, new At(today)));
    expect((await feed.for(officer, today)).filter(({ summary }) => summary.includes('etention')).map(({ at }) => at)).toEqual([first]);
    await record({
      type: 'DetentionExtended',
      data: { ...ofBreach, extensionId: 'x-1', by: 'superintendent', at: '2026-06-16T08:00:00.000Z', until: second },
    });
    expect(await read('2026-06-16T09:00:01.000Z')).toEqual([[second, 'due', false]]);
    expect(await read('2026-06-16T21:00:01.000Z')).toEqual([[second, 'overdue', true]]);
    expect((await feed.for(officer, today)).filter(({ summary }) => summary.includes('etention')).map(({ at }) => at)).toEqual([second]);
  });

  it('of what comes round are laid out again as the days go by, though nothing is recorded', async () => {
    await record(signingOn('tue,fri', { made: day('2026-06-08'), end: { is: 'fixed', lastDay: '2028-06-07' } }));
    const now = await made('requirement');
    expect(now.length).toBeLessThan(20);
    const later = await made('requirement', addDays(today, 14));
    expect(later.at(-1)?.due.localeCompare(now.at(-1)?.due ?? '')).toBe(1);
    expect((await made('requirement', '2028-05-31')).at(-1)?.due).toBe('2028-06-06');
  });
});
