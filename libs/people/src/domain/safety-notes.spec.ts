import { describe, expect, it } from '@jest/globals';
import { masked } from './masking.js';
import { keptBy, placeKnownTo, readsSafetyNotes, unsaidPlaces } from './safety-notes.js';
import { maskedClause } from './whole-clauses.js';

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

describe('a place that only others know', () => {
  const place = 'outside 14 Madeup Lane';
  const nora = { id: 'nora', safeguarding: '61' };

  it.each([
    ['another force', '42', [nora], 'In a place known to Kent'],
    ['the force that wrote it', '46', [nora], 'In Madeup Lane'],
    ['the force that looks after whom it is about', '61', [nora], 'In Madeup Lane'],
    ['a force that looks after others only', '61', [{ id: 'ada', safeguarding: '61' }], 'In a place known to Kent'],
    ['another force, of nobody who is known', '42', [], 'In a place known to Kent'],
  ])('is read or not in words by %s', (_, own, people, read) => {
    const hide = unsaidPlaces(own, [{ place, wrote: '46', people: ['nora'] }], people);
    expect(masked('In Madeup Lane', [{ instead: 'nobody', hide }])).toBe(read);
  });

  it('stands in what a court forbade as the court wrote it', () => {
    const hide = unsaidPlaces('42', [{ place, wrote: '46' }], [nora]);
    expect(maskedClause('Not to enter Madeup Lane', [{ instead: 'nobody', hide }], '46', 'clause')).toBe('Not to enter Madeup Lane');
  });
});
