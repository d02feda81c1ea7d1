import { addDays, assertDay, dayOfWeek } from './days.js';
import type { LocalDate } from './days.js';

/** Bank holidays proclaimed for one day, given by configuration on top of the rule. */
export type ExtraHolidays = readonly LocalDate[] | ReadonlySet<LocalDate>;

/** What a royal proclamation changed in one year: days taken away and days given. */
const proclaimed: Readonly<Record<number, { readonly removed: readonly LocalDate[]; readonly added: readonly LocalDate[] }>> = {
  1995: { removed: ['1995-05-01'], added: ['1995-05-08'] },
  1999: { removed: [], added: ['1999-12-31'] },
  2002: { removed: ['2002-05-27'], added: ['2002-06-03', '2002-06-04'] },
  2011: { removed: [], added: ['2011-04-29'] },
  2012: { removed: ['2012-05-28'], added: ['2012-06-04', '2012-06-05'] },
  2020: { removed: ['2020-05-04'], added: ['2020-05-08'] },
  2022: { removed: ['2022-05-30'], added: ['2022-06-02', '2022-06-03', '2022-09-19'] },
  2023: { removed: [], added: ['2023-05-08'] },
};

/**
 * The days kept as bank holidays in England and Wales in a year, in order, as the government lists them: a holiday at a weekend counts on
 * its substitute day only (Banking and Financial Dealings Act 1971 s.1 and Sch. 1, and proclamations). Includes Good Friday and
 * Christmas Day, which are holidays at common law. Good from 1995; a later proclamation is given as an extra day by the caller.
 */
export function bankHolidays(year: number): readonly LocalDate[] {
  const known = computed.get(year);
  if (known !== undefined) return known;
  const days = computeBankHolidays(year);
  computed.set(year, days);
  return days;
}

const computed = new Map<number, readonly LocalDate[]>();

function computeBankHolidays(year: number): readonly LocalDate[] {
  const easter = easterSunday(year);
  const christmas = on(year, 12, 25);
  const byRule = [
    firstWorkingWeekday(on(year, 1, 1)),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayFrom(on(year, 5, 1)),
    addDays(mondayFrom(on(year, 6, 1)), -7),
    addDays(mondayFrom(on(year, 9, 1)), -7),
    ...christmasDays(christmas),
  ];
  const { removed, added } = proclaimed[year] ?? { removed: [], added: [] };
  return [...byRule.filter((day) => !removed.includes(day)), ...added].sort();
}

/** Whether a day is a bank holiday in England and Wales, by `bankHolidays` or because it is in `extra`. */
export function isBankHoliday(date: LocalDate, extra: ExtraHolidays = []): boolean {
  assertDay(date);
  return bankHolidays(Number(date.slice(0, 4))).includes(date) || [...extra].includes(date);
}

/** Whether a day is a working day in England and Wales: Monday to Friday and no bank holiday. */
export function isWorkingDay(date: LocalDate, extra: ExtraHolidays = []): boolean {
  return dayOfWeek(date) <= 5 && !isBankHoliday(date, extra);
}

/**
 * Whether a day is a Sunday, Christmas Day, Good Friday or a bank holiday: the days left out when someone arrested for breach of a domestic
 * abuse protection notice must be brought to court within 24 hours (DAA 2021 s.26).
 */
export function isSundayOrHoliday(date: LocalDate, extra: ExtraHolidays = []): boolean {
  return dayOfWeek(date) === 7 || date.endsWith('-12-25') || isBankHoliday(date, extra);
}

/** Easter Sunday of a year by the Gregorian computus (the Meeus, Jones and Butcher form). */
export function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const count = epact + weekday - 7 * shift + 114;
  return on(year, Math.floor(count / 31), (count % 31) + 1);
}

function on(year: number, month: number, day: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function mondayFrom(date: LocalDate): LocalDate {
  return addDays(date, (8 - dayOfWeek(date)) % 7);
}

function firstWorkingWeekday(date: LocalDate): LocalDate {
  return dayOfWeek(date) <= 5 ? date : mondayFrom(date);
}

function christmasDays(christmas: LocalDate): readonly LocalDate[] {
  const boxing = addDays(christmas, 1);
  switch (dayOfWeek(christmas)) {
    case 5:
      return [christmas, addDays(christmas, 3)];
    case 6:
      return [addDays(christmas, 2), addDays(christmas, 3)];
    case 7:
      return [boxing, addDays(christmas, 2)];
    default:
      return [christmas, boxing];
  }
}
