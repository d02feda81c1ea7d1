import { type Instant, londonDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { MadeOrder } from '#orders';
import type { ProtectedPersonState, VictimChannel } from '#people';
import { orderNews } from '../domain/order-news.js';
import type { TellerRole, TellingDecision, TellingFact, TellingState, WhyNotTold, WhyWithheld } from '../domain/telling.js';

/** What was done, as far as it can be said of any news. */
export interface Told {
  readonly decision: TellingDecision;
  /** When they were told, or when it was decided that they are not. */
  readonly at: Instant;
  readonly role: TellerRole | null;
  readonly by: string | null;
  readonly channel: VictimChannel | null;
  readonly notTold: WhyNotTold | null;
  readonly withheld: WhyWithheld | null;
  readonly note: string | null;
}

export interface TellOfOrderDetails extends Told {
  readonly tellingId: string;
  readonly protectedPersonId: string;
  readonly newsId: string;
  readonly reach: 'this' | 'order';
}

export type IncompleteTelling = 'channel-needed' | 'teller-needed' | 'why-not-told' | 'why-withheld' | 'say-why';

export type CannotTellOfOrder =
  | IncompleteTelling
  | 'not-protected-here'
  | 'no-such-news'
  | 'in-the-future'
  | 'told-before-it-happened'
  | 'told-already'
  | 'decided-so-already'
  | 'not-your-force'
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
  if (londonDate(at) < news.when.on || (news.when.at !== null && at < news.when.at))
    throw refuse<CannotTellOfOrder>('told-before-it-happened');
  const before = told.filter(
    (one) => one.protectedPersonId === protectedPersonId && one.orderId === order.orderId && one.newsId === newsId,
  );
  if (before.some(({ decision }) => decision === 'told')) throw refuse<CannotTellOfOrder>('told-already');
  if (before.at(-1)?.decision === details.decision && details.decision !== 'told') throw refuse<CannotTellOfOrder>('decided-so-already');
  const { role, channel, because } = checkedTelling(details);
  const { perpetratorId, orderId } = order;
  const data = { tellingId, protectedPersonId, perpetratorId, force: order.force, orderId, newsId, news: news.kind, at, role };
  const parts = sealedParts(protectedPersonId, details);
  switch (details.decision) {
    case 'told':
      return [{ type: 'OrderNewsTold', data: { ...data, channel: channel as VictimChannel }, personal: parts }];
    case 'not-told':
      return [{ type: 'OrderNewsNotTold', data: { ...data, because: because as WhyNotTold }, personal: parts }];
    case 'do-not-tell':
      return [{ type: 'OrderNewsWithheld', data: { ...data, because: because as WhyWithheld, reach }, personal: parts }];
  }
}

/** What the decision needs, of whatever it is. @throws Refusal with what is missing */
export function checkedTelling({ decision, role, channel, notTold, withheld, note }: Told) {
  if (role === null) throw refuse<IncompleteTelling>('teller-needed');
  if (decision === 'told' && channel === null) throw refuse<IncompleteTelling>('channel-needed');
  if (decision === 'not-told' && notTold === null) throw refuse<IncompleteTelling>('why-not-told');
  if (decision === 'do-not-tell' && withheld === null) throw refuse<IncompleteTelling>('why-withheld');
  if (decision === 'not-told' && notTold === 'other' && !note?.trim()) throw refuse<IncompleteTelling>('say-why');
  return { role, channel, because: decision === 'not-told' ? notTold : withheld };
}

/** The name of who told them and the note lie under the key of the person told. */
export function sealedParts(protectedPersonId: string, { by, note }: Pick<Told, 'by' | 'note'>) {
  const part = (name: string, text: string | null) => (text?.trim() ? { [name]: personal([protectedPersonId], text.trim()) } : {});
  return { ...part('by', by), ...part('note', note) };
}
