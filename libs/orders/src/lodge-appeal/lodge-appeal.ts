import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { Applicant, OrderFact } from '../domain/events.js';
import { kindRule } from '../domain/kinds/index.js';
import { someTimeOn, type Moment } from '../domain/moments.js';
import type { OrderState } from '../domain/order.js';
import { anOrder, sinceMade, type BadMoment, type NoOrder } from '../domain/required.js';

export interface AppealDetails {
  readonly appealId: string;
  readonly on: LocalDate;
  readonly by: Applicant;
}

export type CannotLodgeAppeal = NoOrder | BadMoment | 'no-standing';

/** An appeal was lodged by somebody who may appeal against an order of this kind: to the Crown Court under SPA 2019 s.7. The order stays in force until an appeal is allowed. */
export function lodgeAppeal(order: OrderState, { appealId, on, by }: AppealDetails, now: Moment): OrderFact[] {
  const made = anOrder(order);
  sinceMade(made, someTimeOn(on), now);
  if (!kindRule(made.kind).mayAppeal.includes(by)) throw refuse<CannotLodgeAppeal>('no-standing');
  if (made.appeals.some((appeal) => appeal.on === on && appeal.by === by)) return [];
  const { orderId, perpetratorId, force } = made;
  return [{ type: 'AppealLodged', data: { orderId, perpetratorId, force, appealId, on, by } }];
}
