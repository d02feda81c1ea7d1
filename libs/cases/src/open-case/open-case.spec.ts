import { describe, expect, it } from '@jest/globals';
import { caseOpened, given, now, of, outcome, victim } from '../domain/example-facts.js';
import { openCase, type OpenCaseDetails } from './open-case.js';

const details: OpenCaseDetails = {
  ...of,
  openedOn: '2026-03-03',
  source: 'victim',
  protectedPersonIds: [victim, victim],
  summary: 'Messages from a former colleague',
  reference: { referenceId: 'n-1', kind: 'crime', givenBy: '46', system: 'Athena', number: '46/12345/26' },
};

describe('opening a case', () => {
  it('seals what it is about under everybody it is about, and the number under the perpetrator', () => {
    expect(openCase(given(), details, now)).toEqual([
      {
        type: 'StalkingCaseOpened',
        data: { ...of, openedOn: '2026-03-03', source: 'victim', protectedPersonIds: [victim] },
        personal: { summary: { about: ['p-1', victim], value: 'Messages from a former colleague' } },
      },
      {
        type: 'CaseReferenceRecorded',
        data: { ...of, referenceId: 'n-1', kind: 'crime', givenBy: '46', system: 'Athena' },
        personal: { number: { about: ['p-1'], value: '46/12345/26' } },
      },
    ]);
  });

  it('needs no number, no words and nobody named', () => {
    const bare = { ...details, protectedPersonIds: [], summary: null, reference: null };
    expect(openCase(given(), bare, now)).toMatchObject([{ type: 'StalkingCaseOpened', personal: {} }]);
  });

  it('is done once, and not for a day that has not come', () => {
    expect(outcome(() => openCase(given(caseOpened()), details, now))).toBe('opened-already');
    expect(outcome(() => openCase(given(), { ...details, openedOn: '2026-11-22' }, now))).toBe('in-the-future');
  });
});
