import { describe, expect, it } from '@jest/globals';
import { personal } from '#event-sourcing';
import type { OrderFact } from './events.js';
import { leftBehind } from './left-behind.js';
import * as s from './specimens.js';

const gwent = '61';
const area = s.version('area', 1, { code: 'EX-AREA', number: 2 });
const at = s.on('2026-06-01');
const moved = [{ id: s.protectedA, safeguarding: gwent }];

function behind(people: typeof moved, ...after: readonly OrderFact[]) {
  const order = s.orderOf(s.orderMade({ conditions: [s.version('contact'), area] }), ...after);
  return order.is === 'unmade' ? null : leftBehind(order, people, at);
}

const proposed: OrderFact = {
  type: 'VariationProposed',
  data: {
    ...{ orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, proposalId: 'proposal' },
    ...{ asks: 'variation', because: 'protected-person-moved', by: 'somebody' },
  },
  personal: { reason: personal([s.perpetratorId], 'She moved') },
};

describe('a protected person who moved', () => {
  it('leaves an area behind, which somebody should ask the court to change', () => {
    expect(behind(moved)).toEqual({ conditions: [2], forces: [gwent], proposalId: null });
    expect(behind([{ id: s.protectedA, safeguarding: s.force }])).toBeNull();
    expect(behind([{ id: s.protectedB, safeguarding: gwent }])).toBeNull();
  });

  it('is not asked about again while it is under way, nor once the court has decided', () => {
    expect(behind(moved, proposed)).toMatchObject({ proposalId: 'proposal' });
    const { orderId, perpetratorId, force } = { orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force };
    const decided: OrderFact = {
      type: 'VariationDecided',
      data: { orderId, perpetratorId, force, proposalId: 'proposal', outcome: 'refused', at, court: s.maidstone, because: 'evidence' },
    };
    expect(behind(moved, proposed, decided)).toBeNull();
    const since = (day: string, safeguarding = gwent) => [{ id: s.protectedA, safeguarding, since: day }];
    expect(behind(since('2026-06-01'), proposed, decided)).toBeNull();
    expect(behind(since('2026-06-02', '42'), proposed, decided)).toEqual({ conditions: [2], forces: ['42'], proposalId: null });
    const again: OrderFact = { ...proposed, data: { ...proposed.data, proposalId: 'again' } };
    expect(behind(since('2026-06-02', '42'), proposed, decided, again)).toMatchObject({ proposalId: 'again' });
  });

  it('leaves nothing behind where no condition holds only in a place', () => {
    const removed = s.orderVaried('variation', s.on('2026-05-20'), { changes: [{ change: 'removed', conditionId: 'area' }] });
    expect(behind(moved, removed)).toBeNull();
  });
});
