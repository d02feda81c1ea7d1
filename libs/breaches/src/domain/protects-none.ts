import { force } from '#access';
import { formatDate } from '#calendar';
import { refuse } from '#event-sourcing';
import { kindRule, type MadeOrder, type OrderState } from '#orders';
import type { Alleging } from './alleging.js';

/** `protects-none-named`: an order alleged against protects none of the people it was done to, and nobody says that it was breached even so. */
export type ProtectsRefusal = 'protects-none-named';

/**
 * The orders alleged against that protect somebody, and none of those it was done to: of two orders, one may have been selected for the other.
 * None where nobody is named. What an order requires, and the duty to notify, is owed to nobody whom it protects.
 */
export function protectingNone(
  alleging: readonly Pick<Alleging, 'orderId' | 'breached'>[],
  orders: readonly OrderState[],
  named: readonly string[],
): MadeOrder[] {
  if (named.length === 0) return [];
  return orders.filter(
    (order): order is MadeOrder =>
      order.is !== 'unmade' &&
      order.protectedPersonIds.length > 0 &&
      !order.protectedPersonIds.some((id) => named.includes(id)) &&
      alleging.some(({ orderId, breached }) => orderId === order.orderId && isOwedToThem(order, breached)),
  );
}

/** Refuses such an order unless it is among `evenSo`, the ids of those said to be breached even so. */
export function assertProtecting(
  alleging: readonly Pick<Alleging, 'orderId' | 'breached'>[],
  orders: readonly OrderState[],
  named: readonly string[],
  evenSo: readonly string[],
): void {
  const [asked, ...others] = protectingNone(alleging, orders, named).filter(({ orderId }) => !evenSo.includes(orderId));
  if (!asked) return;
  const all = [asked, ...others];
  throw refuse<ProtectsRefusal>('protects-none-named', {
    orderIds: all.map(({ orderId }) => orderId).join(', '),
    count: all.length,
    orders: all.map(orderOfForce).join(' and '),
  });
}

/** `Stalking protection order of 16 Jun 2026, Essex` */
export function orderOfForce({ kind, made, force: cjs }: MadeOrder): string {
  return `${kindRule(kind).name} of ${formatDate(made.on)}, ${force(cjs)?.name ?? `force ${cjs}`}`;
}

function isOwedToThem({ conditions }: MadeOrder, breached: Alleging['breached']): boolean {
  if (breached.is === 'notification') return false;
  const condition = conditions.find(({ conditionId }) => conditionId === breached.conditionId);
  return !condition?.versions.some(({ plain }) => plain.versionId === breached.versionId && plain.category === 'requirement');
}
