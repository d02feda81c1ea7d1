import { isWorkingDay } from './bank-holidays.js';
import type { ExtraHolidays } from './bank-holidays.js';
import { addDays } from './days.js';
import type { LocalDate } from './days.js';
import { asInstant, endOfDay, londonDate, millisecondsOf } from './london.js';
import type { Instant } from './london.js';

const millisecondsInHour = 3_600_000;

/** More days in a row than any calendar leaves out; beyond it the caller's rule leaves out every day. */
const longestExclusion = 366;

/**
 * The last of `days` calendar days *beginning with* `first`: the first day counts (SPA 2019 s.9: three days beginning with the day of
 * service, so service on Monday 2 March 2026 ends with Wednesday 4 March). The duty ends at `endOfDay` of the result.
 * @throws RangeError when `days` is not a whole number above zero
 */
export function calendarDaysFirstDayCounts(first: LocalDate, days: number): LocalDate {
  return addDays(first, atLeastOne(days) - 1);
}

/**
 * The `days`-th working day after a day, the next working day being the first (Victims' Code, Right 6: an arrest on Friday 1 May 2026 is
 * told by Tuesday 5 May within 1 working day and by Monday 11 May within 5). The day itself never counts.
 * @throws RangeError when `days` is not a whole number above zero
 */
export function workingDaysAfter(day: LocalDate, days: number, extra: ExtraHolidays = []): LocalDate {
  let left = atLeastOne(days);
  let date = day;
  while (left > 0) {
    date = addDays(date, 1);
    if (isWorkingDay(date, extra)) left -= 1;
  }
  return date;
}

/**
 * The moment at which `hours` exact hours have passed since `start`, where time on an excluded London day does not count. A day of 23 or
 * 25 hours counts as long as it lasts. For a custody clock: `hoursExcludingDays(arrest, 24, isSundayOrHoliday)` (DAA 2021 s.26).
 * @throws RangeError when `hours` is not above zero, or when `isExcluded` leaves out every day of a year
 */
export function hoursExcludingDays(start: Instant, hours: number, isExcluded: (date: LocalDate) => boolean): Instant {
  if (!(hours > 0 && Number.isFinite(hours))) throw new RangeError('The number of hours must be above zero');
  let left = Math.round(hours * millisecondsInHour);
  let at = millisecondsOf(start);
  let date = londonDate(start);
  for (let excludedInARow = 0; excludedInARow <= longestExclusion; date = addDays(date, 1)) {
    const midnight = millisecondsOf(endOfDay(date));
    if (isExcluded(date)) {
      excludedInARow += 1;
    } else if (left <= midnight - at) {
      return asInstant(at + left);
    } else {
      excludedInARow = 0;
      left -= midnight - at;
    }
    at = midnight;
  }
  throw new RangeError('Every day of a year is left out, so the hours never pass');
}

function atLeastOne(days: number): number {
  if (!Number.isSafeInteger(days) || days < 1) throw new RangeError('The number of days must be whole and above zero');
  return days;
}
