import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { fold } from '#event-sourcing';
import { erased, kent, kentLegal, perpetrator, quentin, recorded, refusal, types } from '../domain/examples.js';
import { perpetrators } from '../domain/perpetrator.js';
import { type NewPerpetrator, recordPerpetrator } from './record-perpetrator.js';

const plain: NewPerpetrator = { identity: quentin, aliases: [], addresses: [], identifiers: [], occupation: null, readers: [] };
const who = { ...kent, newId: (part: string) => `id-of-${part}` };
const home = { lines: ['1 Nowhere Road', ' Testville '], postcode: 'zz99 9zz' };

function record(over: Partial<NewPerpetrator> = {}) {
  return recordPerpetrator(perpetrator(), 'p1', who, { ...plain, ...over }, kentLegal);
}

describe('recording a perpetrator', () => {
  it('makes the record of the force that records', () => {
    expect(record()).toEqual([
      {
        type: 'PerpetratorRecorded',
        data: { perpetratorId: 'p1', force: '46' },
        personal: { identity: { about: ['p1'], value: quentin } },
      },
    ]);
  });

  it('takes everything known at once', () => {
    const facts = record({
      aliases: [{ family: 'Fictionson', given: 'Kwentin' }],
      addresses: [{ from: '2026-01-05', address: home }],
      identifiers: [
        { scheme: 'pncid', value: '2099/1g', system: null },
        { scheme: 'nominal', value: 'n-17', system: 'Niche' },
      ],
      occupation: { occupation: 'Baker', policeForce: null },
    });
    expect(fold(perpetrators, facts)).toMatchObject({
      aliases: [{ aliasId: 'id-of-alias-0', name: { value: { given: 'Kwentin' } } }],
      addresses: [{ addressId: 'id-of-address-0', address: { value: { lines: ['1 Nowhere Road', 'Testville'], postcode: 'ZZ99 9ZZ' } } }],
      identifiers: [
        { scheme: 'pncid', force: null, system: null, value: { value: '2099/0000001G' } },
        { scheme: 'nominal', force: '46', system: 'niche', value: { value: 'n-17' } },
      ],
      occupation: { policeForce: null },
      restriction: null,
    });
  });

  it('restricts the record of a police employee before anything else is known, to the recorder and those named', () => {
    const facts = record({
      aliases: [{ family: 'Fictionson', given: 'Sham' }],
      occupation: { occupation: 'Constable', policeForce: '42' },
      readers: ['kent-standards', 'kent-officer'],
    });
    expect(types(facts)).toEqual(['PerpetratorRecorded', 'RecordRestricted', 'AliasRecorded', 'OccupationRecorded']);
    expect(facts[1]?.data).toEqual({ perpetratorId: 'p1', basis: 'police-employee', readers: ['kent-officer', 'kent-standards'] });
  });

  it('keeps once what is given twice', () => {
    const facts = record({
      aliases: [
        { family: 'EXAMPLESON', given: 'quentin' },
        { family: 'Fictionson', given: 'Kwentin' },
        { family: 'Fictionson', given: 'KWENTIN' },
        { family: ' ', given: '' },
      ],
      addresses: [
        { from: null, address: home },
        { from: null, address: { lines: ['1 nowhere road', '', 'Testville'], postcode: 'ZZ999ZZ' } },
        { from: null, address: { lines: [' '], postcode: '' } },
      ],
      identifiers: [
        { scheme: 'pncid', value: '2099/0000001G', system: null },
        { scheme: 'pncid', value: '2099/1g', system: null },
        { scheme: 'nominal', value: 'N-17', system: 'niche' },
        { scheme: 'nominal', value: 'n-17', system: 'NICHE' },
        { scheme: 'nominal', value: 'N-17', system: 'athena' },
      ],
    });
    expect(types(facts)).toEqual([
      'PerpetratorRecorded',
      'AliasRecorded',
      'AddressRecorded',
      'IdentifierRecorded',
      'IdentifierRecorded',
      'IdentifierRecorded',
    ]);
  });

  it('says which of several numbers is not valid', () => {
    const good = { scheme: 'vehicle', value: 'AB12 CDE', system: null } as const;
    const several = () => record({ identifiers: [good, { scheme: 'cro', value: '000001/99A', system: null }] });
    expect(several).toThrow(expect.objectContaining({ details: { why: expect.any(String), place: 1 } }));
  });

  it('never records personal data in the clear', () => {
    const text = fc.stringMatching(/^[a-z]{6,12}$/);
    fc.assert(
      fc.property(text, text, text, (family, line, occupation) => {
        const facts = record({
          identity: { ...quentin, name: { family, given: 'Quentin' } },
          addresses: [{ from: null, address: { lines: [line], postcode: '' } }],
          occupation: { occupation, policeForce: '42' },
          readers: ['kent-standards'],
        });
        const clear = JSON.stringify(facts.map(({ data }) => Object.values(data)));
        for (const word of [family, line, occupation]) expect(clear).not.toContain(`"${word}"`);
      }),
    );
  });

  it.each([
    ['a name without a letter', { identity: { ...quentin, name: { family: ' ', given: '-' } } }, 'no-name'],
    ['a birth after today', { identity: { ...quentin, dateOfBirth: '2026-11-22' } }, 'born-later'],
    ['a wrong check letter', { identifiers: [{ scheme: 'pncid', value: '2099/0000001H', system: null }] }, 'identifier-not-valid'],
    ['work that reads like the police', { occupation: { occupation: 'Police constable', policeForce: null } }, 'employment-not-said'],
    ['a nominal of no system', { identifiers: [{ scheme: 'nominal', value: 'N-17', system: null }] }, 'identifier-not-valid'],
  ] as const)('refuses %s', (_, over, reason) => {
    expect(refusal(() => record(over))).toBe(reason);
  });

  it('refuses to record over a record, erased or not', () => {
    for (const state of [perpetrator(recorded), perpetrator(recorded, erased)]) {
      expect(refusal(() => recordPerpetrator(state, 'p1', who, plain, kentLegal))).toBe('already-recorded');
    }
  });
});
