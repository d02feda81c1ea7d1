import { isDeepStrictEqual } from 'node:util';
import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import { ofAge, type WrongAge } from '../domain/age.js';
import { checkedEnd } from '../domain/draft.js';
import type { Court, OrderFact } from '../domain/events.js';
import { couldBeMade, kindRule, type DurationProblem } from '../domain/kinds/index.js';
import type { End, Moment } from '../domain/moments.js';
import { latestEnd, type MadeOrder, type OrderState } from '../domain/order.js';
import { anOrder, type NoOrder, notAhead } from '../domain/required.js';

/** What was keyed wrongly, put right; null where it was right. */
export interface Correction {
  readonly correctionId: string;
  readonly court: Court | null;
  readonly made: Moment | null;
  /** The end that holds now. */
  readonly end: End | null;
  readonly respondentPresent: boolean | null;
  readonly reason: string;
}

export type CannotCorrectOrder =
  | NoOrder
  | 'not-your-order'
  | 'nothing-changed'
  | 'in-the-future'
  | 'after-what-followed'
  | 'wrong-court'
  | 'kind-not-then'
  | 'wrong-origin'
  | WrongAge
  | DurationProblem['problem'];

/** Puts a keying error right. Only the force that keeps the order may; what was recorded first stays in the history. */
export function correctOrder(
  order: OrderState,
  correction: Correction,
  who: { readonly force: string; readonly now: Moment; /** Of the respondent. */ readonly dateOfBirth: LocalDate | null },
): OrderFact[] {
  const known = anOrder(order);
  if (known.force !== who.force) throw refuse<CannotCorrectOrder>('not-your-order');
  const { correctionId, reason } = correction;
  const court = changed(known.court, correction.court);
  const made = changed(known.made, correction.made);
  const end = changed(latestEnd(known), correction.end);
  const respondentPresent = changed(known.respondentPresent, correction.respondentPresent);
  if (court === null && made === null && end === null && respondentPresent === null) throw refuse<CannotCorrectOrder>('nothing-changed');
  if (made) notAhead(made, who.now);
  if (made && followed(known).some((then) => isLater(made, then))) throw refuse<CannotCorrectOrder>('after-what-followed');
  if (made) couldStandThen(known, made, who.dateOfBirth);
  if (court && !kindRule(known.kind).courts.includes(court.type)) throw refuse<CannotCorrectOrder>('wrong-court');
  checkedEnd(known.kind, made ?? known.made, end ?? latestEnd(known));
  const { orderId, perpetratorId, force, protectedPersonIds } = known;
  return [
    {
      type: 'OrderCorrected',
      data: { orderId, perpetratorId, force, correctionId, court, made, end, respondentPresent },
      personal: { reason: personal([perpetratorId, ...protectedPersonIds], reason.trim()) },
    },
  ];
}

/** Refuses a day on which the law knew no such order, knew it in another way, or on which the respondent was too young for it. */
function couldStandThen({ kind, origin }: MadeOrder, made: Moment, dateOfBirth: LocalDate | null): void {
  const could = couldBeMade(kindRule(kind), made.on, origin);
  if (could !== 'yes') throw refuse<CannotCorrectOrder>(could === 'not-then' ? 'kind-not-then' : 'wrong-origin');
  ofAge(kind, dateOfBirth, made.on);
}

/** When things happened that can only follow the making of the order. */
function followed(order: MadeOrder): readonly Moment[] {
  return [
    ...[...order.services, ...order.attempts, ...order.awareness, ...order.notifications].map(({ at }) => at),
    ...order.variations.map(({ effective }) => effective),
    ...order.renewals.map((renewal) => renewal.made),
    ...order.appeals.map(({ on }) => ({ on, at: null })),
    ...(order.is === 'over' ? [order.over.at] : []),
  ];
}

/** Surely later: on one day only where both times are known. */
function isLater(made: Moment, then: Moment): boolean {
  return made.on > then.on || (made.on === then.on && made.at !== null && then.at !== null && made.at > then.at);
}

function changed<Value>(was: Value, is: Value | null): Value | null {
  return is === null || isDeepStrictEqual(was, is) ? null : is;
}
