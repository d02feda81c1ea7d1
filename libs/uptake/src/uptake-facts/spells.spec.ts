import { describe, expect, it } from '@jest/globals';
import { addDays } from '#calendar';
import { fold } from '#event-sourcing';
import { inForceAt, type MadeOrder, type OrderFact, orders } from '#orders';
import fc from 'fast-check';
import { court, of, orderMade } from './example-facts.js';
import { asDateMultirange, inForceAtEndOf, spells } from './spells.js';

function given(...facts: readonly OrderFact[]): MadeOrder {
  const order = fold(orders, facts);
  if (order.is === 'unmade') throw new Error('The facts make no order');
  return order;
}

const renewedLate: OrderFact = {
  type: 'OrderRenewed',
  data: {
    ...of,
    renewalId: 'r-1',
    court,
    filedOn: '2026-11-02',
    made: { on: '2026-11-10', at: null },
    end: { is: 'fixed', lastDay: '2027-11-09' },
    onApplicationOf: 'chief-officer',
    outOfTime: true,
  },
};
const quashed = (on: string): OrderFact => ({ type: 'OrderQuashed', data: { ...of, appealId: null, court, at: { on, at: null } } });

describe('the days an order was in force', () => {
  it('begin with its making and end with its last day', () => {
    const order = given(orderMade({ made: { on: '2026-05-14', at: null }, end: { is: 'fixed', lastDay: '2028-05-13' } }));
    expect(spells(order)).toEqual([{ from: '2026-05-14', until: '2028-05-14' }]);
    expect(asDateMultirange(spells(order))).toBe('{[2026-05-14,2028-05-14)}');
  });

  it('have no end until further order, nor when the end is unknown', () => {
    const open = given(orderMade({ end: { is: 'until-further-order' } }));
    expect(asDateMultirange(spells(open))).toBe('{[2026-03-02,)}');
    expect(spells(given(orderMade({ end: { is: 'unknown' } })))).toEqual(spells(open));
  });

  it('leave a gap where it lapsed before it was renewed', () => {
    const order = given(orderMade({ end: { is: 'fixed', lastDay: '2026-10-30' } }), renewedLate);
    expect(asDateMultirange(spells(order))).toBe('{[2026-03-02,2026-10-31),[2026-11-10,2027-11-10)}');
  });

  it('end on the day it is set aside, and are none when that is the day it was made', () => {
    expect(spells(given(orderMade(), quashed('2026-09-14')))).toEqual([{ from: '2026-03-02', until: '2026-09-14' }]);
    expect(spells(given(orderMade(), quashed('2026-03-02')))).toEqual([]);
  });

  it('are the days of which the law of orders says so', () => {
    const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2026-03-02', days));
    fc.assert(
      fc.property(day, fc.option(day), day, fc.option(day), (lastDay, renewedOn, newLastDay, endedOn) => {
        const facts = [
          orderMade({ end: { is: 'fixed', lastDay } }),
          ...(renewedOn
            ? [
                {
                  ...renewedLate,
                  data: { ...renewedLate.data, made: { on: renewedOn, at: null }, end: { is: 'fixed', lastDay: newLastDay } },
                } as OrderFact,
              ]
            : []),
          ...(endedOn ? [quashed(endedOn)] : []),
        ];
        const order = given(...facts);
        const found = spells(order);
        for (const asked of [lastDay, renewedOn ?? lastDay, endedOn ?? lastDay, newLastDay].flatMap((turn) => [
          addDays(turn, -1),
          turn,
          addDays(turn, 1),
        ])) {
          const within = found.some(({ from, until }) => from <= asked && (until === null || asked < until));
          expect(within).toBe(inForceAtEndOf(order, asked));
          const law = inForceAt(order, { on: asked, at: null });
          expect([within ? 'in-force' : 'not-in-force', 'time-needed']).toContain(law.is);
        }
      }),
    );
  });
});
