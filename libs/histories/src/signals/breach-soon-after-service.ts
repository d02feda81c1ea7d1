import { daysBetween, formatDate, type LocalDate } from '#calendar';
import { kindRule, type MadeOrder } from '#orders';
import { allegedBreaches, isBinding } from './breach-after-breach.js';
import type { Signal, SignalRule } from './signal.js';

/** As many days after being told not to as still count as `soon`. Ours, not the law's. */
const SOON = 14;

/** How he was told what he must not do, last before it happened. */
interface Telling {
  readonly on: LocalDate;
  /** `service of the stalking protection order of 14 May 2026` */
  readonly words: string;
}

/** He was told what he must not do, and is said to have done it within days. */
export const breachSoonAfterService: SignalRule = (summary): Signal | null => {
  const found: { days: number; after: string; reason: string }[] = [];
  for (const breach of allegedBreaches(summary)) {
    for (const { orderId } of breach.allegations) {
      const order = summary.orders[orderId];
      const told = order && order.is !== 'unmade' && isBinding(order) ? lastTold(order, breach.occurred.on) : null;
      if (told === null) continue;
      const days = daysBetween(told.on, breach.occurred.on);
      const reason = `${capital(told.words)} on ${formatDate(told.on)}, breach alleged ${formatDate(breach.occurred.on)}`;
      if (days <= SOON) found.push({ days, after: told.words, reason });
    }
  }
  const [soonest] = found.toSorted((a, b) => a.days - b.days);
  if (!soonest) return null;
  const { days, after } = soonest;
  return {
    id: 'breach-soon-after-service',
    heading: `Breach alleged ${days === 0 ? 'on the day of' : `${days} ${days === 1 ? 'day' : 'days'} after`} ${after}`,
    reasons: [...new Set(found.map(({ reason }) => reason))],
  };
};

/** The last time, up to `on`, that the order or a variation was served on him or made in his presence. */
function lastTold(order: MadeOrder, on: LocalDate): Telling | null {
  const kind = kindRule(order.kind).name;
  const name = `the ${kind.slice(0, 1).toLowerCase()}${kind.slice(1)} of ${formatDate(order.made.on)}`;
  const variation = (id: string): string => {
    const made = order.variations.find(({ variationId }) => variationId === id)?.effective.on;
    return made === undefined ? 'a variation' : `the variation of ${formatDate(made)}`;
  };
  const tellings: Telling[] = [
    ...(order.respondentPresent ? [{ on: order.made.on, words: `the making of ${name} in the respondent’s presence` }] : []),
    ...order.variations
      .filter(({ respondentPresent }) => respondentPresent)
      .map(({ effective, variationId }) => ({
        on: effective.on,
        words: `${variation(variationId)} of ${name} in the respondent’s presence`,
      })),
    ...order.services.map(({ at, served }) => ({
      on: at.on,
      words: served === 'order' ? `service of ${name}` : `service of ${variation(served.variationId)} of ${name}`,
    })),
  ];
  return tellings
    .filter((telling) => telling.on <= on)
    .reduce<Telling | null>((last, one) => (last === null || one.on >= last.on ? one : last), null);
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
