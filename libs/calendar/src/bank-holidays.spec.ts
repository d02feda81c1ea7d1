import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { bankHolidays, dayOfWeek, easterSunday, isBankHoliday, isSundayOrHoliday, isWorkingDay } from './index.js';

describe('Easter Sunday', () => {
  it.each([
    '1818-03-22',
    '1886-04-25',
    '1943-04-25',
    '1954-04-18',
    '1981-04-19',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2016-03-27',
    '2018-04-01',
    '2019-04-21',
    '2020-04-12',
    '2021-04-04',
    '2022-04-17',
    '2023-04-09',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2029-04-01',
    '2030-04-21',
    '2031-04-13',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
  ])('falls on %s', (date) => {
    expect(easterSunday(Number(date.slice(0, 4)))).toBe(date);
  });

  it('is always a Sunday from 22 March to 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 9999 }), (year) => {
        const easter = easterSunday(year);
        expect(dayOfWeek(easter)).toBe(7);
        expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true);
      }),
    );
  });
});

describe('bank holidays in England and Wales', () => {
  it.each([
    [2019, '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26'],
    [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
    [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
  ])('of %i are the ones published', (year, days) => {
    expect(
      bankHolidays(year)
        .map((date) => date.slice(5))
        .join(' '),
    ).toBe(days);
  });

  it('are eight different weekdays in any year without a proclamation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2024, max: 2300 }), (year) => {
        const days = bankHolidays(year);
        expect(new Set(days).size).toBe(8);
        expect([...days].sort()).toEqual(days);
        expect(days.every((date) => dayOfWeek(date) <= 5 && isBankHoliday(date) && !isWorkingDay(date))).toBe(true);
      }),
    );
  });

  it('can be given one more by configuration', () => {
    expect(isBankHoliday('2027-06-11')).toBe(false);
    expect(isBankHoliday('2027-06-11', ['2027-06-11'])).toBe(true);
    expect(isWorkingDay('2027-06-11', new Set(['2027-06-11']))).toBe(false);
  });

  it('leave working days from Monday to Friday', () => {
    expect(['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05'].map((date) => isWorkingDay(date))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });
});

describe('days that a court clock leaves out', () => {
  it('are Sundays, bank holidays, and Christmas Day even when its holiday is kept on another day', () => {
    expect(isSundayOrHoliday('2026-05-03')).toBe(true);
    expect(isSundayOrHoliday('2026-05-04')).toBe(true);
    expect(isSundayOrHoliday('2026-04-03')).toBe(true);
    expect(isSundayOrHoliday('2027-12-25')).toBe(true);
    expect(isSundayOrHoliday('2026-05-02')).toBe(false);
    expect(isSundayOrHoliday('2026-05-05', ['2026-05-05'])).toBe(true);
  });
});
