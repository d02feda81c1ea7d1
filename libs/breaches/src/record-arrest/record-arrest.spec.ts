import { describe, expect, it } from '@jest/globals';
import {
  arrested,
  bailed,
  breachReported,
  charged,
  contactKept,
  convicted,
  dropped,
  given,
  now,
  of,
  outcome,
} from '../domain/example-facts.js';
import type { BreachFact } from '../domain/events.js';
import { recordArrest } from './record-arrest.js';

const at = '2026-06-08T22:10:00.000Z';
const when = (facts: readonly BreachFact[], moment = at) => outcome(() => recordArrest(given(...facts), { at: moment }, now));

describe('recording an arrest', () => {
  it('of a reported breach', () => {
    expect(when([breachReported()])).toEqual([{ type: 'ArrestMade', data: { ...of, at } }]);
    expect(given(breachReported(), arrested).status).toBe('arrested');
  });

  it('in the minute of a breach whose seconds are known, not in the minute before', () => {
    const reported = [breachReported({ occurred: { on: '2026-06-08', until: '2026-06-08', at: '2026-06-08T22:10:30.000Z' } })];
    expect(when(reported)).toHaveLength(1);
    expect(when(reported, '2026-06-08T22:09:59.999Z')).toBe('before-it-happened');
  });

  it('opens a breach of which no further action was to be taken, and leaves a charged one charged', () => {
    expect(given(breachReported(), dropped, arrested).status).toBe('arrested');
    expect(given(breachReported(), charged, arrested).status).toBe('charged');
  });

  it('may follow an earlier arrest only once he was released', () => {
    expect(when([breachReported(), arrested])).toBe('in-custody-already');
    expect(when([breachReported(), arrested, bailed], '2026-06-10T09:00:00.000Z')).toHaveLength(1);
  });

  it('refuses what was never reported, what nobody alleges, a case that ended, and impossible times', () => {
    expect(when([])).toBe('not-reported');
    expect(when([contactKept()])).toBe('nothing-alleged');
    expect(when([breachReported(), charged, convicted])).toBe('concluded');
    expect(when([breachReported()], '2026-06-08T17:04:59.999Z')).toBe('before-it-happened');
    expect(when([breachReported()], '2026-11-21T12:00:00.001Z')).toBe('in-the-future');
  });
});
