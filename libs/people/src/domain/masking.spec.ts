import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hiddenIn, masked } from './masking.js';

const nora = { instead: 'protected person A', hide: ['Nora Nonesuch', 'Nonesuch', 'Nora', "1 O'Sample Row", 'ZZ99 1AA', '07700 900123'] };

describe('masking', () => {
  it('hides a name, an address and a number however they are typed', () => {
    expect(masked('He told NORA  NONESUCH to call 07700900123 from 1 OʼSample row, zz99 1aa.', [nora])).toBe(
      'He told protected person A to call protected person A from protected person A, protected person A.',
    );
  });

  it('leaves other words whole', () => {
    expect(masked('Noraville is not Nora', [nora])).toBe('Noraville is not protected person A');
  });

  it('leaves no hidden word in any text', () => {
    const word = fc.stringMatching(/^[A-Za-z]{2,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.array(word, { maxLength: 6 }), (hide, others) => {
        const text = others.flatMap((other, index) => [other, (hide[index % hide.length] ?? '').toUpperCase()]).join(' ');
        const words = masked(text, [{ instead: '*', hide }])
          .toLowerCase()
          .split(' ');
        for (const spelling of hide) expect(words).not.toContain(spelling.toLowerCase());
      }),
    );
  });

  it('leaves the words of the reader’s own force whole, but for people of a restricted record', () => {
    const people = [
      { ...nora, isRestricted: false },
      { instead: 'protected person B', hide: ['Ada'], isRestricted: true },
    ];
    expect(masked('Nora and Ada', hiddenIn(people, true))).toBe('Nora and protected person B');
    expect(masked('Nora and Ada', hiddenIn(people, false))).toBe('protected person A and protected person B');
  });

  it('takes no spelling for a pattern', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, spelling) => {
        expect(typeof masked(text, [{ instead: '$&', hide: [spelling] }])).toBe('string');
      }),
    );
  });
});
