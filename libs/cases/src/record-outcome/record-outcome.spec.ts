import { describe, expect, it } from '@jest/globals';
import { caseOpened, given, now, opened, outcome } from '../domain/example-facts.js';
import { lastOutcome } from '../domain/standing.js';
import { type OutcomeDetails, recordOutcome } from './record-outcome.js';

const charged: OutcomeDetails = {
  outcomeId: 'u-1',
  outcome: 'charged',
  on: '2026-04-01',
  reason: null,
  offenceCodes: ['PH97011', 'PH97011'],
  applicationId: null,
  note: null,
};
const when = (over: Partial<OutcomeDetails>, state = given(caseOpened())) =>
  outcome(() => recordOutcome(state, { ...charged, ...over }, now));

describe('an outcome', () => {
  it('keeps only what belongs to it', () => {
    expect(when({ reason: 'evidential', applicationId: 'a-1' })).toMatchObject([
      { data: { outcome: 'charged', offenceCodes: ['PH97011'], reason: null, applicationId: null } },
    ]);
    expect(when({ outcome: 'application', applicationId: 'a-1' })).toMatchObject([{ data: { offenceCodes: [], applicationId: 'a-1' } }]);
  });

  it('may be followed by another', () => {
    const first = when({ outcome: 'no-further-action', reason: 'evidential' });
    const after = opened(...(typeof first === 'string' ? [] : first));
    const second = when({ outcomeId: 'u-2' }, after);
    expect(lastOutcome(opened(...(typeof first === 'string' ? [] : first), ...(typeof second === 'string' ? [] : second)))).toMatchObject({
      outcome: 'charged',
    });
  });

  it.each([
    [{ outcome: 'no-further-action' }, 'nfa-reason-needed'],
    [{ outcome: 'no-further-action', reason: 'other' }, 'note-needed'],
    [{ outcome: 'other' }, 'note-needed'],
    [{ offenceCodes: [] }, 'no-offence'],
    [{ offenceCodes: ['ST19501'] }, 'not-an-offence-code'],
    [{ on: '2026-03-02' }, 'before-it-was-opened'],
    [{ on: '2027-01-01' }, 'in-the-future'],
  ] as const)('refuses %j', (over, reason) => {
    expect(when(over)).toBe(reason);
  });
});
