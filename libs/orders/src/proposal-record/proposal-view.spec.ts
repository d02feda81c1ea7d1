import { describe, expect, it } from '@jest/globals';
import type { ConditionChange, OrderFact } from '../domain/events.js';
import type { MadeOrder } from '../domain/order.js';
import * as s from '../domain/specimens.js';
import { proposalView } from './proposal-view.js';

const of = { orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, proposalId: 'p1' };
const reworded = (number: number): ConditionChange => ({ change: 'reworded', version: s.version('contact', number) });
const removed: ConditionChange = { change: 'removed', conditionId: 'area' };
const drafted = (changes: readonly ConditionChange[]): OrderFact => ({
  type: 'VariationDrafted',
  data: { ...of, by: 'author', end: null, changes },
  personal: s.wordsFor([s.version('contact', 2)], 'You must not write to A'),
});
const decided = (outcome: 'granted-as-asked' | 'granted-with-changes'): OrderFact => ({
  type: 'VariationDecided',
  data: { ...of, outcome, at: s.on('2026-07-20', '11:00'), court: s.maidstone, because: null },
  personal: {},
});
const varied = (changes: readonly ConditionChange[]): OrderFact => ({
  type: 'OrderVaried',
  data: {
    ...{ orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, variationId: 'p1', court: s.maidstone },
    ...{ effective: s.on('2026-07-20', '11:00'), onApplicationOf: 'chief-officer', respondentPresent: null, changes },
    end: { is: 'fixed', lastDay: '2029-05-13' },
  },
  personal: s.wordsFor([s.version('contact', 3)], 'You must not write to A by day'),
});

/** The proposal for the force's own reader. */
function shown(...facts: readonly OrderFact[]) {
  const proposed: OrderFact = {
    type: 'VariationProposed',
    data: { ...of, asks: 'variation', because: 'other', by: 'author', on: '2026-07-01' },
    personal: undefined as never,
  };
  const order = s.orderOf(s.orderMade({ conditions: [s.version('contact'), s.version('area')] }), proposed, drafted([reworded(2)]), ...facts) as MadeOrder;
  return proposalView(order, order.proposals[0]!, []);
}

describe('a proposal that the court granted with changes', () => {
  it('is shown in the words that the court ordered, beside those that were asked for', () => {
    const view = shown(decided('granted-with-changes'), varied([reworded(3), removed]));
    expect(view.changes.map(({ after }) => after)).toEqual(['You must not write to A']);
    expect(view.ordered?.clauses.map(({ is, words }) => [is, words])).toEqual(
      expect.arrayContaining([
        ['worded', 'You must not write to A by day'],
        ['taken-out', expect.any(String)],
      ]),
    );
    expect(view.ordered?.end).toEqual({ is: 'fixed', lastDay: '2029-05-13' });
    expect(view.lasts).toBeNull();
  });

  it('is shown once where it is what was asked for, and says until when the order lasts while nothing is decided', () => {
    expect(shown(decided('granted-as-asked'), varied([reworded(3)])).ordered).toBeNull();
    expect(shown()).toMatchObject({ ordered: null, lasts: { is: 'fixed' } });
  });
});
