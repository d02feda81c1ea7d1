import type { Act } from '#event-sourcing';
import { at, type Receipt, type Streams, to } from '#event-store';
import { applications } from '../domain/application.js';
import type { OrderFact } from '../domain/events.js';
import { orders, type OrderState } from '../domain/order.js';
import { ceasingToo } from './cease-interim.js';

/** Records what `decide` makes of an order whose end it may move. An interim order is decided about together with its application. */
export async function transactEnd(
  streams: Streams,
  orderId: string,
  act: Act,
  decide: (order: OrderState) => readonly OrderFact[],
): Promise<Receipt> {
  const { state } = await streams.load(orders, orderId);
  const applicationId = state.is !== 'unmade' && state.kind === 'interim-spo' ? state.applicationId : null;
  if (applicationId === null) return streams.transact(orders, orderId, act, decide);
  return streams.transactAll(act, [at(orders, orderId), at(applications, applicationId)], ([order, application]) => [
    to(orders, orderId, ceasingToo(order, decide(order), application)),
  ]);
}
