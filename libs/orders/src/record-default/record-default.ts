import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { NotificationAbout, OrderFact } from '../domain/events.js';
import { notificationDuties } from '../domain/notification.js';
import type { OrderState } from '../domain/order.js';
import { anOrder, type NoOrder } from '../domain/required.js';

export interface DefaultDetails {
  readonly defaultId: string;
  readonly about: NotificationAbout;
  /** The last day of the duty that was missed. */
  readonly lastDay: LocalDate;
}

export type CannotRecordDefault = NoOrder | 'not-overdue';

/** A duty to notify was missed: one default that goes on, not one a day (SPA 2019 s.11). */
export function recordDefault(order: OrderState, { defaultId, about, lastDay }: DefaultDetails, today: LocalDate): OrderFact[] {
  const made = anOrder(order);
  const duty = notificationDuties(made, today).find((one) => one.about === about && one.lastDay === lastDay);
  if (duty?.state === 'defaulted') return [];
  if (duty?.state !== 'overdue' && duty?.state !== 'given-late') throw refuse<CannotRecordDefault>('not-overdue');
  const { orderId, perpetratorId, force } = made;
  return [{ type: 'NotificationDefaulted', data: { orderId, perpetratorId, force, defaultId, about, lastDay } }];
}
