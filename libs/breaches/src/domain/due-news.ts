import type { LocalDate } from '#calendar';
import type { MadeOrder } from '#orders';
import { orderNews, type OrderNews, receivedAs } from './order-news.js';
import { decidedOf, type Telling } from './telling.js';
import { tellBy, type VictimRules } from './victim-updates.js';

/** One piece of news of an order for one person it protects. */
export interface DueNews extends OrderNews {
  readonly protectedPersonId: string;
  /** The day the clock counts from: the day it happened, or a later one on which it was received. */
  readonly since: LocalDate;
  /** In time until the end of this day, London. */
  readonly due: LocalDate;
  /** What was decided of it; null while it waits. */
  readonly decided: Telling | null;
}

/** What is known of the order besides the order itself. */
export interface OrderContact {
  /** London days on which news was recorded, by its id. */
  readonly received: Readonly<Record<string, LocalDate>>;
  /** What was decided of telling, in the order of recording. */
  readonly tellings: readonly Telling[];
}

/**
 * The news of the order for each person it protects, with its clock. Victims' Code: within 1 working day under Enhanced Rights, else within
 * 5, counted for what courts do from the day the force received it (to be confirmed by the force solicitor); that it applies to service
 * and to an end that comes near is our rule. What the dates of an order bring is received with the order.
 */
export function dueNews(
  order: MadeOrder,
  { received, tellings }: OrderContact,
  { rightsOf = () => 'enhanced' }: Pick<VictimRules, 'rightsOf'> = {},
): DueNews[] {
  return orderNews(order).flatMap((news) => {
    const recorded = received[receivedAs(news.newsId)] ?? received['made'] ?? news.when.on;
    const since = recorded > news.when.on ? recorded : news.when.on;
    const dueFor = (id: string): LocalDate => {
      const by = tellBy('order-news', rightsOf(id), since);
      return news.lapses !== null && news.lapses < by ? news.lapses : by;
    };
    return order.protectedPersonIds.map((protectedPersonId) => ({
      ...news,
      protectedPersonId,
      since,
      due: dueFor(protectedPersonId),
      decided: decidedOf(tellings, protectedPersonId, news.newsId),
    }));
  });
}

/** What waits to be told on `today`. */
export function untold(news: readonly DueNews[], today: LocalDate): DueNews[] {
  return news.filter(({ decided, since, lapses }) => decided === null && since <= today && (lapses === null || today <= lapses));
}
