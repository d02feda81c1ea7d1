import { describe, expect, it } from '@jest/globals';
import {
  arrested,
  breachReported,
  charged,
  contactKept,
  convicted,
  given,
  interviewed,
  now,
  of,
  outcome,
} from '../domain/example-facts.js';
import { recordInterview } from './record-interview.js';

const details = { at: '2026-06-09T08:00:00.000Z', underCaution: true };

describe('recording an interview', () => {
  it('in custody or by appointment', () => {
    expect(outcome(() => recordInterview(given(breachReported()), details, now))).toEqual([
      { type: 'InterviewHeld', data: { ...of, ...details } },
    ]);
    expect(given(breachReported(), interviewed).status).toBe('interviewed');
    expect(given(breachReported(), arrested, interviewed).status).toBe('arrested');
  });

  it('refuses contact that nobody alleges to be a breach, and a case that ended', () => {
    expect(outcome(() => recordInterview(given(contactKept()), details, now))).toBe('nothing-alleged');
    expect(outcome(() => recordInterview(given(breachReported(), charged, convicted), details, now))).toBe('concluded');
  });
});
