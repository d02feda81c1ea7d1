import { describe, expect, it } from '@jest/globals';
import { breachReported, contactKept, given, now, of, outcome, victim } from '../domain/example-facts.js';
import { addAddendum } from './add-addendum.js';

const earlier = { on: '2026-06-07', until: '2026-06-07', at: null };

describe('adding what was learned later', () => {
  it('stands beside what was recorded and moves nothing', () => {
    const facts = outcome(() => addAddendum(given(breachReported()), { addendumId: 'd-1', occurred: earlier, text: 'It was Sunday' }, now));
    expect(facts).toEqual([
      {
        type: 'AddendumRecorded',
        data: { ...of, addendumId: 'd-1', occurred: earlier },
        personal: { text: { about: ['p-1', victim], value: 'It was Sunday' } },
      },
    ]);
    const after = given(breachReported(), ...(typeof facts === 'string' ? [] : facts));
    expect(after.occurred).toEqual(given(breachReported()).occurred);
    expect(after.addenda).toHaveLength(1);
  });

  it('of contact that was only kept, and not of nothing or of the future', () => {
    expect(outcome(() => addAddendum(given(contactKept()), { addendumId: 'd-1', occurred: null, text: 'A number' }, now))).toHaveLength(1);
    expect(outcome(() => addAddendum(given(), { addendumId: 'd-1', occurred: null, text: 'A number' }, now))).toBe('not-reported');
    const future = { on: '2026-12-01', until: '2026-12-01', at: null };
    expect(outcome(() => addAddendum(given(breachReported()), { addendumId: 'd-1', occurred: future, text: 'x' }, now))).toBe(
      'in-the-future',
    );
  });
});
