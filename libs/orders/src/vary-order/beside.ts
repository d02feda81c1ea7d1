import type { FormView } from '#pages';
import type { Clause } from '../domain/conflicts/index.js';
import type { MadeOrder } from '../domain/order.js';
import type { Proposal } from '../domain/variation.js';
import { answeredOf } from '../domain/weighing.js';
import type { DraftInForm } from '../order-draft/drafted-in.js';
import { typedClauses } from '../order-draft/rows.js';
import { lastVersions } from './rows.js';

// What of a change is held beside the other orders in force. The order does not stand beside itself.

/** What is new in a form of changes, as far as it is typed. */
export function changedIn(order: MadeOrder, { values }: Pick<FormView, 'values'>): DraftInForm {
  const reworded = typedClauses(values, ['changes'], ({ change }) => change === 'reworded');
  return besides(order, [...reworded, ...typedClauses(values, ['added'])]);
}

/** What a proposal asks the court to change. What was answered when it was drafted need not be answered again. */
export function changedBy(order: MadeOrder, { draft }: Pick<Proposal, 'draft'>): DraftInForm {
  const clauses = (draft?.changes ?? []).flatMap(({ change, words }): Clause[] =>
    change.change !== 'removed' && words ? [{ plain: change.version, words }] : [],
  );
  return { ...besides(order, clauses), answered: answeredOf(order) };
}

/** What a renewal carries on: it changes no words, so that nothing is asked of whoever files or records it. */
export function carriedOn(order: MadeOrder): DraftInForm {
  return { ...besides(order, lastVersions(order)), onlyToKnow: true };
}

function besides(
  { orderId, perpetratorId, kind, force, applicationId, protectedPersonIds }: MadeOrder,
  conditions: readonly Clause[],
): DraftInForm {
  return { perpetratorId, kind, force, applicationId, protectedPersonIds, conditions, inPlaceOf: [orderId] };
}
