import { describe, expect, it } from '@jest/globals';
import { allegation, breachReported, charged, convicted, given, now, of, outcome, victim } from '../domain/example-facts.js';
import { type CourtOutcomeDetails, recordCourtOutcome } from './record-court-outcome.js';

const details: CourtOutcomeDetails = {
  on: '2026-09-01',
  outcome: 'convicted',
  receivedAt: '2026-09-02T09:00:00.000Z',
  sentence: 'Community order',
};
const when = (over: Partial<CourtOutcomeDetails> = {}, breach = given(breachReported(), charged)) =>
  outcome(() => recordCourtOutcome(breach, { ...details, ...over }, now));

describe('recording what a court decided', () => {
  it('of a breach that was charged', () => {
    const { sentence, ...data } = details;
    expect(when()).toEqual([
      { type: 'CourtOutcomeRecorded', data: { ...of, ...data }, personal: { sentence: { about: ['p-1', victim], value: sentence } } },
    ]);
    expect(given(breachReported(), charged, convicted).status).toBe('convicted');
  });

  it('of a breach that was not charged only where it may be contempt', () => {
    const dvpo = given(breachReported({ allegations: [{ ...allegation, offenceCode: null }] }));
    expect(when({ outcome: 'contempt-proved' }, dvpo)).toHaveLength(1);
    expect(when({ outcome: 'convicted' }, dvpo)).toBe('not-charged');
    expect(when({ outcome: 'contempt-proved' }, given(breachReported()))).toBe('not-charged');
  });

  it('of a charge not before its day, and on that day at the earliest', () => {
    expect(when({ on: '2026-06-30' })).toBe('before-the-charge');
    expect(when({ on: '2026-07-01' })).toHaveLength(1);
  });

  it('may be followed by that of a later court', () => {
    const once = given(breachReported(), charged, convicted);
    expect(when({}, once)).toBe('recorded-already');
    expect(when({ outcome: 'acquitted', on: '2026-08-31' }, once)).toBe('before-the-last-outcome');
    expect(when({ outcome: 'acquitted', on: '2026-11-03', receivedAt: '2026-11-04T09:00:00.000Z' }, once)).toHaveLength(1);
  });

  it('is heard before it is received, and not in the future', () => {
    expect(when({ receivedAt: '2026-08-31T09:00:00.000Z' })).toBe('received-before-the-hearing');
    expect(when({ on: '2026-11-22', receivedAt: now })).toBe('in-the-future');
  });
});
