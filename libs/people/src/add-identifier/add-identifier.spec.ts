import { describe, expect, it } from '@jest/globals';
import { kent, perpetrator, recorded, refusal } from '../domain/examples.js';
import type { IdentifierScheme } from '../domain/events.js';
import { addIdentifier } from './add-identifier.js';

const entry = (scheme: IdentifierScheme, value: string, system: string | null = null) => ({
  identifierId: 'i1',
  scheme,
  value,
  system,
});
const add = (one: ReturnType<typeof entry>) => perpetrator(recorded, ...addIdentifier(perpetrator(recorded), kent, one));

describe('adding an identifier', () => {
  it.each([
    [entry('pncid', '2099/2h'), { scheme: 'pncid', force: null, system: null }, '2099/0000002H'],
    [entry('cro', '1/99w'), { scheme: 'cro', force: null, system: null }, '000001/99W'],
    [entry('nominal', ' N-17 ', 'Niche'), { scheme: 'nominal', force: '46', system: 'niche' }, 'N-17'],
    [entry('handle', '@Mock_1', 'Chat Example'), { scheme: 'handle', force: null, system: 'chat-example' }, 'mock_1'],
    [entry('handle', 'mock_1', ' '), { scheme: 'handle', force: null, system: null }, 'mock_1'],
    [entry('vehicle', 'zz99 zzz', 'ignored'), { scheme: 'vehicle', force: null, system: null }, 'ZZ99ZZZ'],
  ])('keeps its one spelling and says what it belongs to', (one, where, value) => {
    expect(addIdentifier(perpetrator(recorded), kent, one)).toEqual([
      {
        type: 'IdentifierRecorded',
        data: { perpetratorId: 'p1', identifierId: 'i1', ...where },
        personal: { value: { about: ['p1'], value } },
      },
    ]);
  });

  it('refuses one that is there, however it was typed', () => {
    expect(refusal(() => addIdentifier(add(entry('pncid', '2099/2H')), kent, entry('pncid', '20990000002h')))).toBe('already-known');
    expect(refusal(() => addIdentifier(add(entry('nominal', 'n-17', 'niche')), kent, entry('nominal', 'N-17', 'Niche')))).toBe(
      'already-known',
    );
    expect(refusal(() => addIdentifier(add(entry('nominal', 'n-17', 'niche')), kent, entry('nominal', 'N-17', 'athena')))).toBe('');
  });

  it('refuses a wrong check letter and says so without repeating the number', () => {
    expect(refusal(() => addIdentifier(perpetrator(recorded), kent, entry('cro', '000001/99A')))).toBe('identifier-not-valid');
    let said: unknown;
    try {
      addIdentifier(perpetrator(recorded), kent, entry('pncid', '2099/0000001H'));
    } catch (error) {
      said = error;
    }
    expect(said).toMatchObject({ reason: 'identifier-not-valid', details: { why: expect.stringContaining('last letter') } });
    expect(JSON.stringify(said)).not.toContain('0000001');
  });
});
