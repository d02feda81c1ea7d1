import { describe, expect, it } from '@jest/globals';
import { arrested, bailed, breachReported, charged, convicted, given, now, of, outcome, remanded } from '../domain/example-facts.js';
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

  it('after a charge is bail or remand, which the police or a court decided, each time anew', () => {
    const [later, by] = ['2026-07-02T10:00:00.000Z', 'court'] as const;
    const after = given(breachReported(), arrested, charged);
    for (const how of ['bail-with-conditions', 'bail', 'custody'] as const) {
      expect(when({ at: later, by, how }, after)).toEqual([remanded(how, later)]);
      expect(
        when({ at: later, by, how }, given(breachReported(), arrested, charged, remanded('bail', '2026-07-01T12:00:00.000Z'))),
      ).toEqual([remanded(how, later)]);
    }
    expect(when({ at: later, by: 'police' }, after)).toMatchObject([{ type: 'RemandDecided', data: { by: 'police' } }]);
    expect(when({ at: later }, after)).toBe('who-remanded');
    expect(when({ at: later, by, how: 'under-investigation' }, after)).toBe('not-after-a-charge');
    expect(when({ at: later, by, how: 'no-further-action', reason: 'evidential' }, after)).toBe('not-after-a-charge');
    expect(when({ at: '2026-07-01T09:59:00.000Z', by }, after)).toBe('remanded-before-charge');
    expect(when({ at: later, by }, given(breachReported(), charged, remanded('bail-with-conditions', later)))).toBe('remanded-already');
    expect(when({ at: later, by }, given(breachReported(), charged, convicted))).toBe('concluded');
    expect(when({ how: 'custody' })).toBe('not-charged-yet');
  });

  it('refuses someone who is not in custody, and a release before the arrest', () => {
    expect(when({}, given(breachReported()))).toBe('not-in-custody');
    expect(when({}, given(breachReported(), arrested, bailed))).toBe('not-in-custody');
    expect(when({ at: '2026-06-08T20:00:00.000Z' })).toBe('released-before-arrest');
  });
});
