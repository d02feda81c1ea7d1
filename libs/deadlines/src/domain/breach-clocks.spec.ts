import { describe, expect, it } from '@jest/globals';
import type { BreachFact } from '#breaches';
import type { OrderFact } from '#orders';
import { clocks } from './clocks.js';
import {
  breach,
  breachReported,
  charged,
  confirmed,
  crown,
  day,
  found,
  noon,
  ofBreach,
  ofOrder,
  standing,
  order,
  orderMade,
  served,
} from './example-facts.js';

const quashedFlag: BreachFact = {
  type: 'ReviewFlagged',
  data: { ...ofBreach, flagId: 'f-1', because: 'order-quashed', orderId: 'o-1', at: '2026-09-14T15:00:00.000Z' },
};

describe('an order set aside on appeal after a breach was charged', () => {
  const quashed: OrderFact = { type: 'OrderQuashed', data: { ...ofOrder, appealId: 'ap-1', court: crown, at: day('2026-09-14') } };
  const orders = [order(orderMade(), served('2026-03-03'), confirmed('created', '2026-03-04'), quashed)];
  const breaches = [breach(breachReported(), charged, quashedFlag)];

  it('leaves the national record to be cleared, the victim to be told and the prosecutor’s review', () => {
    expect(standing('2026-09-15', 'clear-national-record', { orders })).toEqual([['due', '2026-09-16']]);
    expect(found('2026-09-15', 'tell-victim', { breaches }).map(({ words, dueBy, state }) => [words, dueBy, state])).toEqual([
      ['Tell the victim of the charge', '2026-06-11', 'overdue'],
      ['Tell the victim of the change of the order', '2026-09-15', 'due'],
    ]);
    expect(found('2026-09-15', 'review-flag', { breaches }).map(({ words, dueBy }) => [words, dueBy])).toEqual([
      ['Review the breach and tell the prosecutor what changed', '2026-09-16'],
    ]);
  });

  it('is done with once each was done', () => {
    const reviewed: BreachFact = {
      type: 'FlagReviewed',
      data: { ...ofBreach, flagId: 'f-1', decision: 'refer-to-prosecutor' },
      personal: { note: { about: [], value: null } },
    };
    const told = (about: 'charge' | 'order-change', at: string): BreachFact => ({
      type: 'VictimTold',
      data: { ...ofBreach, updateId: at, protectedPersonId: 'v-1', at, of: about },
    });
    const done = {
      orders: [order(orderMade(), served('2026-03-03'), confirmed('created', '2026-03-04'), quashed, confirmed('removed', '2026-09-16'))],
      breaches: [
        breach(
          breachReported(),
          charged,
          { type: 'SupervisorReviewed', data: { ...ofBreach, at: '2026-06-10T12:00:00.000Z', decision: 'agreed' } },
          quashedFlag,
          reviewed,
          told('charge', '2026-06-10T11:00:00.000Z'),
          told('order-change', '2026-09-15T09:00:00.000Z'),
        ),
      ],
    };
    const open = clocks({ ...done, applications: [] }, noon('2026-09-17')).filter(({ state }) => state !== 'done');
    expect(open.map(({ what }) => what)).toEqual(['tell-of-order', 'tell-of-order', 'notify', 'tell-of-order']);
  });
});

describe('a breach that is told of late', () => {
  it('starts the victim’s clock with the arrest, not with what happened nor with the report', () => {
    const late = breachReported({ occurred: { on: '2026-08-31', until: '2026-08-31', at: null }, reportedAt: '2026-09-14T09:00:00.000Z' });
    const arrest: BreachFact = { type: 'ArrestMade', data: { ...ofBreach, at: '2026-11-03T10:00:00.000Z' } };
    expect(standing('2026-11-02', 'tell-victim', { breaches: [breach(late)] })).toEqual([]);
    expect(standing('2026-11-03', 'tell-victim', { breaches: [breach(late, arrest)] })).toEqual([['due', '2026-11-04']]);
  });

  it('has a last day for a charge only where the offence is tried by magistrates alone', () => {
    const allegations = [{ allegationId: 'al-1', orderId: 'o-1', conditionId: null, conditionVersionId: null, offenceCode: 'PH97006' }];
    const stalking = breachReported({ allegations });
    expect(standing('2026-06-09', 'charge', { breaches: [breach(stalking)] })).toEqual([['due', '2026-12-07']]);
    expect(standing('2026-06-11', 'charge', { breaches: [breach(stalking, charged)] })).toEqual([['done', '2026-12-07']]);
    const ranged = breachReported({ allegations, occurred: { on: '2026-06-02', until: '2026-06-08', at: null } });
    expect(standing('2026-06-09', 'charge', { breaches: [breach(ranged)] })).toEqual([['due', '2026-12-01']]);
    expect(standing('2026-06-09', 'charge', { breaches: [breach(breachReported())] })).toEqual([]);
  });
});

describe('a report that nobody has decided', () => {
  it('asks to tell the victim what happens next within a working day, as a rule of ours', () => {
    const next = (today: string, ...facts: BreachFact[]) =>
      found(today, 'tell-victim-next', { breaches: [breach(breachReported(), ...facts)] }).map(({ words, dueBy, state }) => [
        words,
        dueBy,
        state,
      ]);
    expect(next('2026-06-09')).toEqual([['Tell the victim what happens next', '2026-06-09', 'due']]);
    expect(next('2026-06-10')).toEqual([['Tell the victim what happens next', '2026-06-09', 'overdue']]);
    expect(next('2026-06-09', charged)).toEqual([]);
    expect(found('2026-06-09', 'tell-victim-next', { breaches: [breach(breachReported())] })[0]?.why).toContain('Our rule');
  });
});

describe('a full order in place of an interim that was never notified under', () => {
  it('asks the force solicitor, with no day that the law sets', () => {
    const interim = order(
      orderMade({ orderId: 'o-0', kind: 'interim-spo', made: day('2026-02-01'), end: { is: 'fixed', lastDay: '2026-05-01' } }),
    );
    const orders = [interim, order(orderMade({ replaces: 'o-0' }))];
    expect(
      found('2026-03-05', 'notify', { orders }).map(({ words, dueBy, state, about }) => [about.orderId, words, dueBy, state]),
    ).toContainEqual(['o-1', 'Ask the force solicitor whether a first notification is due now', null, 'waiting']);
  });
});
