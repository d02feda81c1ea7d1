import { describe, expect, it } from '@jest/globals';
import { formatDate, formatDateShort, formatDateTime, formatPeriod } from './index.js';

describe('days and times in words', () => {
  it('writes a day with and without its year', () => {
    expect(formatDate('2026-05-14')).toBe('14 May 2026');
    expect(formatDate('2026-09-01')).toBe('1 Sep 2026');
    expect(formatDateShort('2026-05-14')).toBe('14 May');
  });

  it('writes a moment as a London clock showed it', () => {
    expect(formatDateTime('2026-11-18T23:40:00.000Z')).toBe('18 Nov 2026 at 23:40');
    expect(formatDateTime('2026-07-03T23:05:00.000Z')).toBe('4 Jul 2026 at 00:05');
  });

  it.each([
    ['2026-05-14', '2028-05-13', '14 May 2026 to 13 May 2028'],
    ['2026-06-08', '2026-09-14', '8 Jun to 14 Sep 2026'],
    ['2026-06-08', '2026-06-08', '8 Jun 2026'],
  ])('writes the period from %s to %s as %s', (first, last, words) => {
    expect(formatPeriod(first, last)).toBe(words);
  });

  it('refuses what is no day', () => {
    expect(() => formatDate('2026-02-30')).toThrow(RangeError);
  });
});
