import { describe, expect, it } from '@jest/globals';
import { personal } from '#event-sourcing';
import { versionWithId } from './conditions.js';
import type { OrderFact } from './events.js';
import type { MadeOrder } from './order.js';
import * as s from './specimens.js';

const { on } = s;
const contact = (nth: number) => s.version('contact', nth);
const reworded = (id: string, nth: number, day: string): OrderFact =>
  s.orderVaried(id, on(day), { changes: [{ change: 'reworded', version: contact(nth) }] });
const removed = (day: string): OrderFact => s.orderVaried('out', on(day), { changes: [{ change: 'removed', conditionId: 'contact' }] });
const corrected = (madeOn: string): OrderFact => ({
  type: 'OrderCorrected',
  data: {
    ...{ orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, correctionId: 'correction' },
    ...{ court: null, made: on(madeOn, '11:40'), end: null, respondentPresent: null },
  },
  personal: { reason: personal([s.perpetratorId], 'The wrong day was keyed') },
});

/** Each wording of the condition with the days from which and up to which it stood. */
function spans(...facts: readonly OrderFact[]) {
  const { conditions } = s.orderOf(s.orderMade({ conditions: [contact(1)] }), ...facts) as MadeOrder;
  return conditions[0]?.versions.map(({ plain, from, until }) => [plain.versionId, from.on, until?.on ?? null]);
}

describe('the wordings of a condition', () => {
  it('stand each until the next, in the order of their effect', () => {
    const later = [reworded('b', 3, '2026-09-01'), reworded('a', 2, '2026-07-03')];
    expect(spans(...later)).toEqual([
      [contact(1).versionId, '2026-05-14', '2026-07-03'],
      [contact(2).versionId, '2026-07-03', '2026-09-01'],
      [contact(3).versionId, '2026-09-01', null],
    ]);
  });

  it('stand no longer than the condition, and not at all where it goes at the very moment they come', () => {
    expect(spans(removed('2026-08-01'))).toEqual([[contact(1).versionId, '2026-05-14', '2026-08-01']]);
    expect(spans(reworded('a', 2, '2026-08-01'), removed('2026-08-01'))).toEqual([
      [contact(1).versionId, '2026-05-14', '2026-08-01'],
      [contact(2).versionId, '2026-08-01', '2026-08-01'],
    ]);
    expect(spans(removed('2026-08-01'), reworded('back', 2, '2026-10-01'))).toEqual([
      [contact(1).versionId, '2026-05-14', '2026-08-01'],
      [contact(2).versionId, '2026-10-01', null],
    ]);
  });

  it('begin with the order where its day of making is put right, and only those that came with it', () => {
    expect(spans(reworded('a', 2, '2026-07-03'), corrected('2026-05-15'))).toEqual([
      [contact(1).versionId, '2026-05-15', '2026-07-03'],
      [contact(2).versionId, '2026-07-03', null],
    ]);
  });

  it('are found by their ids alone', () => {
    const order = s.orderOf(s.orderMade({ conditions: [contact(1)] }), reworded('a', 2, '2026-07-03')) as MadeOrder;
    expect(versionWithId(order, contact(2).versionId)?.plain).toEqual(contact(2));
    expect(versionWithId(order, 'of another order')).toBeNull();
  });
});
