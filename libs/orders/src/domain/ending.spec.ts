import { describe, expect, it } from '@jest/globals';
import { endedOn, endingOf } from './ending.js';
import type { OrderFact } from './events.js';
import type { MadeOrder } from './order.js';
import * as s from './specimens.js';

const made = s.orderMade({ made: s.on('2024-10-31'), end: s.until('2026-10-30') });
const ending = (today: string, ...after: readonly OrderFact[]) => endingOf(s.orderOf(made, ...after) as MadeOrder, today);
const told = (today: string) => ending(today) && [ending(today)?.daysLeft, ending(today)?.isUrgent];

describe('the end of an order', () => {
  it.each([
    ['2026-05-02', null],
    ['2026-05-03', [180, false]],
    ['2026-10-01', [29, false]],
    ['2026-10-02', [28, true]],
    ['2026-10-30', [0, true]],
    ['2026-10-31', null],
  ])('is told on %s as %j', (today, expected) => {
    expect(told(today)).toEqual(expected);
  });

  it('is told of an interim order in its last weeks, and of none that is over or has no last day', () => {
    const interim = s.orderOf(s.orderMade({ kind: 'interim-spo', end: s.until('2026-06-30') })) as MadeOrder;
    expect(['2026-06-15', '2026-06-16', '2026-06-23'].map((today) => endingOf(interim, today)?.isUrgent)).toEqual([undefined, false, true]);
    expect(ending('2026-10-10', s.orderQuashed(s.on('2026-10-01')))).toBeNull();
    const open = s.orderOf(s.orderMade({ end: { is: 'until-further-order' } })) as MadeOrder;
    expect(endingOf(open, '2026-10-10')).toBeNull();
  });

  it('is past from the day after its last day on, unless it was renewed or a court ended it', () => {
    const ended = (today: string, ...after: readonly OrderFact[]) => endedOn(s.orderOf(made, ...after) as MadeOrder, today);
    expect([ended('2026-10-30'), ended('2026-10-31')]).toEqual([null, '2026-10-30']);
    expect(ended('2026-11-22', s.orderRenewed(s.on('2026-11-20'), s.until('2028-10-30')))).toBeNull();
    expect(ended('2026-11-22', s.orderQuashed(s.on('2026-10-01')))).toBeNull();
  });

  it('names the renewal that was asked for', () => {
    const of = { orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, proposalId: 'p1' };
    const proposed: OrderFact = {
      type: 'VariationProposed',
      data: { ...of, asks: 'renewal', because: 'order-ends', by: 'somebody' },
      personal: { reason: { about: [], value: 'Still needed' } },
    };
    const filed: OrderFact = { type: 'VariationFiled', data: { ...of, filedOn: '2026-10-05', court: s.maidstone }, personal: {} };
    expect(ending('2026-10-10')?.renewal).toBeNull();
    expect(ending('2026-10-10', proposed)?.renewal).toEqual({ proposalId: 'p1', isFiled: false });
    expect(ending('2026-10-10', proposed, filed)?.renewal).toEqual({ proposalId: 'p1', isFiled: true });
    const refused: OrderFact = {
      type: 'VariationDecided',
      data: { ...of, outcome: 'refused', at: s.on('2026-10-08'), court: s.maidstone, because: 'evidence' },
      personal: {},
    };
    expect(ending('2026-10-10', proposed, filed)?.refusedOn).toBeNull();
    expect(ending('2026-10-10', proposed, filed, refused)).toMatchObject({ renewal: null, refusedOn: '2026-10-08' });
  });
});
