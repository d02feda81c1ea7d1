import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { Applicant, Awaited, Court, OrderFact } from './events.js';
import { kindRule } from './kinds/index.js';
import { someTimeOn, type End, type Moment } from './moments.js';
import { latestEnd, type OrderState } from './order.js';
import { anOrder, sinceMade, type BadMoment, type NoOrder } from './required.js';

export interface RenewalDetails {
  readonly renewalId: string;
  readonly court: Court;
  /** The day the application to renew was filed. */
  readonly filedOn: LocalDate;
  readonly made: Moment;
  readonly end: End;
  readonly onApplicationOf: Applicant;
  /** For what an interim order is carried on; of other orders nothing is recorded. */
  readonly awaiting?: Awaited | null;
}

export type CannotRenew =
  | NoOrder
  | BadMoment
  | 'no-renewal'
  | 'no-standing'
  | 'wrong-court'
  | 'order-over'
  | 'has-no-end'
  | 'filed-after-renewal'
  | 'not-later'
  | 'must-be-fixed';

/**
 * The court renews the order. A renewal filed after the last day is recorded and marked out of time, never stopped: the court decided.
 * Between the last day and the renewal nothing was in force.
 */
export function renewOrder(order: OrderState, details: RenewalDetails, now: Moment): OrderFact[] {
  const made = anOrder(order);
  const { renewalId, court, filedOn, end, onApplicationOf } = details;
  const rule = kindRule(made.kind);
  sinceMade(made, details.made, now);
  if (rule.mayRenew.length === 0) throw refuse<CannotRenew>('no-renewal');
  if (!rule.mayRenew.includes(onApplicationOf)) throw refuse<CannotRenew>('no-standing');
  if (!rule.courts.includes(court.type)) throw refuse<CannotRenew>('wrong-court');
  if (made.is === 'over') throw refuse<CannotRenew>('order-over');
  sinceMade(made, someTimeOn(filedOn), now);
  if (filedOn > details.made.on) throw refuse<CannotRenew>('filed-after-renewal');
  const present = latestEnd(made);
  if (present.is === 'until-further-order') throw refuse<CannotRenew>('has-no-end');
  if (rule.durationRule(details.made.on, end).some((problem) => problem.problem === 'must-be-fixed'))
    throw refuse<CannotRenew>('must-be-fixed');
  const comesSooner = end.is === 'fixed' && (end.lastDay < details.made.on || (present.is === 'fixed' && end.lastDay <= present.lastDay));
  if (comesSooner) throw refuse<CannotRenew>('not-later');
  const outOfTime = present.is === 'fixed' && filedOn > present.lastDay;
  const { orderId, perpetratorId, force } = made;
  const awaiting = made.kind === 'interim-spo' && details.awaiting ? { awaiting: details.awaiting } : {};
  return [
    {
      type: 'OrderRenewed',
      data: { orderId, perpetratorId, force, renewalId, court, filedOn, made: details.made, end, onApplicationOf, outOfTime, ...awaiting },
    },
  ];
}
