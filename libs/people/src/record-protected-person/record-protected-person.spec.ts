import { describe, expect, it } from '@jest/globals';
import {
  erased,
  essex,
  kent,
  nora,
  noraContact,
  noraRecorded,
  perpetrator,
  protectedPerson,
  recorded,
  refusal,
  restricted,
} from '../domain/examples.js';
import { recordProtectedPerson } from './record-protected-person.js';

const details = { protectedPersonId: 'v1', identity: nora, contact: noraContact };

describe('recording a protected person', () => {
  it('says from whom, and puts them in the care of the force that records', () => {
    expect(recordProtectedPerson(protectedPerson(), perpetrator(recorded), essex, details)).toEqual([
      {
        type: 'ProtectedPersonRecorded',
        data: { protectedPersonId: 'v1', force: '42', perpetratorId: 'p1' },
        personal: { identity: { about: ['v1'], value: nora }, contact: { about: ['v1'], value: noraContact } },
      },
    ]);
  });

  it('keeps no blank contact', () => {
    const blank = { phone: ' ', email: '', address: { lines: [' '], postcode: '' }, safeTimes: null };
    const [fact] = recordProtectedPerson(protectedPerson(), perpetrator(recorded), kent, { ...details, contact: blank });
    expect(fact?.personal).toMatchObject({ contact: { value: { phone: null, email: null, address: null, safeTimes: null } } });
  });

  it.each([
    ['from nobody', protectedPerson(), perpetrator(), 'no-such-record'],
    ['from somebody restricted', protectedPerson(), perpetrator(recorded, restricted), 'no-such-record'],
    ['from somebody erased', protectedPerson(), perpetrator(recorded, erased), 'erased'],
    ['twice', protectedPerson(noraRecorded), perpetrator(recorded), 'already-recorded'],
  ])('is refused %s', (_, state, from, reason) => {
    expect(refusal(() => recordProtectedPerson(state, from, essex, details))).toBe(reason);
  });
});
