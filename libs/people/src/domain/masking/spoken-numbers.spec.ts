import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { masked } from '../masking.js';
import { givesAway } from '../whereabouts.js';
import { spokenNumbersIn } from './spoken-numbers.js';

const words = 'zero one two three four five six seven eight nine'.split(' ');
const gaps = [' ', ', ', '-', ' - ', '. ', '; ', ' / ', ' , ', ' | ', ' … '];
const mobile = { phone: '07700 900555', email: null, address: null };

describe('A telephone number in words', () => {
  it.each([
    ['He rang oh seven seven, double oh, nine double oh, triple five nightly', '07700900555'],
    ['oh double seven double oh nine hundred treble five', '07700900555'],
    ['zero seven 700 nine oh oh five double 5', '07700900555'],
    ['plus four four seven seven oh oh nine oh oh five five five', '447700900555'],
    ['nought one six thirty-two, ninety six zero, twenty one', '0163296021'],
  ])('%s', (text, digits) => {
    expect(spokenNumbersIn(text).map((one) => one.digits)).toEqual([digits]);
  });

  it('is found by the search and by the masks, all of it', () => {
    const text = 'He rang oh double seven double oh, nine hundred triple five and left';
    expect(givesAway(text, [mobile])).toBe('telephone');
    expect(masked(text, [{ instead: '§', hide: ['07700 900555'] }])).toBe('He rang § and left');
  });

  it('is none where few digits stand, or only numerals', () => {
    for (const text of ['one or two of them', 'He sent forty one messages', '07700 900555', 'one, two, three', 'double or nothing'])
      expect(spokenNumbersIn(text)).toEqual([]);
  });

  it.each([
    ['Call 0, 7, 7, 0, 0, 9, 0, 0, 5, 5, 5 she wrote', 'Call § she wrote'],
    ['Call 0; 7; 7; 0; 0. 9. 0. 0 / 5 / 5 / 5!', 'Call §!'],
    ['Call 077, 009, 005, 55.', 'Call §.'],
    ['Call +44, 7700, 900, 555', 'Call §'],
    ['Call (0)7700 ... 900 ... 555', 'Call §'],
    ['the last of it is 9, 0, 0, 5, 5, 5', 'the last of it is §'],
    ['On 1, 2, 3 and 4 May he sent 7, 7, 0 messages: 07700, 900, 555', 'On 1, 2, 3 and 4 May he sent 7, 7, 0 messages: §'],
    ['12/05/2026, 07700 900555, 21:15', '12/05/2026, §, 21:15'],
    ['on 9, 10, 11, 12, 13, 14, 15, 16; 07700 900 456; £900, 555', 'on 9, 10, 11, 12, 13, 14, 15, 16; 07700 900 456; £900, 555'],
    ['0, 1, 6, 2, 2, 9, 0, 0, 5, 5, 5', '0, 1, 6, 2, 2, 9, 0, 0, 5, 5, 5'],
  ])('is found in numerals set apart, all of it and nothing else: %s', (text, shown) => {
    expect(masked(text, [{ instead: '§', hide: ['07700 900555'] }])).toBe(shown);
    expect(givesAway(text, [mobile])).toBe(text === shown ? null : 'telephone');
  });

  it('is found however many of its digits are words, said twice or three times', () => {
    const number = fc.array(fc.nat(9), { minLength: 9, maxLength: 9 }).map((rest) => `07${rest.join('')}`);
    const saying = (digits: string, isWord: readonly boolean[], gap: string) => {
      const said: string[] = [];
      for (let nth = 0; nth < digits.length; nth += 1) {
        const one = digits[nth]!;
        const same = /^(.)\1*/.exec(digits.slice(nth))![0].length;
        const many = isWord[nth] ? Math.min(same, 3) : 1;
        const word = isWord[nth] ? words[Number(one)]! : one;
        said.push(many === 1 ? word : `${many === 2 ? 'double' : 'triple'} ${word}`);
        nth += many - 1;
      }
      return said.join(gap);
    };
    const scene = fc.tuple(number, fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }), fc.constantFrom(...gaps));
    fc.assert(
      fc.property(scene, ([digits, isWord, gap]) => {
        const text = `Call ${saying(digits, isWord, gap)} she wrote`;
        expect(givesAway(text, [{ ...mobile, phone: digits }])).toBe('telephone');
      }),
      { numRuns: 300, examples: [[['07000000000', Array.from({ length: 11 }, () => false), ', ']]] },
    );
  });
});
