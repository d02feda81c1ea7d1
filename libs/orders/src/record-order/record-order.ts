import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import { ofAge, type WrongAge } from '../domain/age.js';
import type { BadDraft, OrderDraft } from '../domain/draft.js';
import { forumOn } from '../domain/application.js';
import type { OrderFact, Origin, OtherForumReason } from '../domain/events.js';
import { applicationCourts, type BadForum, otherForumOf } from '../domain/forum.js';
import type { OrderKind } from '../domain/kinds/index.js';
import type { Moment } from '../domain/moments.js';
import { orderMade } from '../domain/order-made.js';
import type { MadeOrder, OrderState } from '../domain/order.js';
import { isSameOrder, type OnRecord } from '../domain/same-order.js';
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
  /** Why the youth court made it, or a magistrates' court, where it belongs to the other by the respondent's age that day; asked of an SPO or interim SPO. */
  readonly otherForum?: OtherForumReason | null;
  /** Somebody said that it is another order than the one of the same kind, day and court that is on record. */
  readonly isAnother?: boolean;
}

export type CannotRecordOrder =
  'already-recorded' | 'recorded-before' | 'in-the-future' | BadForum | BadApplication | WrongAge | BadDraft | Unanswered;

/**
 * Records an order that began with no application here: a restraining order, a family court's order, one made before we kept records. `replaced`: the
 * interim order that ended with it, in whose place it stands (SPA 2019 s.9). `onRecord`: the orders against the person that are on record; one of the same
 * kind, day and court is asked about (`recorded-before`).
 */
export function recordOrder(
  order: OrderState,
  details: RecordedOrder,
  now: Moment,
  beside = nothingBeside,
  replaced: MadeOrder | null = null,
  onRecord: readonly OnRecord[] = [],
): OrderFact[] {
  if (order.is !== 'unmade') throw refuse<CannotRecordOrder>('already-recorded');
  const { dateOfBirth, draft, madeOn: _madeOn, otherForum: said = null, isAnother = false, ...begins } = details;
  const { kind } = begins;
  notAhead(draft.made, now);
  ofAge(kind, dateOfBirth, draft.made.on);
  const otherForum = otherForumByAge(details, said);
  const whole = { ...begins, applicationId: null, replaces: replaced?.orderId ?? null, ...(otherForum && { otherForum }) };
  const made = orderMade(whole, draft);
  if (!isAnother && onRecord.some((one) => isSameOrder(one, { ...begins, ...draft }))) throw refuse<CannotRecordOrder>('recorded-before');
  return [made, ...weighed(madeFrom(whole, draft), beside, now)];
}

/** An SPO or interim SPO belongs to the youth court under 18 and to a magistrates' court from then on; without a date of birth nobody can tell. */
function otherForumByAge({ kind, dateOfBirth, draft }: RecordedOrder, said: OtherForumReason | null): OtherForumReason | null {
  if ((kind !== 'spo' && kind !== 'interim-spo') || !applicationCourts.includes(draft.court.type)) return null;
  return dateOfBirth === null ? said : otherForumOf({ forum: forumOn(draft.made.on, dateOfBirth) }, draft.court, said);
}
