import { describe, expect, it } from '@jest/globals';
import { warningsOf } from './care.js';

const sign = (parameters: Record<string, string>) => warningsOf({ code: 'R-SIGN', category: 'requirement', library: 2 }, parameters);
const pointed = (parameters: Record<string, string>) => sign(parameters).flatMap((one) => (one.pointed ? one.care : []));

describe('what to think of with a condition', () => {
  it('is work, worship and education for what must be attended, and children for contact', () => {
    expect(sign({}).map(({ care }) => care)).toEqual(['work', 'worship', 'education']);
    expect(warningsOf({ code: 'NC-DIR', category: 'prohibition', library: 2 }, {})).toMatchObject([
      { care: 'child-contact' },
      { care: 'work' },
    ]);
    expect(warningsOf({ code: 'SEARCH', category: 'prohibition', library: 2 }, {})).toEqual([]);
  });

  it('points at what is filled in where that is a usual time of work or a usual day of worship', () => {
    expect(pointed({ days: 'tue', hours: '18:00-20:00' })).toEqual([]);
    expect(pointed({ days: 'tue', hours: '10:00-12:00' })).toEqual(['work', 'education']);
    expect(pointed({ days: 'sun', hours: '10:00-12:00' })).toEqual(['worship']);
    expect(pointed({ days: 'fri', hours: '22:00-06:00' })).toEqual(['work', 'worship', 'education']);
  });
});
