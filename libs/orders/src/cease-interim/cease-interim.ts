import type { ApplicationState } from '../domain/application.js';
import type { OrderFact } from '../domain/events.js';
import { inForceAt } from '../domain/in-force.js';
import { orders, type OrderState } from '../domain/order.js';

/**
 * `facts` about an order, and, if they would let an interim order live on after its application was determined, that it ceased then. A
 * renewal or another end may be recorded late: when the determination was, the interim had run out as far as anybody had recorded, so
 * nothing ceased (SPA 2019 s.5).
 */
export function ceasingToo(order: OrderState, facts: readonly OrderFact[], application: ApplicationState): OrderFact[] {
  const after = facts.reduce((state, fact) => orders.evolve(state, fact), order);
  if (after.is !== 'standing' || after.kind !== 'interim-spo' || application.is !== 'determined') return [...facts];
  const { at, outcome } = application.determination;
  if (inForceAt(after, at).is === 'not-in-force') return [...facts];
  const { orderId, perpetratorId, force } = after;
  const { applicationId } = application;
  return [...facts, { type: 'InterimOrderCeased', data: { orderId, perpetratorId, force, applicationId, at, outcome } }];
}
