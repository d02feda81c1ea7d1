import { expect, it } from '@jest/globals';
import { age } from './carried.js';

it('says how old a copy is', () => {
  const since = '2026-11-22T01:40:00.000Z';
  expect(
    ['2026-11-22T01:40:30.000Z', '2026-11-22T01:41:00.000Z', '2026-11-22T01:59:59.000Z', '2026-11-22T13:39:00.000Z'].map((now) =>
      age(since, now),
    ),
  ).toEqual(['just now', '1 minute ago', '19 minutes ago', '11 hours ago']);
});
