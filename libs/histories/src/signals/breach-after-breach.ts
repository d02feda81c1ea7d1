import { daysBetween, formatDate } from '#calendar';
import type { BreachState } from '#breaches';
import { isOrderInError, type OrderState } from '#orders';
import type { PerpetratorSummary } from '../perpetrator-history/perpetrator-summary.js';
import { type Signal, type SignalRule, span } from './signal.js';

/** Two incidents or more alleged as a breach, of whatever order. A withdrawn allegation does not count. */
export const breachAfterBreach: SignalRule = (summary): Signal | null => {
  const alleged = allegedBreaches(summary);
  const first = alleged[0];
  const last = alleged.at(-1);
  if (!first || !last || alleged.length < 2) return null;
  return {
    id: 'breach-after-breach',
    heading: `${alleged.length} incidents alleged as breach in ${span(daysBetween(first.occurred.on, last.occurred.on))}`,
    reasons: alleged.map((breach) => `${formatDate(breach.occurred.on)}: ${breach.status.replaceAll('-', ' ')}`),
  };
};

/** The incidents alleged to breach an order and not withdrawn since, oldest first. Nobody breaches an order that bound nobody. */
export function allegedBreaches({ breaches, orders }: Pick<PerpetratorSummary, 'breaches' | 'orders'>): BreachState[] {
  return Object.values(breaches)
    .filter((breach) => breach.isBreach && breach.status !== 'withdrawn')
    .filter(({ allegations }) => allegations.some(({ orderId, withdrawn }) => withdrawn === null && isBinding(orders[orderId])))
    .sort((a, b) =>
      a.occurred.on === b.occurred.on
        ? (a.occurred.at ?? '').localeCompare(b.occurred.at ?? '')
        : a.occurred.on.localeCompare(b.occurred.on),
    );
}

/** Whether it is an order that ever bound him. One that stands on another of his records may be unknown here. */
export function isBinding(order: OrderState | undefined): boolean {
  return order === undefined || !isOrderInError(order);
}
