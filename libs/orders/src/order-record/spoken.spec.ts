import { describe, expect, it } from '@jest/globals';
import { personal } from '#event-sourcing';
import { spokenTo } from './spoken.js';

const vera = { id: 'p1', letter: 'A', name: 'Vera Samplewright', hide: ['3 Mock Lane'] };
const nora = { id: 'p2', letter: 'B', name: null, hide: ['Nora'], isRestricted: true };
const words = 'Not to go to 3 Mock Lane, nor near Nora';

describe('how a record speaks to a reader', () => {
  it('has the words of the reader’s own force as they were written, but for people of restricted records', () => {
    const kent = spokenTo([vera, nora], { keeper: '46', own: '46' });
    expect(kent.shown(words)).toBe('Not to go to 3 Mock Lane, nor near protected person B');
    expect(kent.shown(words, '42')).toBe('Not to go to protected person A, nor near protected person B');
    const essex = spokenTo([vera, nora], { keeper: '46', own: '42' });
    expect(essex.shown(words)).toBe('Not to go to protected person A, nor near protected person B');
    expect(essex.shown(words, '42')).toBe('Not to go to 3 Mock Lane, nor near protected person B');
  });

  it('has a name or a letter for each person, and nothing for words that are erased', () => {
    const { person, read } = spokenTo([vera, nora], { keeper: '46', own: null });
    expect(['p1', 'p2', 'p3'].map(person)).toEqual(['Vera Samplewright', 'protected person B', null]);
    expect([read(personal(['p1'], words)), read({ about: ['p1'], value: null }), read(null)]).toEqual([
      'Not to go to protected person A, nor near protected person B',
      null,
      null,
    ]);
  });
});
