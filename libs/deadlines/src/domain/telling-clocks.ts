import { formatDate } from '#calendar';
import { dueNews, newsWords } from '#breaches';
import type { MadeOrder } from '#orders';
import type { Situation } from './clocks.js';
import { proclaimedHolidays } from './rules/clock-rules.js';
import type { Task } from './task.js';

/** What each protected person is to be told of the order, told, not told and not to be told being done. */
export function tellingTasks(order: MadeOrder, { tellings = [], received = {}, rights = {} }: Partial<Situation>): Task[] {
  const { orderId, perpetratorId, force } = order;
  const start = `${orderId}:`;
  const contact = {
    tellings: tellings.filter((telling) => telling.orderId === orderId),
    received: Object.fromEntries(
      Object.entries(received).flatMap(([key, on]) => (key.startsWith(start) ? [[key.slice(start.length), on] as const] : [])),
    ),
  };
  const rules = { rightsOf: (protectedPersonId: string) => rights[protectedPersonId] ?? 'enhanced', holidays: proclaimedHolidays };
  return dueNews(order, contact, rules).map(({ newsId, kind, protectedPersonId, since, due, lapses, decided }) => ({
    id: `tell-of-order:${orderId}:${newsId}:${protectedPersonId}`,
    what: 'tell-of-order',
    words: `Tell the protected person of ${newsWords[kind]}`,
    why: `Victims' Code, as for Right 6: since ${formatDate(since)}. Told, not told or not to be told is recorded with its reason`,
    about: { perpetratorId, orderId, protectedPersonId, newsId },
    force,
    opens: since,
    dueBy: lapses !== null && lapses < due ? lapses : due,
    lapses,
    done: decided !== null,
  }));
}
