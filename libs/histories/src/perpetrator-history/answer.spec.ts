import { describe, expect, it } from '@jest/globals';
import { personal } from '#event-sourcing';
import type { OrderFact } from '#orders';
import { answer } from './answer.js';
import { answerView } from './answer.view.js';
import { HIM, ORDER, condition, orderMade, recordedFacts, served } from './facts.fixture.js';
import { EMPTY_SUMMARY, summarise } from './perpetrator-summary.js';

const reader = { text: (value: string) => value, protectedPerson: () => 'protected person A' };
const shown = (on: string, ...facts: readonly OrderFact[]) => {
  const recorded = facts.map((fact) => ({ stream: `order-${fact.data.orderId}`, fact, at: `${on}T10:00:00.000Z` }));
  const view = answerView(answer(recordedFacts(...recorded).reduce(summarise, EMPTY_SUMMARY), `${on}T11:00:00.000Z`), reader);
  return { view, order: view.orders[0] };
};
const renewed = (on: string, filedOn: string): OrderFact => ({
  type: 'OrderRenewed',
  data: {
    ...{ orderId: ORDER, perpetratorId: HIM, force: '46', renewalId: 'r-1', filedOn, onApplicationOf: 'chief-officer' },
    ...{ court: { type: 'magistrates', name: 'Testville Magistrates' }, made: { on, at: null }, outOfTime: true },
    end: { is: 'fixed', lastDay: '2030-05-20' },
  },
});

describe('an order made in his presence', () => {
  it('is known to him and still to be served where service starts a duty to notify', () => {
    const { view, order } = shown('2026-06-01', orderMade({ respondentPresent: true }));
    expect(view.heading).toBe('1 order in force, known but not served');
    expect(order?.known).toEqual({ words: 'In court when made, 14 May 2026; not served', served: false, shown: true, colour: 'yellow' });
    expect(order?.toServe).toMatchObject({ isUnknown: false, byReading: true, words: expect.stringContaining('begin only with service') });
  });

  it('needs nothing more once it is served, nor where it brings no such duty', () => {
    const afterService = shown('2026-06-01', orderMade({ respondentPresent: true }), served('2026-05-15'));
    expect(afterService.view.heading).toBe('1 order in force');
    expect(afterService.order).toMatchObject({ toServe: null, known: { words: 'Served 15 May 2026', colour: 'green' } });
    const restraining = shown('2026-06-01', orderMade({ respondentPresent: true, kind: 'restraining-conviction' }));
    expect(restraining.order).toMatchObject({ toServe: null, known: { words: 'In court when made, 14 May 2026', colour: 'green' } });
  });
});

describe('a full order in place of an interim one', () => {
  it('is said to start no first notification, on the card as on the page of the order', () => {
    const { view, order } = shown('2026-06-01', orderMade({ respondentPresent: true, replaces: 'o-interim' }));
    expect(view.heading).toBe('1 order in force, known but not served');
    expect(order?.toServe?.words).toBe('The respondent knows of the order, but service of it is not recorded');
  });
});

describe('a service that nothing proves', () => {
  const posted = (proof: 'none-yet' | 'certificate' = 'none-yet'): OrderFact => {
    const fact = served('2026-05-15') as Extract<OrderFact, { type: 'OrderServed' }>;
    return { ...fact, data: { ...fact.data, serviceId: `posted-${proof}`, method: 'post', proof } };
  };

  it('is no sure knowledge: it is said so, and personal service is asked for', () => {
    const { view, order } = shown('2026-06-01', orderMade(), posted());
    expect(view).toMatchObject({ heading: '1 order in force, service not proved', tone: 'not-known' });
    expect(order?.known).toEqual({ words: 'Served by post 15 May 2026, no proof yet', served: true, shown: true, colour: 'yellow' });
    expect(order?.toServe).toMatchObject({ isUnknown: true, words: expect.stringContaining('Personal service is safer') });
    expect(order?.notifications[0]?.words).toContain('was due by the end of 17 May 2026');
  });

  it('counts once the proof is there, and gives way to any other proof', () => {
    expect(shown('2026-06-01', orderMade(), posted(), posted('certificate'))).toMatchObject({
      view: { heading: '1 order in force' },
      order: { known: { words: 'Served 15 May 2026', colour: 'green' }, toServe: null },
    });
    const inCourt = shown('2026-06-01', orderMade({ respondentPresent: true }), posted());
    expect(inCourt.view.heading).toBe('1 order in force, known but not served');
    const later = shown('2026-06-01', orderMade(), posted(), served('2026-05-20'));
    expect(later.order?.notifications[0]?.words).toContain('by the end of 22 May 2026');
  });
});

describe('the duty to notify the police that service starts', () => {
  const given = (on: string): OrderFact => ({
    type: 'NotificationGiven',
    data: {
      ...{ orderId: ORDER, perpetratorId: HIM, force: '46', notificationId: `n-${on}` },
      ...{ about: 'initial', at: { on, at: null }, inAdvance: false },
    },
    personal: { station: personal([HIM], 'Testville'), officer: personal([HIM], 'PC 0000 Sample'), details: personal([HIM], 'Flat 0') },
  });
  const exempt: OrderFact = {
    type: 'NotificationExempted',
    data: { orderId: ORDER, perpetratorId: HIM, force: '46', finalDay: null },
  };
  const duty = (on: string, ...facts: readonly OrderFact[]) => shown(on, orderMade(), ...facts).order?.notifications;

  it('is shown with its last day, and that nothing is recorded of it', () => {
    expect(duty('2026-05-17', served('2026-05-15'))).toEqual([
      { words: 'Notification of name and home address due by the end of 17 May 2026: not recorded as given', isOwed: true },
    ]);
    expect(duty('2026-05-18', served('2026-05-15'))).toEqual([
      { words: 'Notification of name and home address was due by the end of 17 May 2026: not recorded as given', isOwed: true },
    ]);
  });

  it('is shown as given, in time or late, and as not asked of him', () => {
    expect(duty('2026-05-20', served('2026-05-15'), given('2026-05-16'))).toEqual([
      { words: 'Notification of name and home address given on 16 May 2026', isOwed: false },
    ]);
    expect(duty('2026-05-20', served('2026-05-15'), given('2026-05-19'))?.[0]?.words).toContain(
      'given on 19 May 2026, after the last day, 17 May 2026',
    );
    expect(duty('2026-05-20', served('2026-05-15'), exempt)?.[0]).toMatchObject({
      words: expect.stringContaining('Sexual Offences Act'),
      isOwed: false,
    });
  });

  it('is not spoken of before service, nor for another kind of order', () => {
    expect(duty('2026-05-20')).toEqual([]);
    expect(shown('2026-05-20', orderMade({ kind: 'restraining-conviction' }), served('2026-05-15')).order?.notifications).toEqual([]);
  });
});

describe('a renewal out of time', () => {
  const before = [orderMade(), served('2026-05-15')];

  it('is shown with the days on which nothing was in force, and with whether he knows of it', () => {
    const { view, order } = shown('2028-06-01', ...before, renewed('2028-05-21', '2028-05-16'));
    expect(view.heading).toBe('1 order in force, renewed: not known whether the respondent knows');
    expect(order?.warnings).toEqual(['Renewed after it had ended: it was not in force from 14 May to 20 May 2028.']);
    expect(order?.notKnown).toEqual(['Renewed on 21 May 2028: not known whether the respondent knows of it']);
    expect(order?.toServe).toMatchObject({ isUnknown: true, byReading: false });
  });

  it('is known once something since then shows it', () => {
    const { view, order } = shown('2028-06-01', ...before, renewed('2028-05-21', '2028-05-16'), served('2028-05-22'));
    expect(view.heading).toBe('1 order in force');
    expect(order).toMatchObject({ notKnown: [], toServe: null });
    expect(order?.warnings).toHaveLength(1);
  });

  it('says nothing while the end that he was told of has not passed', () => {
    const { order } = shown('2028-05-13', ...before, renewed('2028-05-10', '2028-04-01'));
    expect(order).toMatchObject({ notKnown: [], toServe: null, warnings: [] });
  });
});

it('says to which part of the country a condition is limited', () => {
  const made = orderMade({ conditions: [{ ...condition(ORDER, 1), locality: 'limited' }] });
  const words = { wording: 'Not to go there', parameters: {}, locality: 'the county of Testshire', necessity: null };
  const named: OrderFact = {
    ...made,
    personal: { [`words:${condition(ORDER, 1).versionId}`]: { about: [HIM], value: words } },
  } as OrderFact;
  expect(shown('2026-06-01', named).order?.mustNot[0]?.notes).toEqual(['only in the county of Testshire']);
  expect(shown('2026-06-01', made).order?.mustNot[0]?.notes).toEqual(['limited to part of the country']);
});

describe('orders that are in force no more', () => {
  it('are told with the last that bound first, before any that was recorded in error since', () => {
    const taken: OrderFact = {
      type: 'OrderRecordedInError',
      data: { ...{ orderId: 'o-2', perpetratorId: HIM, force: '46', errorId: 'e-1' }, why: 'never-made', at: '2028-07-02T09:00:00.000Z' },
      personal: { reason: personal([HIM], 'Keyed from the wrong file') },
    };
    const wrong = orderMade({ orderId: 'o-2', made: { on: '2028-07-01', at: null }, end: { is: 'fixed', lastDay: '2030-06-30' } });
    const { view } = shown('2028-07-02', orderMade(), wrong, taken);
    expect(view.past.map(({ words }) => words.replace(/^.*made /, ''))).toEqual([
      '14 May 2026: ended 13 May 2028',
      '1 Jul 2028: recorded in error, it bound nobody',
    ]);
  });
});
