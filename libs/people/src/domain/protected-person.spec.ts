import { describe, expect, it } from '@jest/globals';
import { fold, personal } from '#event-sourcing';
import type { ProtectedPersonFact } from './events.js';
import { protectedPeople } from './protected-person.js';

const protectedPersonId = 'v1';
const identity = { name: { family: 'Nonesuch', given: 'Nora' }, dateOfBirth: null, sex: 'female' } as const;
const contact = { phone: '07700 900000', email: null, address: null, safeTimes: 'Text only' };
const recorded: ProtectedPersonFact = {
  type: 'ProtectedPersonRecorded',
  data: { protectedPersonId, force: '07', perpetratorId: 'p1' },
  personal: { identity: personal([protectedPersonId], identity), contact: personal([protectedPersonId], contact) },
};

function after(...facts: ProtectedPersonFact[]) {
  return fold(protectedPeople, [recorded, ...facts]);
}

describe('a protected person’s record', () => {
  it('is looked after by the force that made it', () => {
    expect(after()).toMatchObject({ is: 'recorded', force: '07', safeguarding: '07', perpetratorId: 'p1', contact: { value: contact } });
  });

  it('goes with them when they move, and remembers who made it', () => {
    expect(after({ type: 'SafeguardingTransferred', data: { protectedPersonId, to: '61' } })).toMatchObject({
      force: '07',
      safeguarding: '61',
    });
  });

  it('takes corrected details and new contact apart from each other', () => {
    const named = { ...identity, dateOfBirth: '1991-02-28' };
    const moved = { ...contact, phone: '07700 900001' };
    const corrected: ProtectedPersonFact = {
      type: 'ProtectedPersonDetailsCorrected',
      data: { protectedPersonId },
      personal: { identity: personal([protectedPersonId], named), reason: personal([protectedPersonId], 'Told by her') },
    };
    const changed: ProtectedPersonFact = {
      type: 'SafeContactChanged',
      data: { protectedPersonId },
      personal: { contact: personal([protectedPersonId], moved) },
    };
    expect(after(corrected)).toMatchObject({ identity: { value: named }, contact: { value: contact } });
    expect(after(changed)).toMatchObject({ identity: { value: identity }, contact: { value: moved } });
  });

  it('keeps nothing personal once erased', () => {
    const erasure = { personId: protectedPersonId, basis: 'right-to-erasure', authority: 'Data protection officer' } as const;
    expect(after({ type: 'PersonErased', data: erasure })).toEqual({
      is: 'erased',
      protectedPersonId,
      force: '07',
      perpetratorId: 'p1',
      safeguarding: '07',
      erasure,
    });
  });

  it('can be read where it was stored before it said from whom', () => {
    const earlier: ProtectedPersonFact = { type: 'ProtectedPersonRecorded', data: { protectedPersonId, force: '07' } };
    expect(fold(protectedPeople, [earlier])).toMatchObject({ perpetratorId: null });
  });
});
