import { describe, expect, it } from '@jest/globals';
import { breachReported, charged, given, now, of, outcome } from '../domain/example-facts.js';
import { disposeOutOfCourt } from './dispose-out-of-court.js';

const details = { at: '2026-07-01T10:00:00.000Z', how: 'conditional-caution' } as const;

describe('disposing of a breach out of court', () => {
  it('takes the place of a charge', () => {
    const facts = outcome(() => disposeOutOfCourt(given(breachReported()), details, now));
    expect(facts).toEqual([{ type: 'DisposedOutOfCourt', data: { ...of, ...details } }]);
    expect(typeof facts === 'string' ? '' : given(breachReported(), ...facts).status).toBe('out-of-court');
  });

  it('is refused after a charge', () => {
    expect(outcome(() => disposeOutOfCourt(given(breachReported(), charged), details, now))).toBe('decided-already');
  });
});
