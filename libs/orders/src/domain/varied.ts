import { personal, refuse } from '#event-sourcing';
import { checkedConditions, checkedEnd, plainOf, saysTheSame, sealedWords, type BadCondition, type DraftCondition } from './draft.js';
import { wordingAwaited } from './appeals.js';
import type { Applicant, ConditionChange, Court, OrderFact } from './events.js';
import { conditionsInForceAt, inForceAt } from './in-force.js';
import { kindRule, type DurationProblem } from './kinds/index.js';
import type { End, Moment } from './moments.js';
import { type Appeal, latestEnd, type MadeOrder, type OrderState } from './order.js';
import { anOrder, type NoOrder } from './required.js';
import type { DraftedChange } from './variation.js';
import { type BesideOrders, changed, type Unanswered, weighed } from './weighing.js';

/** One clause of the variation. */
export type DraftChange =
  | { readonly change: 'added' | 'reworded'; readonly condition: DraftCondition }
  | { readonly change: 'removed'; readonly conditionId: string };

export interface VariationDetails {
  readonly variationId: string;
  readonly court: Court;
  /** May lie in the past, or ahead when the court says so. */
  readonly effective: Moment;
  readonly onApplicationOf: Applicant;
  readonly respondentPresent: boolean | null;
  readonly changes: readonly DraftChange[];
  /** The new end, null when it stays. */
  readonly end: End | null;
  readonly reason: string | null;
  /** The appeal on which the court worded the order anew; who may ask is then no question. */
  readonly onAppeal?: string | null;
}

export type CannotVary =
  | NoOrder
  | 'no-standing'
  | 'wrong-court'
  | 'not-in-force'
  | 'no-such-appeal'
  | 'nothing-changed'
  | 'condition-not-in-force'
  | 'condition-exists'
  | 'changed-twice'
  | 'same-words'
  | 'no-conditions-left'
  | DurationProblem['problem']
  | BadCondition
  | Unanswered;

/**
 * The court varies the order: adds, rewords or takes out conditions, or changes its end (SPA 2019 s.4 and the like for other kinds).
 * Who may ask depends on the kind. What was in force before the effective moment stays what it was. `beside`: the orders in force beside it.
 */
export function varyOrder(
  order: OrderState,
  details: VariationDetails,
  beside?: { readonly with: BesideOrders; readonly now: Moment },
): OrderFact[] {
  const made = anOrder(order);
  const { variationId, court, effective, onApplicationOf, respondentPresent, changes, reason } = details;
  const rule = kindRule(made.kind);
  const onAppeal = appealOf(made, details.onAppeal ?? null);
  if (!onAppeal && !rule.mayVary.includes(onApplicationOf)) throw refuse<CannotVary>('no-standing');
  if (court.type !== onAppeal?.determined?.court.type && !rule.courts.includes(court.type)) throw refuse<CannotVary>('wrong-court');
  if (inForceAt(made, effective).is === 'not-in-force') throw refuse<CannotVary>('not-in-force');
  const end = isPresentEnd(made, details.end) ? null : details.end;
  if (changes.length === 0 && end === null) throw refuse<CannotVary>('nothing-changed');
  if (end) checkedEnd(made.kind, made.made, end);
  checkedChanges(made, effective, changes, end ?? latestEnd(made));
  const drafts = conditionsOf(changes);
  const { orderId, perpetratorId, force, protectedPersonIds } = made;
  const weighing = beside ? weighed(changed(made, { of: { variationId }, conditions: drafts, end }), beside.with, beside.now) : [];
  const why = reason?.trim() ? personal([perpetratorId, ...protectedPersonIds], reason.trim()) : undefined;
  return [
    {
      type: 'OrderVaried',
      data: {
        ...{ orderId, perpetratorId, force, variationId, court, effective, onApplicationOf, respondentPresent, end },
        ...(onAppeal && { onAppeal: onAppeal.appealId }),
        changes: changes.map((change): ConditionChange =>
          change.change === 'removed' ? change : { change: change.change, version: plainOf(change.condition) },
        ),
      },
      personal: { ...sealedWords(drafts, { perpetratorId, protectedPersonIds }), ...(why && { reason: why }) },
    },
    ...weighing,
  ];
}

/** The end that the order has already is no change of it. */
function isPresentEnd(order: MadeOrder, end: End | null): boolean {
  const present = latestEnd(order);
  return end?.is === 'fixed' ? present.is === 'fixed' && present.lastDay === end.lastDay : end?.is === present.is;
}

function checkedChanges(order: MadeOrder, effective: Moment, changes: readonly DraftChange[], end: End): void {
  const then = conditionsInForceAt(order, effective);
  const standing = new Set(then.filter((one) => one.is !== 'not-in-force').map((one) => one.conditionId));
  const known = new Set(order.conditions.map((condition) => condition.conditionId));
  const touched = changes.map(conditionIdOf);
  if (new Set(touched).size < touched.length) throw refuse<CannotVary>('changed-twice');
  for (const change of changes) {
    const conditionId = conditionIdOf(change);
    if (change.change === 'added' ? known.has(conditionId) : !standing.has(conditionId)) {
      throw refuse<CannotVary>(change.change === 'added' ? 'condition-exists' : 'condition-not-in-force');
    }
    if (change.change === 'reworded' && isTheSame(order, effective, change.condition)) throw refuse<CannotVary>('same-words');
  }
  checkedConditions(order.kind, { made: order.made.on, end }, conditionsOf(changes), order.protectedPersonIds);
  const left = [...standing].filter((id) => !changes.some((change) => change.change === 'removed' && change.conditionId === id));
  if (left.length === 0 && !changes.some((change) => change.change === 'added')) throw refuse<CannotVary>('no-conditions-left');
}

/** The appeal on which it is; null where it is on none. Refuses one on which the court worded nothing anew, or whose words are on record. */
function appealOf(order: MadeOrder, appealId: string | null): Appeal | null {
  if (appealId === null) return null;
  const appeal = order.appeals.find((one) => one.appealId === appealId);
  if (!appeal || !wordingAwaited(order, appeal)) throw refuse<CannotVary>('no-such-appeal');
  return appeal;
}

/** The conditions that a variation adds or rewords. */
export function conditionsOf(changes: readonly DraftChange[]): readonly DraftCondition[] {
  return changes.flatMap((change) => (change.change === 'removed' ? [] : [change.condition]));
}

/** A drafted change as whoever drafted it typed it. */
export function draftAgain({ change, words }: DraftedChange): DraftChange {
  if (change.change === 'removed') return change;
  const { wording = '', parameters = {}, locality = null, necessity = null } = words?.value ?? {};
  return { change: change.change, condition: { ...change.version, wording, parameters, locality, necessity } };
}

function conditionIdOf(change: DraftChange): string {
  return change.change === 'removed' ? change.conditionId : change.condition.conditionId;
}

function isTheSame(order: MadeOrder, effective: Moment, draft: DraftCondition): boolean {
  const standing = conditionsInForceAt(order, effective).find((one) => one.conditionId === draft.conditionId);
  return standing?.is === 'in-force' && saysTheSame(standing.version, draft);
}
