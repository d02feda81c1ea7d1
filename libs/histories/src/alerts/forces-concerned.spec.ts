import { describe, expect, it } from '@jest/globals';
import { type Concerned, concernedByPair, forcesConcerned, type Knowledge } from './forces-concerned.js';

const knowledge = (parts: Readonly<Record<string, readonly string[]>>, pairs: readonly (readonly [string, string])[] = []): Knowledge => ({
  forcesOn: (id) => Promise.resolve(parts[id] ?? []),
  linkedTo: (id) => Promise.resolve(pairs.flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : []))),
});
const told = async (known: Knowledge, id: string): Promise<string[]> =>
  (await forcesConcerned(known, id)).map(({ force, path }: Concerned) => `${force}: ${path.join(' ')}`);

describe('the forces with something on a person', () => {
  it('are those with a part in the record', async () => {
    expect(await told(knowledge({ p: ['46', '42'] }), 'p')).toEqual(['46: p', '42: p']);
    expect(await told(knowledge({ p: ['46'] }), 'q')).toEqual([]);
  });

  it('are those with a part in a linked record too, each by the shortest way, also round a ring', async () => {
    const known = knowledge({ p: [], q: ['42'], r: ['42', '46'] }, [
      ['p', 'q'],
      ['q', 'r'],
      ['r', 'p'],
    ]);
    expect(await told(known, 'p')).toEqual(['42: q p', '46: r p']);
    const line = knowledge({ r: ['46'] }, [
      ['p', 'q'],
      ['q', 'r'],
    ]);
    expect(await told(line, 'p')).toEqual(['46: r q p']);
  });
});

describe('the forces told of a link', () => {
  const ofPair = async (known: Knowledge, [one, other]: readonly [string, string]): Promise<string[]> =>
    concernedByPair(await forcesConcerned(known, one), await forcesConcerned(known, other), [one, other]).map(
      ({ force, path }) => `${force}: ${path.join(' ')}`,
    );

  it('are those on both sides, each with the way to the other', async () => {
    expect(await ofPair(knowledge({ p: ['46'], q: ['42'] }), ['p', 'q'])).toEqual(['46: p q', '42: q p']);
  });

  it('have no record twice on the way when other links had made them one person', async () => {
    const known = knowledge({ p: ['46'], q: ['42'], r: ['01'] }, [
      ['p', 'q'],
      ['q', 'r'],
    ]);
    expect(await ofPair(known, ['p', 'r'])).toEqual(['46: p r', '42: q p r', '01: r q p']);
  });
});
