import { refuse } from '#event-sourcing';
import type { Court, OrderFact } from '../domain/events.js';
import { byMoment, type Moment } from '../domain/moments.js';
import type { OrderState } from '../domain/order.js';
import { anOrder, sinceMade, type BadMoment, type NoOrder } from '../domain/required.js';

export interface AppealOutcome {
  readonly appealId: string;
  readonly court: Court;
  readonly at: Moment;
  readonly outcome: 'allowed' | 'dismissed' | 'abandoned';
}

export type CannotDetermineAppeal = NoOrder | BadMoment | 'no-such-appeal' | 'already-determined' | 'before-lodged';

/**
 * The appeal is decided. Allowed: the order is quashed from then on. That it was in force before stays on record, and what becomes of a
 * charge under it is for the prosecutor.
 */
export function determineAppeal(order: OrderState, { appealId, court, at, outcome }: AppealOutcome, now: Moment): OrderFact[] {
  const made = anOrder(order);
  const appeal = made.appeals.find((one) => one.appealId === appealId);
  if (!appeal) throw refuse<CannotDetermineAppeal>('no-such-appeal');
  if (appeal.determined) throw refuse<CannotDetermineAppeal>('already-determined');
  sinceMade(made, at, now);
  if (at.on < appeal.on) throw refuse<CannotDetermineAppeal>('before-lodged');
  const { orderId, perpetratorId, force } = made;
  const of = { orderId, perpetratorId, force };
  const determined: OrderFact = { type: 'AppealDetermined', data: { ...of, appealId, court, at, outcome } };
  // An order that had ended by then cannot be set aside any more; one that was ended later ended with the appeal.
  const hadEnded = made.is === 'over' && byMoment(made.over.at, at) <= 0;
  if (outcome !== 'allowed' || hadEnded) return [determined];
  return [determined, { type: 'OrderQuashed', data: { ...of, appealId, court, at } }];
}
