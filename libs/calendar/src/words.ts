import { assertDay } from './days.js';
import type { LocalDate } from './days.js';
import { atLondon, londonDate, londonTime } from './london.js';
import type { Instant, LocalTime } from './london.js';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `14 May 2026` */
export function formatDate(date: LocalDate): string {
  return `${formatDateShort(date)} ${Number(date.slice(0, 4))}`;
}

/** `14 May`, where the year is plain from what stands beside it. */
export function formatDateShort(date: LocalDate): string {
  assertDay(date);
  return `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]}`;
}

/**
 * `18 Nov 2026 at 23:40`, the time that a London clock showed. A time that came twice says which it was: `25 Oct 2026 at 01:30 (before the
 * clocks went back)`.
 */
export function formatDateTime(instant: Instant): string {
  const [date, time] = [londonDate(instant), londonTime(instant)];
  return `${formatDate(date)} at ${time}${time < clocksAreSetBy ? sideOfChange(instant, date, time) : ''}`;
}

/** No London clock was ever put back later in the night. Spares the question for all other times. */
const clocksAreSetBy = '04:00';

function sideOfChange(instant: Instant, date: LocalDate, time: LocalTime): string {
  if (atLondon(date, time).ok) return '';
  const earlier = atLondon(date, time, 'earlier');
  const isEarlier = earlier.ok && earlier.instant.slice(0, 16) === instant.slice(0, 16);
  return ` (${isEarlier ? 'before' : 'after'} the clocks went back)`;
}

/** A period from its first to its last day, both included: `14 May 2026 to 13 May 2028`, `8 Jun to 14 Sep 2026`, or the one day. */
export function formatPeriod(first: LocalDate, last: LocalDate): string {
  if (first === last) return formatDate(first);
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  return `${sameYear ? formatDateShort(first) : formatDate(first)} to ${formatDate(last)}`;
}
