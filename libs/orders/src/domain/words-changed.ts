import type { ConditionChange, OrderFact } from './events.js';
import { byMoment, type Moment } from './moments.js';
import type { MadeOrder } from './order.js';

/**
 * From when the newest wording has effect that the changes replace or take out, of those that have effect by now; null where they replace none.
 * A change that takes effect before it would lie under those words, and bind nobody today.
 */
export function wordsReplacedSince(
  { conditions }: Pick<MadeOrder, 'conditions'>,
  changes: readonly ConditionChange[],
  now: Moment,
): Moment | null {
  const replaced = new Set(
    changes.flatMap((one) => (one.change === 'added' ? [] : [one.change === 'removed' ? one.conditionId : one.version.conditionId])),
  );
  const begun = conditions
    .filter(({ conditionId }) => replaced.has(conditionId))
    .flatMap(({ versions }) => versions.filter(({ by }) => by !== 'order').map(({ from }) => from))
    .filter((from) => byMoment(from, now) <= 0);
  return begun.toSorted(byMoment).at(-1) ?? null;
}

/** What the facts change of the conditions. */
export function changesIn(facts: readonly OrderFact[]): readonly ConditionChange[] {
  return facts.flatMap((fact) => (fact.type === 'OrderVaried' ? fact.data.changes : []));
}

/** Whether one was certainly before the other: on one day, only where both hours are known. */
export function isBefore(one: Moment, other: Moment): boolean {
  return one.on < other.on || (one.on === other.on && one.at !== null && other.at !== null && one.at < other.at);
}
