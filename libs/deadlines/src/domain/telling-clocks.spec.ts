import { describe, expect, it } from '@jest/globals';
import { type TellingFact, tellingOf } from '#breaches';
import { type Situation, tasks } from './clocks.js';
import { ofOrder, order, orderMade, served } from './example-facts.js';
import { nextFor } from './task-kinds.js';
import { viewer } from '#access';

const told: TellingFact = {
  type: 'OrderNewsTold',
  data: {
    ...{ ...ofOrder, tellingId: 't-1', protectedPersonId: 'v-1', newsId: 'made', news: 'made' },
    ...{ at: '2026-03-03T10:00:00.000Z', role: 'victim-liaison', channel: 'phone-call' },
  },
};
const made = order(orderMade({ protectedPersonIds: ['v-1', 'v-2'] }), served('2026-03-04'));
const open = (over: Partial<Situation> = {}) =>
  tasks({ orders: [made], applications: [], breaches: [], ...over }, '2026-03-05')
    .filter(({ what, done, opens }) => what === 'tell-of-order' && !done && opens !== null && opens < '2027-01-01')
    .map(({ about, dueBy }) => [about.newsId, about.protectedPersonId, dueBy]);

describe('telling protected people of an order', () => {
  it('has a row for each of them and each piece of news, until it is decided', () => {
    expect(open({ tellings: [tellingOf(told)] })).toEqual([
      ['made', 'v-2', '2026-03-03'],
      ['s-2026-03-04', 'v-1', '2026-03-05'],
      ['s-2026-03-04', 'v-2', '2026-03-05'],
    ]);
  });

  it('counts from the day the news was received, by the rights of each', () => {
    expect(open({ received: { 'o-1:made': '2026-03-06' }, rights: { 'v-2': 'standard' } })).toEqual([
      ['made', 'v-1', '2026-03-09'],
      ['made', 'v-2', '2026-03-13'],
      // Nothing of an order is received before the order is.
      ['s-2026-03-04', 'v-1', '2026-03-09'],
      ['s-2026-03-04', 'v-2', '2026-03-13'],
    ]);
  });

  it('leads to the form that settles it', () => {
    const officer = viewer({ userId: 'u-1', role: 'officer', force: '46', name: 'A. Specimen' });
    const about = { perpetratorId: 'p-1', orderId: 'o-1', protectedPersonId: 'v-1', newsId: 'a:determined' };
    expect(nextFor('tell-of-order', about, officer).href).toBe('/orders/o-1/tell?person=v-1&news=a%3Adetermined');
  });
});
