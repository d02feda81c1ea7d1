import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { caseFilter } from './case-filter.js';

it('shows the reader’s own force unless asked otherwise, and never throws, whatever the address says', () => {
  expect(caseFilter({}, '46')).toEqual({ force: '46', offence: null, grade: null, considered: null });
  expect(caseFilter({ force: 'any', offence: ' ph97004 ', grade: 'none', considered: 'open' }, '46')).toEqual({
    ...{ force: null, offence: 'PH97004', grade: 'none', considered: 'open' },
  });
  const anything = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(null));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('force', 'offence', 'grade', 'considered'), anything), (query) => {
      const { force, offence } = caseFilter(query, '46');
      expect(force === null || /^\d\d$/.test(force)).toBe(true);
      expect(offence === null || offence.length <= 8).toBe(true);
    }),
  );
});
