import { describe, expect, it } from '@jest/globals';
import { allegation, breachReported, given, of, outcome, victim } from '../domain/example-facts.js';
import type { BreachFact } from '../domain/events.js';
import { withdrawAllegation } from './withdraw-allegation.js';

const two = breachReported({
  allegations: [allegation, { ...allegation, allegationId: 'a-2', conditionId: 'c-2', conditionVersionId: 'c-2-1' }],
});
const when = (facts: readonly BreachFact[], allegationId = 'a-1') =>
  outcome(() => withdrawAllegation(given(...facts), { allegationId, reason: 'Wrong order' }));

describe('withdrawing an allegation', () => {
  it('keeps it, with the reason', () => {
    const reason = { about: ['p-1', victim], value: 'Wrong order' };
    const facts = when([two]);
    expect(facts).toEqual([{ type: 'AllegationWithdrawn', data: { ...of, allegationId: 'a-1' }, personal: { reason } }]);
    expect(given(two, ...(facts as BreachFact[]))).toMatchObject({
      status: 'alleged',
      allegations: [{ allegationId: 'a-1', withdrawn: reason }, { withdrawn: null }],
    });
  });

  it('leaves the incident on the history when none is left', () => {
    const first = when([breachReported()]) as BreachFact[];
    expect(given(breachReported(), ...first)).toMatchObject({ status: 'withdrawn', isBreach: true });
    expect(when([breachReported(), ...first])).toBe('withdrawn-already');
  });

  it('refuses one that was never made', () => {
    expect(when([two], 'a-9')).toBe('no-such-allegation');
  });
});
