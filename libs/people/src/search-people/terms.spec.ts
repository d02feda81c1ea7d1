import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type SearchTerms, target } from './terms.js';

const nothing: SearchTerms = { name: null, identifier: null, dateOfBirth: null };
const wanted = (terms: Partial<SearchTerms>) => target({ ...nothing, ...terms }, '2026-11-21');

describe('what a search looks for', () => {
  it('is nothing when nothing that could be found was typed', () => {
    expect(wanted({})).toBeNull();
    expect(wanted({ name: ' -- ', identifier: '   ' })).toBeNull();
  });

  it('takes a number for every kind of number it may be', () => {
    expect(wanted({ identifier: '2099/1g' })).toMatchObject({ identifiers: ['pncid:2099/0000001G'], nominals: ['2099/1G'] });
    expect(wanted({ identifier: '1/99w' })).toMatchObject({ identifiers: ['cro:000001/99W'], nominals: ['1/99W'] });
    expect(wanted({ identifier: ' n-17 ' })).toMatchObject({ identifiers: ['vehicle:N17'], nominals: ['N-17'] });
    expect(wanted({ identifier: '99/1g' })).toMatchObject({ identifiers: ['pncid:1999/0000001G', 'pncid:2099/0000001G'] });
    expect(wanted({ identifier: '07700 900001' })).toMatchObject({ identifiers: ['phone:+447700900001'] });
    expect(wanted({ identifier: 'zz99 oiz' })).toMatchObject({ identifiers: ['vehicle:ZZ9901Z'] });
    expect(wanted({ identifier: 'https://chat.example/@Mock_1' })).toMatchObject({ nominals: expect.arrayContaining(['MOCK_1']) });
  });

  it.each([
    ['zz99 oiz', '', 'vehicle:ZZ9901Z'],
    ['Dex Mockman, reg: ZZ99 OIZ', 'dex mockman', 'vehicle:ZZ9901Z'],
    ['z999 oiz', '', 'vehicle:Z99901Z'],
    ['zzz 999z', '', 'vehicle:ZZZ999Z'],
    ['zz 1234', 'zz', 'vehicle:ZZ1234'],
    ['07700 90 00 01', '', 'phone:+447700900001'],
    ['tel. +44 7700 900001', '', 'phone:+447700900001'],
    ['PNCID 99/1g Exampleson', 'exampleson', 'pncid:2099/0000001G'],
    ['1/99w', '', 'cro:000001/99W'],
  ])('finds the number among what was typed for a name: %s', (name, words, key) => {
    const found = wanted({ name });
    expect(found?.words.join(' ')).toBe(words);
    expect(found?.identifiers).toContain(key);
  });

  it.each([
    ['n-17', '', 'N-17'],
    ['@Mock_1', '', 'MOCK_1'],
    ['mock_one Mockman', 'mockman', 'MOCK_ONE'],
    ['https://chat.example/@Mock_1', '', 'MOCK_1'],
    ['mockone', 'mockone', 'MOCKONE'],
    ['mock.one', 'mock one', 'MOCK.ONE'],
  ])('finds the nominal or the account among it: %s', (name, words, key) => {
    const found = wanted({ name });
    expect(found?.words.join(' ')).toBe(words);
    expect(found?.nominals).toContain(key);
  });

  it('takes names for names, and looks for a number in part only where nothing else was typed', () => {
    expect(wanted({ name: 'Dex Mockman' })).toMatchObject({ words: ['dex', 'mockman'], identifiers: [], nominals: [], numberParts: [] });
    expect(wanted({ name: 'Mockman 1979' })).toMatchObject({ words: ['mockman'], numberParts: [] });
    expect(wanted({ name: 'zz99 o' })?.numberParts).toEqual(['ZZ990']);
    expect(wanted({ name: '900001' })?.numberParts).toEqual(['900001']);
  });

  it('also thinks of a date of birth with a slip, and never of one that is none', () => {
    const slips = wanted({ dateOfBirth: '1988-03-14' })?.slipsOfBirth;
    expect(slips).toEqual(expect.arrayContaining(['1986-03-14', '1988-08-14', '1988-03-17', '1988-03-24', '1988-03-04']));
    expect(slips).not.toEqual(expect.arrayContaining(['1988-03-14']));
    expect(wanted({ dateOfBirth: '1988-03-04' })?.slipsOfBirth[0]).toBe('1988-04-03');
  });

  it('takes each word once, and no more than anybody has', () => {
    expect(wanted({ name: 'Sham  SHAM Constable' })?.words).toEqual(['sham', 'constable']);
    expect(wanted({ name: 'a b c d e f g h i j' })?.words).toHaveLength(8);
  });

  it('never holds a sign that means something to the database’s patterns', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => expect([...(wanted({ name })?.words ?? [])].join('')).not.toMatch(/[%_\\]/)),
    );
  });
});
