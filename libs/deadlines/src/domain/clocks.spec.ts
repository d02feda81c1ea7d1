import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '#calendar';
import type { ApplicationState, OrderFact, OrderState } from '#orders';
import type { BreachFact } from '#breaches';
import { clocks } from './clocks.js';
import {
  application,
  breach,
  breachReported,
  charged,
  confirmed,
  court,
  day,
  determined,
  filed,
  found,
  noon,
  ofBreach,
  ofOrder,
  standing,
  order,
  orderMade,
  served,
} from './example-facts.js';

const notified: OrderFact = {
  type: 'NotificationGiven',
  data: { ...ofOrder, notificationId: 'n-1', about: 'initial', at: day('2026-03-13'), inAdvance: false },
  personal: { station: { about: [], value: null }, officer: { about: [], value: null }, details: { about: [], value: null } },
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
    expect(standing('2026-06-02', 'notify', { orders: [interim, full] })).toEqual([
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
    expect(standing('2026-06-08', 'notify', { orders: [order(unserved)], breaches: [text] })).toEqual([['waiting', null]]);
    expect(standing('2026-06-09', 'notify', { orders: [order(unserved, served('2026-06-09'))], breaches: [text] })).toEqual([
      ['due', '2026-06-11'],
    ]);
    expect(standing('2026-06-12', 'notify', { orders: [order(unserved, served('2026-06-09'))] })).toEqual([['overdue', '2026-06-11']]);
  });

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

  it('is due from the making, and is asked of each variation at which he was not in court', () => {
    expect(standing('2026-06-08', 'serve', { orders: [order(unserved)] })).toEqual([['due', '2026-06-11']]);
    const short = { ...unserved, data: { ...unserved.data, end: { is: 'fixed', lastDay: '2026-06-09' } } } as OrderFact;
    for (const what of ['serve', 'record-nationally'] as const)
      expect(standing('2026-06-08', what, { orders: [order(short)] })).toEqual([['due', '2026-06-09']]);
    expect(standing('2026-07-03', 'serve', { orders: [order(unserved, served('2026-06-09'), varied(false))] })).toEqual([
      ['due', '2026-07-08'],
      ['done', '2026-06-11'],
    ]);
    expect(standing('2026-07-03', 'serve', { orders: [order(unserved, varied(true))] })).toEqual([['overdue', '2026-06-11']]);
  });

  it('is asked of a variation from its recording on, and by the day of an effect still to come', () => {
    const known = (on: LocalDate) => ({ orders: [order(unserved, served('2026-06-09'), varied(false))], received: { 'o-1:var-1': on } });
    expect(standing('2026-06-22', 'serve', known('2026-06-22'))).toEqual([
      ['due', '2026-06-25'],
      ['done', '2026-06-11'],
    ]);
    expect(standing('2026-07-02', 'serve', known('2026-07-02'))[0]).toEqual(['due', '2026-07-03']);
    expect(standing('2026-07-06', 'serve', known('2026-07-06'))[0]).toEqual(['due', '2026-07-09']);
  });

  it('is asked of a renewal, once the order had been served before it', () => {
    const renewed: OrderFact = {
      type: 'OrderRenewed',
      data: {
        ...{ ...ofOrder, renewalId: 'r-1', court, filedOn: '2026-08-20', made: day('2026-09-17') },
        ...{ end: { is: 'fixed', lastDay: '2030-10-30' }, onApplicationOf: 'chief-officer', outOfTime: false },
      },
    };
    const renewals = (...facts: readonly OrderFact[]) =>
      found('2026-09-17', 'serve', { orders: [order(unserved, ...facts)] }).map(({ state, dueBy, words, about }) => [
        state,
        dueBy,
        words,
        about.document,
      ]);
    const first = ['done', '2026-06-11', 'Serve the SPO', 'order'];
    const renewal = 'Serve the renewal of the SPO';
    expect(renewals(served('2026-06-09'), renewed)).toEqual([['due', '2026-09-22', renewal, 'renewal'], first]);
    expect(renewals(served('2026-06-09'), renewed, served('2026-09-17'))).toEqual([first, ['done', '2026-09-22', renewal, 'renewal']]);
    expect(renewals(renewed)).toEqual([['overdue', '2026-06-11', 'Serve the SPO', 'order']]);
  });

  it('is asked for until something proves it, where the order was only posted', () => {
    const posted = served('2026-06-09', { method: 'post', proof: 'none-yet' });
    expect(standing('2026-06-10', 'serve', { orders: [order(unserved, posted)] })).toEqual([['due', '2026-06-11']]);
  });

  it('is not asked of a restraining order made in his presence', () => {
    const restraining = orderMade({ kind: 'restraining-conviction', respondentPresent: true, origin: 'conviction', applicationId: null });
    expect(standing('2026-03-02', 'serve', { orders: [order(restraining)] })).toEqual([]);
  });

  it('before a breach must be shown or stood in for, until something shows that he knew or the incident is decided', () => {
    const text = breachReported({
      awarenessToShow: true,
      occurred: { on: '2026-06-08', until: '2026-06-08', at: '2026-06-08T17:05:00.000Z' },
    });
    const states = (orders: readonly OrderState[], ...facts: readonly BreachFact[]) =>
      standing('2026-06-09', 'show-awareness', { orders, breaches: [breach(text, ...facts)] });
    expect(states([order(unserved, served('2026-06-09'))])).toEqual([['due', '2026-06-10']]);
    const told: OrderFact = {
      type: 'AwarenessEvidenced',
      data: { ...ofOrder, evidenceId: 'e-1', of: 'order', at: { on: '2026-06-08', at: '2026-06-08T12:00:00.000Z' }, basis: 'told' },
      personal: { detail: { about: [], value: null } },
    };
    expect(states([order(unserved, told)])).toEqual([['done', '2026-06-10']]);
    expect(states([order(unserved)], charged)).toEqual([['due', '2026-06-10']]);
    const acquitted: BreachFact = {
      type: 'CourtOutcomeRecorded',
      data: { ...ofBreach, on: '2026-06-09', outcome: 'acquitted', receivedAt: noon('2026-06-09') },
    };
    expect(states([order(unserved)], charged, acquitted)).toEqual([['done', '2026-06-10']]);
    // One allegation that he knew of is enough, as on the page of the breach.
    const another: BreachFact = {
      type: 'AllegationAdded',
      data: {
        ...ofBreach,
        awarenessToShow: true,
        allegation: { allegationId: 'al-2', orderId: 'o-2', conditionId: null, conditionVersionId: null, offenceCode: 'ST19001' },
      },
    };
    const second = order({ ...unserved, data: { ...unserved.data, orderId: 'o-2' } } as OrderFact);
    expect(states([order(unserved, told), second], another)).toEqual([['done', '2026-06-10']]);
    expect(states([order(unserved), second], another)).toEqual([['due', '2026-06-10']]);
  });
});

describe('the duty under the Sexual Offences Act 2003', () => {
  const exempt = (finalDay: LocalDate | null): OrderFact => ({ type: 'NotificationExempted', data: { ...ofOrder, finalDay } });

  it('lets the clock sleep, and starts it on its final day as day 1', () => {
    const orders = [order(orderMade(), served('2026-03-03'), exempt('2026-06-12'))];
    expect(standing('2026-06-11', 'notify', { orders })).toEqual([['waiting', '2026-06-14']]);
    expect(standing('2026-06-12', 'notify', { orders })).toEqual([['due', '2026-06-14']]);
    expect(standing('2026-06-14', 'notify', { orders })).toEqual([['due', '2026-06-14']]);
    expect(standing('2026-06-15', 'notify', { orders })).toEqual([['overdue', '2026-06-14']]);
  });

  it('lets it wait without a day while the final day is not known', () => {
    expect(standing('2026-06-12', 'notify', { orders: [order(orderMade(), served('2026-03-03'), exempt(null))] })).toEqual([
      ['waiting', null],
    ]);
  });
});

describe('an order that is going to end', () => {
  const orders = [order(orderMade({ made: day('2024-10-31'), end: { is: 'fixed', lastDay: '2026-10-30' } }))];

  it('is reviewed from 180 days before, and overdue to its last day once the 56th day before it passed with nothing filed', () => {
    const at = (today: LocalDate) =>
      found(today, 'review-before-end', { orders }).map(({ state, urgent, daysLeft }) => [state, urgent, daysLeft]);
    expect(at('2026-05-02')).toEqual([['waiting', false, 91]]);
    expect(at('2026-05-03')).toEqual([['due', false, 90]]);
    expect(at('2026-09-04')).toEqual([['due', false, 0]]);
    expect(at('2026-10-01')).toEqual([['overdue', true, -27]]);
    expect(at('2026-10-02')).toEqual([['overdue', true, -28]]);
    expect(at('2026-10-30')).toEqual([['overdue', true, -56]]);
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
    expect(standing('2026-10-02', 'review-before-end', { orders: [order(made, renewed)] })).toEqual([['waiting', '2028-08-01']]);
    expect(standing('2026-10-02', 'review-before-end', { orders: [order(orderMade({ end: { is: 'until-further-order' } }))] })).toEqual([]);
  });

  it('is never said to be renewed where the law knows no renewal of its kind', () => {
    const ending = { made: day('2024-10-31'), end: { is: 'fixed', lastDay: '2026-10-30' } } as const;
    for (const kind of ['non-molestation', 'pha-injunction', 'restraining-conviction', 'dapo'] as const) {
      const its = { orders: [order(orderMade({ kind, ...ending }))] };
      expect([kind, standing('2026-10-02', 'review-before-end', its)]).toEqual([kind, []]);
      expect(found('2026-10-02', 'ends-unrenewed', its)).toMatchObject([
        { dueBy: '2026-10-30', words: expect.stringContaining('cannot be renewed') },
      ]);
    }
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
    expect(standing('2026-03-05', 'record-nationally', { orders: [order(orderMade())] })).toEqual([['overdue', '2026-03-04']]);
    expect(standing('2026-03-05', 'record-nationally', { orders: [order(orderMade(), confirmed('created', '2026-03-03'))] })).toEqual([
      ['done', '2026-03-04'],
    ]);
    const states = (...facts: readonly OrderFact[]) =>
      standing('2026-07-06', 'update-national-record', {
        orders: [order(orderMade(), confirmed('created', '2026-03-03'), varied, ...facts)],
      });
    expect(states()).toEqual([['due', '2026-07-07']]);
    expect(states(confirmed('updated', '2026-07-03'))).toEqual([['done', '2026-07-07']]);
    expect(states(confirmed('updated', '2026-07-02'))).toEqual([['due', '2026-07-07']]);
    expect(states(confirmed('created', '2026-07-04'))).toEqual([['done', '2026-07-07']]);
  });

  it('is not shown to be up to date by a check before the change was known', () => {
    const varied: OrderFact = {
      type: 'OrderVaried',
      data: {
        ...{ ...ofOrder, variationId: 'var-1', court, effective: day('2026-07-03'), onApplicationOf: 'chief-officer' },
        ...{ respondentPresent: true, changes: [], end: null },
      },
    };
    const made = orderMade();
    const about = (checked: LocalDate, received: Readonly<Record<string, LocalDate>>, ...facts: readonly OrderFact[]) =>
      standing('2026-07-21', 'update-national-record', {
        orders: [order(made, confirmed('created', '2026-03-03'), ...facts, confirmed('updated', checked))],
        received,
      });
    expect(about('2026-07-06', { 'o-1:var-1': '2026-07-20' }, varied)).toEqual([['due', '2026-07-22']]);
    expect(about('2026-07-20', { 'o-1:var-1': '2026-07-20' }, varied)).toEqual([['done', '2026-07-22']]);
    expect(about('2026-07-06', { 'o-1:corrected': '2026-07-20' })).toEqual([['due', '2026-07-22']]);
    expect(about('2026-07-21', { 'o-1:corrected': '2026-07-20' })).toEqual([['done', '2026-07-22']]);
  });

  it('is to show the order again once its discharge was set aside', () => {
    const against = { decision: 'discharge' } as const;
    const facts: readonly OrderFact[] = [
      { type: 'OrderDischarged', data: { ...ofOrder, court, at: day('2026-07-01'), onApplicationOf: 'respondent' } },
      confirmed('removed', '2026-07-02'),
      { type: 'AppealLodged', data: { ...ofOrder, appealId: 'ap-1', on: '2026-07-03', by: 'chief-officer', against } },
      {
        type: 'AppealDetermined',
        data: { ...ofOrder, appealId: 'ap-1', court, at: day('2026-07-20'), outcome: 'allowed', result: 'set-aside' },
      },
    ];
    const about = (...more: readonly OrderFact[]) =>
      standing('2026-07-21', 'update-national-record', {
        orders: [order(orderMade(), confirmed('created', '2026-03-03'), ...facts, ...more)],
      });
    expect(about()).toEqual([['due', '2026-07-22']]);
    expect(about(confirmed('created', '2026-07-21'))).toEqual([['done', '2026-07-22']]);
  });

  it('is cleared after the last day has passed, and not before', () => {
    const orders = [order(orderMade({ end: { is: 'fixed', lastDay: '2026-10-30' } }))];
    expect(standing('2026-10-30', 'clear-national-record', { orders })).toEqual([['waiting', '2026-11-03']]);
    expect(standing('2026-10-31', 'clear-national-record', { orders })).toEqual([['due', '2026-11-03']]);
    const made = orderMade({ end: { is: 'fixed', lastDay: '2026-10-30' } });
    const states = (cleared: LocalDate) =>
      standing('2026-11-02', 'clear-national-record', { orders: [order(made, confirmed('removed', cleared))] });
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
      'tell-of-order overdue',
      'record-nationally overdue',
      'tell-of-order overdue',
      'notify overdue',
      'supervise overdue',
      'tell-victim overdue',
      'review-before-end waiting',
      'tell-of-order waiting',
      'tell-of-order waiting',
      'clear-national-record waiting',
      'serve done',
      'show-awareness done',
    ]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });
});
