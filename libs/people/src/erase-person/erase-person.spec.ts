import { describe, expect, it } from '@jest/globals';
import { erased, essex, kent, noraRecorded, perpetrator, protectedPerson, recorded, refusal, restricted } from '../domain/examples.js';
import { erasePerson } from './erase-person.js';

const erasure = { basis: 'court-order', authority: ' Order 99/2026 ' } as const;

describe('erasing a person', () => {
  it('says on what ground and by whose authority', () => {
    expect(erasePerson(perpetrator(recorded), kent, erasure, [])).toEqual([erased]);
    expect(erasePerson(protectedPerson(noraRecorded), kent, erasure, [])).toEqual([
      { ...erased, data: { ...erased.data, personId: 'v1' } },
    ]);
  });

  it('can be asked for again, and records nothing more', () => {
    expect(erasePerson(perpetrator(recorded, erased), kent, erasure, ['order-in-force'])).toEqual([]);
  });

  it('is refused while something holds the data, and names it', () => {
    const held = () => erasePerson(perpetrator(recorded), kent, erasure, ['order-in-force', 'breach-open']);
    expect(refusal(held)).toBe('legal-hold');
    expect(held).toThrow(expect.objectContaining({ details: { holds: 'order-in-force breach-open' } }));
  });

  it.each([
    ['nobody', perpetrator(), kent, 'no-such-record'],
    ['somebody restricted, by a stranger', perpetrator(recorded, restricted), { ...kent, by: 'kent-stranger' }, 'no-such-record'],
    [
      'somebody restricted and erased, by a stranger',
      perpetrator(recorded, restricted, erased),
      { ...kent, by: 'kent-stranger' },
      'no-such-record',
    ],
    ['a person of another force', perpetrator(recorded), essex, 'not-your-force'],
    ['an erased person of another force', perpetrator(recorded, erased), essex, 'not-your-force'],
  ])('is refused for %s', (_, state, who, reason) => {
    expect(refusal(() => erasePerson(state, who, erasure, []))).toBe(reason);
  });

  it('is refused without authority', () => {
    expect(refusal(() => erasePerson(perpetrator(recorded), kent, { ...erasure, authority: ' ' }, []))).toBe('no-authority');
  });
});
