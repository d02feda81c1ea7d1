import { type Instant, isMinuteBefore, londonDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { MadeOrder } from '#orders';
import type { ProtectedPersonState, VictimChannel } from '#people';
import { orderNews } from '../domain/order-news.js';
import type { TellingFact, TellingState, WhyNotTold, WhyWithheld } from '../domain/telling.js';
import {
  assertSafely,
  checkedTelling,
  type UnsafeTelling,
  type IncompleteTelling,
  noteOf,
  sealedParts,
  type Told,
} from '../domain/what-was-said.js';

export interface TellOfOrderDetails extends Told {
  readonly tellingId: string;
  readonly protectedPersonId: string;
  readonly newsId: string;
  readonly reach: 'this' | 'order';
}

export type CannotTellOfOrder =
  | IncompleteTelling
  | 'not-protected-here'
  | 'no-such-news'
  | 'in-the-future'
  | 'told-before-it-happened'
  | 'told-already'
  | 'decided-so-already'
  | 'not-your-force'
  | UnsafeTelling
  | 'erased';

/**
 * Somebody was told of news of an order that protects them, was not told, or is not to be told; each stops its clock. Told once, told for
 * ever; a decision not to tell gives way to telling them. Only forces with a part in the record or in the order say so.
 */
export function tellOfOrder(
  { tellings: told }: TellingState,
  order: MadeOrder,
  person: ProtectedPersonState,
  { force, now }: { readonly force: string; readonly now: Instant },
  details: TellOfOrderDetails,
): TellingFact[] {
  const { tellingId, protectedPersonId, newsId, at, reach } = details;
  if (!order.protectedPersonIds.includes(protectedPersonId) || person.is === 'unknown')
    throw refuse<CannotTellOfOrder>('not-protected-here');
  if (![order.force, person.force, person.safeguarding].includes(force)) throw refuse<CannotTellOfOrder>('not-your-force');
  if (person.is === 'erased') throw refuse<CannotTellOfOrder>('erased');
  const news = orderNews(order).find((one) => one.newsId === newsId);
  if (!news || news.when.on > londonDate(now)) throw refuse<CannotTellOfOrder>('no-such-news');
  if (at > now) throw refuse<CannotTellOfOrder>('in-the-future');
  if (londonDate(at) < news.when.on || (news.when.at !== null && isMinuteBefore(at, news.when.at)))
    throw refuse<CannotTellOfOrder>('told-before-it-happened');
  const before = told.filter(
    (one) => one.protectedPersonId === protectedPersonId && one.orderId === order.orderId && one.newsId === newsId,
  );
  if (before.some(({ decision }) => decision === 'told')) throw refuse<CannotTellOfOrder>('told-already');
  if (before.at(-1)?.decision === details.decision && details.decision !== 'told') throw refuse<CannotTellOfOrder>('decided-so-already');
  assertSafely(details, person.plan?.value ?? null);
  const { role, channel, because } = checkedTelling(details);
  const { perpetratorId, orderId } = order;
  const data = { tellingId, protectedPersonId, perpetratorId, force: order.force, orderId, newsId, news: news.kind, at, role };
  const parts = sealedParts(protectedPersonId, { by: details.by, note: noteOf(details) });
  switch (details.decision) {
    case 'told':
      return [{ type: 'OrderNewsTold', data: { ...data, channel: channel as VictimChannel }, personal: parts }];
    case 'not-told':
      return [{ type: 'OrderNewsNotTold', data: { ...data, because: because as WhyNotTold }, personal: parts }];
    case 'do-not-tell':
      return [{ type: 'OrderNewsWithheld', data: { ...data, because: because as WhyWithheld, reach }, personal: parts }];
  }
}
