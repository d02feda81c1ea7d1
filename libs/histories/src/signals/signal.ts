import type { LocalDate } from '#calendar';
import type { PerpetratorSummary } from '../perpetrator-history/perpetrator-summary.js';

/** A pattern that a single incident does not show, with the facts it rests on. Not a score: a reader can check every reason. */
export interface Signal {
  readonly id: string;
  /** The pattern in a few words: `Second protected person in 9 months`. */
  readonly heading: string;
  /** Why, a line each, with days. */
  readonly reasons: readonly string[];
  /** Where it asks for an order to be considered: the case in which that is recorded, null where none is open. Absent otherwise. */
  readonly considers?: { readonly caseId: string; readonly force: string } | null;
}

/** One rule. Null when its pattern is not there on the given day. */
export type SignalRule = (summary: PerpetratorSummary, today: LocalDate) => Signal | null;

/** `3 days`, `5 weeks`, `9 months`, `2 years`: the nearest unit that reads well. */
export function span(days: number): string {
  if (days < 1) return 'one day';
  if (days < 14) return plural(days, 'day');
  if (days < 122) return plural(Math.round(days / 7), 'week');
  if (days < 730) return plural(Math.round(days / 30.44), 'month');
  return plural(Math.round(days / 365.25), 'year');
}

function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** `once`, `3 times` */
export function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
