import { describe, expect, it } from '@jest/globals';
import { chiefOfficer } from './chief-officer.js';

describe('who applies for a force', () => {
  it.each([
    ['46', 'The Chief Constable of Kent Police'],
    ['01', 'The Commissioner of Police of the Metropolis'],
    ['48', 'The Commissioner of Police for the City of London'],
  ])('is named for %s as courts name them', (cjs, named) => {
    expect(chiefOfficer(cjs)).toBe(named);
  });
});
