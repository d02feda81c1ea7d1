import { describe, expect, it } from '@jest/globals';
import { arrested, bailed, breachReported, charged, convicted, dropped, given } from './example-facts.js';
import { bailConditionsSince } from './progress.js';
import type { BreachFact } from './events.js';

const since = (...facts: readonly BreachFact[]) => bailConditionsSince(given(breachReported(), ...facts));

describe('bail with conditions', () => {
  it('stands from the release until the case ends, or he is released otherwise or arrested again', () => {
    const on = bailed.type === 'ReleasedFromCustody' ? bailed.data.at : '';
    expect([since(arrested), since(arrested, bailed), since(arrested, bailed, charged)]).toEqual([null, on, on]);
    expect([since(arrested, bailed, dropped), since(arrested, bailed, charged, convicted), since(arrested, bailed, arrested)]).toEqual([
      null,
      null,
      null,
    ]);
    const otherwise = { ...bailed, data: { ...bailed.data, how: 'under-investigation' } } as BreachFact;
    expect(since(arrested, bailed, arrested, otherwise)).toBeNull();
  });
});
