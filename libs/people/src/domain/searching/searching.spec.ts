import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isLocalDate } from '#calendar';
import { birthLikeness, oneSlipFrom } from './births.js';
import { nearestName } from './likeness.js';
import { nameKeys, wordKeys } from './name-keys.js';
import { skeleton } from './skeleton.js';
import { nameWords, pairsOf, rareOf } from './words.js';

const word = fc.stringMatching(/^[a-z]{3,12}$/);
const letter = fc.stringMatching(/^[a-z]$/);

/** The word with one letter changed, left out, put in or swapped with the next. */
const slipped = fc
  .record({ word, letter, at: fc.nat(), kind: fc.constantFrom('changed', 'missing', 'added', 'swapped') })
  .map((slip): [string, string] => {
    const place = slip.at % slip.word.length;
    const [before, here, after] = [slip.word.slice(0, place), slip.word.slice(place, place + 1), slip.word.slice(place + 1)];
    if (slip.kind === 'changed') return [slip.word, before + slip.letter + after];
    if (slip.kind === 'missing') return [slip.word, before + after];
    if (slip.kind === 'added') return [slip.word, before + slip.letter + here + after];
    return [slip.word, before + after.slice(0, 1) + here + after.slice(1)];
  });

const isFound = (wanted: string, name: string, width: 'same' | 'near' | 'partial') =>
  nameKeys(name).some((key) => wordKeys(wanted)[width].includes(key));

describe('the keys of a name', () => {
  it('find it by each of its words with one slip', () => {
    fc.assert(
      fc.property(slipped, word, ([right, wrong], other) => {
        expect(isFound(wrong, `${other} ${right}`, 'near')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['bill', 'william sample', 'same'],
    ['kwentin', 'quentin exampleson', 'near'],
    ['jo', 'joanna sample', 'partial'],
    ['quentin', 'q fiction', 'partial'],
    ['vandyke', 'sham van dyke', 'same'],
  ] as const)('find by %s: %s', (wanted, name, width) => {
    expect(isFound(wanted, name, width)).toBe(true);
  });

  it.each([
    ['mockman', 'dex sample'],
    ['sample', 'example'],
  ])('do not find by %s: %s', (wanted, name) => {
    expect(isFound(wanted, name, 'same')).toBe(false);
  });

  it('stay few for a word without end', () => {
    expect(nameKeys('x'.repeat(5_000)).length).toBeLessThan(10);
    expect(nameKeys('')).toEqual([]);
  });
});

describe('a date of birth with a slip', () => {
  const date = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2026-11-21'), noInvalidDate: true })
    .map((one) => one.toISOString().slice(0, 10));

  it('is a date, and every date that one slip makes is known for one', () => {
    fc.assert(
      fc.property(date, fc.nat(7), fc.nat(9), (born, place, digit) => {
        const slips = oneSlipFrom(born);
        expect(slips.every((one) => isLocalDate(one) && ['digit', 'digits-swapped'].includes(birthLikeness(born, one)))).toBe(true);
        const digits = Array.from(born.replaceAll('-', '')).with(place, String(digit)).join('');
        const wrong = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
        const isSlip = isLocalDate(wrong) && /^(19|20)/.test(wrong) && birthLikeness(born, wrong) === 'digit';
        expect(!isSlip || slips.includes(wrong)).toBe(true);
      }),
    );
  });

  it.each([
    ['1988-03-04', '1988-03-04', 'same'],
    ['1988-04-03', '1988-03-04', 'swapped'],
    ['1988-03-05', '1988-03-04', 'digit'],
    ['1898-03-04', '1988-03-04', 'digits-swapped'],
    ['1989-03-05', '1988-03-04', 'other'],
  ])('%s is to %s: %s', (known, wanted, how) => {
    expect(birthLikeness(known, wanted)).toBe(how);
  });
});

describe('how near a name is', () => {
  const near = (wanted: string, ...names: string[]) => nearestName(wanted.split(' '), names);

  it.each([
    ['exampleson quentin', 'quentin exampleson', 'same'],
    ['exampleson', 'quentin exampleson', 'fewer'],
    ['bill sample', 'william sample', 'form'],
    ['quentin exampelson', 'quentin exampleson', 'slip'],
    ['kwentin', 'quentin', 'sound'],
    ['quent', 'quentin', 'part'],
    ['quentin fiction', 'q fiction', 'part'],
    ['barnaby', 'barnabas', 'rough'],
    ['sham constable', 'sham exampleson', 'some'],
    ['vandyke', 'van dyke', 'same'],
  ])('%s is to %s: %s', (wanted, name, how) => {
    expect(near(wanted, name)).toMatchObject({ name, how });
  });

  it('is nothing where no word is alike', () => {
    expect(near('mockman', 'quentin exampleson')).toBeNull();
    expect(near('mockman', '')).toBeNull();
  });

  it('is told of the nearest of all names, and never takes a word for two', () => {
    expect(near('kwentin fictionson', 'quentin exampleson', 'kwentin fictionson')?.name).toBe('kwentin fictionson');
    expect(near('sample sampel', 'sample')?.how).toBe('some');
  });

  it('grows with what agrees', () => {
    const scores = ['quentin exampleson', 'quentin james exampleson', 'kwentin exampleson', 'quentin sample'].map(
      (name) => near('quentin exampleson', name)?.score ?? 0,
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(4);
  });
});

describe('the consonants of a word', () => {
  it.each([
    ['placeholda', 'placeholder'],
    ['exampelsun', 'exampleson'],
    ['samplerite', 'samplewright'],
    ['horis', 'horace'],
    ['fikshunson', 'fictionson'],
    ['stefen', 'steven'],
    ['jerald', 'gerald'],
  ])('are the same in %s and %s', (one, other) => {
    expect(skeleton(one)).not.toBeNull();
    expect(skeleton(one)).toBe(skeleton(other));
  });

  it('differ where it is another name, and are none in a short one', () => {
    expect(skeleton('mockman')).not.toBe(skeleton('placeholder'));
    for (const short of ['lee', 'o', '', 'aoife']) expect(skeleton(short)).toBeNull();
  });
});

describe('the words of a name', () => {
  it.each([
    ['Mr Dex Mockman', ['dex', 'mockman']],
    ['MOCKMAN, Dex Jr.', ['mockman', 'dex']],
    ['Paula Senior', ['paula', 'senior']],
    ['Dr Sham', ['sham']],
    ['Mrs', ['mrs']],
  ])('are what says something: %s', (name, words) => {
    expect(nameWords(name)).toEqual(words);
  });

  it('are enough in pairs from three on, two given names only where there are no others', () => {
    expect(pairsOf(['dex', 'mockman'])).toEqual([]);
    expect(pairsOf(['dex', 'alan', 'mockman'])).toEqual([
      ['dex', 'mockman'],
      ['alan', 'mockman'],
    ]);
    expect(pairsOf(['dex', 'a', 'mockman'])).toEqual([['dex', 'mockman']]);
    expect(pairsOf(['william', 'james', 'thomas'])).toHaveLength(3);
    expect(pairsOf('abel bern cedr dorn eber fenn gorm hald'.split(' '))).toHaveLength(10);
  });

  it('are enough one by one where they are rare, and one more at most was typed', () => {
    expect(rareOf(['alan', 'mockman'])).toEqual(['mockman']);
    expect(rareOf(['a', 'b', 'mockman'])).toEqual(['mockman']);
    expect(rareOf(['alan', 'smith'])).toEqual([]);
    expect(rareOf(['mockman', 'exampleson', 'nonesuch'])).toEqual([]);
  });
});
