import type { LocalDate } from '#calendar';
import { clockRuleTable } from './clock-rules.js';

export const { end: clockEnd, before: daysBefore, source: sourceOf } = clockRuleTable;

/** An appeal has two time limits that no source decides between; the earlier day is the safe one. */
export function appealBy(decision: LocalDate): { readonly safe: LocalDate; readonly business: LocalDate; readonly calendar: LocalDate } {
  const business = clockEnd('appeal-business', { on: decision }).dueBy;
  const calendar = clockEnd('appeal-calendar', { on: decision }).dueBy;
  return { safe: business < calendar ? business : calendar, business, calendar };
}
