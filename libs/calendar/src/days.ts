import { Temporal } from 'temporal-polyfill';

/** A calendar day in London, `YYYY-MM-DD`, years 0001 to 9999. Compare two of them as plain strings. */
export type LocalDate = string;

/** The length of a legal period. At least one part must be above zero. */
export type PeriodLength = { readonly years?: number; readonly months?: number; readonly days?: number };

const millisecondsInDay = 86_400_000;
const dayShape = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

/** Whether `value` is the text of a day that exists. */
export function isLocalDate(value: unknown): value is LocalDate {
  if (typeof value !== 'string' || !dayShape.test(value)) return false;
  const day = Number(value.slice(8));
  return day >= 1 && day <= daysInMonth(Number(value.slice(0, 4)), Number(value.slice(5, 7)));
}

/** The day `days` whole days later, or earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dayAt(midnight(date) + whole(days) * millisecondsInDay);
}

/** The same day of the month `months` later; a day that month does not have becomes its last day (31 Jan + 1 -> 28 or 29 Feb). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return asLocalDate(plainDate(date).add({ months: whole(months) }, { overflow: 'constrain' }));
}

/** The same day `years` later; 29 Feb becomes 28 Feb in a year that has none. */
export function addYears(date: LocalDate, years: number): LocalDate {
  return addMonths(date, whole(years) * 12);
}

/** How many days `to` is after `from`: 0 on the same day, negative when it is before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return plainDate(from).until(plainDate(to), { largestUnit: 'day' }).days;
}

/**
 * The last day of a period *beginning with* `firstDay` (SPA 2019 s.3: an order lasts at least two years beginning with the day it is made).
 * It is the day before the corresponding day: 14 May 2026 for 2 years ends with 13 May 2028. Where the last month has no corresponding day,
 * the period ends with that month: 29 Feb 2028 for 1 year ends with 28 Feb 2029. Years and months are counted first, then days.
 * @throws RangeError when the length is not a whole number above zero
 */
export function lastDayOfPeriod(firstDay: LocalDate, length: PeriodLength): LocalDate {
  const months = whole(length.years ?? 0) * 12 + whole(length.months ?? 0);
  const days = whole(length.days ?? 0);
  if (months < 0 || days < 0 || months + days === 0) throw new RangeError('A period must last at least one day');
  const corresponding = addMonths(firstDay, months);
  const missing = corresponding.slice(8) !== firstDay.slice(8);
  return addDays(corresponding, missing ? days : days - 1);
}

/**
 * Age in whole years on a day, reached at the start of the birthday (Family Law Reform Act 1969 s.9). Someone born on 29 February
 * has the birthday on 1 March in a year without one, the convention followed in England and Wales. Negative on a day before the birth.
 */
export function ageOn(dateOfBirth: LocalDate, on: LocalDate): number {
  plainDate(dateOfBirth);
  plainDate(on);
  const birthdayReached = on.slice(5) >= dateOfBirth.slice(5);
  return Number(on.slice(0, 4)) - Number(dateOfBirth.slice(0, 4)) - (birthdayReached ? 0 : 1);
}

/** Day of the week, 1 for Monday to 7 for Sunday. */
export function dayOfWeek(date: LocalDate): number {
  return new Date(midnight(date)).getUTCDay() || 7;
}

/** @throws RangeError, without the text given, when it is no day */
export function assertDay(date: LocalDate): void {
  if (!isLocalDate(date)) throw new RangeError('Not a calendar day written YYYY-MM-DD');
}

/** Days are counted on a clock without summer time: read models are rebuilt from very many of them, and this is 20 times as fast as Temporal. */
function midnight(date: LocalDate): number {
  assertDay(date);
  return Date.parse(date);
}

function dayAt(milliseconds: number): LocalDate {
  const at = new Date(milliseconds);
  const year = at.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new RangeError('The day falls outside the years 0001 to 9999');
  return at.toISOString().slice(0, 10);
}

/** The day as Temporal has it. @throws RangeError, without the text given, when it is no day */
export function plainDate(date: LocalDate): Temporal.PlainDate {
  assertDay(date);
  return new Temporal.PlainDate(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)));
}

function asLocalDate(date: Temporal.PlainDate): LocalDate {
  if (date.year < 1 || date.year > 9999) throw new RangeError('The day falls outside the years 0001 to 9999');
  return date.toString();
}

function whole(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new RangeError('A number of days, months or years must be whole');
  return amount;
}

function daysInMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
