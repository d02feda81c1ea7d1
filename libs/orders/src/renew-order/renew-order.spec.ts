import { describe, expect, it } from '@jest/globals';
import { inForceAt } from '../domain/in-force.js';
import * as s from '../domain/specimens.js';
import { renewOrder, type RenewalDetails } from './renew-order.js';

const { on, until } = s;
const made = s.orderMade({ made: on('2024-10-31'), end: until('2026-10-30') });
const renewal: RenewalDetails = {
  renewalId: 'r1',
  court: s.maidstone,
  filedOn: '2026-10-01',
  made: on('2026-10-20', '10:00'),
  end: until('2028-10-30'),
  onApplicationOf: 'chief-officer',
};
const renew = (over: Partial<RenewalDetails>, state = s.orderOf(made)) => renewOrder(state, { ...renewal, ...over }, s.now);

describe('renewing an order', () => {
  it('carries it on', () => {
    const order = s.orderOf(made, ...renew({}));
    expect(inForceAt(order, on('2026-10-31')).is).toBe('in-force');
    expect(inForceAt(order, on('2028-10-31')).is).toBe('not-in-force');
  });

  it('is marked out of time when it was filed after the last day, not stopped', () => {
    expect(renew({})[0]).toMatchObject({ data: { outOfTime: false } });
    expect(renew({ filedOn: '2026-10-30', made: on('2026-11-03') })[0]).toMatchObject({ data: { outOfTime: false } });
    expect(renew({ filedOn: '2026-11-02', made: on('2026-11-10', '10:00') })[0]).toMatchObject({ data: { outOfTime: true } });
  });

  it.each([
    ['to an earlier day', { end: until('2026-10-30') }, 'not-later'],
    ['filed after it was made', { filedOn: '2026-10-21' }, 'filed-after-renewal'],
    ['by someone without standing', { onApplicationOf: 'protected-person' }, 'no-standing'],
    ['ahead of today', { made: on('2026-12-01') }, 'in-the-future'],
    ['by the county court', { court: { type: 'county', name: 'Testville' } }, 'wrong-court'],
  ] as const)('is refused %s', (_, over, reason) => {
    expect(s.refusal(() => renew(over))).toBe(reason);
  });

  it('is refused for an order without an end, one that is over, and a kind that knows none', () => {
    expect(s.refusal(() => renew({}, s.orderOf(s.orderMade({ made: on('2024-10-31'), end: { is: 'until-further-order' } }))))).toBe(
      'has-no-end',
    );
    expect(s.refusal(() => renew({}, s.orderOf(made, s.orderDischarged(on('2026-10-01')))))).toBe('order-over');
    expect(s.refusal(() => renew({}, s.orderOf(s.orderMade({ kind: 'restraining-conviction', made: on('2024-10-31') }))))).toBe(
      'no-renewal',
    );
    expect(
      s.refusal(() =>
        renew(
          { end: { is: 'until-further-order' } },
          s.orderOf(s.orderMade({ kind: 'interim-spo', made: on('2024-10-31'), end: until('2026-10-30') })),
        ),
      ),
    ).toBe('must-be-fixed');
  });
});
