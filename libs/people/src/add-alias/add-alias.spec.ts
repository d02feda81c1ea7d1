import { describe, expect, it } from '@jest/globals';
import { kent, perpetrator, recorded, refusal } from '../domain/examples.js';
import { addAlias } from './add-alias.js';

const alias = { aliasId: 'a1', name: { family: ' Fictionson ', given: 'Kwentin' } };

describe('adding an alias', () => {
  it('keeps the name without blanks around it', () => {
    const name = { family: 'Fictionson', given: 'Kwentin' };
    expect(addAlias(perpetrator(recorded), kent, alias)).toEqual([
      { type: 'AliasRecorded', data: { perpetratorId: 'p1', aliasId: 'a1' }, personal: { name: { about: ['p1'], value: name } } },
    ]);
  });

  it.each([
    ['the name itself', { family: 'EXAMPLESON', given: 'Quentin' }, 'already-known'],
    ['an alias there is', { family: 'fictionson', given: 'kwentin' }, 'already-known'],
    ['no name', { family: '', given: '?' }, 'no-name'],
  ])('refuses %s', (_, name, reason) => {
    const known = perpetrator(recorded, ...addAlias(perpetrator(recorded), kent, alias));
    expect(refusal(() => addAlias(known, kent, { aliasId: 'a2', name }))).toBe(reason);
  });
});
