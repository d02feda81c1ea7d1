import { daysBetween, formatDate } from '#calendar';
import type { MadeOrder } from '#orders';
import { allegedBreaches } from './breach-after-breach.js';
import type { Signal, SignalRule } from './signal.js';

/** As many days after being told not to as still count as `soon`. Ours, not the law's. */
const SOON = 14;

/** He was told what he must not do, and is said to have done it within days. */
export const breachSoonAfterService: SignalRule = (summary): Signal | null => {
  const reasons: { days: number; words: string }[] = [];
  for (const breach of allegedBreaches(summary.breaches)) {
    for (const { orderId } of breach.allegations) {
      const order = summary.orders[orderId];
      const told = order && order.is !== 'unmade' ? lastTold(order, breach.occurred.on) : null;
      if (told === null) continue;
      const days = daysBetween(told, breach.occurred.on);
      if (days <= SOON) reasons.push({ days, words: `Told ${formatDate(told)}, breach alleged ${formatDate(breach.occurred.on)}` });
    }
  }
  const soonest = Math.min(...reasons.map(({ days }) => days));
  if (reasons.length === 0) return null;
  return {
    id: 'breach-soon-after-service',
    heading:
      soonest === 0 ? 'Breach alleged on the day of service' : `Breach alleged ${soonest} ${soonest === 1 ? 'day' : 'days'} after service`,
    reasons: [...new Set(reasons.map(({ words }) => words))],
  };
};

/** The last day, up to `on`, on which the order or a variation was served on him or made in his presence. */
function lastTold(order: MadeOrder, on: string): string | null {
  const days = [
    ...order.services.map(({ at }) => at.on),
    ...(order.respondentPresent ? [order.made.on] : []),
    ...order.variations.filter((variation) => variation.respondentPresent).map(({ effective }) => effective.on),
  ].filter((day) => day <= on);
  return days.sort().at(-1) ?? null;
}
