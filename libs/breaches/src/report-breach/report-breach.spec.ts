import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Alleging } from '../domain/alleging.js';
import { given, now, of, outcome, reportedAt, sentAt, victim } from '../domain/example-facts.js';
import { made, notified, order, orderMade, orderQuashed, orderServed, orderVaried, version } from '../domain/example-orders.js';
import type { BreachFact, Occurred } from '../domain/events.js';
import { occurredAt } from '../domain/occurred.js';
import { addDays } from '#calendar';
import { passed, someTimeOn, type OrderFact, type OrderState } from '#orders';
import { reportBreach, type ReportBreachDetails } from './report-breach.js';

const condition = (orderId = 'o-1', conditionId = 'c-1', versionId = 'c-1-1'): Alleging => ({
  allegationId: `a-${orderId}-${versionId}`,
  orderId,
  breached: { is: 'condition', conditionId, versionId },
});
const incident: ReportBreachDetails['incident'] = {
  ...of,
  occurred: occurredAt(sentAt),
  reportedAt,
  channel: 'phone-101',
  reporter: 'protected-person',
  kinds: ['message'],
  protectedPersonIds: [victim],
  account: 'A text message',
  place: null,
};
interface Case {
  readonly occurred?: Occurred;
  readonly reportedAt?: string;
  readonly alleging?: readonly Alleging[];
  readonly samePerson?: readonly string[];
  readonly recordIsWrong?: boolean;
  readonly evenSo?: readonly string[];
  readonly orders?: readonly OrderState[];
  readonly born?: string;
}
const served = [orderMade('o-1'), orderServed('o-1', made)] as const;
const when = (over: Case = {}, facts: readonly BreachFact[] = []) =>
  outcome(() =>
    reportBreach(
      given(...facts),
      over.orders ?? [order(...served)],
      {
        incident: { ...incident, occurred: over.occurred ?? incident.occurred, reportedAt: over.reportedAt ?? reportedAt },
        alleging: over.alleging ?? [condition()],
        samePerson: over.samePerson ?? [],
        recordIsWrong: over.recordIsWrong ?? false,
        evenSo: over.evenSo ?? [],
        reasonableExcuse: 'none-offered',
        excuse: null,
        born: over.born ?? null,
      },
      now,
    ),
  );
const reportedIn = (facts: readonly BreachFact[] | string) => {
  if (typeof facts === 'string') throw new Error(`refused: ${facts}`);
  const [fact] = facts;
  if (fact?.type !== 'BreachReported') throw new Error('Not a report');
  return fact;
};

describe('reporting a breach', () => {
  it('refuses a day before the person was born', () => {
    const { on } = incident.occurred;
    expect([when({ born: '2026-12-01' }), typeof when({ born: on })]).toEqual(['before-birth', 'object']);
  });

  it('pins the wording then in force and fills in the offence', () => {
    const fact = reportedIn(when());
    expect(fact.data).toMatchObject({ ...of, awarenessToShow: false, occurred: incident.occurred, reportedAt });
    expect(fact.data.allegations).toEqual([
      { allegationId: 'a-o-1-c-1-1', orderId: 'o-1', conditionId: 'c-1', conditionVersionId: 'c-1-1', offenceCode: 'ST19001' },
    ]);
    expect(fact.personal).toEqual({ account: { about: ['p-1', victim], value: 'A text message' } });
    expect(JSON.stringify(fact.data)).not.toContain('A text message');
  });

  it('alleges an order that protects none of the people it was done to only once that is confirmed of it', () => {
    const others = order(orderMade('o-2', { protectedPersonIds: ['v-9'], conditions: [version('r-1', 'r-1-1')] }));
    const both = { orders: [order(...served), others], alleging: [condition('o-1'), condition('o-2', 'r-1', 'r-1-1')] };
    expect(when(both)).toBe('protects-none-named');
    expect(when({ ...both, evenSo: ['o-1'] })).toBe('protects-none-named');
    expect(reportedIn(when({ ...both, evenSo: ['o-2'] })).data.allegations).toHaveLength(2);
  });

  it('accepts a breach before service and asks for what shows that he knew', () => {
    const unserved = order(
      orderMade('o-1', { kind: 'interim-spo', made: { on: '2026-06-08', at: '2026-06-08T10:40:00.000Z' } }),
      orderServed('o-1', someTimeOn('2026-06-09')),
    );
    expect(reportedIn(when({ orders: [unserved] })).data).toMatchObject({ awarenessToShow: true });
    const inCourt = order(orderMade('o-1', { respondentPresent: true }));
    expect(reportedIn(when({ orders: [inCourt] })).data).toMatchObject({ awarenessToShow: false });
  });

  it('alleges one visit against several orders, each with its own offence', () => {
    const spo = order(
      orderMade('o-1', { conditions: [version('c-1', 'c-1-1'), version('c-2', 'c-2-1', { code: 'AP-DIST' })] }),
      orderServed('o-1', made),
    );
    const restraining = order(
      orderMade('o-2', {
        kind: 'restraining-conviction',
        conditions: [version('r-1', 'r-1-1')],
        respondentPresent: true,
        end: { is: 'until-further-order' },
      }),
    );
    const both = when({ orders: [spo, restraining], alleging: [condition('o-1'), condition('o-2', 'r-1', 'r-1-1')] });
    expect(reportedIn(both).data.allegations.map(({ orderId, offenceCode }) => [orderId, offenceCode])).toEqual([
      ['o-1', 'ST19001'],
      ['o-2', 'SE20002'],
    ]);
    const unserved = order(orderMade('o-1', { conditions: [version('c-1', 'c-1-1')] }));
    expect(
      reportedIn(when({ orders: [unserved, restraining], alleging: [condition('o-1'), condition('o-2', 'r-1', 'r-1-1')] })).data
        .awarenessToShow,
    ).toBe(false);
  });

  it('alleges an offence against the duty to notify without a condition', () => {
    const told: Alleging = { allegationId: 'a-1', orderId: 'o-1', breached: { is: 'notification', offenceCode: 'ST19004' } };
    expect(reportedIn(when({ alleging: [told] })).data.allegations).toEqual([
      { allegationId: 'a-1', orderId: 'o-1', conditionId: null, conditionVersionId: null, offenceCode: 'ST19004' },
    ]);
    expect(when({ alleging: [{ ...told, breached: { is: 'notification', offenceCode: 'ST19001' } }] })).toBe('no-duty-to-notify');
    expect(when({ alleging: [told], orders: [order(orderMade('o-1', { kind: 'restraining-conviction' }))] })).toBe('no-duty-to-notify');
    expect(
      when({ alleging: [told], orders: [order(orderMade('o-1'))], occurred: { on: '2026-05-13', until: '2026-05-13', at: null } }),
    ).toBe('not-in-force');
  });

  it('refuses a failure to notify of which the record shows that there was none, unless the record is said to be wrong: then flags it', () => {
    const first: Alleging = { allegationId: 'a-1', orderId: 'o-1', breached: { is: 'notification', offenceCode: 'ST19002' } };
    const may15 = { occurred: { on: '2026-05-15', until: '2026-05-15', at: null }, alleging: [first] };
    const june8 = { alleging: [first] };
    const inTime = [order(...served, notified('initial', '2026-05-15'))];
    const interim = order(orderMade('o-0', { kind: 'interim-spo' }), orderServed('o-0', made), notified('initial', '2026-05-15', 'o-0'));
    const full = order(orderMade('o-1', { replaces: 'o-0' }), orderServed('o-1', made));
    const met: readonly Case[] = [
      { ...june8, orders: [...inTime] },
      { ...may15, orders: [order(...served)] },
      { ...june8, orders: [order(orderMade('o-1'))] },
      { ...june8, orders: [full, interim] },
    ];
    for (const one of met) {
      expect(when(one)).toBe('duty-was-met');
      const facts = when({ ...one, recordIsWrong: true });
      expect(reportedIn(facts).data.allegations).toMatchObject([{ offenceCode: 'ST19002' }]);
      expect(facts.slice(1)).toEqual([
        { type: 'ReviewFlagged', data: { ...of, flagId: 'a-1', because: 'against-the-record', orderId: 'o-1', at: now } },
      ]);
    }
    expect(when({ ...june8, recordIsWrong: true })).toHaveLength(1);
    const never = order(orderMade('o-0', { kind: 'interim-spo' }), orderServed('o-0', made));
    expect(when({ ...june8, orders: [full, never] })).toHaveLength(1);
    const refused: Alleging = { ...first, breached: { is: 'notification', offenceCode: 'ST19005' } };
    expect(when({ alleging: [refused], orders: [...inTime] })).toHaveLength(1);
  });

  it('refuses an order that was not in force then', () => {
    const quashed = order(...served, orderQuashed('o-1', someTimeOn('2026-06-01')));
    expect(when({ orders: [quashed] })).toBe('not-in-force');
    expect(when({ occurred: occurredAt('2026-05-14T08:59:59.999Z') })).toBe('not-in-force');
    expect(when({ orders: [order(...served, orderQuashed('o-1', someTimeOn('2026-09-14')))] })).not.toBe('not-in-force');
  });

  it('refuses words that came later or were replaced before, and asks for the time on the day', () => {
    const variation = orderVaried('o-1', { on: '2026-07-03', at: '2026-07-03T13:00:00.000Z' }, [
      { change: 'reworded', version: version('c-1', 'c-1-2') },
    ]);
    const orders = [order(...served, variation)];
    const newer = [condition('o-1', 'c-1', 'c-1-2')];
    expect(when({ orders, alleging: newer, occurred: occurredAt('2026-07-03T10:00:00.000Z'), reportedAt: now })).toBe('wording-came-later');
    expect(
      reportedIn(when({ orders, alleging: newer, occurred: occurredAt('2026-07-03T14:00:00.000Z'), reportedAt: now })).data.awarenessToShow,
    ).toBe(true);
    expect(when({ orders, occurred: occurredAt('2026-07-03T14:00:00.000Z'), reportedAt: now })).toBe('wording-was-replaced');
    expect(when({ orders, occurred: { on: '2026-07-03', until: '2026-07-03', at: null }, reportedAt: now })).toBe('time-needed');
    expect(when({ orders, occurred: { on: '2026-07-01', until: '2026-07-09', at: null }, reportedAt: now })).toBe('day-needed');
    expect(reportedIn(when({ orders, reportedAt: '2026-08-20T09:00:00.000Z' })).data.allegations[0]?.conditionVersionId).toBe('c-1-1');
  });

  it('pins the wording that was chosen where nobody recorded the hour of a variation on that day, and flags it', () => {
    const variation = orderVaried('o-1', someTimeOn('2026-07-03'), [{ change: 'reworded', version: version('c-1', 'c-1-2') }]);
    const orders = [order(...served, variation)];
    const occurred = occurredAt('2026-07-03T10:00:00.000Z');
    for (const versionId of ['c-1-1', 'c-1-2']) {
      const facts = when({ orders, alleging: [condition('o-1', 'c-1', versionId)], occurred, reportedAt: now });
      expect(reportedIn(facts).data.allegations[0]?.conditionVersionId).toBe(versionId);
      expect(facts.slice(1)).toEqual([
        { type: 'ReviewFlagged', data: { ...of, flagId: `a-o-1-${versionId}`, because: 'wording-uncertain', orderId: 'o-1', at: now } },
      ]);
    }
    const both = [condition('o-1', 'c-1', 'c-1-1'), condition('o-1', 'c-1', 'c-1-2')];
    expect(when({ orders, alleging: both, occurred, reportedAt: now })).toBe('two-wordings');
    const later = [
      order(...served, variation, orderVaried('o-1', someTimeOn('2026-07-09'), [{ change: 'reworded', version: version('c-1', 'c-1-3') }])),
    ];
    expect(when({ orders: later, alleging: [condition('o-1', 'c-1', 'c-1-3')], occurred, reportedAt: now })).toBe('wording-came-later');
  });

  it('pins the wording that was chosen where nobody can say when within those days it happened, and flags it', () => {
    const variation = orderVaried('o-1', someTimeOn('2026-07-03'), [{ change: 'reworded', version: version('c-1', 'c-1-2') }]);
    const orders = [order(...served, variation)];
    const occurred: Occurred = { on: '2026-07-01', until: '2026-07-09', at: null, narrowest: true };
    for (const versionId of ['c-1-1', 'c-1-2']) {
      const facts = when({ orders, alleging: [condition('o-1', 'c-1', versionId)], occurred, reportedAt: now });
      expect(reportedIn(facts).data).toMatchObject({ occurred, allegations: [{ conditionVersionId: versionId }] });
      expect(facts.slice(1)).toMatchObject([{ type: 'ReviewFlagged', data: { because: 'wording-uncertain' } }]);
    }
    const before: Occurred = { ...occurred, until: '2026-07-02' };
    const newer = [condition('o-1', 'c-1', 'c-1-2')];
    expect(when({ orders, alleging: newer, occurred: before, reportedAt: now })).toBe('wording-came-later');
    expect(when({ orders, occurred: before, reportedAt: now })).toHaveLength(1);
  });

  it('refuses what is not an order or a condition of this person', () => {
    expect(when({ alleging: [condition('o-9')] })).toBe('order-not-known');
    expect(when({ alleging: [condition('o-1', 'c-9', 'c-9-1')] })).toBe('condition-not-known');
    const linked = [order(orderMade('o-1', { perpetratorId: 'p-2', respondentPresent: true }))];
    expect(when({ orders: linked })).toBe('order-not-known');
    expect(reportedIn(when({ orders: linked, samePerson: ['p-2'] })).data.perpetratorId).toBe('p-1');
  });

  it('refuses nothing alleged, the same twice, a second report under one id, and impossible times', () => {
    expect(when({ alleging: [] })).toBe('nothing-alleged');
    expect(when({ alleging: [condition(), { ...condition(), allegationId: 'a-2' }] })).toBe('alleged-twice');
    expect(when({}, [reportedIn(when())])).toBe('reported-already');
    expect(when({ reportedAt: '2026-06-08T17:00:00.000Z' })).toBe('reported-before-it-happened');
  });
});

describe('for any history of one condition', () => {
  /** Variations of one condition on some days, some at an hour, and any time at which something happened. */
  const history = fc.array(
    fc.record({
      after: fc.integer({ min: 0, max: 40 }),
      hour: fc.option(fc.integer({ min: 0, max: 22 }), { nil: null }),
      removed: fc.boolean(),
    }),
    { maxLength: 6 },
  );
  const happened = fc.record({
    after: fc.integer({ min: -3, max: 45 }),
    days: fc.integer({ min: 0, max: 3 }),
    hour: fc.option(fc.integer({ min: 0, max: 22 }), { nil: null }),
    narrowest: fc.boolean(),
  });
  const moment = (after: number, hour: number | null) => {
    const on = addDays(made.on, after);
    return { on, at: hour === null ? null : `${on}T${String(hour).padStart(2, '0')}:30:00.000Z` };
  };
  const variation = ({ after, hour, removed }: { after: number; hour: number | null; removed: boolean }, index: number): OrderFact =>
    orderVaried('o-1', moment(after, hour), [
      removed ? { change: 'removed', conditionId: 'c-1' } : { change: 'reworded', version: version('c-1', `c-1-${index + 2}`) },
    ]);

  it('an allegation never pins a wording that came later, and flags one that may have', () => {
    fc.assert(
      fc.property(history, happened, fc.integer({ min: 1, max: 7 }), (changes, { after, days, hour, narrowest }, nth) => {
        const order1 = order(...served, ...changes.map(variation));
        const { on, at } = moment(after, hour);
        const vague: Occurred = { on, until: addDays(on, days), at: null, ...(narrowest ? { narrowest } : {}) };
        const occurred: Occurred = at === null ? vague : occurredAt(at);
        const facts = when({ orders: [order1], alleging: [condition('o-1', 'c-1', `c-1-${nth}`)], occurred, reportedAt: now });
        if (typeof facts === 'string') return;
        const pinned = reportedIn(facts).data.allegations[0]!.conditionVersionId;
        const wording = order1.is === 'unmade' ? null : order1.conditions[0]!.versions.find(({ plain }) => plain.versionId === pinned)!;
        const [start, last] = [
          { on: occurred.on, at: occurred.at },
          { on: occurred.until, at: occurred.at },
        ];
        const { versions = [], removals = [] } = order1.is === 'unmade' ? {} : order1.conditions[0]!;
        const changedMeanwhile = [...versions.map(({ from }) => from), ...removals.map((removal) => removal.at)].some(
          (change) => passed(change, start) === 'unsure' || passed(change, start) !== passed(change, last),
        );
        expect(wording && passed(wording.from, last)).not.toBe('no');
        // Which of two changes of one day came first is not known where one has no hour.
        const isOrderKnown = wording?.from.at !== null;
        expect(isOrderKnown && wording?.until ? passed(wording.until, start) : 'no').not.toBe('yes');
        expect(facts.slice(1)).toMatchObject(changedMeanwhile ? [{ type: 'ReviewFlagged', data: { because: 'wording-uncertain' } }] : []);
        expect(occurred.until >= made.on).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
