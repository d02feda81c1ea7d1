import { formatDate } from '#calendar';
import type { Moment, OrderState } from '#orders';
import { allegeable, isShown, type OrderWhenItHappened } from './allegeable.js';
import type { AllegationState, BreachState } from './breach.js';
import { maintained } from './progress.js';

/** What nothing shows him to have known of: the order, words that a variation brought, or the renewal without which it would have been over. */
export type NotKnown =
  { readonly is: 'order' } | { readonly is: 'words'; readonly since: Moment } | { readonly is: 'renewal'; readonly since: Moment };

/**
 * Whether it is still to be shown that he knew of what he is alleged to have breached when it happened: see `notKnownThen`.
 */
export function awarenessStillToShow(breach: BreachState, orders: readonly OrderState[]): boolean {
  return notKnownThen(breach, orders) !== null;
}

/**
 * What is still to be shown that he knew of, when it happened; null where nothing is. What was recorded about the orders since the report
 * counts: evidence that he was told, service found to be earlier, and what had shown it and was recorded in error. One allegation he knew of is
 * enough, as in the report. Nobody is asked to show that he knew of an order that, as its record stands or when it happened is corrected, was not
 * in force then.
 */
export function notKnownThen(breach: BreachState, orders: readonly OrderState[]): NotKnown | null {
  const standing = maintained(breach);
  const then = allegeable(orders, breach.occurred);
  const orderOf = ({ orderId }: AllegationState) => then.find(({ order }) => order.orderId === orderId);
  const isAsked = breach.awarenessToShow || standing.some((one) => isPutRight(orderOf(one)));
  if (!isAsked || isKnowingShown(breach, orders)) return null;
  if (standing.length === 0) return { is: 'order' };
  const bound = standing.filter((one) => orderOf(one)?.then.is !== 'not-in-force');
  const reasons = bound.map((one) => notKnownOf(one, orderOf(one)));
  return reasons.find(({ is }) => is !== 'order') ?? reasons[0] ?? null;
}

/** The same in words that stand alone. */
export function notKnownInWords(notKnown: NotKnown): string {
  switch (notKnown.is) {
    case 'order':
      return 'In force, but nothing shows that it was known of then. An order binds before it is served; for a conviction it must be shown that the person knew of it.';
    case 'words':
      return `The order was known of, but nothing shows that its words as changed on ${formatDate(notKnown.since.on)} were known of then. They bind before they are served; for a conviction it must be shown that the person knew of them.`;
    case 'renewal':
      return `In force only by its renewal of ${formatDate(notKnown.since.on)}, and nothing shows that this was known of then. For a conviction it must be shown that the person knew that the order goes on.`;
  }
}

/** Something of the order was recorded in error, or corrected: what showed that he knew may be gone. */
function isPutRight(then: OrderWhenItHappened | undefined): boolean {
  return then !== undefined && (then.order.errors.length > 0 || then.order.corrections.length > 0);
}

function notKnownOf({ conditionId, conditionVersionId }: AllegationState, then: OrderWhenItHappened | undefined): NotKnown {
  if (!then) return { is: 'order' };
  if (then.renewalNotKnown !== null) return { is: 'renewal', since: then.renewalNotKnown };
  if (!isShown(then.knowledge)) return { is: 'order' };
  const condition = then.order.conditions.find((one) => one.conditionId === conditionId);
  const version = condition?.versions.find(({ plain }) => plain.versionId === conditionVersionId);
  return version && version.by !== 'order' ? { is: 'words', since: version.from } : { is: 'order' };
}

/** Whether anything shows that he knew, when it happened, of one of the orders, in the words, alleged against. */
export function isKnowingShown(breach: BreachState, orders: readonly OrderState[]): boolean {
  const then = allegeable(orders, breach.occurred);
  return maintained(breach).some(({ orderId, conditionId, conditionVersionId }) => {
    const order = then.find((one) => one.order.orderId === orderId);
    if (!order) return false;
    if (conditionId === null) return isShown(order.knowledge);
    const wording = order.conditions.find((condition) => condition.conditionId === conditionId)?.then;
    const possible = wording?.is === 'in-force' ? [wording] : wording?.is === 'uncertain' ? wording.options : [];
    const pinned = possible.find(({ version }) => version.plain.versionId === conditionVersionId);
    // Words that were not in force as the order is recorded now are another question, which a flag asks.
    return pinned ? isShown(pinned.knowledge) : order.then.is !== 'not-in-force' && isShown(order.knowledge);
  });
}
