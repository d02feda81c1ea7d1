import { describe, expect, it } from '@jest/globals';
import { readsLikePolice } from './occupation.js';

describe('an occupation that reads like police employment', () => {
  it.each([
    ...[
      'Police constable',
      'POLICE',
      'PC',
      'P.C.',
      'PC 0000',
      'Custody Sergeant',
      'custody officer',
      'Detective',
      'DC',
      'PCSO',
      'Special constable',
      'special',
      'Community support officer',
      'Works for the Met',
      'Dog handler',
    ],
    ...[
      'Works for Testshire Police',
      'works for the Met police, IT',
      'Chief inspector',
      'policeman',
      'Policewoman (retired)',
      'Sgt',
      'Superintendent',
    ],
  ])('asks about %s', (occupation) => {
    expect(readsLikePolice(occupation)).toBe(true);
  });

  it.each([
    'Baker',
    'Night porter',
    'Policy adviser',
    'Upcycler',
    'Teacher',
    'Space engineer',
    'Accountant',
    'Specialist nurse',
    'Special needs teacher',
    '',
  ])('does not ask about %s', (occupation) => {
    expect(readsLikePolice(occupation)).toBe(false);
  });
});
