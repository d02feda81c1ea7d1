import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import { ofAge, type WrongAge } from '../domain/age.js';
import type { BadDraft, OrderDraft } from '../domain/draft.js';
import type { OrderFact, Origin } from '../domain/events.js';
import type { OrderKind } from '../domain/kinds/index.js';
import type { Moment } from '../domain/moments.js';
import { orderMade } from '../domain/order-made.js';
import type { MadeOrder, OrderState } from '../domain/order.js';
import { notAhead } from '../domain/required.js';
import { madeFrom, nothingBeside, type Unanswered, weighed } from '../domain/weighing.js';
import type { BadApplication } from '../domain/made-on.js';

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
  /** On which application it was made, where one of the force may be: as `interimDecidedWith` takes it. */
  readonly madeOn?: string | null;
}

export type CannotRecordOrder = 'already-recorded' | 'in-the-future' | BadApplication | WrongAge | BadDraft | Unanswered;

/**
 * Records an order that began with no application here: a restraining order, a family court's order, one made before we kept records. `replaced`: the
 * interim order that ended with it, in whose place it stands (SPA 2019 s.9).
 */
export function recordOrder(
  order: OrderState,
  details: RecordedOrder,
  now: Moment,
  beside = nothingBeside,
  replaced: MadeOrder | null = null,
): OrderFact[] {
  if (order.is !== 'unmade') throw refuse<CannotRecordOrder>('already-recorded');
  const { dateOfBirth, draft, madeOn: _madeOn, ...begins } = details;
  const { kind } = begins;
  notAhead(draft.made, now);
  ofAge(kind, dateOfBirth, draft.made.on);
  const whole = { ...begins, applicationId: null, replaces: replaced?.orderId ?? null };
  return [orderMade(whole, draft), ...weighed(madeFrom(whole, draft), beside, now)];
}
