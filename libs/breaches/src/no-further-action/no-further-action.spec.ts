import { describe, expect, it } from '@jest/globals';
import { allegation, breachReported, charged, contactKept, dropped, given, now, of, outcome, victim } from '../domain/example-facts.js';
import { type OrderFact, someTimeOn } from '#orders';
import { made, order, orderMade, orderServed } from '../domain/example-orders.js';
import { noFurtherAction, type NoFurtherActionDetails } from './no-further-action.js';

const details: NoFurtherActionDetails = { at: '2026-07-01T10:00:00.000Z', reason: 'not-aware-of-order', note: null };
const when = (over: Partial<NoFurtherActionDetails> = {}, breach = given(breachReported()), ...facts: readonly OrderFact[]) =>
  outcome(() => noFurtherAction(breach, [order(...(facts.length > 0 ? facts : [orderMade('o-1')]))], { ...details, ...over }, now));

describe('deciding on no further action', () => {
  it('has a reason and keeps the incident with its allegations', () => {
    expect(when()).toEqual([{ type: 'NoFurtherAction', data: { ...of, at: details.at, reason: 'not-aware-of-order' }, personal: {} }]);
    expect(given(breachReported(), dropped)).toMatchObject({
      status: 'no-further-action',
      isBreach: true,
      allegations: [{ ...allegation, withdrawn: null }],
    });
  });

  it('explains another reason in words, which are personal', () => {
    expect(when({ reason: 'other' })).toBe('note-needed');
    expect(when({ reason: 'other', note: 'Moved abroad' })).toMatchObject([
      { personal: { note: { about: ['p-1', victim], value: 'Moved abroad' } } },
    ]);
  });

  it('is not for want of an order, or of knowing of it, where the record shows both, unless that is said to be wrong, and how', () => {
    const served = orderServed('o-1', made);
    expect(when({ reason: 'not-in-force' })).toBe('was-in-force');
    expect(when({}, given(breachReported()), orderMade('o-1'), served)).toBe('was-known');
    expect(when({ reason: 'not-in-force', recordIsWrong: true })).toBe('note-needed');
    expect(when({ reason: 'not-in-force', recordIsWrong: true, note: 'Discharged in May' })).toMatchObject([{ type: 'NoFurtherAction' }]);
    expect(when({ reason: 'evidential' }, given(breachReported()), orderMade('o-1'), served)).toHaveLength(1);
    // Learned since: it was made, or the wording came, only later.
    expect(when({ reason: 'not-in-force' }, given(breachReported()), orderMade('o-1', { made: someTimeOn('2026-06-09') }))).toHaveLength(1);
    const earlier = { ...allegation, conditionVersionId: 'c-1-0' };
    expect(when({ reason: 'not-in-force' }, given(breachReported({ allegations: [earlier] })))).toHaveLength(1);
    const late = orderServed('o-1', someTimeOn('2026-06-10'));
    expect(when({}, given(breachReported()), orderMade('o-1'), late)).toHaveLength(1);
  });

  it('is decided once, not after a charge, and not of contact that was only kept', () => {
    expect(when({}, given(breachReported(), dropped))).toBe('decided-already');
    expect(when({}, given(breachReported(), charged))).toBe('decided-already');
    expect(when({}, given(contactKept()))).toBe('nothing-alleged');
  });
});
