import { isDeepStrictEqual } from 'node:util';
import { personal, refuse } from '#event-sourcing';
import { clauseOf, type Clause, type Conflict, conflicts, mustBeAnswered } from './conflicts/index.js';
import type { DraftCondition, OrderDraft } from './draft.js';
import type { OfOrder, OrderFact, WeighedConflict, WeighedDocument } from './events.js';
import type { OrderKind } from './kinds/index.js';
import { reaches, type End, type Moment } from './moments.js';
import type { Beginning } from './order-made.js';
import { latestEnd, type MadeOrder, type OrderState } from './order.js';

/** The orders in force beside one that is made or varied, and why it goes on although it may not fit. */
export interface BesideOrders {
  readonly orders: readonly OrderState[];
  /** Null or blank: nothing was said. */
  readonly goesOn: string | null;
}

/** Nobody else’s order is looked at: for what is decided where no other can be. */
export const nothingBeside: BesideOrders = { orders: [], goesOn: null };

export type Unanswered = 'conflict-unanswered';

export interface Weighed extends OfOrder {
  readonly of: WeighedDocument;
  readonly kind: OrderKind;
  readonly applicationId: string | null;
  readonly protectedPersonIds: readonly string[];
  readonly end: End;
  readonly conditions: readonly DraftCondition[];
  /** Ids of the orders in whose place it comes. */
  readonly inPlaceOf: readonly string[];
  /** What was answered before of this order, and need not be again. */
  readonly answered?: readonly WeighedConflict[];
}

/**
 * That the order goes on although it may not fit beside another: nothing when it fits. Refuses with `conflict-unanswered` when nobody said
 * why (SPA 2019 s.2(7)). An order that has ended by now stands beside none.
 */
export function weighed(details: Weighed, beside: BesideOrders, now: Moment): OrderFact[] {
  const { orderId, perpetratorId, force, of, end, protectedPersonIds, answered = [] } = details;
  if (!reaches(end, now.on)) return [];
  const draft = { ...details, conditions: details.conditions.map(clauseOf) };
  const found = mustBeAnswered(conflicts(draft, beside.orders, now)).filter((conflict) => !wasAnswered(conflict, answered));
  if (found.length === 0) return [];
  const reason = beside.goesOn?.trim();
  if (!reason) throw refuse<Unanswered>('conflict-unanswered');
  const weighingId = of === 'order' ? orderId : 'variationId' in of ? of.variationId : of.proposalId;
  return [
    {
      type: 'OrderConflictsWeighed',
      data: { orderId, perpetratorId, force, weighingId, of, conflicts: found.map(stored) },
      personal: { reason: personal([perpetratorId, ...protectedPersonIds], reason) },
    },
  ];
}

/** Whether somebody said before why it goes on although these wordings may not fit together. */
export function wasAnswered(conflict: Conflict, answered: readonly WeighedConflict[]): boolean {
  return answered.some((one) => isDeepStrictEqual(one, stored(conflict)));
}

function stored({ why, beside, drafted, theirs }: Conflict): WeighedConflict {
  const ids = (clauses: readonly Clause[]) => clauses.map(({ plain }) => plain.versionId);
  return {
    why,
    beside: beside && { orderId: beside.orderId, force: beside.force },
    versionIds: ids(drafted),
    theirVersionIds: ids(theirs),
  };
}

/** What is weighed of an order that is made. */
export function madeFrom(begins: Beginning, { conditions, end }: Pick<OrderDraft, 'conditions' | 'end'>): Weighed {
  const { orderId, perpetratorId, force, kind, applicationId, protectedPersonIds, replaces } = begins;
  const inPlaceOf = replaces === null ? [] : [replaces];
  return { orderId, perpetratorId, force, kind, applicationId, protectedPersonIds, of: 'order', conditions, end, inPlaceOf };
}

/** What is weighed of a change to an order: what becomes new in it. The order does not stand beside itself. */
export function changed(
  order: MadeOrder,
  { of, conditions, end }: { readonly of: WeighedDocument; readonly conditions: readonly DraftCondition[]; readonly end: End | null },
): Weighed {
  const { orderId, perpetratorId, force, kind, applicationId, protectedPersonIds } = order;
  const about = { orderId, perpetratorId, force, kind, applicationId, protectedPersonIds };
  return { ...about, of, conditions, end: end ?? latestEnd(order), inPlaceOf: [orderId], answered: answeredOf(order) };
}

/** What was answered of an order and of what the court was asked to change in it. */
export function answeredOf({ weighings }: MadeOrder): readonly WeighedConflict[] {
  return weighings.flatMap((one) => one.conflicts);
}

/** The other orders of what was weighed, each once. */
export function besideIdsOf(found: readonly WeighedConflict[]): readonly string[] {
  return [...new Set(found.flatMap(({ beside }) => (beside ? [beside.orderId] : [])))];
}
