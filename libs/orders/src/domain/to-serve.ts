import type { Served } from './events.js';
import { isProved, isToBeServed, sameDocument } from './knowledge.js';
import { knownNow } from './known-now.js';
import { passed, type When } from './moments.js';
import type { MadeOrder } from './order.js';

/** The order, also as renewed, and the variations in effect that wait then to be served, or to be proved to have been. */
export function waitsToBeServed(order: MadeOrder, when: When): readonly Served[] {
  const variations = order.variations
    .filter(({ effective, respondentPresent }) => respondentPresent !== true && passed(effective, when) !== 'no')
    .map(({ variationId }) => ({ variationId }))
    .filter((of) => !isServedAlready(order, of, when));
  const isOrderOwed = isToBeServed(order) || knownNow(order, when).renewed?.isKnown === false;
  return [...(isOrderOwed ? ['order' as const] : []), ...variations];
}

/** Whether a proved service of it is recorded; of the order, one since its last renewal before `when`, which has a paper of its own. */
export function isServedAlready(order: MadeOrder, of: Served, when: When): boolean {
  const renewals = order.ends.filter(({ from, by }) => by === 'renewal' && passed(from, when) !== 'no');
  const since = of === 'order' ? renewals.at(-1)?.from.on : undefined;
  return order.services.some(
    (service) => sameDocument(service.served, of) && isProved(service) && (since === undefined || service.at.on >= since),
  );
}
