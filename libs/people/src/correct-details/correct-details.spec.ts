import { describe, expect, it } from '@jest/globals';
import { kent, perpetrator, quentin, recorded, refusal } from '../domain/examples.js';
import { correctDetails } from './correct-details.js';

describe('correcting details', () => {
  it('records what is right and why it was wrong', () => {
    const identity = { ...quentin, dateOfBirth: '1988-04-03' };
    expect(correctDetails(perpetrator(recorded), kent, { identity, reason: 'Day and month were swapped' })).toEqual([
      {
        type: 'PerpetratorDetailsCorrected',
        data: { perpetratorId: 'p1' },
        personal: { identity: { about: ['p1'], value: identity }, reason: { about: ['p1'], value: 'Day and month were swapped' } },
      },
    ]);
  });

  it('takes a change of accents for a correction', () => {
    const identity = { ...quentin, name: { family: 'Éxampleson', given: 'Quentin' } };
    expect(correctDetails(perpetrator(recorded), kent, { identity, reason: 'Accent was missing' })).toHaveLength(1);
  });

  it.each([
    ['nothing that changes', quentin, 'nothing-changes'],
    ['a name without a letter', { ...quentin, name: { family: '', given: ' ' } }, 'no-name'],
    ['a birth after today', { ...quentin, dateOfBirth: '2026-11-22' }, 'born-later'],
  ])('refuses %s', (_, identity, reason) => {
    expect(refusal(() => correctDetails(perpetrator(recorded), kent, { identity, reason: 'Misread' }))).toBe(reason);
  });
});
