import { addDays, type LocalDate } from '#calendar';
import type { EndSet, MadeOrder } from './order.js';

/** Days on which an order was, is or will be in force, both included. */
export interface PeriodInForce {
  readonly from: LocalDate;
  /** Null while it has no last day. */
  readonly to: LocalDate | null;
  /** What began it: the making, or after a gap the renewal that came too late or the appeal that set a discharge aside. */
  readonly by: EndSet['by'];
}

/** When an order was in force as it stands on record, with the days left out on which it had ended before it was renewed or revived. */
export function periodsInForce(order: MadeOrder): readonly PeriodInForce[] {
  const over = order.is === 'over' ? order.over.at.on : null;
  return order.ends.reduce<readonly PeriodInForce[]>((periods, { from, end, by }, nth) => {
    const lasts = [end.is === 'fixed' ? end.lastDay : null, order.ends[nth + 1]?.from.on, over];
    const to = lasts.filter((day) => typeof day === 'string').toSorted()[0] ?? null;
    if (to !== null && to < from.on) return periods;
    const last = periods.at(-1);
    const goesOn = last && (last.to === null || addDays(last.to, 1) >= from.on);
    return goesOn ? [...periods.slice(0, -1), { ...last, to }] : [...periods, { from: from.on, to, by }];
  }, []);
}
