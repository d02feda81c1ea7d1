import { addDays, type LocalDate } from '#calendar';
import {
  type Entry,
  kindRule,
  latestEnd,
  momentOf,
  type MadeOrder,
  type Moment,
  type OrderFact,
  type Over,
  type RecordedInError,
  type Served,
  someTimeOn,
} from '#orders';

/** What happens to an order that the people it protects are told of. */
export type OrderNewsKind =
  | 'made'
  | 'interim-made'
  | 'served'
  | 'service-failed'
  | 'varied'
  | 'renewed'
  | 'discharged'
  | 'appeal-lodged'
  | 'appeal-determined'
  | 'quashed'
  | 'ceased'
  | 'put-right'
  | 'recorded-in-error'
  | 'ending-soon'
  | 'ended';

/** One thing that happened to one order, or that its dates bring. */
export interface OrderNews {
  /** Within the order, the same for ever. */
  readonly newsId: string;
  readonly kind: OrderNewsKind;
  readonly when: Moment;
  /** After this day it is no news any more; null: it stays. */
  readonly lapses: LocalDate | null;
  /** With `put-right`: what was recorded in error, and why it is said to be. */
  readonly error?: RecordedInError;
}

/** Our rule: so many days before its last day people hear that an order ends; a short one, of which they heard lately, a week before. */
export const ENDING_SOON_DAYS = { order: 28, short: 7 } as const;

/**
 * Everything there is to tell of the order, what its dates will bring included, in the order it was recorded. An attempt to serve is news
 * until the same is served. That an appeal set the order aside is told with the appeal.
 */
export function orderNews(order: MadeOrder): OrderNews[] {
  const news = (newsId: string, kind: OrderNewsKind, when: Moment, lapses: LocalDate | null = null): OrderNews => ({
    ...{ newsId, kind, when, lapses },
  });
  // Nothing else is true of it, whoever heard what.
  if (order.is === 'over' && order.over.because === 'recorded-in-error') {
    return [news(IN_ERROR, 'recorded-in-error', someTimeOn(order.over.on))];
  }
  // What is recorded again after it was recorded in error is news again.
  const anew = (newsId: string, is: Entry['is'], id: string): string => {
    const errors = order.errors.filter(({ entry }) => entry.is === is && entry.id === id).length;
    return errors === 0 ? newsId : `${newsId}${ANEW}${errors}`;
  };
  return [
    news('made', order.kind === 'interim-spo' ? 'interim-made' : 'made', order.made),
    ...order.attempts
      .filter(({ served }) => !order.services.some((service) => isSame(service.served, served)))
      .map(({ attemptId, at }) => news(attemptId, 'service-failed', at)),
    ...order.services.map(({ serviceId, at }) => news(serviceId, 'served', at)),
    ...order.variations.map(({ variationId, effective }) => news(anew(variationId, 'variation', variationId), 'varied', effective)),
    ...order.renewals.map(({ renewalId, made }) => news(anew(renewalId, 'renewal', renewalId), 'renewed', made)),
    ...order.appeals.flatMap(({ appealId, on, determined, sentBack }) => [
      news(appealId, 'appeal-lodged', someTimeOn(on)),
      ...(sentBack ? [news(`${appealId}:determined`, 'appeal-determined', sentBack.at)] : []),
      ...(determined
        ? [
            news(
              anew(`${appealId}:${sentBack ? 'reheard' : 'determined'}`, 'appeal-decision', appealId),
              'appeal-determined',
              determined.at,
            ),
          ]
        : []),
    ]),
    ...order.errors
      .filter(({ entry }) => wasTold(entry))
      .map((error) => ({ ...news(`error:${error.errorId}`, 'put-right', momentOf(error.at)), error })),
    ...endNews(order, news),
  ];
}

const IN_ERROR = 'in-error';
const OVER = 'over';
const ANEW = ':anew-';

/** Whether people heard of such an entry, and so hear that it was recorded in error. */
function wasTold({ is }: Entry): boolean {
  return (
    is in { attempt: 1, service: 1, variation: 1, renewal: 1, appeal: 1, discharge: 1, quashing: 1, cessation: 1, 'appeal-decision': 1 }
  );
}

/** A later ending is news of its own although an earlier one was told that proved to be none. */
function overId({ nth }: Over): string {
  return nth === 0 ? OVER : `${OVER}:${nth}`;
}

/** Under which id it was noted when the force received such news. */
export function receivedAs(newsId: string): string {
  return newsId.startsWith(`${OVER}:`) ? OVER : (newsId.split(ANEW)[0] ?? newsId);
}

function endNews(
  order: MadeOrder,
  news: (newsId: string, kind: OrderNewsKind, when: Moment, lapses?: LocalDate | null) => OrderNews,
): OrderNews[] {
  if (order.is === 'over') {
    const { over } = order;
    const withAppeal =
      over.because === 'quashed' && order.appeals.some(({ appealId, determined }) => appealId === over.appealId && determined);
    return withAppeal ? [] : [news(overId(over), over.because, over.at)];
  }
  const end = latestEnd(order);
  if (end.is !== 'fixed') return [];
  const { lastDay } = end;
  const isShort = order.kind === 'interim-spo' || addDays(order.made.on, 2 * ENDING_SOON_DAYS.order) > lastDay;
  const soon = addDays(lastDay, -(isShort ? ENDING_SOON_DAYS.short : ENDING_SOON_DAYS.order));
  // A notice of some days ends before anybody could hear that it will.
  const isTold = soon > order.made.on && kindRule(order.kind).mayRenew.length > 0;
  return [
    ...(isTold ? [news(`ending:${lastDay}`, 'ending-soon', someTimeOn(soon), lastDay)] : []),
    news(`ended:${lastDay}`, 'ended', someTimeOn(addDays(lastDay, 1))),
  ];
}

function isSame(a: Served, b: Served): boolean {
  return a === 'order' || b === 'order' ? a === b : a.variationId === b.variationId;
}

/** Of which news the fact is, to know when it was received; null for every other fact. */
export function newsIdIn(fact: OrderFact): string | null {
  switch (fact.type) {
    case 'OrderMade':
      return 'made';
    case 'ServiceAttempted':
      return fact.data.attemptId;
    case 'OrderServed':
      return fact.data.serviceId;
    case 'OrderVaried':
      return fact.data.variationId;
    case 'OrderRenewed':
      return fact.data.renewalId;
    case 'AppealLodged':
      return fact.data.appealId;
    case 'AppealDetermined':
      return `${fact.data.appealId}:${fact.data.rehearing ? 'reheard' : 'determined'}`;
    case 'OrderDischarged':
    case 'OrderQuashed':
    case 'InterimOrderCeased':
      return OVER;
    case 'EntryRecordedInError':
      return wasTold(fact.data.entry) ? `error:${fact.data.errorId}` : null;
    case 'OrderRecordedInError':
      return IN_ERROR;
    default:
      return null;
  }
}

/** The facts of an order that `newsIdIn` knows. */
export const newsFactTypes = [
  'OrderMade',
  'ServiceAttempted',
  'OrderServed',
  'OrderVaried',
  'OrderRenewed',
  'AppealLodged',
  'AppealDetermined',
  'OrderDischarged',
  'OrderQuashed',
  'InterimOrderCeased',
  'EntryRecordedInError',
  'OrderRecordedInError',
] as const satisfies readonly OrderFact['type'][];
