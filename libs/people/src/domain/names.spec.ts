import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { foldName, foldText, formalName, sameName, searchText, spokenName } from './names.js';

describe('folding a text', () => {
  it.each([
    ['EXAMPLESON', 'exampleson'],
    ['Éxämplesøn', 'exampleson'],
    ['O’Sample', 'osample'],
    ["O'Sample", 'osample'],
    ['Sample-Wright', 'sample wright'],
    ['  Sample   Wright. ', 'sample wright'],
    ['Łukasz Ðæß', 'lukasz daess'],
    ['ΣΊΣΥΦΟΣ', foldText('Σίσυφος')],
    ['İ', 'i'],
    ['---', ''],
  ])('makes %s %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(foldText(foldText(text))).toBe(foldText(text))));
  });

  it('does not depend on how the accents are encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(foldText(text.normalize('NFC'))).toBe(foldText(text.normalize('NFD')))),
    );
  });

  it('leaves only letters, digits and single spaces', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(foldText(text)).toMatch(/^([\p{L}\p{N}]+( [\p{L}\p{N}]+)*)?$/u)));
  });
});

describe('names', () => {
  const name = { family: 'Exampleson', given: 'Quentin' };

  it('are written for headings and for sentences', () => {
    expect(formalName(name)).toBe('EXAMPLESON, Quentin');
    expect(spokenName(name)).toBe('Quentin Exampleson');
    expect(formalName({ family: 'Mononym', given: '' })).toBe('MONONYM');
    expect(spokenName({ family: 'Mononym', given: '' })).toBe('Mononym');
  });

  it('are the same whatever the case, the accents and the apostrophes', () => {
    expect(sameName(name, { family: 'EXÁMPLESON', given: 'quentin' })).toBe(true);
    expect(sameName(name, { family: 'Quentin', given: 'Exampleson' })).toBe(false);
  });

  it('become one text in which each is found once', () => {
    expect(searchText([name, { family: 'Fictionson', given: 'Kwentin' }, { family: 'EXAMPLESON', given: 'QUENTIN' }])).toBe(
      'quentin exampleson\nkwentin fictionson',
    );
    expect(searchText([{ family: '', given: '-' }])).toBe('');
    expect(foldName({ family: 'Mononym', given: '' })).toBe('mononym');
  });
});
