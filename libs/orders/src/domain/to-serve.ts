import type { Served } from './events.js';
import { isProved, isToBeServed, sameDocument } from './knowledge.js';
import { passed, type When } from './moments.js';
import type { EndSet, MadeOrder, Service } from './order.js';

/** The order, also as renewed, and the variations in effect that wait then to be served, or to be proved to have been. */
export function waitsToBeServed(order: MadeOrder, when: When): readonly Served[] {
  const variations = order.variations
    .filter(({ effective, respondentPresent }) => respondentPresent !== true && passed(effective, when) !== 'no')
    .map(({ variationId }) => ({ variationId }))
    .filter((of) => !isServedAlready(order, of, when));
  const isOrderOwed = isToBeServed(order) || renewalToServe(order, when) !== null;
  return [...(isOrderOwed ? ['order' as const] : []), ...variations];
}

/** Whether a proved service of it is recorded; of the order, one since its last renewal before `when`, which has a paper of its own. */
export function isServedAlready(order: MadeOrder, of: Served, when: When): boolean {
  const since = of === 'order' ? lastRenewal(order, when) : null;
  return order.services.some(
    (service) =>
      sameDocument(service.served, of) &&
      isProved(service) &&
      (since === null || (service.at.on >= since.from.on && tellsOf(service, since))),
  );
}

/** Whether that service told him of the renewal: its paper does; who read the order out says so, line by line. */
export function tellsOf({ method, told }: Pick<Service, 'method' | 'told'>, renewal: EndSet): boolean {
  return method !== 'read-by-officer' || told.includes(renewalLine(renewal.of));
}

/** The line of what is read aloud that tells of that renewal. */
export function renewalLine(renewalId: string | null): string {
  return `renewal:${renewalId ?? ''}`;
}

/** The end that the last renewal before `when` brought; null where there was none. */
export function lastRenewal({ ends }: Pick<MadeOrder, 'ends'>, when: When): EndSet | null {
  return ends.findLast(({ from, by }) => by === 'renewal' && passed(from, when) !== 'no') ?? null;
}

/** That renewal, where the order was served before it and was not since. An order not served at all is served as renewed. */
export function renewalToServe(order: MadeOrder, when: When): EndSet | null {
  return isToBeServed(order) || isServedAlready(order, 'order', when) ? null : lastRenewal(order, when);
}
