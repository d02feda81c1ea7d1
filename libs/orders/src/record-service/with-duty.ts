import { formatDate } from '#calendar';
import type { When } from '../domain/moments.js';
import { notifyBy } from '../domain/notification.js';
import type { MadeOrder } from '../domain/order.js';

/** What is told when a service of the order is recorded, with the day by which he has to notify the police where that service says it. */
export function withDuty(done: string, order: MadeOrder, { on }: When): string {
  const lastDay = notifyBy(order, on);
  return lastDay === null
    ? done
    : `${done}. The respondent must notify the police at a police station by the end of ${formatDate(lastDay)} (SPA 2019 s.9)`;
}
