import { describe, expect, it } from '@jest/globals';
import type { OfflinePerson } from '#histories';
import { age, matching } from './carried.js';

const person = (name: string, alsoKnownAs: readonly string[] = [], records: OfflinePerson['records'] = []): OfflinePerson => ({
  ...{ id: name, name, alsoKnownAs, records, dateOfBirth: null, cautions: [], orders: [], protectedPeople: [] },
});
const people = [
  person('PLACEHOLDER, Barnaby'),
  person('O’SAMPLE, Zoë', ['Zed Made-Up']),
  person('INVENTED, Pat', [], [{ name: 'INVENTYD, Patrick', force: 'Essex' }]),
];
const found = (text: string) => matching(people, text).map(({ name }) => name);

describe('Search on a device', () => {
  it('finds by the beginning of any names, in any order, accents or not', () => {
    expect(found('barn place')).toEqual(['PLACEHOLDER, Barnaby']);
    expect(found('osample zoe')).toEqual(['O’SAMPLE, Zoë']);
    expect(found('made')).toEqual(['O’SAMPLE, Zoë']);
    expect(found('inventyd')).toEqual(['INVENTED, Pat']);
  });

  it('finds within a name from three letters on, and nobody for nothing', () => {
    expect(found('hold')).toEqual(['PLACEHOLDER, Barnaby']);
    expect(found('ol')).toEqual([]);
    expect(found(' - ')).toEqual([]);
    expect(found('barnaby nobody')).toEqual([]);
  });
});

it('says how old a copy is', () => {
  const since = '2026-11-22T01:40:00.000Z';
  expect(
    ['2026-11-22T01:40:30.000Z', '2026-11-22T01:41:00.000Z', '2026-11-22T01:59:59.000Z', '2026-11-22T13:39:00.000Z'].map((now) =>
      age(since, now),
    ),
  ).toEqual(['just now', '1 minute ago', '19 minutes ago', '11 hours ago']);
});
