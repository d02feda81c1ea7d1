import { describe, expect, it } from '@jest/globals';
import type { OrderFact } from './events.js';
import { isKnownWhole, knownInWords, knownNow } from './known-now.js';
import type { MadeOrder } from './order.js';
import * as s from './specimens.js';

const { on } = s;
const made = s.orderMade({ end: s.until('2026-06-30') });
const renewed = s.orderRenewed(on('2026-06-20'), s.until('2028-06-30'));
const knownOn = (day: string, ...facts: readonly OrderFact[]) => knownNow(s.orderOf(made, ...facts, renewed) as MadeOrder, on(day));

describe('what shows that he knows of a renewal', () => {
  it('is a service, or another proof, since it was made and until then: not one from before it', () => {
    const before = knownOn('2026-07-05', s.orderServed(on('2026-05-16')));
    expect([before.renewed?.isKnown, isKnownWhole(before)]).toEqual([false, false]);
    const since = knownOn('2026-07-05', s.orderServed(on('2026-05-16')), s.orderServed(on('2026-06-25')));
    expect([since.renewed?.isKnown, isKnownWhole(since)]).toEqual([true, true]);
    expect(knownOn('2026-07-05', s.orderServed(on('2026-07-06'))).renewed?.isKnown).toBe(false);
  });

  it('is no posting that nothing proves', () => {
    const posted = s.orderServed(on('2026-06-25'), { method: 'post', proof: 'none-yet' });
    expect(knownOn('2026-07-05', posted).renewed?.isKnown).toBe(false);
  });

  it('is not asked while the end before it has not come', () => {
    expect(knownOn('2026-06-30', s.orderServed(on('2026-05-16'))).renewed).toBeNull();
  });
});

describe('an order that a court worded anew on an appeal', () => {
  const { orderId, perpetratorId, force } = s;
  const of = { orderId, perpetratorId, force, appealId: 'a1' } as const;
  const lodged: OrderFact = { type: 'AppealLodged', data: { ...of, on: '2026-08-01', by: 'respondent', against: { decision: 'making' } } };
  const decided: OrderFact = {
    type: 'AppealDetermined',
    data: { ...of, court: s.crown, at: on('2026-10-20'), outcome: 'allowed', result: 'varied' },
  };
  const said = (...facts: readonly OrderFact[]) => {
    const order = s.orderOf(s.orderMade(), s.orderServed(on('2026-05-16')), ...facts) as MadeOrder;
    return knownInWords(order, knownNow(order, on('2026-11-01'))).notKnown;
  };

  it('says so until its new words are recorded', () => {
    expect(said(lodged)).toEqual([]);
    expect(said(lodged, decided)).toEqual([
      'Changed on appeal on 20 Oct 2026: the new words are not recorded, ask the legal team for them',
    ]);
    const worded = s.orderVaried('anew', on('2026-10-20'), { onAppeal: 'a1', respondentPresent: true });
    expect(said(lodged, decided, worded).join()).not.toContain('appeal');
    expect(said(lodged, decided, s.orderDischarged(on('2026-10-25')))).toEqual([]);
  });
});
