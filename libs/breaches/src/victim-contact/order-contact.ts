import { londonDate, type LocalDate } from '#calendar';
import { type Projection, parseStreamName, type Recorded } from '#event-sourcing';
import { orders, type OrderFact } from '#orders';
import { newsFactTypes, newsIdIn } from '../domain/order-news.js';
import { type Telling, type TellingFact, tellingOf } from '../domain/telling.js';

/** One decision about telling, and who recorded it. */
export interface RecordedTelling extends Telling {
  readonly recordedAt: string;
  /** CJS code. */
  readonly recordedBy: string;
}

/** What is known of one order for those who tell the people it protects. */
export interface OrderContactRow {
  /** The order's. */
  readonly id: string;
  readonly perpetratorId: string;
  /** On which London days news was recorded, by its id. */
  readonly received: Readonly<Record<string, LocalDate>>;
  readonly tellings: readonly RecordedTelling[];
}

export const orderContact: Projection<OrderContactRow> = {
  name: 'order-contact',
  table: 'breaches.order_contact',
  version: 2,
  reads: [...newsFactTypes, ...(['OrderNewsTold', 'OrderNewsNotTold', 'OrderNewsWithheld'] satisfies TellingFact['type'][])],
  rows: ({ fact }) => [(fact as OrderFact | TellingFact).data.orderId],
  evolve(row, { stream, fact, envelope }: Recorded, id) {
    const { perpetratorId } = (fact as OrderFact | TellingFact).data;
    const before = row ?? { id, perpetratorId, received: {}, tellings: [] };
    if (parseStreamName(stream).category === orders.category) {
      const newsId = newsIdIn(fact as OrderFact);
      return newsId === null ? before : { ...before, received: { ...before.received, [newsId]: londonDate(envelope.recordedAt) } };
    }
    const telling = { ...tellingOf(fact as TellingFact), recordedAt: envelope.recordedAt, recordedBy: envelope.force };
    return { ...before, tellings: [...before.tellings, telling] };
  },
};
