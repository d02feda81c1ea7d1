import type { ConditionVersion } from '../domain/conditions.js';
import type { End } from '../domain/moments.js';
import type { MadeOrder } from '../domain/order.js';
import type { Proposal } from '../domain/variation.js';
import { filledRow } from '../order-draft/rows.js';

/** The last wording of every condition that has not been taken out. */
export function lastVersions(order: MadeOrder): readonly ConditionVersion[] {
  return order.conditions.flatMap((condition) =>
    condition.versions.filter((version, nth) => nth === condition.versions.length - 1 && version.until === null),
  );
}

/** The fields of a row of the form for this wording. */
export function rowOf(version: Pick<ConditionVersion, 'plain' | 'words'>): Readonly<Record<string, unknown>> {
  return filledRow(version);
}

/** The rows of a form of changes: what was drafted, and the other conditions as they stand. */
export function draftedRows(order: MadeOrder, draft: Proposal['draft']): Readonly<Record<string, unknown>> {
  const drafted = draft?.changes ?? [];
  const changes = lastVersions(order).map((version) => {
    const { conditionId } = version.plain;
    const found = drafted.find(
      ({ change }) => (change.change === 'removed' ? change.conditionId : change.version.conditionId) === conditionId,
    );
    if (!found || !found.words || found.change.change === 'removed') return { change: found ? 'removed' : 'leave', ...rowOf(version) };
    return { change: 'reworded', ...rowOf({ plain: found.change.version, words: found.words }) };
  });
  const added = drafted.flatMap(({ change, words }) =>
    change.change === 'added' && words ? [rowOf({ plain: change.version, words })] : [],
  );
  return { changes, added, end: endFields(draft?.end ?? null) };
}

function endFields(end: End | null): Readonly<Record<string, unknown>> {
  if (!end) return { is: 'stays' };
  return end.is === 'fixed' ? { is: end.is, lastDay: end.lastDay } : { is: end.is };
}
