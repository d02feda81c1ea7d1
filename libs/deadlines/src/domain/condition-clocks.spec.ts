import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '#calendar';
import type { OrderFact } from '#orders';
import { court, day, found, ofOrder, order, orderMade } from './example-facts.js';

type Plain = Extract<OrderFact, { type: 'OrderMade' }>['data']['conditions'][number];
const plain = (n: number, lastDay: LocalDate | null): Plain => ({
  ...{ conditionId: `c-${n}`, versionId: `c-${n}-v1`, number: n, code: 'NC-DIR', library: 2, category: 'prohibition', locality: 'uk' },
  end: lastDay === null ? null : { is: 'fixed', lastDay },
});
const made = (...conditions: readonly Plain[]) =>
  orderMade({ made: day('2026-03-02'), end: { is: 'fixed', lastDay: '2028-03-01' }, conditions });
const ends = (today: LocalDate, ...facts: readonly OrderFact[]) =>
  found(today, 'condition-ends', { orders: [order(...facts)] }).map(({ state, dueBy, urgent, words }) => [state, dueBy, urgent, words]);

describe('a condition with a last day of its own', () => {
  const both = made(plain(1, null), plain(2, '2026-11-30'));
  const words = 'Condition 2 of the SPO ends 30 Nov 2026: ask the court to vary the order if it is still needed';

  it('is on the work list from two weeks before it ends, more urgently in its last days, and no more after it', () => {
    expect(ends('2026-11-15', both)).toEqual([['waiting', '2026-11-23', false, words]]);
    expect(ends('2026-11-16', both)).toEqual([['due', '2026-11-23', false, words]]);
    expect(ends('2026-11-23', both)).toEqual([['due', '2026-11-30', false, words]]);
    expect(ends('2026-11-28', both)).toEqual([['due', '2026-11-30', true, `${words}, last days`]]);
    expect(ends('2026-12-01', both)).toEqual([]);
  });

  it('is not, where it ends with the order, has ended with a new wording or with the order itself', () => {
    expect(ends('2026-11-22', made(plain(1, '2028-03-01')))).toEqual([]);
    const longer: OrderFact = {
      type: 'OrderVaried',
      data: {
        ...{
          ...ofOrder,
          variationId: 'va-1',
          court,
          effective: day('2026-11-20'),
          onApplicationOf: 'chief-officer',
          respondentPresent: true,
        },
        ...{ changes: [{ change: 'reworded', version: { ...plain(2, null), versionId: 'c-2-v2' } }], end: null },
      },
    };
    expect(ends('2026-11-22', both, longer)).toEqual([]);
    expect(
      ends('2026-11-22', both, { type: 'OrderQuashed', data: { ...ofOrder, appealId: 'ap-1', court, at: day('2026-11-20') } }),
    ).toEqual([]);
  });

  it('is done with once the force drafts what the court is to make of it', () => {
    const proposal = { ...ofOrder, proposalId: 'pr-1' };
    const proposed: OrderFact = {
      type: 'VariationProposed',
      data: { ...proposal, asks: 'variation', because: 'risk-changed', by: 'u-1' },
      personal: { reason: { about: [], value: null } },
    };
    const drafted: OrderFact = {
      type: 'VariationDrafted',
      data: { ...proposal, by: 'u-1', changes: [{ change: 'reworded', version: { ...plain(2, null), versionId: 'c-2-v2' } }], end: null },
    };
    expect(ends('2026-11-22', both, proposed)[0]?.[0]).toBe('due');
    expect(ends('2026-11-22', both, proposed, drafted)[0]?.[0]).toBe('done');
  });
});
