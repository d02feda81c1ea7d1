import type { OrderState } from '#orders';
import { allegeable, isShown } from './allegeable.js';
import type { AllegationState, BreachState } from './breach.js';
import { maintained } from './progress.js';

/**
 * Whether it is still to be shown that he knew of what he is alleged to have breached when it happened. What was recorded about the orders
 * since the report counts: evidence that he was told, service found to be earlier. One allegation he knew of is enough, as in the report.
 * Nobody is asked to show that he knew of an order that, as its record stands or when it happened is corrected, was not in force then.
 */
export function awarenessStillToShow(breach: BreachState, orders: readonly OrderState[]): boolean {
  if (!breach.awarenessToShow || isKnowingShown(breach, orders)) return false;
  const standing = maintained(breach);
  const then = allegeable(orders, breach.occurred);
  const bound = ({ orderId }: AllegationState) => then.find(({ order }) => order.orderId === orderId)?.then.is !== 'not-in-force';
  return standing.length === 0 || standing.some(bound);
}

/** Whether anything shows that he knew, when it happened, of one of the orders, in the words, alleged against. */
export function isKnowingShown(breach: BreachState, orders: readonly OrderState[]): boolean {
  const then = allegeable(orders, breach.occurred);
  return maintained(breach).some(({ orderId, conditionId, conditionVersionId }) => {
    const order = then.find((one) => one.order.orderId === orderId);
    if (conditionId === null) return order !== undefined && isShown(order.knowledge);
    const wording = order?.conditions.find((condition) => condition.conditionId === conditionId)?.then;
    const possible = wording?.is === 'in-force' ? [wording] : wording?.is === 'uncertain' ? wording.options : [];
    return possible.some(({ version, knowledge }) => version.plain.versionId === conditionVersionId && isShown(knowledge));
  });
}
