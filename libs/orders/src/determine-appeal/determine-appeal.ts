import { refuse } from '#event-sourcing';
import { type AppealResult, courtsBelow, courtsHearing, endedBy, resultsBelow, resultsOf, waitsBelow } from '../domain/appeals.js';
import type { Court, OrderFact } from '../domain/events.js';
import { byMoment, type Moment, passed } from '../domain/moments.js';
import type { OrderState } from '../domain/order.js';
import { anOrder, sinceMade, type BadMoment, type NoOrder } from '../domain/required.js';
import { undone } from './undone.js';

export interface AppealOutcome {
  readonly appealId: string;
  readonly court: Court;
  readonly at: Moment;
  readonly result: AppealResult;
}

export type CannotDetermineAppeal =
  | NoOrder
  | BadMoment
  | 'no-such-appeal'
  | 'already-determined'
  | 'before-lodged'
  | 'before-sent-back'
  | 'wrong-court'
  | 'not-of-this-decision'
  | 'ended-by-then';

const outcomes = { confirmed: 'dismissed', abandoned: 'abandoned' } as const;

/**
 * The appeal is decided. Only one against the making quashes the order; one against a variation, a renewal or a discharge undoes that alone.
 * What was sent back to the court below is decided by that, once more and with the same effects.
 * What was in force before stays on record, and what becomes of a charge is for the prosecutor. `newId`: ids of what is restored, by a name.
 */
export function determineAppeal(
  order: OrderState,
  { appealId, court, at, result }: AppealOutcome,
  { now, newId }: { readonly now: Moment; readonly newId: (name: string) => string },
): OrderFact[] {
  const made = anOrder(order);
  const appeal = made.appeals.find((one) => one.appealId === appealId);
  if (!appeal) throw refuse<CannotDetermineAppeal>('no-such-appeal');
  const below = waitsBelow(appeal) ? appeal.determined : null;
  if (appeal.determined && !below) throw refuse<CannotDetermineAppeal>('already-determined');
  sinceMade(made, at, now);
  if (at.on < appeal.on) throw refuse<CannotDetermineAppeal>('before-lodged');
  if (below && passed(below.at, at) === 'no') throw refuse<CannotDetermineAppeal>('before-sent-back');
  const results = below ? resultsBelow(made, appeal) : resultsOf(made, appeal);
  if (!results.includes(result)) throw refuse<CannotDetermineAppeal>('not-of-this-decision');
  const courts = below ? courtsBelow(made, appeal) : courtsHearing(made, appeal);
  if (!courts.includes(court.type)) throw refuse<CannotDetermineAppeal>('wrong-court');
  // What had ended cannot be worded anew or discharged: nothing could be recorded of it afterwards.
  if ((result === 'varied' || result === 'discharged') && endedBy(made, at)) throw refuse<CannotDetermineAppeal>('ended-by-then');
  const { orderId, perpetratorId, force } = made;
  const of = { orderId, perpetratorId, force };
  const outcome = result === 'confirmed' || result === 'abandoned' ? outcomes[result] : 'allowed';
  const rehearing = below ? ({ rehearing: true } as const) : {};
  const determined: OrderFact = { type: 'AppealDetermined', data: { ...of, appealId, court, at, outcome, result, ...rehearing } };
  // An order that had ended by then cannot be set aside or changed any more; one that was ended later ended with the appeal.
  if (made.is === 'over' && byMoment(made.over.at, at) <= 0) return [determined];
  switch (result) {
    case 'quashed':
      return [determined, { type: 'OrderQuashed', data: { ...of, appealId, court, at } }];
    case 'discharged':
      return [determined, { type: 'OrderDischarged', data: { ...of, court, at, onApplicationOf: appeal.by, onAppeal: appealId } }];
    case 'set-aside':
      return [determined, ...undone(made, appeal, { court, at }, newId)];
    case 'varied':
    case 'remitted':
    case 'confirmed':
    case 'abandoned':
      return [determined];
  }
}
