import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { atLondon, formatDate, formatDateShort, formatDateTime, formatPeriod, londonDate, londonTime } from './index.js';

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

  it('says of a time that came twice which it was', () => {
    expect(formatDateTime('2026-10-25T00:30:00.000Z')).toBe('25 Oct 2026 at 01:30 (before the clocks went back)');
    expect(formatDateTime('2026-10-25T01:30:59.999Z')).toBe('25 Oct 2026 at 01:30 (after the clocks went back)');
    expect(formatDateTime('2026-10-24T23:59:59.999Z')).toBe('25 Oct 2026 at 00:59');
    expect(formatDateTime('2026-10-25T02:00:00.000Z')).toBe('25 Oct 2026 at 02:00');
  });

  it('adds nothing to a time that came once, and never writes two minutes alike', () => {
    const anywhere = fc.integer({ min: Date.parse('1916-01-01T00:00:00Z'), max: Date.parse('2100-01-01T00:00:00Z') });
    const change = (at: string) => fc.integer({ min: -4 * 60, max: 4 * 60 }).map((minutes) => Date.parse(at) + minutes * 60_000);
    const moments = fc.oneof(anywhere, change('2026-10-25T01:00:00Z'), change('2026-03-29T01:00:00Z'), change('1971-10-31T02:00:00Z'));
    fc.assert(
      fc.property(moments, fc.constantFrom(-120, -60, -1, 1, 60, 120), (milliseconds, apart) => {
        const at = new Date(milliseconds).toISOString();
        const [date, time] = [londonDate(at), londonTime(at)];
        const plain = `${formatDate(date)} at ${time}`;
        const words = formatDateTime(at);
        expect(words === plain).toBe(atLondon(date, time).ok);
        expect(words.startsWith(plain)).toBe(true);
        expect(formatDateTime(new Date(milliseconds + apart * 60_000).toISOString())).not.toBe(words);
      }),
      { numRuns: 500 },
    );
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
