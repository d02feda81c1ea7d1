import { describe, expect, it } from '@jest/globals';
import { kent, nora, noraRecorded, protectedPerson, refusal } from '../domain/examples.js';
import { changeSafeContact } from '../change-safe-contact/change-safe-contact.js';
import { correctProtectedPerson } from './correct-protected-person.js';

const state = protectedPerson(noraRecorded);

describe('a protected person’s details', () => {
  it('are corrected with a reason', () => {
    const identity = { ...nora, dateOfBirth: null };
    expect(correctProtectedPerson(state, kent, { identity, reason: 'Not known after all' })).toEqual([
      {
        type: 'ProtectedPersonDetailsCorrected',
        data: { protectedPersonId: 'v1' },
        personal: { identity: { about: ['v1'], value: identity }, reason: { about: ['v1'], value: 'Not known after all' } },
      },
    ]);
  });

  it('are not corrected to what they are', () => {
    expect(refusal(() => correctProtectedPerson(state, kent, { identity: nora, reason: 'Checked' }))).toBe('nothing-changes');
  });

  it('may have a new safe contact, tidied, and the same one confirmed', () => {
    const contact = { phone: ' 07700 900001 ', email: '', address: { lines: ['2 Nowhere Road'], postcode: 'zz99 9zz' }, safeTimes: null };
    const [fact] = changeSafeContact(state, kent, contact);
    const kept = { phone: '07700 900001', email: null, address: { lines: ['2 Nowhere Road'], postcode: 'ZZ99 9ZZ' }, safeTimes: null };
    expect(fact).toMatchObject({ type: 'SafeContactChanged', personal: { contact: { about: ['v1'], value: kept } } });
    expect(changeSafeContact(protectedPerson(noraRecorded, fact!), kent, kept)).toHaveLength(1);
  });
});
