import { clockRule, clockTable, counts, type LocalDate } from '#calendar';

/** The two time limits of an appeal to the Crown Court, between which no source we could read decides. */
export const appealRules = [
  clockRule('appeal-business', 'Appeal: 15 business days', 'the decision', counts.working(15), [
    'to-confirm',
    'Criminal Procedure Rules part 34',
  ]),
  clockRule('appeal-calendar', 'Appeal: 21 days', 'the decision', counts.fromNextDay(21), ['to-confirm', 'Crown Court Rules 1982']),
] as const;

const { end } = clockTable<(typeof appealRules)[number]['key']>(appealRules);

/** The last day for an appeal against a decision of this day, by either limit; the earlier day is the safe one. */
export function appealBy(decision: LocalDate): { readonly safe: LocalDate; readonly business: LocalDate; readonly calendar: LocalDate } {
  const business = end('appeal-business', { on: decision }).dueBy;
  const calendar = end('appeal-calendar', { on: decision }).dueBy;
  return { safe: business < calendar ? business : calendar, business, calendar };
}
