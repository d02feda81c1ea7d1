import { describe, expect, it } from '@jest/globals';
import { addDays } from '#calendar';
import fc from 'fast-check';
import type { OrderFact } from './events.js';
import { inForceAt } from './in-force.js';
import { someTimeOn } from './moments.js';
import type { MadeOrder } from './order.js';
import { periodsInForce } from './periods.js';
import * as s from './specimens.js';

const { on } = s;
const made = s.orderMade({ made: on('2024-10-31'), end: s.until('2026-10-30') });
const periods = (...facts: readonly OrderFact[]) => periodsInForce(s.orderOf(made, ...facts) as MadeOrder);

describe('when an order was in force', () => {
  it('is one period to its last day, renewed in time or ended before it', () => {
    expect(periods()).toEqual([{ from: '2024-10-31', to: '2026-10-30', by: 'order' }]);
    expect(periods(s.orderRenewed(on('2026-10-20'), s.until('2028-10-30')))).toEqual([
      { from: '2024-10-31', to: '2028-10-30', by: 'order' },
    ]);
    expect(periods(s.orderRenewed(on('2026-10-31'), s.until('2028-10-30')))).toHaveLength(1);
    expect(periods(s.orderQuashed(on('2025-03-01')))).toEqual([{ from: '2024-10-31', to: '2025-03-01', by: 'order' }]);
  });

  it('leaves out the days between its last day and a late renewal', () => {
    expect(periods(s.orderRenewed(on('2026-11-20'), s.until('2028-10-30')))).toEqual([
      { from: '2024-10-31', to: '2026-10-30', by: 'order' },
      { from: '2026-11-20', to: '2028-10-30', by: 'renewal' },
    ]);
  });

  it('has every day on which the order was in force, and no other', () => {
    const day = fc.integer({ min: 0, max: 90 }).map((days) => addDays('2026-10-01', days));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), day, (late, asked) => {
        const order = s.orderOf(made, s.orderRenewed(on(addDays('2026-10-15', late)), s.until('2028-10-30'))) as MadeOrder;
        const within = periodsInForce(order).some(({ from, to }) => from <= asked && (to === null || asked <= to));
        expect(within).toBe(inForceAt(order, someTimeOn(asked)).is !== 'not-in-force');
      }),
    );
  });
});
