import { personal, refuse } from '#event-sourcing';
import type { OrderFact, Served, ServiceMethod } from './events.js';
import { sameDocument } from './knowledge.js';
import { byMoment, type Moment, type When } from './moments.js';
import type { MadeOrder, OrderState } from './order.js';
import { isServedAlready, lastRenewal, renewalLine, waitsToBeServed } from './to-serve.js';
import { anOrder, overBefore, sinceDocument, type BadMoment, type NoDocument, type NoOrder } from './required.js';

export interface ServiceDetails {
  readonly serviceId: string;
  /** Null: whatever waits to be served, where that is one document. */
  readonly served: Served | null;
  /** Of the order: it was the paper of its last renewal. */
  readonly asRenewed?: boolean;
  readonly at: Moment;
  readonly method: ServiceMethod;
  readonly proof: 'certificate' | 'statement' | 'court-record' | 'none-yet';
  readonly place: string;
  readonly by: string;
  /** How the respondent was identified. */
  readonly identified?: string | null;
  /** What the respondent said or did. */
  readonly reaction?: string | null;
  /** It is said to be a second service of what was served already. */
  readonly again?: boolean;
}

/** `document-needed`: nothing says which of what could be served it was; `served-already`: that was served before, and nobody says again; `not-renewed-yet`: by then nothing had renewed it. */
export type CannotRecordService =
  NoOrder | BadMoment | NoDocument | 'order-over' | 'document-needed' | 'served-already' | 'not-renewed-yet';

/**
 * The order, or a variation of it, was served. It was in force before; what begins is the duty to notify (SPA 2019 s.9). A copy may be
 * served again when that is said; the same service told twice is recorded once.
 */
export function recordService(order: OrderState, details: ServiceDetails, now: Moment): OrderFact[] {
  const made = anOrder(order);
  const { serviceId, at, method, proof, place, by, identified, reaction, again = false } = details;
  const served = details.served ?? theOneThatWaits(made, now);
  if (served === null) throw refuse<CannotRecordService>('document-needed');
  sinceDocument(made, served, at, now);
  if (details.asRenewed && !lastRenewal(made, at)) throw refuse<CannotRecordService>('not-renewed-yet');
  if (overBefore(made, at)) throw refuse<CannotRecordService>('order-over');
  const known = made.services.some(
    (one) => sameDocument(one.served, served) && one.method === method && one.proof === proof && byMoment(one.at, at) === 0,
  );
  if (known) return [];
  if (!again && isServedAlready(made, served, at)) throw refuse<CannotRecordService>('served-already');
  const { orderId, perpetratorId, force } = made;
  return [
    {
      type: 'OrderServed',
      data: { orderId, perpetratorId, force, serviceId, served, at, method, proof, ...saidRenewed(made, details) },
      personal: {
        ...{ place: personal([perpetratorId], place.trim()), by: personal([perpetratorId], by.trim()) },
        ...(identified?.trim() ? { identified: personal([perpetratorId], identified.trim()) } : {}),
        ...(reaction?.trim() ? { reaction: personal([perpetratorId], reaction.trim()) } : {}),
      },
    },
  ];
}

/** Who says that the order was read out as renewed says that the renewal was told. */
function saidRenewed(order: MadeOrder, { asRenewed, method, at }: ServiceDetails): { readonly told?: readonly string[] } {
  const renewed = asRenewed && method === 'read-by-officer' ? lastRenewal(order, at) : null;
  return renewed ? { told: [renewalLine(renewed.of)] } : {};
}

/** The document that waits to be served; null where none does, or several. */
export function theOneThatWaits(order: MadeOrder, when: When): Served | null {
  const waiting = waitsToBeServed(order, when);
  return waiting.length === 1 ? (waiting[0] ?? null) : null;
}
