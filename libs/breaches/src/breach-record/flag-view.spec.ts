import { describe, expect, it } from '@jest/globals';
import { type OrderFact, someTimeOn } from '#orders';
import type { FlagReason } from '../domain/events.js';
import { ofOrder, order, orderMade, orderQuashed } from '../domain/example-orders.js';
import { flagSays } from './flag-view.js';

const flagged = '2026-09-14T15:00:00.000Z';
const later = '2026-09-16T09:00:00.000Z';
const flag = (because: FlagReason) => ({ flagId: 'f-1', because, orderId: 'o-1', at: flagged, review: null });
const inError = (
  entry: Extract<OrderFact, { type: 'EntryRecordedInError' }>['data']['entry'],
  was: string | null,
  at: string,
): OrderFact => ({
  type: 'EntryRecordedInError',
  data: { ...ofOrder('o-1'), errorId: `e-${at}`, entry, was, at },
  personal: { reason: { about: ['p-1', 'v-1'], value: 'Keyed for another man.' } },
});
const says = (because: FlagReason, own: string, ...facts: readonly OrderFact[]) =>
  flagSays(flag(because), [order(orderMade('o-1'), ...facts)], [], own);

describe('what a flag says', () => {
  it('names what was recorded in error, by its day, and why, to the force that keeps the order', () => {
    const discharge = inError({ is: 'discharge', id: null }, '2026-09-01', flagged);
    expect(says('order-corrected', '46', discharge)).toBe('The discharge of 1 Sep 2026 was recorded in error: Keyed for another man.');
    expect(says('order-corrected', '42', discharge)).not.toContain('Keyed');
  });

  it('tells nobody of a quashing that was taken back', () => {
    const quashed = orderQuashed('o-1', someTimeOn('2026-09-10'));
    expect(says('order-quashed', '46', quashed)).toMatch(/^The order was quashed\./);
    const undone = says('order-quashed', '46', quashed, inError({ is: 'quashing', id: null }, '2026-09-10', later));
    expect(undone).toContain('on 16 Sep 2026 that was recorded in error: it was not quashed');
    expect(undone).not.toMatch(/must look at the case again/);
  });

  it('says what else was recorded in error since, if it has a part in what bound him', () => {
    const since = (is: 'service' | 'consent') => says('earlier-end', '46', inError({ is, id: 'x-1' }, '2026-05-20', later));
    expect(since('service')).toMatch(/ended before this happened\. A service of 20 May 2026 was recorded in error on 16 Sep 2026\.$/);
    expect(since('consent')).toBe('The order turns out to have ended before this happened.');
  });

  it('says no more than its kind where the order cannot be read', () => {
    expect(flagSays(flag('order-corrected'), [], [], '46')).toBe('The record of the order was corrected.');
  });
});
