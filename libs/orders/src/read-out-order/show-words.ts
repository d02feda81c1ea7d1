import { personal, refuse } from '#event-sourcing';
import type { OrderFact, WhyWordsShown } from '../domain/events.js';
import type { When } from '../domain/moments.js';
import type { OrderState } from '../domain/order.js';
import { anOrder, type NoOrder } from '../domain/required.js';
import { waitsToBeRead } from './read-out-order.js';

export interface Showing {
  readonly showingId: string;
  /** The force of the officer, by CJS code. */
  readonly toForce: string;
  readonly why: WhyWordsShown;
  /** In the officer's words; needed where `why` is `other`. */
  readonly reason: string | null;
}

export type CannotShowWords = NoOrder | 'served-already' | 'no-reason';

/**
 * An officer of another force is about to read the words as the court made them, in which a protected person may be named. Only while they
 * wait to be read to the respondent, and for a reason that the force which keeps the order learns.
 */
export function showWords(order: OrderState, { showingId, toForce, why, reason }: Showing, now: When): OrderFact[] {
  const made = anOrder(order);
  if (!waitsToBeRead(made, now)) throw refuse<CannotShowWords>('served-already');
  if (why === 'other' && !reason) throw refuse<CannotShowWords>('no-reason');
  const { orderId, perpetratorId, force, protectedPersonIds } = made;
  const data = { orderId, perpetratorId, force, showingId, toForce, why };
  const said = reason ? { personal: { reason: personal([perpetratorId, ...protectedPersonIds], reason) } } : {};
  return [{ type: 'CourtWordsShown', data, ...said }];
}
