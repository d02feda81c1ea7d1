import { describe, expect, it } from '@jest/globals';
import { made, order, orderMade } from '../domain/example-orders.js';
import { arrested, breachReported, charged, given, of, victim } from '../domain/example-facts.js';
import type { BreachFact, VictimUpdateAbout } from '../domain/events.js';
import { tellingOf } from '../domain/telling.js';
import type { OrderToTellOf } from './order-contacts.query.js';
import { type Concerning, toldOf, toTell } from './told.js';

const told = (about: VictimUpdateAbout, at: string, protectedPersonId = victim): BreachFact => ({
  type: 'VictimTold',
  data: { ...of, updateId: `u-${about}`, protectedPersonId, at, of: about },
});
const enhanced = () => 'enhanced' as const;
const about = ({ subject }: { subject: { is: 'breach'; about: string } | { is: 'order'; news: string } }) =>
  subject.is === 'breach' ? subject.about : subject.news;
const both = (now: string, concerning: Concerning) => [
  toTell(victim, concerning, enhanced, now).map((one) => [about(one), one.late]),
  toldOf(victim, concerning, enhanced).map((one) => [about(one), one.at, one.late]),
];
const row = (...facts: readonly BreachFact[]) => ({ doc: given(...facts), allegedAt: null });
const lines = (now: string, ...facts: readonly BreachFact[]) => both(now, { breaches: [row(...facts)], orders: [] });
const state = order(orderMade('o-1'));
const orderToTellOf = (tellings: OrderToTellOf['tellings'] = []): OrderToTellOf => {
  if (state.is === 'unmade') throw new Error('Not made');
  return { order: state, received: { made: '2026-05-15' }, tellings };
};

describe('what a protected person was told', () => {
  it('stands beside what they are still to be told, and says what is late', () => {
    const arrest = told('arrest', '2026-06-09T09:00:00.000Z');
    expect(lines('2026-07-30T10:00:00.000Z', breachReported(), arrested, charged, arrest)).toEqual([
      [['charge', true]],
      [['arrest', '2026-06-09T09:00:00.000Z', false]],
    ]);
    expect(lines('2026-06-20T10:00:00.000Z', breachReported(), arrested, told('arrest', '2026-06-19T09:00:00.000Z'))).toEqual([
      [],
      [['arrest', '2026-06-19T09:00:00.000Z', true]],
    ]);
  });

  it('keeps what was said of the report before the first step', () => {
    const said = told('report-decision', '2026-06-08T19:00:00.000Z');
    expect(lines('2026-06-09T08:00:00.000Z', breachReported(), said, arrested)).toEqual([
      [['arrest', false]],
      [['report-decision', '2026-06-08T19:00:00.000Z', false]],
    ]);
  });

  it('is of that person only', () => {
    const other = told('arrest', '2026-06-09T09:00:00.000Z', 'v-2');
    const reported = breachReported({ protectedPersonIds: [victim, 'v-2'] });
    expect(lines('2026-06-09T10:00:00.000Z', reported, arrested, other)).toEqual([[['arrest', false]], []]);
  });

  it('a decision that they are not told stops the clock and stands with its reason', () => {
    const withheld: BreachFact = {
      type: 'VictimNotTold',
      data: {
        ...{ ...of, updateId: 'u-1', protectedPersonId: victim, at: '2026-06-09T09:00:00.000Z', of: 'arrest' },
        ...{ role: 'victim-liaison', decision: 'do-not-tell', because: 'standing-wish' },
      },
    };
    const concerning = { breaches: [row(breachReported(), arrested, withheld)], orders: [] };
    expect(toTell(victim, concerning, enhanced, '2026-06-30T10:00:00.000Z')).toEqual([]);
    expect(toldOf(victim, concerning, enhanced)).toMatchObject([{ decision: 'do-not-tell', because: 'standing-wish', late: false }]);
  });

  it('covers the orders that protect them, from the day they were received', () => {
    const [telling] = [
      tellingOf({
        type: 'OrderNewsTold',
        data: {
          ...{ tellingId: 't-1', protectedPersonId: victim, perpetratorId: 'p-1', force: '46', orderId: 'o-1', newsId: 'made' },
          ...{ news: 'made', at: '2026-05-20T09:00:00.000Z', role: 'witness-care', channel: 'email' },
        },
      }),
    ];
    const recorded = { ...telling, recordedAt: '2026-05-20T09:05:00.000Z', recordedBy: '42' };
    expect(made.on).toBe('2026-05-14');
    expect(both('2026-05-18T22:00:00.000Z', { breaches: [], orders: [orderToTellOf()] })).toEqual([[['made', false]], []]);
    expect(both('2026-05-18T23:00:00.000Z', { breaches: [], orders: [orderToTellOf()] })).toEqual([[['made', true]], []]);
    expect(both('2026-05-21T10:00:00.000Z', { breaches: [], orders: [orderToTellOf([recorded])] })).toEqual([
      [],
      [['made', '2026-05-20T09:00:00.000Z', true]],
    ]);
  });
});
