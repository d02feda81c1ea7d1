import { personal, refuse } from '#event-sourcing';
import type { NotificationAbout, OrderFact } from '../domain/events.js';
import { kindRule } from '../domain/kinds/index.js';
import { byMoment, type Moment } from '../domain/moments.js';
import { changeAfter } from '../domain/notification.js';
import type { OrderState } from '../domain/order.js';
import { anOrder, sinceMade, type BadMoment, type NoOrder } from '../domain/required.js';

export interface NotificationDetails {
  readonly notificationId: string;
  readonly about: NotificationAbout;
  readonly at: Moment;
  /** Told before the change happened. */
  readonly inAdvance: boolean;
  /** He was given the written acknowledgement (SPA 2019 s.10); null when nobody says. */
  readonly acknowledged?: boolean | null;
  readonly station: string;
  readonly officer: string;
  readonly details: string;
}

/** `before-the-change`: the one change on record came later, and it is not said to have been given in advance of it. */
export type CannotRecordNotification = NoOrder | BadMoment | 'no-duty' | 'before-the-change';

/** The respondent came to a police station and notified (SPA 2019 ss.9 and 10). Whether it was in time is worked out, not recorded. */
export function recordNotification(order: OrderState, given: NotificationDetails, now: Moment): OrderFact[] {
  const made = anOrder(order);
  if (kindRule(made.kind).notificationDuty === null) throw refuse<CannotRecordNotification>('no-duty');
  sinceMade(made, given.at, now);
  const known = made.notifications.some(
    (one) => one.about === given.about && byMoment(one.at, given.at) === 0 && one.inAdvance === given.inAdvance,
  );
  if (known) return [];
  if (!given.inAdvance && changeAfter(made, given.about, given.at.on)) throw refuse<CannotRecordNotification>('before-the-change');
  const { orderId, perpetratorId, force } = made;
  const { notificationId, about, at, inAdvance, acknowledged = null, station, officer, details } = given;
  const sealed = (text: string) => personal([perpetratorId], text.trim());
  return [
    {
      type: 'NotificationGiven',
      data: { orderId, perpetratorId, force, notificationId, about, at, inAdvance, ...(acknowledged === null ? {} : { acknowledged }) },
      personal: { station: sealed(station), officer: sealed(officer), details: sealed(details) },
    },
  ];
}
