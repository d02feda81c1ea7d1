import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  addDays,
  atLondon,
  calendarDaysFirstDayCounts,
  daysBetween,
  hoursExcludingDays,
  isSundayOrHoliday,
  isWorkingDay,
  londonDate,
  workingDaysAfter,
} from './index.js';

const hour = 3_600_000;
const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n));
const moment = fc
  .integer({ min: Date.parse('2000-01-01T00:00:00Z'), max: Date.parse('2050-01-01T00:00:00Z') })
  .map((ms) => new Date(ms).toISOString());

describe('calendar days, the first day counting', () => {
  it.each([
    ['2026-03-02', 3, '2026-03-04'],
    ['2026-06-12', 3, '2026-06-14'],
    ['2026-03-02', 1, '2026-03-02'],
    ['2028-02-28', 3, '2028-03-01'],
    ['2026-10-24', 3, '2026-10-26'],
  ])('from %s, %i days end with %s', (first, days, last) => {
    expect(calendarDaysFirstDayCounts(first, days)).toBe(last);
  });

  it('covers exactly that many days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 1000 }), (first, days) =>
        expect(daysBetween(first, calendarDaysFirstDayCounts(first, days)) + 1).toBe(days),
      ),
    );
  });

  it.each([0, -1, 1.5, Number.NaN])('is refused for %p days', (days) => {
    expect(() => calendarDaysFirstDayCounts('2026-03-02', days)).toThrow(RangeError);
  });
});

describe('working days from the next working day', () => {
  it.each([
    ['2026-05-01', 1, '2026-05-05'],
    ['2026-05-01', 5, '2026-05-11'],
    ['2026-05-02', 1, '2026-05-05'],
    ['2026-05-05', 1, '2026-05-06'],
    ['2026-04-02', 1, '2026-04-07'],
    ['2026-12-24', 1, '2026-12-29'],
    ['2026-11-18', 2, '2026-11-20'],
  ])('after %s, number %i is %s', (from, days, expected) => {
    expect(workingDaysAfter(from, days)).toBe(expected);
  });

  it('steps over an extra holiday', () => {
    expect(workingDaysAfter('2026-05-01', 1, ['2026-05-05'])).toBe('2026-05-06');
  });

  it('ends on a working day with exactly that many after the start', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (from, days) => {
        const end = workingDaysAfter(from, days);
        const between = Array.from({ length: daysBetween(from, end) }, (_, i) => addDays(from, i + 1));
        expect(isWorkingDay(end)).toBe(true);
        expect(between.filter((date) => isWorkingDay(date))).toHaveLength(days);
      }),
    );
  });

  it('counts on from where it stopped, and never ends earlier for a later start', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (from, a, b) => {
        expect(workingDaysAfter(workingDaysAfter(from, a), b)).toBe(workingDaysAfter(from, a + b));
        expect(workingDaysAfter(from, a) <= workingDaysAfter(addDays(from, b), a)).toBe(true);
      }),
    );
  });

  it.each([0, -1, 1.5])('is refused for %p days', (days) => {
    expect(() => workingDaysAfter('2026-05-01', days)).toThrow(RangeError);
  });
});

describe('exact hours, leaving out days', () => {
  const london = (date: string, time: string) => {
    const found = atLondon(date, time, 'earlier');
    if (!found.ok) throw new Error(found.problem);
    return found.instant;
  };
  const never = () => false;

  it.each([
    ['a Tuesday', ['2026-05-05', '22:10'], ['2026-05-06', '22:10']],
    ['the Friday before a bank holiday Monday', ['2026-05-01', '22:10'], ['2026-05-02', '22:10']],
    ['the Saturday before a bank holiday Monday', ['2026-05-02', '22:10'], ['2026-05-05', '22:10']],
    ['the Sunday itself', ['2026-05-03', '09:00'], ['2026-05-06', '00:00']],
    ['Maundy Thursday: Good Friday, Sunday and Monday do not count', ['2026-04-02', '18:00'], ['2026-04-04', '18:00']],
    ['the Saturday in Easter', ['2026-04-04', '18:00'], ['2026-04-07', '18:00']],
    ['the Saturday before the clocks go back', ['2026-10-24', '18:00'], ['2026-10-26', '18:00']],
  ] as const)('24 hours from %s', (_, [date, time], [endDate, endTime]) => {
    expect(hoursExcludingDays(london(date, time), 24, (d) => isSundayOrHoliday(d))).toBe(london(endDate, endTime));
  });

  it('counts the length that a day really has', () => {
    expect(hoursExcludingDays(london('2026-10-24', '18:00'), 24, never)).toBe(london('2026-10-25', '17:00'));
    expect(hoursExcludingDays(london('2026-03-28', '18:00'), 24, never)).toBe(london('2026-03-29', '19:00'));
  });

  it('ends at midnight of a counting day, not after the day left out', () => {
    expect(hoursExcludingDays(london('2026-05-02', '00:00'), 24, (d) => isSundayOrHoliday(d))).toBe(london('2026-05-03', '00:00'));
  });

  it('is plain elapsed time where no day is left out', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 500 }), (start, n) =>
        expect(hoursExcludingDays(start, n, never)).toBe(new Date(Date.parse(start) + n * hour).toISOString()),
      ),
    );
  });

  it('has passed exactly those hours outside the days left out', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 200 }), (start, n) => {
        const end = hoursExcludingDays(start, n, isSundayOrHoliday);
        let counted = 0;
        for (let at = Date.parse(start); at < Date.parse(end);) {
          const next = Math.min((Math.floor(at / (hour / 2)) + 1) * (hour / 2), Date.parse(end));
          if (!isSundayOrHoliday(londonDate(new Date(at).toISOString()))) counted += next - at;
          at = next;
        }
        expect(counted).toBe(n * hour);
      }),
      { numRuns: 40 },
    );
  });

  it('never ends earlier for a later start', () => {
    fc.assert(
      fc.property(moment, fc.nat(200 * hour), fc.integer({ min: 1, max: 100 }), (start, later, n) => {
        const after = new Date(Date.parse(start) + later).toISOString();
        expect(hoursExcludingDays(start, n, isSundayOrHoliday) <= hoursExcludingDays(after, n, isSundayOrHoliday)).toBe(true);
      }),
    );
  });

  it('is refused where it could never end', () => {
    expect(() => hoursExcludingDays('2026-05-02T10:00:00.000Z', 24, () => true)).toThrow(RangeError);
    expect(() => hoursExcludingDays('2026-05-02T10:00:00.000Z', 0, never)).toThrow(RangeError);
    expect(() => hoursExcludingDays('2026-05-02T10:00:00.000Z', Number.POSITIVE_INFINITY, never)).toThrow(RangeError);
  });
});
