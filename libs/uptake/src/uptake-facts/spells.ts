import { addDays, asInstant, endOfDay, type LocalDate, millisecondsOf } from '#calendar';
import { inForceAt, type MadeOrder } from '#orders';

/** Days in a row at the end of each of which an order was in force. `until` is the first day that no longer belongs; null: no end is set. */
export interface Spell {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** The last day that there is: an order that lasts until then ends on no day that can be told. */
const noDayAfter: LocalDate = '9999-12-31';

/**
 * When the order was in force, by days, as its facts now say. More than one spell where it lapsed and was renewed out of time. An unknown
 * end counts as none, as it does for the officer.
 */
export function spells(order: MadeOrder): readonly Spell[] {
  const turns = new Set<LocalDate>(
    order.ends.flatMap(({ from, end }) => [from.on, ...(end.is === 'fixed' && end.lastDay < noDayAfter ? [addDays(end.lastDay, 1)] : [])]),
  );
  if (order.is === 'over') turns.add(order.over.at.on);
  const found: Spell[] = [];
  for (const day of [...turns].sort()) {
    const last = found.at(-1);
    const running = last?.until === null ? last : undefined;
    const live = inForceAtEndOf(order, day);
    if (live && !running) found.push({ from: day, until: null });
    if (!live && running) found[found.length - 1] = { from: running.from, until: day };
  }
  return found;
}

/** Whether the order was in force when the day ended in London. An hour nobody wrote down lies before that. */
export function inForceAtEndOf(order: MadeOrder, day: LocalDate): boolean {
  const answer = inForceAt(order, { on: day, at: asInstant(millisecondsOf(endOfDay(day)) - 1) });
  if (answer.is !== 'time-needed') return answer.is === 'in-force';
  const endedThatDay = answer.candidates.some(({ is, ...why }) => is === 'not-in-force' && 'because' in why && endings.has(why.because));
  return !endedThatDay && answer.candidates.at(-1)?.is === 'in-force';
}

const endings: ReadonlySet<unknown> = new Set(['discharged', 'quashed', 'ceased']);

/** The spells as PostgreSQL writes a `datemultirange`. */
export function asDateMultirange(of: readonly Spell[]): string {
  return `{${of.map(({ from, until }) => `[${from},${until ?? ''})`).join(',')}}`;
}
