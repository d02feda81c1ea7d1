import { describe, expect, it } from '@jest/globals';
import { breachReported, given, of, outcome, victim } from '../domain/example-facts.js';
import { referenceEvidence } from './reference-evidence.js';

const details = { evidenceId: 'e-1', kind: 'phone-record', reference: 'EX/1' } as const;

describe('referring to evidence', () => {
  it('says what and where it is', () => {
    const facts = outcome(() => referenceEvidence(given(breachReported()), details));
    expect(facts).toEqual([
      {
        type: 'EvidenceReferenced',
        data: { ...of, evidenceId: 'e-1', kind: 'phone-record' },
        personal: { reference: { about: ['p-1', victim], value: 'EX/1' } },
      },
    ]);
    expect(outcome(() => referenceEvidence(given(), details))).toBe('not-reported');
  });
});
