import type { LocalDate } from '#calendar';
import { type Deadline, deadline, type Start } from './clock-rule.js';
import { type ClockKey, clockRule, proclaimedHolidays } from './clock-rules.js';

/** When the clock of this key ends that starts there. */
export function clockEnd(key: ClockKey, start: Start): Deadline {
  return deadline(clockRule(key, start.on), start, proclaimedHolidays);
}

/** The day that a clock counting back from `day` gives, by the rule of `since`: a clock that runs keeps its length. */
export function daysBefore(key: ClockKey, day: LocalDate, since: LocalDate): LocalDate {
  return deadline(clockRule(key, since), { on: day }, proclaimedHolidays).dueBy;
}

/** Where the clock comes from, and whether somebody must still confirm it. */
export function sourceOf(key: ClockKey, on: LocalDate): string {
  const { source, standing } = clockRule(key, on);
  return standing === 'to-confirm' ? `${source} (to be confirmed by the force solicitor)` : source;
}

/** An appeal has two time limits that no source decides between; the earlier day is the safe one. */
export function appealBy(decision: LocalDate): { readonly safe: LocalDate; readonly business: LocalDate; readonly calendar: LocalDate } {
  const business = clockEnd('appeal-business', { on: decision }).dueBy;
  const calendar = clockEnd('appeal-calendar', { on: decision }).dueBy;
  return { safe: business < calendar ? business : calendar, business, calendar };
}
