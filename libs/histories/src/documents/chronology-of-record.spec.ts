import { describe, expect, it } from '@jest/globals';
import { whenInWords } from './chronology-of-record.js';

describe('when something happened, in a chronology', () => {
  it.each([
    [{ on: '2026-06-08', until: '2026-06-08', at: null }, '8 Jun 2026'],
    [{ on: '2026-06-08', until: '2026-06-10', at: null }, '8 Jun to 10 Jun 2026'],
    [{ on: '2026-06-09', until: '2026-06-09', at: '2026-06-08T23:10:00.000Z' }, '9 Jun 2026 at 00:10'],
    [{ on: '2026-10-25', until: '2026-10-25', at: '2026-10-25T00:30:00.000Z' }, '25 Oct 2026 at 01:30 (before the clocks went back)'],
    [{ on: '2026-10-25', until: '2026-10-25', at: '2026-10-25T01:30:00.000Z' }, '25 Oct 2026 at 01:30 (after the clocks went back)'],
  ])('%j is %s', (when, words) => {
    expect(whenInWords(when)).toBe(words);
  });
});
