import { describe, expect, it } from '@jest/globals';
import type { BreachFact, BreachState } from '#breaches';
import type { LocalDate } from '#calendar';
import type { ApplicationState, OrderFact, OrderState } from '#orders';
import { clocks, type Situation } from './clocks.js';
import {
  application,
  breach,
  breachReported,
  confirmed,
  court,
  crown,
  day,
  determined,
  filed,
  noon,
  ofBreach,
  ofOrder,
  order,
  orderMade,
  served,
} from './example-facts.js';
import type { Due, TaskKind } from './task.js';

type Some = {
  readonly orders?: readonly OrderState[];
  readonly applications?: readonly ApplicationState[];
  readonly breaches?: readonly BreachState[];
};

/** The tasks of one kind on a day, as [state, due by]. */
function on(today: LocalDate, what: TaskKind, { orders = [], applications = [], breaches = [] }: Some): [string, string | null][] {
  return found(today, what, { orders, applications, breaches }).map(({ state, dueBy }) => [state, dueBy]);
}

function found(today: LocalDate, what: TaskKind, situation: Situation | Some): Due[] {
  const { orders = [], applications = [], breaches = [] } = situation;
  return clocks({ orders, applications, breaches }, noon(today)).filter((due) => due.what === what);
}

const notified: OrderFact = {
  type: 'NotificationGiven',
  data: { ...ofOrder, notificationId: 'n-1', about: 'initial', at: day('2026-03-13'), inAdvance: false },
  personal: { station: { about: [], value: null }, officer: { about: [], value: null }, details: { about: [], value: null } },
};
const charged: BreachFact = {
  type: 'Charged',
  data: { ...ofBreach, at: '2026-06-10T10:00:00.000Z', offenceCodes: ['ST19001'], test: 'full-code' },
};
const quashedFlag: BreachFact = {
  type: 'ReviewFlagged',
  data: { ...ofBreach, flagId: 'f-1', because: 'order-quashed', orderId: 'o-1', at: '2026-09-14T15:00:00.000Z' },
};

describe('an interim order and the full order after it', () => {
  const interim = order(
    orderMade({ kind: 'interim-spo', made: day('2026-03-12'), end: { is: 'fixed', lastDay: '2026-06-11' } }),
    served('2026-03-12'),
    notified,
    { type: 'InterimOrderCeased', data: { ...ofOrder, applicationId: 'a-1', at: day('2026-05-14'), outcome: 'granted' } },
  );
  const ofFull = { ...ofOrder, orderId: 'o-2' };
  const full = order(
    orderMade({ ...ofFull, made: day('2026-05-14'), end: { is: 'fixed', lastDay: '2028-05-13' }, replaces: 'o-1' }),
    served('2026-05-14', ofFull),
    { type: 'DetailsChangeLearned', data: { ...ofFull, changeId: 'moved', of: 'address', on: '2026-06-01' } },
  );

  it('start one clock for the first notification between them; a change of address starts its own', () => {
    expect(on('2026-06-02', 'notify', { orders: [interim, full] })).toEqual([
      ['due', '2026-06-03'],
      ['done', '2026-03-14'],
    ]);
  });

  it('ask for the interim no more once the application is determined, whichever way', () => {
    const waiting = order(orderMade({ kind: 'interim-spo', end: { is: 'fixed', lastDay: '2026-06-11' } }));
    const states = (applications: readonly ApplicationState[]) =>
      found('2026-06-05', 'interim-ends', { orders: [waiting], applications }).map(({ state, urgent }) => [state, urgent]);
    expect(states([application(filed())])).toEqual([['due', true]]);
    expect(states([application(filed(), determined('2026-05-14', 'refused'))])).toEqual([['done', false]]);
    expect(found('2026-06-05', 'interim-ends', { orders: [interim] })).toEqual([]);
  });

  it('warn of the interim 14 days before its last day, more urgently 7 and 2 days before', () => {
    const waiting = order(orderMade({ kind: 'interim-spo', end: { is: 'fixed', lastDay: '2026-06-11' } }));
    const at = (today: LocalDate) =>
      found(today, 'interim-ends', { orders: [waiting] }).map(({ state, urgent, words }) => [state, urgent, words.split(': ')[1]]);
    expect(at('2026-05-27')).toEqual([['waiting', false, 'check that the application is determined by then']]);
    expect(at('2026-05-28')).toEqual([['due', false, 'check that the application is determined by then']]);
    expect(at('2026-06-04')).toEqual([['due', true, 'apply to renew it unless the application is determined by then']]);
    expect(at('2026-06-09')).toEqual([['due', true, 'renew it now or the protection lapses']]);
    expect(at('2026-06-12')).toEqual([]);
  });
});

describe('service', () => {
  const unserved = orderMade({ made: { on: '2026-06-08', at: '2026-06-08T10:40:00.000Z' }, withNotice: false });

  it('starts the first notification on its own day, not on the day of making or of the breach before it', () => {
    const text = breach(breachReported({ awarenessToShow: true }));
    expect(on('2026-06-08', 'notify', { orders: [order(unserved)], breaches: [text] })).toEqual([['waiting', null]]);
    expect(on('2026-06-09', 'notify', { orders: [order(unserved, served('2026-06-09'))], breaches: [text] })).toEqual([
      ['due', '2026-06-11'],
    ]);
    expect(on('2026-06-12', 'notify', { orders: [order(unserved, served('2026-06-09'))] })).toEqual([['overdue', '2026-06-11']]);
  });

  it('is due from the making, and is asked of each variation at which he was not in court', () => {
    const varied = (respondentPresent: boolean): OrderFact => ({
      type: 'OrderVaried',
      data: {
        ...ofOrder,
        variationId: 'var-1',
        court,
        effective: day('2026-07-03'),
        onApplicationOf: 'chief-officer',
        respondentPresent,
        changes: [],
        end: null,
      },
    });
    expect(on('2026-06-08', 'serve', { orders: [order(unserved)] })).toEqual([['due', '2026-06-11']]);
    expect(on('2026-07-03', 'serve', { orders: [order(unserved, served('2026-06-09'), varied(false))] })).toEqual([
      ['due', '2026-07-08'],
      ['done', '2026-06-11'],
    ]);
    expect(on('2026-07-03', 'serve', { orders: [order(unserved, varied(true))] })).toEqual([['overdue', '2026-06-11']]);
  });

  it('is not asked of a restraining order made in his presence', () => {
    const restraining = orderMade({ kind: 'restraining-conviction', respondentPresent: true, origin: 'conviction', applicationId: null });
    expect(on('2026-03-02', 'serve', { orders: [order(restraining)] })).toEqual([]);
  });

  it('before a breach must be shown or stood in for, until something shows that he knew or the incident is decided', () => {
    const text = breachReported({
      awarenessToShow: true,
      occurred: { on: '2026-06-08', until: '2026-06-08', at: '2026-06-08T17:05:00.000Z' },
    });
    const states = (orders: readonly OrderState[], ...facts: readonly BreachFact[]) =>
      on('2026-06-09', 'show-awareness', { orders, breaches: [breach(text, ...facts)] });
    expect(states([order(unserved, served('2026-06-09'))])).toEqual([['due', '2026-06-10']]);
    const told: OrderFact = {
      type: 'AwarenessEvidenced',
      data: { ...ofOrder, evidenceId: 'e-1', of: 'order', at: { on: '2026-06-08', at: '2026-06-08T12:00:00.000Z' }, basis: 'told' },
      personal: { detail: { about: [], value: null } },
    };
    expect(states([order(unserved, told)])).toEqual([['done', '2026-06-10']]);
    expect(states([order(unserved)], charged)).toEqual([['done', '2026-06-10']]);
  });
});

describe('the duty under the Sexual Offences Act 2003', () => {
  const exempt = (finalDay: LocalDate | null): OrderFact => ({ type: 'NotificationExempted', data: { ...ofOrder, finalDay } });

  it('lets the clock sleep, and starts it on its final day as day 1', () => {
    const orders = [order(orderMade(), served('2026-03-03'), exempt('2026-06-12'))];
    expect(on('2026-06-11', 'notify', { orders })).toEqual([['waiting', '2026-06-14']]);
    expect(on('2026-06-12', 'notify', { orders })).toEqual([['due', '2026-06-14']]);
    expect(on('2026-06-14', 'notify', { orders })).toEqual([['due', '2026-06-14']]);
    expect(on('2026-06-15', 'notify', { orders })).toEqual([['overdue', '2026-06-14']]);
  });

  it('lets it wait without a day while the final day is not known', () => {
    expect(on('2026-06-12', 'notify', { orders: [order(orderMade(), served('2026-03-03'), exempt(null))] })).toEqual([['waiting', null]]);
  });
});

describe('an order that is going to end', () => {
  const orders = [order(orderMade({ made: day('2024-10-31'), end: { is: 'fixed', lastDay: '2026-10-30' } }))];

  it('is reviewed from 180 days before, and red from 28 days before to its last day', () => {
    const at = (today: LocalDate) =>
      found(today, 'review-before-end', { orders }).map(({ state, urgent, daysLeft }) => [state, urgent, daysLeft]);
    expect(at('2026-05-02')).toEqual([['waiting', false, 181]]);
    expect(at('2026-05-03')).toEqual([['due', false, 180]]);
    expect(at('2026-10-01')).toEqual([['due', false, 29]]);
    expect(at('2026-10-02')).toEqual([['due', true, 28]]);
    expect(at('2026-10-30')).toEqual([['due', true, 0]]);
    expect(at('2026-10-31')).toEqual([]);
  });

  it('moves with a renewal, and asks nothing when it has no fixed end', () => {
    const renewed: OrderFact = {
      type: 'OrderRenewed',
      data: {
        ...ofOrder,
        renewalId: 'r-1',
        court,
        filedOn: '2026-08-20',
        made: day('2026-09-20'),
        end: { is: 'fixed', lastDay: '2028-10-30' },
        onApplicationOf: 'chief-officer',
        outOfTime: false,
      },
    };
    const made = orderMade({ made: day('2024-10-31'), end: { is: 'fixed', lastDay: '2026-10-30' } });
    expect(on('2026-10-02', 'review-before-end', { orders: [order(made, renewed)] })).toEqual([['waiting', '2028-10-30']]);
    expect(on('2026-10-02', 'review-before-end', { orders: [order(orderMade({ end: { is: 'until-further-order' } }))] })).toEqual([]);
  });
});

describe('an order set aside on appeal after a breach was charged', () => {
  const quashed: OrderFact = { type: 'OrderQuashed', data: { ...ofOrder, appealId: 'ap-1', court: crown, at: day('2026-09-14') } };
  const orders = [order(orderMade(), served('2026-03-03'), confirmed('created', '2026-03-04'), quashed)];
  const breaches = [breach(breachReported(), charged, quashedFlag)];

  it('leaves the national record to be cleared, the victim to be told and the prosecutor’s review', () => {
    expect(on('2026-09-15', 'clear-national-record', { orders })).toEqual([['due', '2026-09-16']]);
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
          quashedFlag,
          reviewed,
          told('charge', '2026-06-10T11:00:00.000Z'),
          told('order-change', '2026-09-15T09:00:00.000Z'),
        ),
      ],
    };
    const open = clocks({ ...done, applications: [] }, noon('2026-09-17')).filter(({ state }) => state !== 'done');
    expect(open.map(({ what }) => what)).toEqual(['notify']);
  });
});

describe('a breach that is told of late', () => {
  it('starts the victim’s clock with the arrest, not with what happened nor with the report', () => {
    const late = breachReported({ occurred: { on: '2026-08-31', until: '2026-08-31', at: null }, reportedAt: '2026-09-14T09:00:00.000Z' });
    const arrest: BreachFact = { type: 'ArrestMade', data: { ...ofBreach, at: '2026-11-03T10:00:00.000Z' } };
    expect(on('2026-11-02', 'tell-victim', { breaches: [breach(late)] })).toEqual([]);
    expect(on('2026-11-03', 'tell-victim', { breaches: [breach(late, arrest)] })).toEqual([['due', '2026-11-04']]);
  });

  it('has a last day for a charge only where the offence is tried by magistrates alone', () => {
    const stalking = breachReported({
      allegations: [{ allegationId: 'al-1', orderId: 'o-1', conditionId: null, conditionVersionId: null, offenceCode: 'PH97006' }],
    });
    expect(on('2026-06-09', 'charge', { breaches: [breach(stalking)] })).toEqual([['due', '2026-12-07']]);
    expect(on('2026-06-11', 'charge', { breaches: [breach(stalking, charged)] })).toEqual([['done', '2026-12-07']]);
    expect(on('2026-06-09', 'charge', { breaches: [breach(breachReported())] })).toEqual([]);
  });
});

describe('the national record', () => {
  it('is confirmed for each order and again after each change', () => {
    const varied: OrderFact = {
      type: 'OrderVaried',
      data: {
        ...ofOrder,
        variationId: 'var-1',
        court,
        effective: day('2026-07-03'),
        onApplicationOf: 'chief-officer',
        respondentPresent: true,
        changes: [],
        end: null,
      },
    };
    expect(on('2026-03-05', 'record-nationally', { orders: [order(orderMade())] })).toEqual([['overdue', '2026-03-04']]);
    expect(on('2026-03-05', 'record-nationally', { orders: [order(orderMade(), confirmed('created', '2026-03-03'))] })).toEqual([
      ['done', '2026-03-04'],
    ]);
    const states = (...facts: readonly OrderFact[]) =>
      on('2026-07-06', 'update-national-record', { orders: [order(orderMade(), confirmed('created', '2026-03-03'), varied, ...facts)] });
    expect(states()).toEqual([['due', '2026-07-07']]);
    expect(states(confirmed('updated', '2026-07-03'))).toEqual([['done', '2026-07-07']]);
    expect(states(confirmed('updated', '2026-07-02'))).toEqual([['due', '2026-07-07']]);
    expect(states(confirmed('created', '2026-07-04'))).toEqual([['done', '2026-07-07']]);
  });

  it('is cleared after the last day has passed, and not before', () => {
    const orders = [order(orderMade({ end: { is: 'fixed', lastDay: '2026-10-30' } }))];
    expect(on('2026-10-30', 'clear-national-record', { orders })).toEqual([['waiting', '2026-11-03']]);
    expect(on('2026-10-31', 'clear-national-record', { orders })).toEqual([['due', '2026-11-03']]);
    const made = orderMade({ end: { is: 'fixed', lastDay: '2026-10-30' } });
    const states = (cleared: LocalDate) =>
      on('2026-11-02', 'clear-national-record', { orders: [order(made, confirmed('removed', cleared))] });
    expect(states('2026-10-30')).toEqual([['due', '2026-11-03']]);
    expect(states('2026-10-31')).toEqual([['done', '2026-11-03']]);
  });
});

describe('the clocks', () => {
  it('stand in the order of their days, what is done last, and each has an id of its own', () => {
    const situation = {
      orders: [order(orderMade(), served('2026-03-03'))],
      applications: [],
      breaches: [breach(breachReported({ awarenessToShow: true }), charged)],
    };
    const all = clocks(situation, noon('2026-06-12'));
    expect(all.map(({ what, state }) => `${what} ${state}`)).toEqual([
      'record-nationally overdue',
      'notify overdue',
      'tell-victim overdue',
      'review-before-end waiting',
      'clear-national-record waiting',
      'serve done',
      'show-awareness done',
    ]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });
});
