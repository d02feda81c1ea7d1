import { describe, expect, it } from '@jest/globals';
import { awarenessStillToShow } from './awareness.js';
import { allegation, breachReported, given } from './example-facts.js';
import { ofOrder, order, orderMade, orderServed } from './example-orders.js';
import type { OrderFact } from '#orders';
import { personal } from '#event-sourcing';

const state = given(breachReported({ awarenessToShow: true }));
const toldAt = (at: string): OrderFact => ({
  type: 'AwarenessEvidenced',
  data: { ...ofOrder('o-1'), evidenceId: 'e-1', of: 'order', at: { on: at.slice(0, 10), at }, basis: 'told' },
  personal: { detail: personal(['p-1'], 'Told') },
});
const before = '2026-05-14T10:00:00.000Z';
const after = new Date(Date.parse(state.occurred.at ?? `${state.occurred.until}T23:00:00.000Z`) + 60_000).toISOString();

describe('What shows that the person knew', () => {
  it('is still to be found while nothing does', () => {
    expect(awarenessStillToShow(state, [order(orderMade('o-1'))])).toBe(true);
    expect(awarenessStillToShow(state, [])).toBe(true);
  });

  it('is found with evidence, or service, from before it happened and not from after it', () => {
    expect(awarenessStillToShow(state, [order(orderMade('o-1'), toldAt(before))])).toBe(false);
    expect(awarenessStillToShow(state, [order(orderMade('o-1'), toldAt(after))])).toBe(true);
    expect(awarenessStillToShow(state, [order(orderMade('o-1'), orderServed('o-1', { on: before.slice(0, 10), at: before }))])).toBe(false);
  });

  it('is found for a failure to notify with what shows that he knew of the order, and of that order alone', () => {
    const notified = given(
      breachReported({
        allegations: [{ ...allegation, conditionId: null, conditionVersionId: null, offenceCode: 'ST19002' }],
        awarenessToShow: true,
      }),
    );
    const other: OrderFact = { ...toldAt(before), data: { ...toldAt(before).data, orderId: 'o-2' } } as OrderFact;
    expect(awarenessStillToShow(notified, [order(orderMade('o-1'), toldAt(before))])).toBe(false);
    expect(awarenessStillToShow(notified, [order(orderMade('o-1'), toldAt(after))])).toBe(true);
    expect(awarenessStillToShow(notified, [order(orderMade('o-1')), order(orderMade('o-2'), other)])).toBe(true);
    expect(awarenessStillToShow(notified, [])).toBe(true);
  });

  it('was never asked for where it was known when it was reported', () => {
    expect(awarenessStillToShow(given(breachReported()), [order(orderMade('o-1'))])).toBe(false);
  });

  it('is not asked of an order that was not in force then, and is of another that was, or may have been', () => {
    const early = given(breachReported({ awarenessToShow: true, occurred: { on: '2026-03-01', until: '2026-03-01', at: null } }));
    const onDay = given(breachReported({ awarenessToShow: true, occurred: { on: '2026-05-14', until: '2026-05-14', at: null } }));
    const two = given(
      breachReported({
        ...{ awarenessToShow: true, occurred: early.occurred },
        allegations: [allegation, { ...allegation, allegationId: 'a-2', orderId: 'o-2' }],
      }),
    );
    const older = order(orderMade('o-2', { made: { on: '2026-02-01', at: null } }));
    expect(awarenessStillToShow(early, [order(orderMade('o-1'))])).toBe(false);
    expect(awarenessStillToShow(onDay, [order(orderMade('o-1'))])).toBe(true);
    expect(awarenessStillToShow(two, [order(orderMade('o-1')), older])).toBe(true);
  });
});
