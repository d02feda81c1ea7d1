import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareWords } from './compare.js';
import { masked } from '#people';

describe('comparing two wordings', () => {
  it('shows what was taken out and what was put in', () => {
    expect(compareWords('You must not enter High Street', 'You must not enter Testville centre')).toEqual([
      { is: 'same', text: 'You must not enter ' },
      { is: 'removed', text: 'High Street' },
      { is: 'added', text: 'Testville centre' },
    ]);
  });

  it('loses no letter of either', () => {
    const wording = fc
      .array(fc.constantFrom('must', 'not', 'enter', ' ', '\n', 'street'), { maxLength: 30 })
      .map((words) => words.join(''));
    fc.assert(
      fc.property(wording, wording, (before, after) => {
        const parts = compareWords(before, after);
        const without = (is: string) =>
          parts
            .filter((part) => part.is !== is)
            .map((part) => part.text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });
});

describe('keeping names out of words', () => {
  const nora = { instead: 'protected person A', hide: ['Nora Nonesuch', 'Nonesuch', 'Nora'] };

  it('replaces every spelling, in any case and over line ends, and whole words only', () => {
    expect(masked('Not to contact NORA\nNonesuch, nor go to Noratown', [nora])).toBe(
      'Not to contact protected person A, nor go to Noratown',
    );
    expect(masked("Nora's home", [nora])).toBe("protected person A's home");
  });

  it('leaves the words to those who may read them', () => {
    expect(masked('Not to contact Nora', [{ ...nora, hide: [] }])).toBe('Not to contact Nora');
  });
});
