import { describe, expect, it } from '@jest/globals';
import { breachReported, contactKept, given, now, of, outcome, victim } from '../domain/example-facts.js';
import { assessSafety, type SafetyDetails } from './assess-safety.js';

const details: SafetyDetails = { at: '2026-06-08T19:00:00.000Z', risk: 'high', actions: ['alarm', 'patrols', 'alarm'], note: null };
const when = (over: Partial<SafetyDetails> = {}, breach = given(breachReported())) =>
  outcome(() => assessSafety(breach, { ...details, ...over }, now));

describe('assessing the risk after a report', () => {
  it('says how great it is and what was done at once, each once', () => {
    expect(when()).toEqual([
      { type: 'SafetyAssessed', data: { ...of, at: details.at, risk: 'high', actions: ['alarm', 'patrols'] }, personal: {} },
    ]);
  });

  it('is done of contact that is only kept, too, and may be done again', () => {
    expect(when({}, given(contactKept()))).toHaveLength(1);
    const [first] = when() as never[];
    expect(given(breachReported(), first!).safety).toEqual({ at: details.at, risk: 'high', actions: ['alarm', 'patrols'] });
    expect(when({ risk: 'standard', actions: [] }, given(breachReported(), first!))).toHaveLength(1);
  });

  it('does not leave high risk as it is, and lies neither ahead nor before the breach', () => {
    expect(when({ actions: [] })).toBe('high-needs-action');
    expect(when({ risk: 'medium', actions: [] })).toHaveLength(1);
    expect(when({ at: '2026-12-01T10:00:00.000Z' })).toBe('in-the-future');
    expect(when({ at: '2026-06-01T10:00:00.000Z' })).toBe('before-it-happened');
  });

  it('keeps what else matters as words about those concerned', () => {
    expect(when({ note: 'A child lives there' })).toMatchObject([
      { personal: { note: { about: ['p-1', victim], value: 'A child lives there' } } },
    ]);
  });
});
