import { formatDate } from '#calendar';
import { dueNews, newsInWords } from '#breaches';
import type { MadeOrder } from '#orders';
import { receivedOf } from './received.js';
import type { Situation } from './clocks.js';
import type { Task } from './task.js';

/** What each protected person is to be told of the order, told, not told and not to be told being done. */
export function tellingTasks(order: MadeOrder, { tellings = [], received = {}, rights = {} }: Partial<Situation>): Task[] {
  const { orderId, perpetratorId, force } = order;
  const contact = { tellings: tellings.filter((telling) => telling.orderId === orderId), received: receivedOf(order, received) };
  const rules = { rightsOf: (protectedPersonId: string) => rights[protectedPersonId] ?? 'enhanced' };
  return dueNews(order, contact, rules).map(({ newsId, kind, error, protectedPersonId, since, due, lapses, decided }) => ({
    id: `tell-of-order:${orderId}:${newsId}:${protectedPersonId}`,
    what: 'tell-of-order',
    words: `Tell the protected person of ${newsInWords({ kind, error })}`,
    why: `Victims' Code, as for Right 6: since ${formatDate(since)}. Told, not told or not to be told is recorded with its reason`,
    about: { perpetratorId, orderId, protectedPersonId, newsId },
    force,
    opens: since,
    dueBy: due,
    lapses,
    done: decided !== null,
  }));
}
