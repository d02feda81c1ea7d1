import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { OrderFact } from '../domain/events.js';
import { kindRule } from '../domain/kinds/index.js';
import type { OrderState } from '../domain/order.js';
import { anOrder, type NoOrder } from '../domain/required.js';

export type CannotExempt = NoOrder | 'no-duty';

/**
 * The respondent is under Part 2 of the Sexual Offences Act 2003, so the duty sleeps until its final day (SPA 2019 s.9). Told again with
 * another final day, the latest stands.
 */
export function exemptNotification(order: OrderState, { finalDay }: { readonly finalDay: LocalDate | null }): OrderFact[] {
  const made = anOrder(order);
  if (kindRule(made.kind).notificationDuty === null) throw refuse<CannotExempt>('no-duty');
  if (made.exemption && made.exemption.finalDay === finalDay) return [];
  const { orderId, perpetratorId, force } = made;
  return [{ type: 'NotificationExempted', data: { orderId, perpetratorId, force, finalDay } }];
}
