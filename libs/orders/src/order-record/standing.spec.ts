import { describe, expect, it } from '@jest/globals';
import type { OrderFact } from '../domain/events.js';
import * as s from '../domain/specimens.js';
import { orderView } from './order-view.js';

const told = (on: string, ...facts: readonly [OrderFact, ...OrderFact[]]) => {
  const order = s.orderOf(...facts);
  if (order.is === 'unmade') throw new Error('The specimen is not made');
  return orderView(order, [], s.on(on, '12:00'), { own: s.force });
};

describe('the head of an order’s page', () => {
  it('says as the person’s page does that it is known and not served, or not proved to be', () => {
    const inCourt = told('2026-06-01', s.orderMade({ respondentPresent: true }));
    expect(inCourt.state.words).toBe('In force, known but not served');
    expect(inCourt.standing).toMatchObject({ isKnown: true, known: { words: 'In court when made, 14 May 2026; not served' } });
    const posted = told('2026-06-01', s.orderMade(), s.orderServed(s.on('2026-05-15'), { method: 'post', proof: 'none-yet' }));
    expect(posted.state.words).toBe('In force, service not proved');
    expect(posted.standing.toServe?.words).toContain('Personal service is safer');
    expect(told('2026-06-01', s.orderMade()).state.words).toBe('In force, not served');
  });

  it('says that whoever was in court when it was varied knows of it, though nothing served it', () => {
    const varied = { ...s.orderVaried('v-1', s.on('2026-06-10', '10:15')) } as Extract<OrderFact, { type: 'OrderVaried' }>;
    const present: OrderFact = { ...varied, data: { ...varied.data, respondentPresent: true } };
    expect(told('2026-06-09', s.orderMade(), present).state.words).toBe('In force, not served');
    const since = told('2026-06-11', s.orderMade(), present);
    expect(since.state.words).toBe('In force, known but not served');
    expect(since.standing).toMatchObject({ isKnown: true, known: { words: 'In court when varied, 10 Jun 2026; not served' } });
    expect(since.variations).toMatchObject([{ respondentPresent: true }]);
  });

  it('says how the application of an interim order was decided, with which it ceased', () => {
    const made = s.orderMade({ kind: 'interim-spo', applicationId: null });
    const ceased: OrderFact = {
      type: 'InterimOrderCeased',
      data: {
        ...{ orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, applicationId: null },
        ...{ at: s.on('2026-06-10', '14:00'), outcome: 'refused' },
      },
    };
    expect(told('2026-07-01', made).ceased).toBeNull();
    expect(told('2026-07-01', made, ceased).ceased).toEqual({ at: s.on('2026-06-10', '14:00'), outcome: 'refused' });
  });

  it('says why no first notification was due before an exemption ended', () => {
    const exempt: OrderFact = {
      type: 'NotificationExempted',
      data: { orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, finalDay: '2026-06-12' },
    };
    expect(told('2026-07-01', s.orderMade(), exempt).exemption).toEqual({ finalDay: '2026-06-12' });
  });

  it('names a variation and a renewal that nothing shows him to know of, and the days between', () => {
    const served = [s.orderMade(), s.orderServed(s.on('2026-05-15'))] as const;
    const varied = told('2026-07-01', ...served, s.orderVaried('v-1', s.on('2026-06-10')));
    expect(varied.state.words).toBe('In force, varied: not known whether the respondent knows');
    expect(varied.standing.notKnown).toEqual([expect.stringContaining('Varied on 10 Jun 2026')]);
    expect(varied.standing.isKnown).toBe(false);
  });
});
