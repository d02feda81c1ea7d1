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
    expect(wanted({ identifier: ' n-17 ' })).toMatchObject({ identifiers: [], nominals: ['N-17'] });
  });

  it.each([
    ['1988-03-04', '1988-04-03'],
    ['1988-03-13', null],
    ['1988-03-03', null],
  ])('also thinks of %s with day and month swapped: %s', (dateOfBirth, swapped) => {
    expect(wanted({ dateOfBirth })).toMatchObject({ dateOfBirth, swapped });
  });

  it('never holds a sign that means something to the database’s patterns', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => expect([...(wanted({ name })?.parts ?? [])].join('')).not.toMatch(/[%_\\]/)),
    );
  });
});
