import { describe, expect, it } from '@jest/globals';
import { arrested, bailed, breachReported, given, now, of, outcome } from '../domain/example-facts.js';
import { order, orderMade } from '../domain/example-orders.js';
import { recordRelease, type ReleaseDetails } from './record-release.js';

const at = '2026-06-09T10:00:00.000Z';
const when = (over: Partial<ReleaseDetails> = {}, breach = given(breachReported(), arrested)) =>
  outcome(() =>
    recordRelease(breach, [order(orderMade('o-1'))], { at, how: 'bail-with-conditions', reason: null, note: null, ...over }, now),
  );

describe('recording a release', () => {
  it('on bail or under investigation', () => {
    expect(when()).toEqual([{ type: 'ReleasedFromCustody', data: { ...of, at, how: 'bail-with-conditions' } }]);
    expect(given(breachReported(), arrested, bailed).status).toBe('on-bail');
  });

  it('without further action is also that decision, with its reason', () => {
    const facts = when({ how: 'no-further-action', reason: 'evidential' });
    expect(facts).toMatchObject([{ type: 'ReleasedFromCustody' }, { type: 'NoFurtherAction', data: { ...of, at, reason: 'evidential' } }]);
    expect(typeof facts === 'string' ? '' : given(breachReported(), arrested, ...facts).status).toBe('no-further-action');
    expect(when({ how: 'no-further-action' })).toBe('reason-needed');
    expect(when({ how: 'no-further-action', reason: 'other' })).toBe('note-needed');
    expect(when({ how: 'no-further-action', reason: 'not-in-force' })).toBe('was-in-force');
    expect(when({ how: 'no-further-action', reason: 'not-in-force', recordIsWrong: true, note: 'Discharged in May' })).toHaveLength(2);
  });

  it('refuses someone who is not in custody, and a release before the arrest', () => {
    expect(when({}, given(breachReported()))).toBe('not-in-custody');
    expect(when({}, given(breachReported(), arrested, bailed))).toBe('not-in-custody');
    expect(when({ at: '2026-06-08T20:00:00.000Z' })).toBe('released-before-arrest');
  });
});
