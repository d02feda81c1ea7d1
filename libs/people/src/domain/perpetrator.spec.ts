import { describe, expect, it } from '@jest/globals';
import { fold, forget, personal } from '#event-sourcing';
import type { PerpetratorFact } from './events.js';
import { perpetrators } from './perpetrator.js';

const perpetratorId = 'p1';
const identity = { name: { family: 'Exampleson', given: 'Quentin' }, dateOfBirth: '1988-03-04', sex: 'male' } as const;
const recorded: PerpetratorFact = {
  type: 'PerpetratorRecorded',
  data: { perpetratorId, force: '46' },
  personal: { identity: personal([perpetratorId], identity) },
};
const restricted: PerpetratorFact = { type: 'RecordRestricted', data: { perpetratorId, basis: 'police-employee', readers: ['u1'] } };
const erased: PerpetratorFact = {
  type: 'PersonErased',
  data: { personId: perpetratorId, basis: 'court-order', authority: 'Order of a court' },
};

function after(...facts: PerpetratorFact[]) {
  return fold(perpetrators, [recorded, ...facts]);
}

describe('a perpetrator record', () => {
  it('holds what was recorded first', () => {
    expect(after()).toMatchObject({
      is: 'recorded',
      perpetratorId,
      force: '46',
      identity: { value: identity },
      aliases: [],
      photographs: [],
      restriction: null,
    });
  });

  it('takes the corrected details', () => {
    const right = { ...identity, dateOfBirth: '1988-04-03' };
    const corrected: PerpetratorFact = {
      type: 'PerpetratorDetailsCorrected',
      data: { perpetratorId },
      personal: { identity: personal([perpetratorId], right), reason: personal([perpetratorId], 'Day and month were swapped') },
    };
    expect(after(corrected)).toMatchObject({ identity: { value: right } });
  });

  it('gathers aliases, addresses and identifiers in the order they came', () => {
    const alias = (aliasId: string): PerpetratorFact => ({
      type: 'AliasRecorded',
      data: { perpetratorId, aliasId },
      personal: { name: personal([perpetratorId], { family: 'Fictionson', given: aliasId }) },
    });
    const address: PerpetratorFact = {
      type: 'AddressRecorded',
      data: { perpetratorId, addressId: 'd1', from: '2026-01-05' },
      personal: { address: personal([perpetratorId], { lines: ['1 Nowhere Road'], postcode: 'ZZ99 9ZZ' }) },
    };
    const identifier: PerpetratorFact = {
      type: 'IdentifierRecorded',
      data: { perpetratorId, identifierId: 'i1', scheme: 'pncid', force: null, system: null },
      personal: { value: personal([perpetratorId], '2099/0000001G') },
    };
    expect(after(alias('a1'), address, alias('a2'), identifier)).toMatchObject({
      aliases: [{ aliasId: 'a1' }, { aliasId: 'a2' }],
      addresses: [{ addressId: 'd1', from: '2026-01-05', address: { value: { postcode: 'ZZ99 9ZZ' } } }],
      identifiers: [{ scheme: 'pncid', value: { value: '2099/0000001G' } }],
    });
  });

  it('knows the newest occupation only', () => {
    const works = (policeForce: string | null, occupation: string): PerpetratorFact => ({
      type: 'OccupationRecorded',
      data: { perpetratorId, policeForce },
      personal: { occupation: personal([perpetratorId], occupation) },
    });
    expect(after(works('46', 'Constable'), works(null, 'Baker'))).toMatchObject({
      occupation: { policeForce: null, occupation: { value: 'Baker' } },
    });
  });

  it('is restricted until that is lifted, with the readers last named', () => {
    const readers: PerpetratorFact = { type: 'ReadersChanged', data: { perpetratorId, readers: ['u1', 'u2'] } };
    const lifted: PerpetratorFact = {
      type: 'RestrictionLifted',
      data: { perpetratorId },
      personal: { reason: personal([perpetratorId], 'No longer employed') },
    };
    expect(after(restricted, readers)).toMatchObject({ restriction: { basis: 'police-employee', readers: ['u1', 'u2'] } });
    expect(after(restricted, readers, lifted)).toMatchObject({ restriction: null });
    expect(after(readers)).toMatchObject({ restriction: null });
  });

  it('keeps nothing personal once erased, and stays restricted', () => {
    const state = after(restricted, erased);
    expect(state).toEqual({
      is: 'erased',
      perpetratorId,
      force: '46',
      restriction: { basis: 'police-employee', readers: ['u1'] },
      erasure: erased.data,
    });
    expect(fold(perpetrators, [recorded], state)).toBe(state);
  });

  it('can still be read where the key is gone or a part is missing', () => {
    expect(fold(perpetrators, [forget(recorded, perpetratorId)])).toMatchObject({ identity: { about: [perpetratorId], value: null } });
    expect(fold(perpetrators, [{ type: recorded.type, data: recorded.data }])).toMatchObject({
      identity: { about: [perpetratorId], value: null },
    });
  });

  it('is not made by any other fact', () => {
    expect(fold(perpetrators, [restricted, erased])).toEqual({ is: 'unknown' });
  });
});
