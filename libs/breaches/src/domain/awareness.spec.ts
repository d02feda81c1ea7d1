import { describe, expect, it } from '@jest/globals';
import { allegeable } from './allegeable.js';
import { awarenessStillToShow, notKnownInWords, notKnownThen } from './awareness.js';
import { allegation, breachReported, given } from './example-facts.js';
import { ofOrder, order, orderMade, orderServed, orderVaried, version } from './example-orders.js';
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

  it('is to be found again once what showed it was recorded in error, and not for an error that left it', () => {
    const known = given(breachReported());
    const served = [orderMade('o-1'), orderServed('o-1', { on: '2026-05-14', at: before })];
    const struck = (id: string): OrderFact => ({
      type: 'EntryRecordedInError',
      data: { ...ofOrder('o-1'), errorId: `e-${id}`, entry: { is: 'service', id }, was: '2026-05-14', at: '2026-09-14T15:00:00.000Z' },
      personal: { reason: personal(['p-1'], 'Served on his brother') },
    });
    expect(awarenessStillToShow(known, [order(...served)])).toBe(false);
    expect(awarenessStillToShow(known, [order(...served, struck('s-2026-05-14'))])).toBe(true);
    const twice = [...served, orderServed('o-1', { on: '2026-05-20', at: null })];
    expect(awarenessStillToShow(known, [order(...twice, struck('s-2026-05-14'))])).toBe(false);
  });

  it('is told of the order, of words that were changed, or of a renewal', () => {
    const reworded = orderVaried('o-1', { on: '2026-06-01', at: null }, [{ change: 'reworded', version: version('c-1', 'c-1-2') }]);
    const served = orderServed('o-1', { on: '2026-05-14', at: before });
    const ofNew = given(breachReported({ awarenessToShow: true, allegations: [{ ...allegation, conditionVersionId: 'c-1-2' }] }));
    expect(notKnownThen(state, [order(orderMade('o-1'))])).toEqual({ is: 'order' });
    expect(notKnownThen(ofNew, [order(orderMade('o-1'), served, reworded)])).toEqual({
      is: 'words',
      since: { on: '2026-06-01', at: null },
    });
    const renewed: OrderFact = {
      type: 'OrderRenewed',
      data: {
        ...{ ...ofOrder('o-1'), renewalId: 'r-1', court: { type: 'magistrates', name: 'Testville' }, filedOn: '2026-06-01' },
        ...{
          made: { on: '2026-06-05', at: null },
          end: { is: 'fixed', lastDay: '2028-01-01' },
          onApplicationOf: 'chief-officer',
          outOfTime: false,
        },
      },
    };
    const short = orderMade('o-1', { end: { is: 'fixed', lastDay: '2026-06-06' } });
    const [unknown, known] = [
      [short, served, renewed],
      [short, served, renewed, orderServed('o-1', { on: '2026-06-06', at: null })],
    ].map((facts) => [order(...facts)]);
    expect(notKnownThen(state, unknown!)).toEqual({ is: 'renewal', since: { on: '2026-06-05', at: null } });
    expect(notKnownThen(state, known!)).toBeNull();
    expect(allegeable(unknown!, state.occurred)[0]?.knowledge).toEqual({ shownBy: 'nothing' });
    const earlier = { ...state, occurred: { on: '2026-06-06', until: '2026-06-06', at: null } };
    expect(notKnownThen(earlier, unknown!)).toBeNull();
    expect(notKnownInWords({ is: 'words', since: { on: '2026-06-01', at: null } })).toContain('as changed on 1 Jun 2026');
  });
});
