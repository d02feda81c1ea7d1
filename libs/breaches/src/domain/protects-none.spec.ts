import { describe, expect, it } from '@jest/globals';
import { victim } from './example-facts.js';
import { order, orderMade, version } from './example-orders.js';
import { protectingNone } from './protects-none.js';

const other = 'v-9';
const condition = (orderId: string, conditionId = 'c-1') =>
  ({ orderId, breached: { is: 'condition', conditionId, versionId: `${conditionId}-1` } }) as const;
const own = order(orderMade('o-1'));
const conditions = [version('c-1', 'c-1-1'), version('c-2', 'c-2-1', { code: 'R-PROG', category: 'requirement' })];
const others = order(orderMade('o-2', { protectedPersonIds: [other], conditions }));
const asked = (alleging: Parameters<typeof protectingNone>[0], named: readonly string[]) =>
  protectingNone(alleging, [own, others], named).map(({ orderId }) => orderId);

describe('an order none of whose protected people it was done to', () => {
  it('is asked about, and no other', () => {
    expect(asked([condition('o-1'), condition('o-2')], [victim])).toEqual(['o-2']);
    expect(asked([condition('o-1'), condition('o-2')], [victim, other])).toEqual([]);
    expect(asked([condition('o-1')], [victim])).toEqual([]);
  });

  it('is not where nobody is named, nor for what it requires or the duty to notify', () => {
    expect(asked([condition('o-2')], [])).toEqual([]);
    expect(asked([condition('o-2', 'c-2')], [victim])).toEqual([]);
    expect(asked([{ orderId: 'o-2', breached: { is: 'notification', offenceCode: 'ST19002' } }], [victim])).toEqual([]);
    expect(asked([condition('o-2', 'c-2'), condition('o-2')], [victim])).toEqual(['o-2']);
  });
});
