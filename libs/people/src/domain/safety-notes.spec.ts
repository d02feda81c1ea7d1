import { describe, expect, it } from '@jest/globals';
import { keptBy, placeKnownTo, readsSafetyNotes } from './safety-notes.js';

const kents = { safeguarding: '46' };
const gwents = { safeguarding: '61' };

describe('notes on how somebody is kept safe', () => {
  it.each([
    ['the force that wrote them', '46', [gwents], true],
    ['the force that looks after whom they are about', '61', [gwents], true],
    ['a force that looks after one of two', '61', [kents, gwents], false],
    ['a force that looks after nobody of them', '42', [kents], false],
    ['a force that does not learn who looks after them', '42', [{ safeguarding: null }], false],
    ['another force, of nobody who is known', '42', [], false],
    ['nobody’s force', null, [], false],
  ])('are read by %s: %s', (_, own, people, reads) => {
    expect(readsSafetyNotes(own, '46', people)).toBe(reads);
  });

  it('say to others who keeps them', () => {
    expect([keptBy('46'), placeKnownTo('46')]).toEqual(['Recorded; kept by Kent', 'A place known to Kent']);
  });
});
