import { expect, it } from '@jest/globals';
import { caseOpened, given, now, opened, outcome, victim } from '../domain/example-facts.js';
import { considerationStanding } from '../domain/standing.js';
import { recordSupport, type SupportDetails } from './record-support.js';

const withdrawn: SupportDetails = { protectedPersonId: victim, supports: false, on: '2026-03-09', words: 'She is tired of it' };
const when = (over: Partial<SupportDetails>, state = given(caseOpened())) =>
  outcome(() => recordSupport(state, { ...withdrawn, ...over }, now));

it('support withdrawn closes nothing and settles nothing', () => {
  const facts = when({});
  expect(facts).toMatchObject([{ type: 'VictimSupportWithdrawn', personal: { words: { about: ['p-1', victim] } } }]);
  const after = opened(...(typeof facts === 'string' ? [] : facts));
  expect(after.outcomes).toEqual([]);
  expect(considerationStanding(after, '2026-03-10')).toBe('missing');
  expect(when({}, after)).toEqual([]);
  expect(when({ supports: true }, after)).toMatchObject([{ type: 'VictimSupportRegained' }]);
});

it('is said by somebody the case is about, on a day that has come', () => {
  expect(when({ protectedPersonId: 'v-9' })).toBe('not-part-of-it');
  expect(when({ on: '2027-01-01' })).toBe('in-the-future');
  expect(when({ supports: true })).toEqual([]);
});
