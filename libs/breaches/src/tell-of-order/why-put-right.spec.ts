import { describe, expect, it } from '@jest/globals';
import { fold, personal } from '#event-sourcing';
import { type MadeOrder, orders } from '#orders';
import { orderMade } from '../domain/example-orders.js';
import { whyPutRight } from './why-put-right.js';

const order = fold(orders, [orderMade('o-1')]) as MadeOrder;
const error = {
  ...{ errorId: 'e-1', entry: { is: 'discharge', id: null } as const, was: '2026-06-02', at: '2026-06-10T09:00:00.000Z' },
  reason: personal(['p-1', 'v-1'], 'Nora Nonesuch lives elsewhere'),
};
const known = (safeguarding: string) => [{ id: 'v-1', letter: 'A', name: null, hide: ['Nora Nonesuch', 'Nora', 'Nonesuch'], safeguarding }];
const why = (own: string, safeguarding = '46') => whyPutRight(order, error, known(safeguarding), own);

describe('why something on an order was recorded in error', () => {
  it('is read by the force that wrote it and by the one that looks after everybody protected; others learn who knows it', () => {
    expect(why('46')).toContain('lives elsewhere');
    expect(why('42', '42')).toContain('lives elsewhere');
    expect(why('42', '42')).not.toContain('Nora');
    expect(why('42')).toBe('Recorded; kept by Kent');
    expect(whyPutRight(order, { ...error, reason: { about: ['p-1'], value: null } }, [], '46')).toBeNull();
  });
});
