import { describe, expect, it } from '@jest/globals';
import { breachReported, contactKept, given, now, of, outcome } from '../domain/example-facts.js';
import type { BreachFact } from '../domain/events.js';
import { superviseBreach, type SupervisionDetails } from './supervise-breach.js';

const details: SupervisionDetails = { at: '2026-06-09T08:00:00.000Z', decision: 'agreed', note: null };
const when = (over: Partial<SupervisionDetails> = {}, breach = given(breachReported()), by = 'sergeant') =>
  outcome(() => superviseBreach(breach, { ...details, ...over }, { by, reportedBy: 'constable', now }));

describe('a review by a supervisor', () => {
  it('is recorded, and what is still to be done is said', () => {
    expect(when()).toEqual([{ type: 'SupervisorReviewed', data: { ...of, at: details.at, decision: 'agreed' }, personal: {} }]);
    expect(when({ decision: 'more-to-do' })).toBe('say-what-is-to-do');
    expect(when({ decision: 'more-to-do', note: 'Ask for CCTV' })).toHaveLength(1);
  });

  it('is never one of their own report, nor of contact that nobody alleges to be a breach', () => {
    expect(when({}, given(breachReported()), 'constable')).toBe('own-report');
    expect(when({}, given(contactKept()))).toBe('nothing-alleged');
    const withdrawn: BreachFact = { type: 'AllegationWithdrawn', data: { ...of, allegationId: 'a-1' } };
    expect(when({}, given(breachReported(), withdrawn))).toHaveLength(1);
  });
});
