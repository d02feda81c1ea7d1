import { describe, expect, it } from '@jest/globals';
import {
  erased,
  erasureAsked,
  essex,
  kent,
  kentStandards,
  noraRecorded,
  perpetrator,
  protectedPerson,
  recorded,
  refusal,
  restricted,
} from '../domain/examples.js';
import { erasePerson } from './erase-person.js';

const asked = perpetrator(recorded, erasureAsked);

describe('erasing a person', () => {
  it('is done by somebody else than asked, on the ground and by the authority that was told', () => {
    expect(erasePerson(asked, kent, [])).toEqual([erased]);
    const ofNora = { ...erasureAsked, data: { ...erasureAsked.data, personId: 'v1' } };
    expect(erasePerson(protectedPerson(noraRecorded, ofNora), kent, [])).toEqual([{ ...erased, data: { ...erased.data, personId: 'v1' } }]);
  });

  it('is refused for whoever asked, whatever else holds', () => {
    expect(refusal(() => erasePerson(asked, kentStandards, []))).toBe('erasure-asked-by-you');
    expect(refusal(() => erasePerson(asked, kentStandards, ['order-in-force']))).toBe('erasure-asked-by-you');
  });

  it('is refused when nobody asked', () => {
    expect(refusal(() => erasePerson(perpetrator(recorded), kent, []))).toBe('erasure-not-asked');
  });

  it('is possible until and on the last day, and not on the day after', () => {
    const on = (today: string) => refusal(() => erasePerson(asked, { ...kent, today }, []));
    expect([on('2026-12-05'), on('2026-12-06')]).toEqual(['', 'erasure-out-of-time']);
  });

  it('can be confirmed again by anybody of the force, and records nothing more', () => {
    const state = perpetrator(recorded, erasureAsked, erased);
    for (const who of [kent, kentStandards]) expect(erasePerson(state, who, ['order-in-force'])).toEqual([]);
  });

  it('is refused while something holds the data, and names it', () => {
    const held = () => erasePerson(asked, kent, ['order-in-force', 'breach-open']);
    expect(refusal(held)).toBe('legal-hold');
    expect(held).toThrow(expect.objectContaining({ details: { holds: 'order-in-force breach-open' } }));
  });

  const stranger = { ...kent, by: 'kent-stranger' };
  it.each([
    ['nobody', perpetrator(), kent, 'no-such-record'],
    ['somebody restricted, by a stranger', perpetrator(recorded, erasureAsked, restricted), stranger, 'no-such-record'],
    ['somebody restricted and erased, by a stranger', perpetrator(recorded, restricted, erased), stranger, 'no-such-record'],
    ['a person of another force', asked, essex, 'not-your-force'],
    ['an erased person of another force', perpetrator(recorded, erased), essex, 'not-your-force'],
  ])('is refused for %s', (_, state, who, reason) => {
    expect(refusal(() => erasePerson(state, who, []))).toBe(reason);
  });
});
