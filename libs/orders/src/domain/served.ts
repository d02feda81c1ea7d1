import { personal, refuse } from '#event-sourcing';
import type { OrderFact, Served, ServiceMethod } from './events.js';
import { sameDocument } from './knowledge.js';
import { byMoment, type Moment } from './moments.js';
import type { OrderState } from './order.js';
import { anOrder, overBefore, sinceDocument, type BadMoment, type NoDocument, type NoOrder } from './required.js';

export interface ServiceDetails {
  readonly serviceId: string;
  readonly served: Served;
  readonly at: Moment;
  readonly method: ServiceMethod;
  readonly proof: 'certificate' | 'statement' | 'court-record' | 'none-yet';
  readonly place: string;
  readonly by: string;
  /** How the respondent was identified. */
  readonly identified?: string | null;
  /** What the respondent said or did. */
  readonly reaction?: string | null;
}

export type CannotRecordService = NoOrder | BadMoment | NoDocument | 'order-over';

/**
 * The order, or a variation of it, was served. It was in force before; what begins is the duty to notify (SPA 2019 s.9). A copy may be
 * served again; the same service told twice is recorded once.
 */
export function recordService(order: OrderState, details: ServiceDetails, now: Moment): OrderFact[] {
  const made = anOrder(order);
  const { serviceId, served, at, method, proof, place, by, identified, reaction } = details;
  sinceDocument(made, served, at, now);
  if (overBefore(made, at)) throw refuse<CannotRecordService>('order-over');
  const known = made.services.some(
    (one) => sameDocument(one.served, served) && one.method === method && one.proof === proof && byMoment(one.at, at) === 0,
  );
  if (known) return [];
  const { orderId, perpetratorId, force } = made;
  return [
    {
      type: 'OrderServed',
      data: { orderId, perpetratorId, force, serviceId, served, at, method, proof },
      personal: {
        ...{ place: personal([perpetratorId], place.trim()), by: personal([perpetratorId], by.trim()) },
        ...(identified?.trim() ? { identified: personal([perpetratorId], identified.trim()) } : {}),
        ...(reaction?.trim() ? { reaction: personal([perpetratorId], reaction.trim()) } : {}),
      },
    },
  ];
}
