import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, addMonths, addYears, ageOn, dayOfWeek, daysBetween, isLocalDate, lastDayOfPeriod } from './index.js';

const day = fc.integer({ min: 0, max: 73_000 }).map((n) => addDays('1900-01-01', n));

describe('a calendar day', () => {
  it.each(['2026-05-14', '2028-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '14/05/2026',
    '2026-5-14',
    ' 2026-05-14',
    '',
    20260514,
    null,
  ])('%p is not one', (value) => {
    expect(isLocalDate(value)).toBe(false);
  });

  it('is refused without repeating what was given', () => {
    expect(() => addDays('1991-02-30', 1)).toThrow(new RangeError('Not a calendar day written YYYY-MM-DD'));
  });

  it('never leaves the years it can be written in', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
  });

  it('is moved by whole days only', () => {
    expect(() => addDays('2026-05-14', 0.5)).toThrow(RangeError);
  });

  it('agrees with an independent clock on every step and weekday', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (date, n) => {
        const expected = new Date(Date.parse(`${date}T00:00:00Z`) + n * 86_400_000);
        expect(addDays(date, n)).toBe(expected.toISOString().slice(0, 10));
        expect(dayOfWeek(addDays(date, n)) % 7).toBe(expected.getUTCDay());
      }),
    );
  });

  it('comes back after as many days the other way, and the distance is that number', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (date, n) => {
        expect(addDays(addDays(date, n), -n)).toBe(date);
        expect(daysBetween(date, addDays(date, n))).toBe(n);
      }),
    );
  });

  it('sorts as text in the order of time', () => {
    fc.assert(fc.property(day, day, (a, b) => expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0)));
  });
});

describe('months and years later', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-05-14', 24, '2028-05-14'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it('moves 29 February to 28 February where there is none', () => {
    expect(addYears('2028-02-29', 1)).toBe('2029-02-28');
    expect(addYears('2028-02-29', 4)).toBe('2032-02-29');
    expect(addYears('2026-05-14', 2)).toBe('2028-05-14');
  });

  it('is never later for an earlier start', () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 240 }), (a, b, n) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        expect(addMonths(first, n) <= addMonths(second, n)).toBe(true);
      }),
    );
  });
});

describe('the last day of a period beginning with its first day', () => {
  it.each([
    ['2026-05-14', { years: 2 }, '2028-05-13'],
    ['2028-02-29', { years: 1 }, '2029-02-28'],
    ['2028-02-29', { years: 4 }, '2032-02-28'],
    ['2026-03-01', { years: 2 }, '2028-02-29'],
    ['2027-02-28', { years: 1 }, '2028-02-27'],
    ['2026-01-01', { years: 1 }, '2026-12-31'],
    ['2026-01-31', { months: 1 }, '2026-02-28'],
    ['2026-08-31', { months: 6 }, '2027-02-28'],
    ['2026-03-12', { days: 28 }, '2026-04-08'],
    ['2026-03-12', { days: 1 }, '2026-03-12'],
    ['2026-05-14', { years: 1, months: 6, days: 3 }, '2027-11-16'],
    ['2026-01-31', { months: 1, days: 1 }, '2026-03-01'],
  ])('from %s for %j is %s', (first, length, expected) => {
    expect(lastDayOfPeriod(first, length)).toBe(expected);
  });

  it.each([{}, { days: 0 }, { years: -1 }, { months: 1, days: -1 }, { years: 0.5 }])('is refused for a length of %j', (length) => {
    expect(() => lastDayOfPeriod('2026-05-14', length)).toThrow(RangeError);
  });

  it('is followed by a period that leaves no day out and takes none twice, wherever the corresponding day exists', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 120 }), (first, months) => {
        const last = lastDayOfPeriod(first, { months });
        const next = addDays(last, 1);
        expect(next.slice(8)).toBe(addMonths(first, months).slice(8) === first.slice(8) ? first.slice(8) : '01');
        expect(last >= first).toBe(true);
      }),
    );
  });

  it('is never earlier for a later start or a longer length', () => {
    fc.assert(
      fc.property(day, fc.nat(400), fc.integer({ min: 1, max: 60 }), fc.nat(60), (first, later, months, more) => {
        expect(lastDayOfPeriod(first, { months }) <= lastDayOfPeriod(addDays(first, later), { months })).toBe(true);
        expect(lastDayOfPeriod(first, { months }) <= lastDayOfPeriod(first, { months: months + more })).toBe(true);
      }),
    );
  });
});

describe('age', () => {
  it.each([
    ['2008-04-07', '2026-04-02', 17],
    ['2008-04-07', '2026-04-06', 17],
    ['2008-04-07', '2026-04-07', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-28', 19],
    ['2008-02-29', '2028-02-29', 20],
    ['2026-04-07', '2026-04-07', 0],
    ['2026-04-07', '2026-04-06', -1],
  ])('of someone born on %s, on %s, is %i', (born, on, expected) => {
    expect(ageOn(born, on)).toBe(expected);
  });

  it('never falls, and rises by one on 366 days at most', () => {
    fc.assert(
      fc.property(day, day, (born, on) => {
        const step = ageOn(born, addDays(on, 1)) - ageOn(born, on);
        expect([0, 1]).toContain(step);
        expect(ageOn(born, addDays(on, 366)) - ageOn(born, on)).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});
