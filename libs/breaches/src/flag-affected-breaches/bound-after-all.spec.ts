import { describe, expect, it } from '@jest/globals';
import type { Entry, OrderFact } from '#orders';
import { someTimeOn } from '#orders';
import type { BreachFact } from '../domain/events.js';
import { allegation, breachReported, contactKept, dropped, given, of } from '../domain/example-facts.js';
import { made, ofOrder, order, orderMade, orderQuashed, orderServed, orderVaried, version } from '../domain/example-orders.js';
import { flagBoundAfterAll, mayBindAfterAll } from './bound-after-all.js';

const at = '2026-09-14T15:00:00.000Z';
/** The flags that the last of these facts raises on what was reported. */
const when = (facts: readonly OrderFact[], ...reported: readonly BreachFact[]) => {
  const learned = { orderId: 'o-1', at, before: order(...facts.slice(0, -1)), after: order(...facts) };
  expect(mayBindAfterAll(facts.at(-1)?.type ?? '')).toBe(true);
  return flagBoundAfterAll(given(...reported), learned, 'f-1');
};
const court = { type: 'crown', name: 'Testville' } as const;
const discharged = (on: string): OrderFact => ({
  type: 'OrderDischarged',
  data: { ...ofOrder('o-1'), court, at: someTimeOn(on), onApplicationOf: 'respondent' },
});
const inError = (entry: Entry): OrderFact => ({
  type: 'EntryRecordedInError',
  data: { ...ofOrder('o-1'), errorId: 'e-1', entry, was: null, at },
  personal: { reason: { about: ['p-1'], value: 'Of another man' } },
});
const noDischarge = inError({ is: 'discharge', id: null });
const withdrawn: BreachFact = { type: 'AllegationWithdrawn', data: { ...of, allegationId: 'a-1' } };
const flag: BreachFact = {
  type: 'ReviewFlagged',
  data: { ...of, flagId: 'f-1', because: 'in-force-after-all', orderId: 'o-1', at },
};

describe('what was kept while nobody knew that the order bound him', () => {
  it('is flagged once an end that had stood then proves to be none', () => {
    expect(when([orderMade('o-1'), discharged('2026-06-01'), noDischarge], contactKept())).toEqual([flag]);
    expect(when([orderMade('o-1'), discharged('2026-06-01'), noDischarge], contactKept(), flag)).toEqual([]);
    expect(when([orderMade('o-1'), discharged('2026-06-09'), noDischarge], contactKept())).toEqual([]);
    // Another end stands, from before it.
    const quashed = orderQuashed('o-1', someTimeOn('2026-06-02'));
    expect(when([orderMade('o-1'), discharged('2026-06-01'), quashed, noDischarge], contactKept())).toEqual([]);
  });

  it('is flagged where an allegation was withdrawn, dropped or made of another order, not where it stands against this one', () => {
    const facts = [orderMade('o-1'), discharged('2026-06-01'), noDischarge];
    expect(when(facts, breachReported(), withdrawn)).toEqual([flag]);
    expect(when(facts, breachReported({ allegations: [{ ...allegation, orderId: 'o-2' }] }), dropped)).toEqual([flag]);
    expect(when(facts, breachReported())).toEqual([]);
    expect(when(facts)).toEqual([]);
  });

  it('is flagged once the order is recorded, or an earlier day of its making, or a later last day', () => {
    expect(when([orderMade('o-1')], contactKept())).toEqual([flag]);
    expect(when([orderMade('o-1', { made: someTimeOn('2026-06-09') })], contactKept())).toEqual([]);
    const corrected = (over: object): OrderFact => ({
      type: 'OrderCorrected',
      data: { ...ofOrder('o-1'), correctionId: 'k-1', court: null, made: null, end: null, respondentPresent: null, ...over },
      personal: { reason: { about: ['p-1'], value: 'Misread' } },
    });
    expect(when([orderMade('o-1', { made: someTimeOn('2026-06-09') }), corrected({ made })], contactKept())).toEqual([flag]);
    const short = orderMade('o-1', { end: { is: 'fixed', lastDay: '2026-06-07' } });
    expect(when([short, corrected({ end: { is: 'fixed', lastDay: '2026-06-08' } })], contactKept())).toEqual([flag]);
    const renewed: OrderFact = {
      type: 'OrderRenewed',
      data: {
        ...{ ...ofOrder('o-1'), renewalId: 'r-1', court, filedOn: '2026-06-01', made: someTimeOn('2026-06-05') },
        ...{ end: { is: 'fixed', lastDay: '2028-01-01' }, onApplicationOf: 'chief-officer', outOfTime: false },
      },
    };
    expect(when([short, renewed], contactKept())).toEqual([flag]);
  });

  it('is flagged once other words turn out to have bound him then, or may have, and not where only papers change', () => {
    const added = (on: string) => orderVaried('o-1', someTimeOn(on), [{ change: 'added', version: version('c-2', 'c-2-1') }]);
    expect(when([orderMade('o-1'), added('2026-06-01')], contactKept())).toEqual([flag]);
    expect(when([orderMade('o-1'), added('2026-06-08')], contactKept())).toEqual([flag]);
    expect(when([orderMade('o-1'), added('2026-06-09')], contactKept())).toEqual([]);
    const removed = orderVaried('o-1', someTimeOn('2026-06-01'), [{ change: 'removed', conditionId: 'c-1' }]);
    expect(when([orderMade('o-1'), removed, inError({ is: 'variation', id: 'var-2026-06-01' })], contactKept())).toEqual([flag]);
    const served = orderServed('o-1', made);
    expect(when([orderMade('o-1'), served, inError({ is: 'service', id: 's-2026-05-14' })], contactKept())).toEqual([]);
    expect(mayBindAfterAll('OrderDischarged')).toBe(false);
  });
});
