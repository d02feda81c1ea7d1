import type { OrderWhenItHappened } from './allegeable.js';
import type { Allegation } from './events.js';

/**
 * Whether the wording that an allegation is pinned to was in force when it happened; of a failure to notify, whether the order was. `unsure`:
 * it may have been, and nobody can say.
 */
export function pinnedThen(
  { orderId, conditionId, conditionVersionId }: Pick<Allegation, 'orderId' | 'conditionId' | 'conditionVersionId'>,
  then: readonly OrderWhenItHappened[],
): 'in-force' | 'unsure' | 'not-in-force' {
  const found = then.find(({ order }) => order.orderId === orderId);
  if (!found) return 'not-in-force';
  if (conditionId === null) return found.then.is === 'in-force' || found.then.is === 'not-in-force' ? found.then.is : 'unsure';
  const wording = found.conditions.find((condition) => condition.conditionId === conditionId)?.then;
  switch (wording?.is) {
    case 'in-force':
      return wording.version.plain.versionId === conditionVersionId ? 'in-force' : 'not-in-force';
    case 'uncertain':
      return wording.options.some(({ version }) => version.plain.versionId === conditionVersionId) ? 'unsure' : 'not-in-force';
    case 'time-needed':
      return wording.versions.some(({ plain }) => plain.versionId === conditionVersionId) ? 'unsure' : 'not-in-force';
    case 'not-in-force':
    case undefined:
      return 'not-in-force';
  }
}
