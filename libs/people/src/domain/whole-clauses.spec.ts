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
