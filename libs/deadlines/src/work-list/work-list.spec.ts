import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Viewer, viewer } from '#access';
import { type BreachFact, breaches } from '#breaches';
import { addDays, type LocalDate } from '#calendar';
import { migrated } from '#database/module';
import { type Act, type Fact, personal, type Recorded, type StreamType, subjectsIn } from '#event-sourcing';
import { MasterKey, MemoryEventStore, MemoryKeyring, Sealer, Streams, StreamTypes } from '#event-store';
import { eventStoreTables, Projector } from '#event-store/module';
import { type ApplicationFact, applications, type OrderFact, orders } from '#orders';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { createDatabase } from '../../../../tests/support/postgres.js';
import { People1700000000400 } from '../../../people/src/1700000000400-people.migration.js';
import { Deadlines1700000000900 } from '../1700000000900-deadlines.migration.js';
import { breachReported, confirmed, court, day, determined, filed, noon, ofOrder, orderMade, served } from '../domain/example-facts.js';
import { DueWorkRow } from './due-work.entity.js';
import { type DueWork, dueWork } from './due-work.js';
import { GetWork, GetWorkHandler, type PersonWork } from './work-list.query.js';
import { daysLeftWords, daysOf, readWorkFilter, type Section, SECTIONS, worthShowing } from './work-list.js';

jest.setTimeout(60_000);

const officer = viewer({ userId: 'u-officer', role: 'officer', force: '46', name: 'Officer' });
const named = viewer({ userId: 'u-named', role: 'officer', force: '46', name: 'Named reader' });
const today: LocalDate = '2026-11-21';

interface Written {
  readonly category: string;
  readonly id: string;
  readonly on: LocalDate;
  readonly facts: readonly Fact[];
}

/** One perpetrator's order, what was done about it, and perhaps an incident, as they were recorded over time. */
const story = fc
  .record({
    force: fc.constantFrom('46', '42'),
    madeOn: fc.nat(300).map((days) => addDays('2026-02-01', days)),
    lasts: fc.option(fc.integer({ min: 20, max: 500 })),
    interim: fc.boolean(),
    servedAfter: fc.option(fc.nat(10)),
    notified: fc.boolean(),
    onRecord: fc.boolean(),
    dischargedAfter: fc.option(fc.nat(100), { freq: 1 }),
    breachedAfter: fc.option(fc.nat(60), { freq: 1 }),
    arrested: fc.boolean(),
    told: fc.boolean(),
  })
  .map((made) => (nth: number): Written[] => {
    const { madeOn } = made;
    const of = { orderId: `o-${nth}`, perpetratorId: `p-${nth}`, force: made.force };
    const ofBreach = { breachId: `b-${nth}`, perpetratorId: `p-${nth}`, force: made.force };
    const end =
      made.lasts === null ? ({ is: 'until-further-order' } as const) : ({ is: 'fixed', lastDay: addDays(madeOn, made.lasts) } as const);
    const later = (days: number) => addDays(madeOn, days);
    const order: [LocalDate, OrderFact][] = [
      [madeOn, orderMade({ ...of, made: day(madeOn), end, kind: made.interim ? 'interim-spo' : 'spo' })],
    ];
    if (made.servedAfter !== null) order.push([later(made.servedAfter), served(later(made.servedAfter), of)]);
    if (made.notified && made.servedAfter !== null) {
      const on = later(made.servedAfter);
      order.push([
        on,
        { type: 'NotificationGiven', data: { ...of, notificationId: 'g-1', about: 'initial', at: day(on), inAdvance: false } },
      ]);
    }
    if (made.onRecord)
      order.push([
        later(1),
        { ...confirmed('created', later(1)), data: { ...of, confirmationId: 'n-1', state: 'created', on: later(1) } } as OrderFact,
      ]);
    if (made.dischargedAfter !== null) {
      const on = later(made.dischargedAfter);
      order.push([on, { type: 'OrderDischarged', data: { ...of, court, at: day(on), onApplicationOf: 'respondent' } }]);
    }
    const breach: [LocalDate, BreachFact][] = [];
    if (made.breachedAfter !== null) {
      const on = later(made.breachedAfter);
      breach.push([
        on,
        breachReported({
          ...ofBreach,
          occurred: { on, until: on, at: null },
          reportedAt: noon(on),
          awarenessToShow: made.servedAfter === null,
        }),
      ]);
      if (made.arrested) breach.push([on, { type: 'ArrestMade', data: { ...ofBreach, at: noon(on) } }]);
      if (made.told)
        breach.push([
          on,
          { type: 'VictimTold', data: { ...ofBreach, updateId: 'u-1', protectedPersonId: 'v-1', at: noon(on), of: 'arrest' } },
        ]);
    }
    const application: [LocalDate, ApplicationFact][] = [
      [addDays(madeOn, -20), filed()],
      [later(30), determined(later(30), 'refused')],
    ].map(([on, fact]) => {
      const { data, ...rest } = fact as ApplicationFact;
      return [
        on as LocalDate,
        { ...rest, data: { ...data, perpetratorId: `p-${nth}`, force: made.force, applicationId: `a-${nth}` } } as ApplicationFact,
      ];
    });
    const write =
      (category: string, id: string) =>
      ([on, fact]: [LocalDate, Fact]) => ({ category, id, on, facts: [fact] });
    return [
      ...application.map(write('application', `a-${nth}`)),
      ...order.map(write('order', of.orderId)),
      ...breach.map(write('breach', ofBreach.breachId)),
    ];
  });

const COUNT = 160;
const written: readonly Written[] = fc
  .sample(fc.array(story, { minLength: COUNT, maxLength: COUNT }), { seed: 20261121, numRuns: 1 })[0]!
  .flatMap((make, nth) => make(nth))
  .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/** The rows as a fold of the facts one by one. */
const folded = new Map<string, DueWork>();
for (const { category, id, on, facts } of written) {
  for (const fact of facts) {
    const envelope = { by: 'u-1', force: '46', recordedAt: noon(on), commandId: 'c', digest: '', correlationId: 'r' };
    const event: Recorded = { id: 'e', stream: `${category}-${id}`, revision: 0n, position: '0', schemaVersion: 1, fact, envelope };
    for (const row of dueWork.rows(event)) folded.set(row, dueWork.evolve(folded.get(row) ?? null, event, row)!);
  }
}

describe('the filter of the work list', () => {
  it('is the viewer’s own force unless another or all are asked for', () => {
    expect(readWorkFilter({}, '46')).toEqual({ force: '46', section: null });
    expect(readWorkFilter({ force: 'all', when: 'week' }, '46')).toEqual({ force: null, section: 'week' });
    expect(readWorkFilter({ force: '42', when: 'sometime' }, '46')).toEqual({ force: '42', section: null });
    expect(readWorkFilter({ force: ['42'] }, '46')).toEqual({ force: '46', section: null });
  });

  it('says how many days are left in words', () => {
    expect([-2, -1, 0, 1, 5].map(daysLeftWords)).toEqual(['2 days overdue', '1 day overdue', 'due today', '1 day left', '5 days left']);
  });
});

describe('the row of the work list', () => {
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
    const asked = (row: DueWork) => worthShowing(row.doc, '2026-06-09').filter(({ what }) => what === 'show-awareness').length;
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
  let close: () => Promise<void>;

  beforeAll(async () => {
    const test = await createDatabase();
    const migrations = [...eventStoreTables.migrations, People1700000000400, Deadlines1700000000900];
    database = await migrated({ url: test.url, entities: [DueWorkRow], migrations });
    await database.query(
      `insert into people.perpetrator_record (id, force, restricted, readers, recorded_at, doc, search_names, identifiers, nominals, subjects)
       select 'p-' || n, '46', n = 7, case when n = 7 then array['u-named'] else '{}' end, now(),
         jsonb_build_object('identity', jsonb_build_object('value', jsonb_build_object('name', jsonb_build_object('family', 'Placeholder' || n, 'given', 'Barnaby')))),
         '', '{}', '{}', '{}' from generate_series(0, ${COUNT - 1}) n`,
    );
    const store = new MemoryEventStore();
    const sealer = new Sealer(new MemoryKeyring(), MasterKey.parse(Buffer.alloc(32, 5).toString('base64')));
    const streams = new Streams(store, sealer);
    const types = [applications, orders, breaches] as unknown as StreamType<unknown, Fact>[];
    projector = new Projector({ database, store, sealer, types: new StreamTypes(types), projections: [dueWork] });
    let position: string | null = null;
    for (const [nth, { category, id, on, facts }] of written.entries()) {
      const act: Act = { by: 'u-1', force: '46', at: noon(on), commandId: `c-${nth}`, digest: '', correlationId: 'r' };
      const type = types.find((one) => one.category === category)!;
      ({ position } = await streams.transact(type, id, act, () => facts));
    }
    await projector.start();
    if (!(await projector.waitFor(position ?? '', 20_000))) throw new Error('The projection did not get there');
    close = async () => {
      await projector.stop();
      await database.destroy();
      await test.drop();
    };
  });
  afterAll(() => close());

  const rows = (): Promise<DueWork[]> =>
    database.query(`select id, perpetrator_id as "perpetratorId", force, next_due::text as "nextDue", doc from deadlines.work order by id`);

  /** Every page of a section, seven people at a time. */
  async function listed(who: Viewer, force: string | null, section: Section): Promise<PersonWork[]> {
    const people: PersonWork[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<GetWorkHandler['execute']>> = await new GetWorkHandler(database).execute(
        new GetWork(who, force, section, today, 7, after),
      );
      people.push(...page.items);
      after = page.next;
    } while (after !== null);
    return people;
  }

  function expected(force: string | null, section: Section, mayKnow: (row: DueWork) => boolean): object[] {
    const { first, last } = daysOf(section, today);
    return [...folded.values()]
      .filter(
        (row) =>
          mayKnow(row) && (force === null || row.force === force) && row.nextDue !== null && row.nextDue >= first && row.nextDue <= last,
      )
      .sort((a, b) => ((a.nextDue ?? '') + a.id < (b.nextDue ?? '') + b.id ? -1 : 1))
      .map(({ perpetratorId, force: of, doc }) => ({ perpetratorId, force: of, due: worthShowing(doc, today) }))
      .filter(({ due }) => due.length > 0);
  }

  it('rests on rows that are the facts folded one by one, before and after they are rebuilt, and hold nobody’s words', async () => {
    const live = await rows();
    expect(live).toEqual([...folded.values()].sort((a, b) => (a.id < b.id ? -1 : 1)));
    expect(subjectsIn(live)).toEqual([]);
    await projector.rebuild('due-work');
    expect(await rows()).toEqual(live);
  });

  it('shows each section in the order of its days, for one force and for all, without who is restricted', async () => {
    for (const section of SECTIONS) {
      for (const force of ['46', '42', null]) {
        const list = (await listed(officer, force, section)).map(({ name: _name, ...person }) => person);
        expect([section, force, list]).toEqual([section, force, expected(force, section, (row) => row.perpetratorId !== 'p-7')]);
      }
    }
    expect(expected(null, 'overdue', () => true).length).toBeGreaterThan(5);
    expect(expected(null, 'later', () => true).length).toBeGreaterThan(2);
  });

  it('shows a restricted person to the named reader, and names people', async () => {
    const all = (await Promise.all(SECTIONS.map((section) => listed(named, null, section)))).flat();
    expect(all.find(({ perpetratorId }) => perpetratorId === 'p-7')?.name).toEqual({ family: 'Placeholder7', given: 'Barnaby' });
  });

  it('is read along an index, so that a page costs the same however much is recorded', async () => {
    await database.query(
      `insert into deadlines.work (id, perpetrator_id, force, next_due, doc)
       select 'q-' || n, 'p-' || n % ${COUNT}, '46', case when n % 3 = 0 then null else date '2026-11-22' + n % 2000 end, '{"orders":{},"applications":{},"breaches":{}}'
       from generate_series(1, 20000) n`,
    );
    await database.query('analyze deadlines.work');
    const plan: { 'QUERY PLAN': string }[] = await database.query(
      `explain select w.id from deadlines.work w where w.next_due between '2026-11-21' and '2026-11-28' and w.force = '46' order by w.next_due, w.id limit 26`,
    );
    const words = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(words).toContain('work_of_force_next');
    expect(words).not.toContain('Seq Scan');
    expect(words).not.toContain('Sort');
  });
});
