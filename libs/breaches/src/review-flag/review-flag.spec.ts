import { describe, expect, it } from '@jest/globals';
import { breachReported, flagged, given, of, outcome, victim } from '../domain/example-facts.js';
import type { BreachFact } from '../domain/events.js';
import { reviewFlag } from './review-flag.js';

const details = { flagId: 'f-1', decision: 'refer-to-prosecutor', note: 'Sent to the prosecutor' } as const;
const when = (facts: readonly BreachFact[]) => outcome(() => reviewFlag(given(...facts), details));

describe('reviewing a flag', () => {
  it('records the decision and leaves the report as it was', () => {
    const facts = when([breachReported(), flagged]);
    expect(facts).toEqual([
      {
        type: 'FlagReviewed',
        data: { ...of, flagId: 'f-1', decision: 'refer-to-prosecutor' },
        personal: { note: { about: ['p-1', victim], value: details.note } },
      },
    ]);
    const before = given(breachReported(), flagged);
    const after = given(breachReported(), flagged, ...(facts as BreachFact[]));
    expect(after).toEqual({
      ...before,
      flags: [{ ...before.flags[0], review: { decision: 'refer-to-prosecutor', note: { about: ['p-1', victim], value: details.note } } }],
    });
    expect(when([breachReported(), flagged, ...(facts as BreachFact[])])).toBe('reviewed-already');
  });

  it('refuses a flag that was never raised', () => {
    expect(when([breachReported()])).toBe('no-such-flag');
  });
});
