import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import { ofAge, type WrongAge } from '../domain/age.js';
import type { BadDraft, OrderDraft } from '../domain/draft.js';
import type { OrderFact, Origin } from '../domain/events.js';
import type { OrderKind } from '../domain/kinds/index.js';
import type { Moment } from '../domain/moments.js';
import { orderMade } from '../domain/order-made.js';
import type { OrderState } from '../domain/order.js';
import { notAhead } from '../domain/required.js';
import { madeFrom, nothingBeside, type Unanswered, weighed } from '../domain/weighing.js';

export interface RecordedOrder {
  readonly orderId: string;
  readonly perpetratorId: string;
  /** The force that keeps the order, by CJS code: that of whoever records it. */
  readonly force: string;
  readonly kind: OrderKind;
  readonly origin: Origin;
  readonly protectedPersonIds: readonly string[];
  readonly dateOfBirth: LocalDate | null;
  readonly draft: OrderDraft;
}

export type CannotRecordOrder = 'already-recorded' | 'in-the-future' | WrongAge | BadDraft | Unanswered;

/** Records an order that began with no application here: a restraining order, a family court's order, one made before we kept records. */
export function recordOrder(order: OrderState, details: RecordedOrder, now: Moment, beside = nothingBeside): OrderFact[] {
  if (order.is !== 'unmade') throw refuse<CannotRecordOrder>('already-recorded');
  const { dateOfBirth, draft, ...begins } = details;
  const { kind } = begins;
  notAhead(draft.made, now);
  ofAge(kind, dateOfBirth, draft.made.on);
  const fact = orderMade({ ...begins, applicationId: null, replaces: null }, draft);
  return [fact, ...weighed(madeFrom({ ...begins, applicationId: null, replaces: null }, draft), beside, now)];
}
