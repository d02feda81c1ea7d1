import { personal } from '#event-sourcing';
import type { OrderFact, Served, ServiceMethod } from '../domain/events.js';
import type { Moment } from '../domain/moments.js';
import type { OrderState } from '../domain/order.js';
import { anOrder, sinceDocument, type BadMoment, type NoDocument, type NoOrder } from '../domain/required.js';

export interface AttemptDetails {
  readonly attemptId: string;
  readonly served: Served;
  readonly at: Moment;
  readonly method: ServiceMethod;
  readonly result: string;
}

export type CannotAttemptService = NoOrder | BadMoment | NoDocument;

/** Somebody tried to serve the order, or a variation of it, and could not. */
export function attemptService(order: OrderState, { attemptId, served, at, method, result }: AttemptDetails, now: Moment): OrderFact[] {
  const made = anOrder(order);
  sinceDocument(made, served, at, now);
  const { orderId, perpetratorId, force } = made;
  return [
    {
      type: 'ServiceAttempted',
      data: { orderId, perpetratorId, force, attemptId, served, at, method },
      personal: { result: personal([perpetratorId], result.trim()) },
    },
  ];
}
