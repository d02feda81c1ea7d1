import { describe, expect, it } from '@jest/globals';
import { maskedClause } from './whole-clauses.js';
import type { UnsaidWords } from './masking.js';

const names: readonly UnsaidWords[] = [
  { is: 'words', text: 'Beryl Nonesuch' },
  { is: 'family', text: 'Nonesuch' },
  { is: 'given', text: 'Beryl' },
];
const places: readonly UnsaidWords[] = [
  { is: 'words', text: '5 Secret Lane' },
  { is: 'place', text: 'Secret Lane' },
  { is: 'words', text: 'ZZ99 1AA' },
];
const beryl = { instead: 'protected person B', hide: [...names, ...places] };
const told = (text: string, part: 'clause' | 'area' = 'clause', hide = beryl.hide) => maskedClause(text, [{ ...beryl, hide }], '46', part);
const instead = 'Not shown: the words would show where protected person B can be found; ring Kent’s control room';

describe('a condition for a reader of another force', () => {
  it.each(['Not to enter Secret Lane, Hiddenham, ZZ99 1AA', 'Not to enter secret ln in Hiddenham', 'Not to enter Hiddenham near ZZ991AA'])(
    'goes whole where it tells where somebody can be found: %s',
    (text) => {
      expect(told(text)).toBe(instead);
    },
  );

  it('says of its area alone that it is one, and whom to ring', () => {
    expect(told('Secret Lane, Hiddenham', 'area')).toBe(
      'an area that would show where protected person B can be found (ring Kent’s control room)',
    );
    const others = beryl.hide.map((one): UnsaidWords => ({ ...one, whose: 'other' }));
    expect(told('Secret Lane, Hiddenham', 'area', others)).toContain('where a protected person can be found');
  });

  it('keeps its words where nothing or only a name is hidden', () => {
    expect(told('Not to enter High Street, Hiddenham')).toBe('Not to enter High Street, Hiddenham');
    expect(told('Not to contact Beryl Nonesuch')).toBe('Not to contact protected person B');
    expect(told('Not to enter Secret Lane', 'clause', names as UnsaidWords[])).toBe('Not to enter Secret Lane');
  });
});

describe('a name that is also what a place is called', () => {
  const close = (text: string): UnsaidWords => ({ is: 'given', text, whose: 'close' });
  const hide: readonly UnsaidWords[] = [...names, close('Testville'), close('Jane')];
  const shown = (text: string, areas: readonly string[] = []) => maskedClause(text, [{ ...beryl, hide }], '46', 'clause', areas);
  const area = (text: string) => maskedClause(text, [{ ...beryl, hide }], '46', 'area');
  const named = (whose: string) => `Not shown: the words would name ${whose}; ring Kent’s control room`;

  it.each([
    'Mill Street, Testville, or Station Parade, Assizeham',
    'Testville',
    'the centre of Testville',
    'Testville town centre',
    'Mock Street and Station Parade, Testville',
    'Testville Police Station',
  ])('is a place where it stands as a town, in an area of the condition: %s', (where) => {
    expect(area(where)).toBe(where);
    expect(shown(`You must not enter ${where}.`, [where])).toBe(`You must not enter ${where}.`);
  });

  it('is a town where the areas stand in other words between them', () => {
    const words = 'You must not enter Testville, nor Assizeham';
    expect(shown(words, ['Testville; Assizeham'])).toBe(words);
  });

  it('is a town behind a street in words alone, of which no area is data', () => {
    const words = 'You must not enter Mill Street, Testville, or Station Parade, Assizeham';
    expect(shown(words)).toBe(words);
  });

  it.each([
    ['Nonesuch Gardens, Exampleford', 'protected person B'],
    ['Beryl Nonesuch Way', 'protected person B'],
    ['nonesuch gardens, exampleford', 'protected person B'],
    ['Nonesuch Mill Lane, Exampleford', 'protected person B'],
    ['Nonsuch Gardens, Exampleford', 'protected person B'],
    ['Testville Road, Exampleford', 'a person close to protected person B'],
    ['Mill Street, Nonesuch', 'protected person B'],
    ['Upper Nonesuch', 'protected person B'],
  ])('goes with all the words where it is part of a name: %s', (where, whose) => {
    expect(shown(`You must not enter ${where}.`, [where])).toBe(named(whose));
    expect(area(where)).toBe(`an area that would name ${whose} (ring Kent’s control room)`);
  });

  it.each(['Nonesuch Gardens, Exampleford', 'Beryl Nonesuch Way'])('goes so without any area as data: %s', (where) => {
    expect(shown(`You must not enter ${where}.`)).toBe(named('protected person B'));
  });

  it.each([
    ['any street where Beryl Nonesuch is', 'any street where protected person B is'],
    ['the home of Beryl Nonesuch and Testville', 'the home of protected person B and a person close to protected person B'],
    ['the place where Jane works', 'the place where a person close to protected person B works'],
  ])('is a name where it stands as one: %s', (where, masked) => {
    expect(area(where)).toBe(masked);
    expect(shown(`You must not enter ${where}.`, [where])).toBe(`You must not enter ${masked}.`);
  });

  it.each([
    [
      'You must not contact Beryl, Testville or Jane',
      'You must not contact protected person B, a person close to protected person B or a person close to protected person B',
    ],
    ['Not to contact Beryl Nonesuch in any way', 'Not to contact protected person B in any way'],
    ['Not to come close to Beryl, nor place anything', 'Not to come close to protected person B, nor place anything'],
  ])('is a name outside of any area: %s', (text, masked) => {
    expect(shown(text)).toBe(masked);
  });
});
