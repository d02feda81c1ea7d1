import { describe, expect, it } from '@jest/globals';
import * as s from '../domain/specimens.js';
import { withdrawSupport } from './withdraw-support.js';

const filed = s.applicationOf(s.applicationFiled());
const withdrawn = { protectedPersonId: s.protectedA, on: '2026-03-16' };

describe('withdrawing support', () => {
  it('closes nothing', () => {
    const facts = withdrawSupport(filed, withdrawn, s.now);
    expect(facts).toMatchObject([{ type: 'SupportWithdrawn', data: withdrawn }]);
    expect(s.applicationOf(s.applicationFiled(), ...facts).is).toBe('pending');
  });

  it('is recorded once', () => {
    const after = s.applicationOf(s.applicationFiled(), ...withdrawSupport(filed, withdrawn, s.now));
    expect(withdrawSupport(after, withdrawn, s.now)).toEqual([]);
  });

  it.each([
    ['there is no application', s.applicationOf(), withdrawn, 'no-such-application'],
    ['they have no part in it', filed, { ...withdrawn, protectedPersonId: s.protectedB }, 'not-part-of-it'],
    ['it is dated before the filing', filed, { ...withdrawn, on: '2026-03-09' }, 'before-filing'],
    ['it is dated ahead', filed, { ...withdrawn, on: '2027-01-01' }, 'in-the-future'],
  ] as const)('is refused when %s', (_, state, details, reason) => {
    expect(s.refusal(() => withdrawSupport(state, details, s.now))).toBe(reason);
  });
});
