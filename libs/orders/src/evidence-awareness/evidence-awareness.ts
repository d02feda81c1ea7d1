import { personal } from '#event-sourcing';
import type { AwarenessBasis, OrderFact, Served } from '../domain/events.js';
import type { Moment } from '../domain/moments.js';
import type { OrderState } from '../domain/order.js';
import { anOrder, sinceDocument, type BadMoment, type NoDocument, type NoOrder } from '../domain/required.js';

export interface AwarenessDetails {
  readonly evidenceId: string;
  readonly of: Served;
  readonly at: Moment;
  readonly basis: AwarenessBasis;
  readonly detail: string;
}

export type CannotEvidenceAwareness = NoOrder | BadMoment | NoDocument;

/** Something shows that the respondent knew of the order, or of a variation, at a moment. */
export function evidenceAwareness(order: OrderState, { evidenceId, of, at, basis, detail }: AwarenessDetails, now: Moment): OrderFact[] {
  const made = anOrder(order);
  sinceDocument(made, of, at, now);
  const { orderId, perpetratorId, force, protectedPersonIds } = made;
  return [
    {
      type: 'AwarenessEvidenced',
      data: { orderId, perpetratorId, force, evidenceId, of, at, basis },
      personal: { detail: personal([perpetratorId, ...protectedPersonIds], detail.trim()) },
    },
  ];
}
