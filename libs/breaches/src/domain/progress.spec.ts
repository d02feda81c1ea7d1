import { describe, expect, it } from '@jest/globals';
import { arrested, bailed, breachReported, charged, convicted, dropped, given, remanded } from './example-facts.js';
import { heldFor, isInCustody } from './progress.js';
import type { BreachFact } from './events.js';

const held = (...facts: readonly BreachFact[]) => heldFor(given(breachReported(), ...facts));

describe('bail and remand', () => {
  it('with conditions stands from the release until the case ends, or he is released otherwise or arrested again', () => {
    expect([held(arrested), held(arrested, bailed)]).toEqual([null, { is: 'bail-conditions', since: '2026-06-09T10:00:00.000Z' }]);
    expect([held(arrested, bailed, dropped), held(arrested, bailed, charged, convicted), held(arrested, bailed, arrested)]).toEqual([
      null,
      null,
      null,
    ]);
    const otherwise = { ...bailed, data: { ...bailed.data, how: 'under-investigation' } } as BreachFact;
    expect(held(arrested, bailed, arrested, otherwise)).toBeNull();
  });

  it('from before the charge ends with the charge: what binds since is asked for until it is recorded', () => {
    const asked = { is: 'not-recorded', since: '2026-07-01T10:00:00.000Z' };
    expect([held(arrested, charged), held(arrested, bailed, charged)]).toEqual([asked, asked]);
    const since = '2026-07-02T10:00:00.000Z';
    expect(held(arrested, bailed, charged, remanded('bail-with-conditions'))).toEqual({ is: 'bail-conditions', since });
    expect(held(arrested, charged, remanded('custody'))).toEqual({ is: 'remanded', since });
    expect(held(arrested, charged, remanded('bail'))).toBeNull();
  });

  it('after a charge stands until it is decided anew, or by the court in the end; a further charge ends nothing', () => {
    const later = '2026-07-20T10:00:00.000Z';
    expect(held(charged, remanded('bail-with-conditions'), charged)).toMatchObject({ is: 'bail-conditions' });
    expect(held(charged, remanded('bail-with-conditions'), remanded('custody', later))).toEqual({ is: 'remanded', since: later });
    expect(held(charged, remanded('custody'), remanded('bail-with-conditions', later))).toEqual({ is: 'bail-conditions', since: later });
    expect(held(charged, remanded('custody'), convicted)).toBeNull();
    expect(isInCustody(given(breachReported(), charged, arrested, remanded('bail')))).toBe(false);
  });
});
