import type { ApplicationState } from './application.js';
import type { OrderFact } from './events.js';
import { inForceAt } from './in-force.js';
import { byMoment } from './moments.js';
import { orders, type OrderState } from './order.js';

/**
 * `facts` about an order, and, if they would let an interim order live on after its application was determined, that it ceased then. A
 * renewal or another end may be recorded late: when the determination was, the interim had run out as far as anybody had recorded, so
 * nothing ceased (SPA 2019 s.5). That a refusal was set aside on appeal gives no interim order its force back.
 */
export function ceasingToo(order: OrderState, facts: readonly OrderFact[], application: ApplicationState): OrderFact[] {
  const after = facts.reduce((state, fact) => orders.evolve(state, fact), order);
  if (after.is !== 'standing' || after.kind !== 'interim-spo' || application.is === 'not-filed') return [...facts];
  const determined = application.is === 'determined' ? [...application.setAside, application.determination] : application.setAside;
  const first = determined.find(({ at }) => byMoment(after.made, at) <= 0);
  if (!first) return [...facts];
  const { at, outcome } = first;
  if (inForceAt(after, at).is === 'not-in-force') return [...facts];
  const { orderId, perpetratorId, force } = after;
  const { applicationId } = application;
  return [...facts, { type: 'InterimOrderCeased', data: { orderId, perpetratorId, force, applicationId, at, outcome } }];
}
